"""The whole way of a ticket, as three people at three terminals see it."""

import time
from collections.abc import Callable, Iterator
from pathlib import Path

import numpy as np
import pytest
import zxingcpp
from rich.console import Console
from rich.style import Style
from rich.text import Text

from data import visitor
from data.log import verify
from data.store import Store
from tests.terminal import PAUSE_S, WAIT_S, Terminal, Terminals, terminals

SIZES = [(80, 24), (120, 34), (200, 60)]
DOUBLE_TAP_S = 0.7  # a second press within half a second is ignored
BRIGHT = 180
TRUE_COLOUR = Console(color_system="truecolor")


@pytest.fixture
def place(tmp_path: Path) -> Path:
    """Where the store will lie; nothing is there yet."""
    return tmp_path / "new folder" / "store.db"


@pytest.fixture
def centre(place: Path) -> Iterator[Terminals]:
    with terminals(f"novbe-{abs(hash(place))}", {"NOVBE_STORE": str(place), "NOVBE_LANGUAGE": "en"}) as opened:
        yield opened


def test_taken_at_the_kiosk_called_at_a_window_seen_in_the_hall(centre: Terminals, place: Path) -> None:
    kiosk, window, hall = centre.open("kiosk"), centre.open("display", "window", "1"), centre.open("display", "hall")
    kiosk.shows("English")
    code = kiosk_takes(kiosk)
    with Store.open(str(place)) as store:
        press_until(window, "n", lambda: visitor.ticket(store, code=code).state == "called")
        ticket = visitor.ticket(store, code=code)
        assert (ticket.ticket, ticket.window, verify(store).ok) == ("A001", 1, True)
        assert shines(hall)
        following = visitor.take(store, service=ticket.service)
        press_until(window, "n", lambda: visitor.ticket(store, code=following.code).state == "called")
    hall.shows("A001 → 1")  # in big letters no more: A002 is there now


@pytest.mark.slow
def test_the_code_is_read_from_the_terminal_in_every_size(centre: Terminals, place: Path) -> None:
    for size in SIZES:
        kiosk = centre.open("kiosk", size=size)
        kiosk.shows("English")
        code = kiosk_takes(kiosk)
        with Store.open(str(place)) as store:
            assert visitor.ticket(store, code=code).qr == code


def test_by_mouse_alone(centre: Terminals, place: Path) -> None:
    kiosk = centre.open("kiosk")
    for _ in range(3):
        shown = kiosk.shows(" 1 ").splitlines()
        row = next(at for at, line in enumerate(shown) if " 1 " in line)
        kiosk.click(shown[row].index(" 1 ") + 6, row)
        until(lambda shown=shown: kiosk.text().splitlines() != shown)
        time.sleep(DOUBLE_TAP_S)
    until(lambda: decoded(kiosk))


def kiosk_takes(kiosk: Terminal) -> str:
    """Enter alone leads from the first screen to a ticket; what its QR code says."""
    press_until(kiosk, "Enter", lambda: decoded(kiosk))
    return decoded(kiosk)


def press_until(terminal: Terminal, key: str, condition: Callable[[], object]) -> None:
    """Press a key again and again, as somebody without haste does, until the condition holds."""
    end = time.monotonic() + WAIT_S
    while not condition():
        assert time.monotonic() < end, terminal.text()
        terminal.press(key)
        time.sleep(DOUBLE_TAP_S)


def decoded(terminal: Terminal) -> str:
    """What a phone reads from the screen; empty where there is no code."""
    read = zxingcpp.read_barcodes(np.kron(pixels(terminal.rows()), np.ones((4, 4), dtype=np.uint8)))
    return read[0].text if read else ""


def shines(terminal: Terminal) -> bool:
    """Wait until a part of the screen is as bright as big letters are."""
    until(lambda: (pixels(terminal.rows()) > BRIGHT).sum() > 200)
    return True


def pixels(rows: list[Text]) -> np.ndarray:
    """The brightness of every half cell."""
    width = max((row.cell_len for row in rows), default=1)
    image = np.zeros((2 * len(rows), width), dtype=np.uint8)
    for y, row in enumerate(rows):
        x = 0
        for segment in row.render(TRUE_COLOUR):
            ink, paper = shades(segment.style or Style())
            for character in segment.text.rstrip("\n"):
                image[2 * y, x], image[2 * y + 1, x] = paper, ink if character == "▄" else paper
                x += 1
    return image


def shades(style: Style) -> tuple[int, int]:
    """How bright are the ink and the paper of a style?"""
    ink, paper = (colour.get_truecolor() if colour else (0, 0, 0) for colour in (style.color, style.bgcolor))
    return sum(ink) // 3, sum(paper) // 3


def until(condition: Callable[[], object]) -> None:
    """Wait until the condition holds."""
    end = time.monotonic() + WAIT_S
    while not condition():
        assert time.monotonic() < end, "it did not come so in time"
        time.sleep(PAUSE_S)
