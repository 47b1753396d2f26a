"""A QR code that phones read from a terminal."""

from functools import lru_cache
from typing import Any

from rich.color import Color
from textual.geometry import Size
from textual.reactive import reactive
from textual.strip import Strip
from textual.widget import Widget

from display.parts import halves

QUIET_ZONE = 4
BLACK, WHITE = Color.from_rgb(0, 0, 0), Color.from_rgb(255, 255, 255)


@lru_cache(16)
def rows(payload: str) -> halves.Picture:
    """The cells of `payload` as a QR code of level M with its quiet zone; none for an empty one.

    A payload of capitals, digits and ``$%*+-./:`` is kept in alphanumeric mode, which makes the code smaller.
    """
    if not payload:
        return ()
    import qrcode  # not before the first paint

    code = qrcode.QRCode(error_correction=qrcode.ERROR_CORRECT_M, border=QUIET_ZONE)
    code.add_data(payload, optimize=0)
    code.make(fit=True)
    return halves.picture([[bool(module) for module in row] for row in code.get_matrix()])


class QR(Widget):
    """`payload` as a QR code, black on white whatever the theme. As large as it needs to be."""

    DEFAULT_CSS = "QR { width: auto; height: auto; }"
    ALLOW_SELECT = False

    payload: reactive[str] = reactive("", layout=True)

    def __init__(self, payload: str = "", **options: Any) -> None:
        super().__init__(**options)
        self.set_reactive(QR.payload, payload)

    def get_content_width(self, container: Size, viewport: Size) -> int:
        picture = rows(self.payload)
        return len(picture[0]) if picture else 0

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        return len(rows(self.payload))

    def render_line(self, y: int) -> Strip:
        picture = rows(self.payload)
        if y >= len(picture):
            return Strip.blank(self.size.width)
        return halves.strip(picture[y], BLACK, WHITE)
