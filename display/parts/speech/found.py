"""What can this machine speak with? Looked for without loading anything."""

import sys
from importlib.util import find_spec
from pathlib import Path
from shutil import which

from data.refused import Refused
from display.parts.speech.engine import Engine
from display.parts.speech.player import Command, Player

PROGRAM, WHEEL = "espeak-ng", "espeakng_loader"
MINIAUDIO = "miniaudio"
PLAY = ("-P", str(Path(__file__).with_name("play.py")))
"""What Python is given to play through miniaudio; -P: the modules beside it are none of its own."""
PROGRAMS = {"pw-play": (), "paplay": (), "aplay": ("-q",)}
"""The programs that play a sound, best first: through a sound server many can be heard at once."""
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
    """What plays sound on this machine, best first: miniaudio, where it is installed, then the machine's programs."""
    ours: list[Player] = [Command(MINIAUDIO, sys.executable, PLAY)] if find_spec(MINIAUDIO) else []
    return ours + [Command(name, path, options) for name, options in PROGRAMS.items() if (path := which(name))]


def missing() -> Refused | None:
    """Why nothing can be read aloud on this machine, if so."""
    return no_engine() or no_player()


def no_engine() -> Refused | None:
    """Why nothing can be made a sound of, if so."""
    return None if which(PROGRAM) or find_spec(WHEEL) else Refused("no-speech", NO_ENGINE)


def no_player() -> Refused | None:
    """Why nothing can be heard, if so."""
    return None if players() else Refused("no-speech", NO_PLAYER, programs=", ".join(PROGRAMS))
