"""What a printer is told, and what it answers: the little of ESC/POS that a picture needs.

From Epson's reference: ESC @ (reset), GS v 0 (raster), ESC d (feed), GS V 66 (cut), DLE EOT (status, answered at once).
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from PIL.Image import Image

START = b"\x1b@"
END = b"\x1bd\x04\x1dV\x42\x00"
"""Four lines on, so that the cutter is past the picture; then a partial cut."""
BAND = 256
"""Rows that a printer with little memory still takes at once."""
ASKED = (1, 2, 4)

State = Literal["ready", "problem", "unknown"]


@dataclass(frozen=True, slots=True)
class Status:
    """How a printer is. Silence is unknown, not ready. A ready one may have a `problem` that is not pressing yet."""

    state: State
    problem: str | None = None


READY, SILENT = Status("ready"), Status("unknown", "silent")


def job(image: "Image") -> Iterator[bytes]:
    """The picture, of one bit a dot and a multiple of 8 wide, as commands in bands."""
    yield START
    columns = image.width // 8
    for top in range(0, image.height, BAND):
        band = image.crop((0, top, image.width, min(image.height, top + BAND)))
        black = bytes(byte ^ 0xFF for byte in band.tobytes())
        yield b"\x1dv0\x00" + columns.to_bytes(2, "little") + band.height.to_bytes(2, "little") + black
    yield END


def question(number: int) -> bytes:
    """The command that asks for the status `number`."""
    return b"\x10\x04" + bytes([number])


def answer(said: bytes) -> int | None:
    """The newest byte of `said` that is an answer to a question: of the form 0xx1xx10."""
    return next((byte for byte in reversed(said) if byte & 0x93 == 0x12), None)


def status(answers: Mapping[int, int | None]) -> Status:
    """What the answers to the questions 1, 2 and 4 mean; None where there was none."""
    online, cause, paper = (answers.get(number) for number in ASKED)
    problems = (
        ("cover-open", cause, 0x04),
        ("paper-out", paper, 0x60),
        ("paper-out", cause, 0x20),
        ("error", cause, 0x40),
        ("offline", online, 0x08),
    )
    for problem, said, bits in problems:
        if said is not None and said & bits:
            return Status("problem", problem)
    if online is None or paper is None:
        return SILENT
    return Status("ready", "paper-low") if paper & 0x0C else READY
