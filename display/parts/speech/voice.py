"""The one thread of a screen that speaks."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from queue import Empty, SimpleQueue
from threading import Thread

from textual.message import Message

from data.refused import Refused
from display.parts.speech import found
from display.parts.speech.engine import Engine
from display.parts.speech.loudspeaker import Loudspeaker
from display.parts.speech.player import Player
from display.parts.speech.samples import joined
from display.parts.speech.sentences import Sentence
from display.parts.speech.speaking import spoken, within

MINDED = 0.1
FAILED = "Nothing can be read aloud: {problem}."


class Silent(Message):
    """Something should have been said and was not, and why. Told once until something is heard again."""

    def __init__(self, refused: Refused) -> None:
        super().__init__()
        self.refused = refused


@dataclass(frozen=True)
class Order:
    """What is to be said, if anything; what is being said ends in any case."""

    sentences: tuple[Sentence, ...] = ()
    volume: int = 0


class Voice(Thread):
    """Says one thing at a time: what is said next breaks off what is being said.

    `post` takes Silent and must be safe to call from a thread. What makes sound and what plays it are looked for when
    first something is said; without them it is silent, which `found.missing` tells beforehand. Waiting costs nothing.
    """

    def __init__(
        self,
        post: Callable[[Message], object],
        engine: Callable[[], Engine | None] = found.engine,
        players: Callable[[], Sequence[Player]] = found.players,
    ) -> None:
        super().__init__(name="voice", daemon=True)
        self._post = post
        self._find_engine = engine
        self._engine: Engine | None = None
        self._loudspeaker = Loudspeaker(players)
        self._orders: SimpleQueue[Order | None] = SimpleQueue()
        self._told = False
        self._obeying = False

    @property
    def speaking(self) -> bool:
        """Whether something is being said, or about to be."""
        busy = self._obeying or self._loudspeaker.playing or not self._orders.empty()
        return busy and self.is_alive()

    def say(self, sentences: Sequence[Sentence], volume: int) -> None:
        """Say `sentences` now, at `volume` from 0 (nothing is heard) to 5, instead of what is being said."""
        self._orders.put(Order(tuple(sentences), within(volume)))

    def stop(self) -> None:
        """Say no more of what is being said."""
        self._orders.put(Order())

    def close(self) -> None:
        """End the thread and what it plays; waits at most one second."""
        self._orders.put(None)
        if engine := self._engine:
            engine.close()
        if self.is_alive():
            self.join(timeout=1)

    def run(self) -> None:
        try:
            while order := self._next():
                self._obeying = True
                self._loudspeaker.hush()
                self._try(lambda order=order: self._obey(order))
                self._obeying = False
        finally:
            self._loudspeaker.hush()

    def _next(self) -> Order | None:
        """The newest order; None when all is over. While something plays, it is looked after."""
        while self._loudspeaker.playing:
            try:
                return self._newest(self._orders.get(timeout=MINDED))
            except Empty:
                self._try(self._mind)
        return self._newest(self._orders.get())

    def _newest(self, order: Order | None) -> Order | None:
        while order and not self._orders.empty():
            order = self._orders.get()
        return order

    def _obey(self, order: Order) -> None:
        self._engine = self._engine or self._find_engine()
        if self._engine is None or not order.volume:
            return
        sounds = []
        for sound in spoken(self._engine, order.sentences, order.volume):
            sounds.append(sound)
            if not self._orders.empty():
                return
        if sounds:
            self._loudspeaker.play(joined(sounds))

    def _mind(self) -> None:
        if self._loudspeaker.mind():
            self._told = False

    def _try(self, act: Callable[[], None]) -> None:
        """Whatever is wrong with speech, the screen goes on."""
        try:
            act()
        except Exception as error:
            if not self._told and self._orders.empty():
                self._told = True
                self._post(Silent(Refused("no-speech", FAILED, problem=str(error) or type(error).__name__)))
