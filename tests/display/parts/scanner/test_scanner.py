"""A code that is held before the scanner is one message; what a person types stays what it is."""

import sys
from collections.abc import Sequence
from pathlib import Path

import pytest
from textual import events

from display.parts.scanner.layouts import LATIN, LAYOUTS, in_latin
from display.parts.scanner.scanner import GAP, Scanned, Scanner
from tests.ptys import on_a_pty

CODE = "0044J20YNJ95GVVP7"
URL = f"HTTPS://Q.EXAMPLE.AZ/{CODE}"
NAMES = {"\r": "enter", "\n": "ctrl+j", "\t": "tab", "\x1d": "ctrl+right_square_bracket", "⇧": "left_shift"}
APP = """
import sys
from textual import events
from textual.app import App
from textual.widgets import Button
from display.parts.scanner.scanner import Ears, Scanned

class Tried(App[None]):
    def compose(self):
        yield Button("Passport")

    def on_mount(self):
        self.ears = Ears(super().on_event, self.post_message, self.set_timer)
        print("ready", file=log)

    async def on_event(self, event):
        if isinstance(event, events.Key) and not event.is_forwarded:
            await self.ears.came(event)
        else:
            await super().on_event(event)

    def on_scanned(self, message: Scanned):
        print("scanned", message.text, file=log)

    def on_button_pressed(self):
        print("pressed", file=log)

    def on_key(self, event):
        print("key", event.key, file=log)

log = open(sys.argv[1], "w", buffering=1)
Tried().run()
"""


class Hand:
    """Presses keys on a scanner's keyboard, or on a person's, and notes what comes through."""

    def __init__(self) -> None:
        self.scanner = Scanner()
        self.at = 0
        self.came: list[str] = []

    def types(self, text: str, ms: float) -> "Hand":
        """A key each `ms`."""
        for sign in text:
            self.rests(ms)
            key = events.Key(NAMES.get(sign, sign), None if sign == "⇧" else sign)
            self._note(self.scanner.heard(key, self.at))
        return self

    def rests(self, ms: float = 500) -> "Hand":
        """For so long no key is pressed; the scanner is asked at each millisecond, as a timer may."""
        end = self.at + round(ms * 1000)
        while self.at + 1000 < end:
            self.at += 1000
            self._note(self.scanner.rested(self.at))
        self.at = end
        return self

    def _note(self, what: Sequence[events.Key | Scanned]) -> None:
        self.came += [f"<{one.text}>" if isinstance(one, Scanned) else one.key for one in what]


@pytest.mark.parametrize("end", ["\r", "\n", "\t", "\r\n"])
@pytest.mark.parametrize("ms", [0, 1, 5, 15, 30, 45])
@pytest.mark.parametrize("text", [CODE, URL, "4760001234567", "A-0012"])
def test_a_burst_with_an_end_is_a_scan(text: str, ms: float, end: str) -> None:
    hand = Hand().rests().types(text + end, ms)
    assert hand.came == [f"<{text}>"]
    assert hand.rests().came == [f"<{text}>"]
    assert not hand.scanner.holds


@pytest.mark.parametrize("ms", [1, 5, 15, 30, 45])
def test_two_scans_back_to_back_are_two(ms: float) -> None:
    assert Hand().types(f"{CODE}\r{URL}\n", ms).came == [f"<{CODE}>", f"<{URL}>"]


@pytest.mark.parametrize("ms", [1, 5, 15, 30, 45])
def test_a_code_without_an_end_is_a_scan_after_the_pause(ms: float) -> None:
    hand = Hand().types(CODE, ms)
    assert hand.came == []
    assert hand.rests().came == [f"<{CODE}>"]


def test_a_short_bar_code_presses_nothing() -> None:
    assert Hand().types("1234\r", 5).rests().came == ["<1234>"]
    assert Hand().types("47600012", 5).rests().came == ["<47600012>"]


def test_an_end_within_a_burst_is_never_a_press() -> None:
    assert Hand().types("123\r", 45).rests().came == ["1", "2", "3"]
    assert Hand().types("BEGIN:VCARD\r\nN:Ali\r\nEND:VCARD\r\n", 5).rests().came == [
        *("<BEGIN:VCARD>", "<N:Ali>", "<END:VCARD>"),
    ]


def test_control_keys_within_a_scan_press_nothing() -> None:
    assert Hand().types("0104760001234567\x1d10ABC\r", 5).rests().came == ["<010476000123456710ABC>"]


def test_keys_for_capitals_are_part_of_the_scan() -> None:
    """Some terminals tell of the Shift key as of any other."""
    assert Hand().types("".join(f"⇧{sign}" for sign in CODE) + "\r", 5).rests().came == [f"<{CODE}>"]


@pytest.mark.parametrize("ms", [50, 59, 61, 80, 130, 400])
def test_what_a_person_types_stays_as_it_is(ms: float) -> None:
    assert Hand().types("pasport", ms).rests().came == list("pasport")


@pytest.mark.parametrize("ms", [61, 80, 130, 400])
def test_a_person_may_type_a_code_and_press_enter(ms: float) -> None:
    assert Hand().types(f"{CODE}\r", ms).came == [*CODE, "enter"]


def test_a_key_waits_no_longer_than_the_gap() -> None:
    hand = Hand().types("7", 500)
    assert hand.rests(GAP / 1000).came == []
    assert hand.rests(2).came == ["7"]


@pytest.mark.parametrize("key", ["\r", "\t"])
def test_an_end_key_alone_is_pressed_at_once(key: str) -> None:
    assert Hand().types(key, 500).came == [NAMES[key]]


def test_a_key_that_is_held_down_is_no_scan() -> None:
    assert Hand().types("1" * 40, 33).rests().came == ["1"] * 40


def test_order_is_kept_when_other_keys_follow() -> None:
    hand = Hand().types("ab", 30)
    hand._note(hand.scanner.heard(events.Key("down", None), hand.at + 10_000))
    assert hand.came == ["a", "b", "down"]


@pytest.mark.parametrize("layout", LAYOUTS, ids=["ru", "az"])
def test_a_scan_through_another_layout_is_the_same_code(layout: str) -> None:
    typed = str.maketrans(LATIN, layout)
    for code in (CODE, "WXYZ" + CODE[4:], URL, URL.lower()):
        assert in_latin(code.translate(typed)) == code
        assert Hand().types(code.translate(typed) + "\r", 5).came == [f"<{code}>"]


def test_what_is_no_code_in_another_layout_stays_as_it_is() -> None:
    for text in (CODE, "Növbə: привет", "日本語日本語", "", "Naïve 12"):
        assert in_latin(text) == text


TRIES = 10
"""A machine with much to do may hand a key on 15 ms late, and so break a scan of 45 ms a key."""


@pytest.mark.parametrize("ms", [0, 1, 5, 15, 30, 45])
def test_through_a_terminal(tmp_path: Path, ms: float) -> None:
    expected = f"ready\nscanned {URL}\nscanned {CODE}\nkey 7\nkey enter\npressed\n"
    heard = (through_a_terminal(tmp_path / str(attempt), ms) for attempt in range(TRIES))
    assert expected in heard


def through_a_terminal(log: Path, ms: float) -> str:
    """What an app notes of two scans, one key each `ms`, and of a person."""
    with on_a_pty(sys.executable, "-c", APP, str(log)) as terminal:
        terminal.until_file(log, "ready")
        terminal.type(f"{URL}\r{CODE}\n", ms)
        terminal.until_file(log, f"scanned {CODE}")
        terminal.type("7\r", 200)  # a person
        terminal.until_file(log, "pressed")
        return log.read_text()
