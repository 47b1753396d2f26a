"""A hall whose clock the test moves, with a plan of turns and a voice, and without a screen."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from queue import SimpleQueue
from time import monotonic, sleep
from typing import Any

from data.centre import Centre
from data.refused import Refused
from data.views import Call
from display.hall.announcer import Announcer
from display.hall.speaker import Speaker
from display.parts.calls.announcements import Announcements, Shown
from display.parts.speech.engine import Sound
from tests.clocks import MovableClock
from tests.display.parts.speech.fakes import FakeEngine


def until(condition: Callable[[], object], seconds: float = 5) -> None:
    end = monotonic() + seconds
    while not condition():
        assert monotonic() < end
        sleep(0.001)


@dataclass
class Playing:
    """A sound that is heard until the clock of the test says that it is over."""

    sound: Sound
    clock: MovableClock
    begun: datetime
    stopped: bool = False

    def poll(self) -> int | None:
        over = (self.clock() - self.begun).total_seconds() >= self.sound.seconds
        return 0 if over else None

    def stop(self) -> None:
        self.stopped = True


@dataclass
class ClockedPlayer:
    clock: MovableClock
    name: str = "clocked"
    played: list[Playing] = field(default_factory=list)

    def play(self, sound: Sound) -> Playing:
        self.played.append(Playing(sound, self.clock, self.clock()))
        return self.played[-1]


class Room:
    """A hall with a plan of turns, an announcer, and a clock that the test moves; what its app does, without a screen.

    `heard` are the tickets whose sound began, each with the one that stood on the screen then.
    """

    def __init__(self, centre: Centre, *, mute: bool = False, engine: FakeEngine | None = None) -> None:
        self.clock, self.centre = MovableClock(), centre
        self.posted: SimpleQueue[Any] = SimpleQueue()
        self.engine, self.player = engine or FakeEngine(("az", "en", "ru")), ClockedPlayer(self.clock)
        self.plan = Announcements()
        self.missing: Refused | None = None
        self.announcer = Announcer(
            self.posted.put,
            mute=mute,
            speaker=lambda post: Speaker(post, lambda: self.engine, lambda: [self.player]),
            missing=lambda recorded: self.missing,
        )
        self.board: tuple[Call, ...] = ()
        self.revision = 0
        self.shown = Shown()
        self.said: list[str] = []
        self.heard: list[tuple[str, str | None]] = []

    def call(self, *tickets: str, language: str = "en", window: int = 3) -> None:
        new = []
        for ticket in tickets:
            self.revision += 1
            new.append(Call(ticket, window, self.clock(), self.revision, "passport", language))
            self.board = (new[-1], *(call for call in self.board if call.ticket != ticket))[:20]
        self.plan.hear(self.board, new, self.clock())
        self.tick()

    def leave(self, ticket: str) -> None:
        self.board = tuple(call for call in self.board if call.ticket != ticket)
        self.plan.hear(self.board, (), self.clock())
        self.tick()

    def tick(self) -> None:
        """What the app does: show, and have said."""
        self.shown = self.plan.at(self.clock())
        if self.announcer.keep_up(self.shown, self.centre, self.clock()):
            self.plan.hold(self.shown)
            before = len(self.player.played)
            until(lambda: len(self.player.played) > before)
            assert self.shown.announced
            self.heard.append((self.shown.announced.ticket, self.ticket))

    @property
    def ticket(self) -> str | None:
        return self.shown.announced.ticket if self.shown.announced else None

    @property
    def playing(self) -> Playing | None:
        last = self.player.played[-1] if self.player.played else None
        return last if last and not last.stopped and last.poll() is None else None

    def watch(self, seconds: float, step: float = 0.25) -> list[str | None]:
        """What is announced in the time to come; where a sound ends, the app hears of it."""
        seen = []
        for _ in range(round(seconds / step)):
            sounding = self.playing
            self.clock.advance(step)
            if sounding and not self.playing:
                said = self.posted.get(timeout=5)
                self.said.append(said.call.ticket)
                self.announcer.said(said)
                self.plan.release(said.call)
            self.tick()
            assert self.playing is None or self.ticket == self.heard[-1][0], "a sound without its picture"
            seen.append(self.ticket)
        return seen
