from pathlib import Path
from shutil import which

import pytest

from display.parts.speech.library import Library
from display.parts.speech.program import Program
from tests.display.parts.speech.phonemes import Phonemes

PROGRAM = which("espeak-ng")


@pytest.fixture(scope="session")
def library() -> Library:
    """The wheel's library, loaded once."""
    return Library()


@pytest.fixture
def phonemes(library: Library, tmp_path: Path) -> Phonemes:
    return Phonemes(library, tmp_path / "phonemes")


@pytest.fixture
def program() -> Program:
    """The program, where the machine has it."""
    if PROGRAM is None:
        pytest.skip("espeak-ng is not installed on this machine")
    return Program(PROGRAM)
