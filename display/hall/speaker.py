"""The one thread of the hall that speaks."""

from collections import deque
from collections.abc import Callable, Sequence
from queue import Empty, SimpleQueue
from threading import Thread

from textual.message import Message

from data.refused import Refused
from data.views import Call
from display.hall.spoken import Announcement, made
from display.parts.speech import found
from display.parts.speech.engine import Engine
from display.parts.speech.loudspeaker import Loudspeaker
from display.parts.speech.player import Player
from display.parts.speech.voice import FAILED

MINDED = 0.1


class Said(Message):
    """The announcement of `call` is over; `silent` is why it was not heard, or not all of it, if so."""

    def __init__(self, call: Call, silent: Refused | None = None) -> None:
        super().__init__()
        self.call = call
        self.silent = silent


class Speaker(Thread):
    """Says announcements one after another, each to its end, in the order in which they were given.

    `post` takes Said, once for each that was not hushed, and must be safe to call from a thread. What makes sound and
    what plays it are looked for each time that they failed; whatever is wrong with them, the next one is tried again.
    """

    def __init__(
        self,
        post: Callable[[Message], object],
        engine: Callable[[], Engine | None] = found.engine,
        players: Callable[[], Sequence[Player]] = found.players,
    ) -> None:
        super().__init__(name="speaker", daemon=True)
        self._post = post
        self._find_engine = engine
        self._engine: Engine | None = None
        self._loudspeaker = Loudspeaker(players)
        self._orders: SimpleQueue[Announcement | None] = SimpleQueue()
        self._waiting: deque[Announcement] = deque()
        self._now: Announcement | None = None
        self._problem = ""
        self._closed = False

    def say(self, announcement: Announcement) -> None:
        """Say this after those before it."""
        self._orders.put(announcement)

    def hush(self) -> None:
        """Say no more of what was given until now."""
        self._orders.put(None)

    def close(self) -> None:
        """End the thread and what it plays; waits at most one second."""
        self._closed = True
        self.hush()
        if engine := self._engine:
            engine.close()
        if self.is_alive():
            self.join(timeout=1)

    def run(self) -> None:
        try:
            while not self._closed:
                self._listen()
                self._go_on()
        finally:
            self._loudspeaker.hush()

    def _listen(self) -> None:
        """Take the next order; wait for it as long as there is nothing else to do."""
        try:
            order = self._orders.get(timeout=MINDED if self._now else 0 if self._waiting else None)
        except Empty:
            return
        if order:
            self._waiting.append(order)
        else:
            self._waiting.clear()
            self._loudspeaker.hush()
            self._now = None

    def _go_on(self) -> None:
        """Begin the next announcement, or look after the one that is being said."""
        try:
            if self._now:
                self._loudspeaker.mind()
            elif self._waiting:
                self._begin(self._waiting.popleft())
        except Exception as error:
            self._problem = str(error) or type(error).__name__
        if self._now and not self._loudspeaker.playing and not self._closed:
            silent = Refused("no-speech", FAILED, problem=self._problem) if self._problem else None
            self._post(Said(self._now.call, silent))
            self._now = None

    def _begin(self, announcement: Announcement) -> None:
        self._now, self._problem = announcement, ""
        self._engine = self._engine or self._find_engine()
        ready = made(announcement, self._engine)
        self._problem = ready.problem
        if not self._closed:
            self._loudspeaker.play(ready.sound)
