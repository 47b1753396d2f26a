"""A hall never stands still without saying so, whatever it is that stands: tried with real processes and threads."""

import os
import signal
import sys
import time
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from threading import Event

import pytest

from data import setup, visitor, window
from data.centre import Centre
from data.store import Store
from data.texts import words
from display.hall.app import HallApp
from display.hall.watchdog import Watchdog
from tests.bench.terminal import Terminal
from tests.clocks import MovableClock
from tests.display.hall.process import BLOCKED_S
from tests.display.hall.sight import big, marked
from tests.display.hall.stage import Stage
from tests.screens import text, until

SOON = 20.0
ROOT = Path(__file__).parents[3]


@pytest.fixture
def hurried(monkeypatch: pytest.MonkeyPatch) -> None:
    """Silence is noticed within a second instead of ten."""
    monkeypatch.setattr("display.hall.app.LOOKS", 0.05)
    monkeypatch.setattr("display.hall.app.SILENT", 0.5)


def test_a_silence_is_noticed_within_ten_seconds() -> None:
    from display.hall import app, watchdog

    assert app.SILENT + app.LOOKS < 10
    assert watchdog.ROUND * (watchdog.MISSED + 1) <= 10


@pytest.mark.usefixtures("hurried")
async def test_a_store_that_hangs_is_noticed_and_so_is_its_return(stage: Stage, clock: MovableClock) -> None:
    stage.call("A007")
    hangs, changed = Event(), stage.changed

    def hang() -> bool:
        while hangs.is_set():
            time.sleep(0.01)  # it hangs, as long as it is told to
        return changed()

    stage.changed = hang
    async with stage.app().run_test(size=(80, 24)) as pilot:
        await until(pilot, lambda: big(pilot))
        hangs.set()
        await until(pilot, lambda: "10:20" in text(pilot).split("\n")[1] or "10:19" in text(pilot).split("\n")[1])
        stage.call("A008")
        hangs.clear()
        await until(pilot, lambda: marked(pilot) == ["A008"])
        await until(pilot, lambda: not text(pilot).split("\n")[1].strip())


@pytest.mark.usefixtures("hurried")
@pytest.mark.filterwarnings("ignore::pytest.PytestUnhandledThreadExceptionWarning")
async def test_a_thread_that_died_is_noticed(stage: Stage) -> None:
    stage.call("A007")
    async with stage.app().run_test(size=(80, 24)) as pilot:
        assert isinstance(pilot.app, HallApp)
        line = pilot.app.line
        await until(pilot, lambda: big(pilot))

        def die() -> bool:
            raise SystemExit  # which ends a thread and nothing else

        stage.changed = die
        await until(pilot, lambda: not line.is_alive())
        await until(pilot, lambda: "10:" in text(pilot).split("\n")[1])


def test_the_watchdog_tells_once_and_again_only_after_a_beat() -> None:
    told: list[str] = []
    watchdog = Watchdog(lambda: "stands", told.append, seconds=0.02, missed=3)
    watchdog.start()
    try:
        waited_for(lambda: told)
        time.sleep(0.2)  # ten rounds more
        assert told == ["stands"]
        assert watchdog.beat()
        assert not watchdog.beat()
        waited_for(lambda: len(told) == 2)
    finally:
        watchdog.close()
    assert not watchdog.is_alive()


def test_while_the_app_beats_the_watchdog_is_silent() -> None:
    told: list[str] = []
    watchdog = Watchdog(lambda: "stands", told.append, seconds=0.1, missed=4)
    watchdog.start()
    for _ in range(20):
        time.sleep(0.05)  # the watchdog goes by real time: half of what it bears
        assert not watchdog.beat()
    watchdog.close()
    assert not told


def waited_for(condition: Callable[[], object], seconds: float = SOON) -> None:
    end = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < end, "it did not come in time"
        time.sleep(0.01)  # between two looks; the condition ends it


def last(text: str, message: str) -> int:
    """Where a message stands last in `text`, in whichever language had its turn; -1: nowhere."""
    parts = [max(words(language)(message, time="|").split("|"), key=len) for language in ("az", "en", "ru")]
    return max(map(text.rfind, parts))


class Running:
    """A hall on a terminal, its store, and a clock that all of them share and that can be put ahead."""

    def __init__(self, folder: Path, centre: Centre) -> None:
        self.url = f"sqlite:///{folder / 'novbe.db'}"
        self.ahead, self.notes = folder / "ahead", folder / "notes"
        self.ahead.write_text("0")
        self.notes.touch()
        setup.init(self.url, centre, clock=self.clock)
        self.store = Store.open(self.url, clock=self.clock)
        for number in (1, 2, 3):
            window.open(self.store, window=number)

    def clock(self) -> datetime:
        return datetime.now(UTC) + timedelta(seconds=float(self.ahead.read_text() or 0))

    def advance(self, seconds: float) -> None:
        self.ahead.write_text(str(float(self.ahead.read_text()) + seconds))

    def call(self, at: int) -> str:
        visitor.take(self.store, service="passport")
        called = window.call(self.store, window=at)
        assert called
        return f"{called.ticket} {at}"

    def serve(self, at: int) -> None:
        window.start(self.store, window=at)
        window.finish(self.store, window=at)

    def announced(self) -> list[str]:
        return self.notes.read_text().splitlines()

    def head(self) -> str:
        """How the screen names the newest revision."""
        return f" {self.store.revision()}:"

    def terminal(self) -> Terminal:
        command = [sys.executable, "-m", "tests.display.hall.process", self.url, str(self.ahead), str(self.notes)]
        environment = {**os.environ, "TERM": "xterm-256color", "COLORTERM": "truecolor", "LANG": "C.UTF-8"}
        return Terminal(command, environment, str(ROOT), (120, 34))


@pytest.fixture
def running(tmp_path: Path, centre: Centre) -> Iterator[Running]:
    running = Running(tmp_path, centre)
    with running.store:
        yield running


@pytest.mark.slow
def test_a_hall_that_was_stopped_for_an_hour_says_only_whom_somebody_waits_for(running: Running) -> None:
    with running.terminal() as terminal:
        terminal.seconds_until(running.head())
        first = running.call(1)
        waited_for(lambda: terminal.watch(0.1) or running.announced() == [first])
        terminal.process.send_signal(signal.SIGSTOP)
        running.serve(1)
        for _ in range(12):
            running.call(1)
            running.advance(300)
            running.serve(1)
        waiting = [running.call(2), running.call(3)]
        terminal.process.send_signal(signal.SIGCONT)
        continued = time.monotonic()
        waited_for(lambda: terminal.watch(0.1) or running.head() in terminal.text, 10)
        assert time.monotonic() - continued < 10
        waited_for(lambda: terminal.watch(0.1) or running.announced() == [first, *waiting])
        terminal.watch(6)
        assert running.announced() == [first, *waiting]


@pytest.mark.slow
def test_a_screen_whose_own_loop_stands_says_so_and_recovers(running: Running) -> None:
    with running.terminal() as terminal:
        terminal.seconds_until(running.head())
        terminal.watch(3)
        blocked = time.monotonic()
        terminal.process.send_signal(signal.SIGUSR1)
        call = running.call(1)
        waited_for(lambda: terminal.watch(0.1) or last(terminal.text, "This screen has stood still since {time}.") >= 0)
        assert time.monotonic() - blocked < 10.5
        assert running.announced() == []
        waited_for(lambda: terminal.watch(0.1) or running.announced() == [call])
        assert BLOCKED_S - 1 < time.monotonic() - blocked < BLOCKED_S + 3
        stands = "This screen has stood still since {time}."
        waited_for(lambda: terminal.watch(0.1) or last(terminal.text, "Sound is off.") > last(terminal.text, stands))
