"""A window's screen in a process of its own, which is killed with a ticket in hand.

As a program: the screen of a window, by the clock that somebody writes into a file.
"""

import sys
import tempfile
import time
from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from data import desk, visitor, window
from data.refused import Refused
from data.store import Store
from tests.day.centre import PINS
from tests.day.script import EPOCH, Steps
from tests.ptys import WAIT_S, Pty, on_a_pty

if TYPE_CHECKING:
    from tests.day.at_windows import AtWindow

AGAIN_S = 3.0


def at_a_screen(place: "AtWindow", dies: str) -> Steps:
    """The operator works at a real screen, by keys, until it `dies` with a ticket "called" or "serving"."""
    script, number, place.crash = place.script, place.number, None
    read = lambda: desk.read(script.store, window=number)  # noqa: E731
    with tempfile.TemporaryDirectory() as folder:
        script.clock_file = Path(folder) / "clock"
        script.go(script.now)
        with on_a_pty(sys.executable, "-m", __name__, script.url, str(script.clock_file), str(number)) as screen:
            _press(screen, "", lambda: place.name.encode() in screen.all)
            _press(screen, f"{PINS[place.name]}\r", lambda: read().session != place.signed.session)
            script.shift("sign-on", number, place.name)
            expected = script.books.callable(number, script.now)[0]
            _press(screen, "n", lambda: read().in_hand)
            called = visitor.ticket(script.store, code=expected.code)
            assert (called.state, called.window) == ("called", number)
            place.hands.was_called(expected, "call", called.revision)
            yield 8
            if dies == "serving":
                _press(screen, "n", lambda: _state(read()) == "serving")
                place.note(expected, "start", state="serving")
                yield 15
            script.clock_file = None
    yield 60
    with pytest.raises(Refused) as refusal:
        window.start(script.store, window=number, by=place.signed)
    assert refusal.value.code == "not-yours"
    place.sign_on(place.name)
    assert _state(read()) == dies
    yield 3
    yield from place.hands.serve(expected) if dies == "serving" else place.hands.start(expected)


def _state(seen: desk.views.Desk) -> str:
    return seen.in_hand.state if seen.in_hand else ""


def _press(screen: Pty, keys: str, condition: Callable[[], object]) -> None:
    """Press keys until what is to come of it has come: a screen that is not ready yet lets them fall.

    For a screen whose clock stands, the same key again is a double press, which it ignores.
    """
    end, again = time.monotonic() + WAIT_S, 0.0
    while not condition():
        now = time.monotonic()
        assert now < end, screen.seen[-3000:]
        if now > again:
            again = now + AGAIN_S
            screen.type(keys, ms=20)
        screen.read(0.03)


def main(url: str, clock_file: str, number: str) -> int:
    """Show a window."""
    from display.window.app import run

    def clock() -> datetime:
        return EPOCH + timedelta(microseconds=int(Path(clock_file).read_text()))

    return run(lambda: Store.open(url, clock=clock), clock, int(number), "en")


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
