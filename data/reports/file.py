"""A report in a file, which appears whole or not at all."""

import os
from contextlib import suppress
from pathlib import Path

from data.refused import Refused


def save(text: str, file: Path) -> None:
    """Write the text, in UTF-8, beside the file, and put it in its place.

    Raises Refused `bad-report-file` where that cannot be, and leaves what was there.
    """
    unfinished = file.with_name(f".{file.name}.{os.getpid()}")
    try:
        with unfinished.open("w", encoding="utf-8", errors="backslashreplace", newline="") as opened:
            opened.write(text)
        unfinished.replace(file)
    except (OSError, ValueError) as error:
        problem = getattr(error, "strerror", None) or str(error)
        shown = "".join(filter(str.isprintable, str(file)))
        raise Refused("bad-report-file", "{file} cannot be written: {problem}.", file=shown, problem=problem) from None
    finally:
        with suppress(OSError, ValueError):
            unfinished.unlink()
