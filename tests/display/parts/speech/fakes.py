"""An engine and players that tests can look into."""

from dataclasses import dataclass, field
from threading import Event

from display.parts.speech.engine import Sound, Unspoken


@dataclass
class FakeEngine:
    """Says what it knows a voice for; a second of silence each time."""

    voices: tuple[str, ...] = ("az", "en")
    said: list[tuple[str, str, int]] = field(default_factory=list)
    problem: Exception | None = None
    may_go_on: Event | None = None
    closed: bool = False

    def speak(self, markup: str, voice: str, amplitude: int) -> Sound:
        if voice not in self.voices:
            raise Unspoken(f"no voice {voice}")
        self.said.append((markup, voice, amplitude))
        if self.may_go_on:
            self.may_go_on.wait(5)
        if self.problem:
            raise self.problem
        return Sound(100, bytes(200))

    def close(self) -> None:
        self.closed = True
        if self.may_go_on:
            self.may_go_on.set()


@dataclass
class FakePlaying:
    sound: Sound
    ended: int | None = None
    stopped: bool = False
    polled: bool = False

    def poll(self) -> int | None:
        self.polled = True
        return self.ended

    def stop(self) -> None:
        self.stopped = True


@dataclass
class FakePlayer:
    name: str = "fake"
    ends: int | None = None
    problem: OSError | None = None
    played: list[FakePlaying] = field(default_factory=list)

    def play(self, sound: Sound) -> FakePlaying:
        if self.problem:
            raise self.problem
        self.played.append(FakePlaying(sound, self.ends))
        return self.played[-1]
