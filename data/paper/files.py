"""A picture of a paper as a file."""

from pathlib import Path
from typing import TYPE_CHECKING, Literal

from data.refused import Refused

if TYPE_CHECKING:
    from PIL.Image import Image

DPI = 203
"""8 dots a mm, as the print head has: so the file has the size of the paper."""


def save(image: "Image", file: Path, form: Literal["png", "pdf"] | None = None) -> None:
    """Write the picture as PNG or PDF: in the `form`, else in that of the file's suffix.

    What is there is written over. Raises Refused `not-allowed` for another suffix, and where it cannot be written.
    """
    chosen = form or file.suffix.lower().removeprefix(".")
    if chosen not in ("png", "pdf"):
        raise Refused("not-allowed", "{file} must end with .png or .pdf.", file=str(file))
    try:
        if chosen == "png":
            image.save(file, "PNG", dpi=(DPI, DPI))
        else:
            image.save(file, "PDF", resolution=DPI, title="", producer="")
    except (OSError, ValueError) as error:
        problem = getattr(error, "strerror", None) or str(error)
        raise Refused("not-allowed", "{file} cannot be written: {problem}.", file=str(file), problem=problem) from None
