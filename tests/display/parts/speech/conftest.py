from pathlib import Path
from shutil import which

import pytest

from display.parts.speech.library import Library
from display.parts.speech.program import Program
from tests.display.parts.speech.phonemes import Phonemes
from tests.programs import needs

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
    needs("espeak-ng")
    assert PROGRAM
    return Program(PROGRAM)
