"""The commands of the hall, of a window and of the supervisor."""

import sys
from argparse import ArgumentTypeError, Namespace
from pathlib import Path
from typing import TYPE_CHECKING

from data import zone
from data.cli.answers import said
from data.cli.commands import add, argument
from data.cli.screens import screen

if TYPE_CHECKING:
    from data.cli.commands import Commands
    from data.refused import Refused

NUMBER = argument("number", metavar="N", type=int, help="the window's number")
LANGUAGE = argument("--language", metavar="L", help="the operator's language, such as az; otherwise the centre's first")


def windows(text: str) -> zone.Ranges:
    """Windows as they were typed."""
    if not (found := zone.windows(text)):
        raise ArgumentTypeError("must be windows, such as 1-6 or 1-6,9")
    return found


def services(text: str) -> tuple[str, ...]:
    """Services as they were typed."""
    if not (found := zone.services(text)):
        raise ArgumentTypeError("must be the ids of services, such as id-card,passport")
    return found


def port(text: str) -> int:
    """A port as it was typed."""
    if not (text.isascii() and text.isdecimal() and len(text) <= 5 and int(text) <= 65535):
        raise ArgumentTypeError("must be a port, such as 8080")
    return int(text)


WINDOWS = argument("--windows", metavar="1-6,9", type=windows, help="show only the calls to these windows")
SERVICES = argument("--services", metavar="S,S", type=services, help="show only the calls for these services")
MUTE = argument("--mute", action="store_true", help="without sound")
CLIPS = argument("--clips", metavar="DIR", type=Path, help="recorded announcements, instead of those of the centre")
HOST = argument("--host", metavar="HOST", default="127.0.0.1", help="the address to listen at (127.0.0.1)")
PORT = argument("--port", metavar="N", type=port, default=8080, help="the port to listen at (8080; 0: any)")


def describe(commands: "Commands") -> None:
    """Add the commands."""
    add(commands, "window", window, "The operator's screen of one service window.", NUMBER, LANGUAGE)
    add(commands, "supervisor", supervisor, "The supervisor's screen of the whole centre.", LANGUAGE)
    about = "The screen that shows the hall who goes where, and says it."
    add(commands, "hall", hall, about, WINDOWS, SERVICES, MUTE, CLIPS)
    add(commands, "web", web, "The pages for phones and browsers, and the open data.", HOST, PORT)


def tell(refused: "Refused") -> None:
    """Say on stderr what whoever starts a screen should know."""
    sys.stderr.write(f"{said(refused)}\n")
    sys.stderr.flush()


def hall(given: Namespace) -> int:
    """`novbe hall`"""
    with screen() as open_store:
        from data.clock import system
        from display.hall.announcer import missing, no_folder
        from display.hall.app import Hall, run

        if given.clips and (refused := no_folder(given.clips)):
            raise refused
        if not given.mute and (silent := missing(recorded=given.clips is not None)):
            tell(silent)
        shown = zone.Zone(given.windows or (), given.services or ())
        return run(open_store, system, Hall(shown, given.mute, given.clips), tell)


def window(given: Namespace) -> int:
    """`novbe window`"""
    with screen() as open_store:
        from data.clock import system
        from display.window.app import run

        return run(open_store, system, given.number, given.language)


def supervisor(given: Namespace) -> int:
    """`novbe supervisor`"""
    with screen() as open_store:
        from data.clock import system
        from display.supervisor.app import run

        return run(open_store, system, given.language)


def web(given: Namespace) -> int:
    """`novbe web`"""
    with screen() as open_store:
        from data.clock import system

        try:
            from display.web.serve import run
        except ModuleNotFoundError as error:
            if (error.name or "").partition(".")[0] not in ("starlette", "uvicorn", "httptools", "jinja2"):
                raise
            from data.refused import Refused

            raise Refused("web-missing", "The pages need the extra: pip install 'novbe[web]'.") from error
        return run(open_store, system, given.host, given.port, tell)
