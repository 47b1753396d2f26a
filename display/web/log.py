"""What may be logged: that something went wrong, and where in the code. Never what it was about: that may be a code."""

import logging
import traceback
from asyncio import AbstractEventLoop, CancelledError
from typing import Any

log = logging.getLogger("novbe.web")
SERVER = ("uvicorn", "uvicorn.error", "uvicorn.access", "uvicorn.asgi")


def note(error: BaseException) -> None:
    """Log what kind of fault it was, and where in the code."""
    frames = traceback.extract_tb(error.__traceback__)
    place = f"{frames[-1].filename}:{frames[-1].lineno}" if frames else "?"
    log.error("%s at %s", type(error).__name__, place)


class Faults(logging.Handler):
    """Of what the server would log, only its faults."""

    def emit(self, record: logging.LogRecord) -> None:
        error = record.exc_info[1] if record.exc_info else None
        if error and not isinstance(error, CancelledError):
            note(error)


def quiet() -> None:
    """Have the server log nothing of its own: it would log paths and heads."""
    for name in SERVER:
        logger = logging.getLogger(name)
        logger.handlers, logger.propagate = [Faults()], False
        logger.setLevel(logging.WARNING)


def of_loop(loop: AbstractEventLoop, context: dict[str, Any]) -> None:
    """As the loop's handler of what nobody else handles."""
    if error := context.get("exception"):
        note(error)
