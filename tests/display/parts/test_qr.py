"""Phones read what the terminal draws."""

import numpy as np
import pytest
import zxingcpp
from textual.app import App, ComposeResult

from display.parts.qr import QR, rows

URL = "HTTPS://Q.EXAMPLE.AZ/0044J20YNJ95GVVP7"


class Shown(App[None]):
    def __init__(self, payload: str) -> None:
        super().__init__()
        self.payload = payload

    def compose(self) -> ComposeResult:
        yield QR(self.payload)


def pixels(code: QR) -> np.ndarray:
    """What stands on the screen: two pixels a cell, one above the other."""
    lines: list[list[int]] = []
    for y in range(code.size.height):
        upper, lower = [], []
        for text, style, _ in code.render_line(y):
            assert style is not None
            assert style.color is not None
            assert style.bgcolor is not None
            ink, paper = style.color.get_truecolor()[0], style.bgcolor.get_truecolor()[0]
            assert set(text) <= {" ", "▄"}
            upper += [paper for _ in text]
            lower += [ink if half == "▄" else paper for half in text]
        lines += [upper, lower]
    return np.array(lines, dtype=np.uint8)


def decoded(picture: np.ndarray) -> list[str]:
    return [code.text for code in zxingcpp.read_barcodes(np.kron(picture, np.ones((4, 4), dtype=np.uint8)))]


@pytest.mark.parametrize("payload", [URL, "NOVBE:0044J20YNJ95GVVP7", "A", "[/] Tax [A] ə Й 🎫", "x" * 200])
async def test_what_is_drawn_is_read(payload: str) -> None:
    app = Shown(payload)
    async with app.run_test(size=(120, 60)):
        assert decoded(pixels(app.query_one(QR))) == [payload]


async def test_the_quiet_zone_is_white_and_enough_on_a_dark_screen() -> None:
    app = Shown(URL)
    async with app.run_test(size=(120, 60)):
        picture = pixels(app.query_one(QR))
    quiet = np.full_like(picture, 255)
    quiet[4:37, 4:29] = picture[4:37, 4:29]
    assert (quiet == picture).all()
    assert decoded(np.pad(picture, 10)) == [URL]


def test_an_address_in_capitals_needs_33_columns_and_17_rows() -> None:
    picture = rows(URL)
    assert (len(picture[0]), len(picture)) == (33, 17)


async def test_a_new_payload_is_drawn_in_its_place() -> None:
    app = Shown("")
    async with app.run_test(size=(120, 60)) as pilot:
        code = app.query_one(QR)
        assert code.size.width == 0
        code.payload = URL
        await pilot.pause()
        assert decoded(pixels(code)) == [URL]
