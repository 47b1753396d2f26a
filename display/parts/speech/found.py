"""What can this machine speak with? Looked for without loading anything."""

from importlib.util import find_spec
from shutil import which

from data.refused import Refused
from display.parts.speech.engine import Engine
from display.parts.speech.player import PROGRAMS, Command, Player

PROGRAM, WHEEL = "espeak-ng", "espeakng_loader"
NO_ENGINE = "Nothing can be read aloud: espeak-ng is not installed. Install it, or pip install 'novbe[speech]'."
NO_PLAYER = "Nothing can be read aloud: no program plays sound. Install one of: {programs}."


def engine() -> Engine | None:
    """The program of the machine, else the wheel's library; None without either."""
    if path := which(PROGRAM):
        from display.parts.speech.program import Program

        return Program(path)
    if find_spec(WHEEL):
        from display.parts.speech.library import Library

        return Library()
    return None


def players() -> list[Player]:
    """The programs of the machine that play sound, best first."""
    return [Command(name, path) for name in PROGRAMS if (path := which(name))]


def missing() -> Refused | None:
    """Why nothing can be read aloud on this machine, if so."""
    if not which(PROGRAM) and not find_spec(WHEEL):
        return Refused("no-speech", NO_ENGINE)
    if not players():
        return Refused("no-speech", NO_PLAYER, programs=", ".join(PROGRAMS))
    return None
