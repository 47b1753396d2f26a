"""A QR code for paper: level M, with a quiet zone of four modules, each module a whole number of dots."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PIL.Image import Image

QUIET_ZONE = 4
MODULE = 8
"""The largest module in dots: 1 mm, which every telephone reads."""


def picture(payload: str, room: int) -> "Image":
    """The code of `payload`, at most `room` dots wide.

    A payload of capitals, digits and ``$%*+-./:`` is kept in alphanumeric mode, which makes the code smaller.
    """
    import qrcode
    from PIL import Image

    code = qrcode.QRCode(error_correction=qrcode.ERROR_CORRECT_M, border=QUIET_ZONE)
    code.add_data(payload, optimize=0)
    code.make(fit=True)
    modules = code.get_matrix()
    image = Image.new("L", (len(modules), len(modules)), 255)
    image.putdata([0 if module else 255 for row in modules for module in row])
    size = max(1, min(MODULE, room // len(modules))) * len(modules)
    return image.resize((size, size), Image.Resampling.NEAREST)
