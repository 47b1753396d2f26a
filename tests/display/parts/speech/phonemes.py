"""What espeak-ng would say, in the letters of the International Phonetic Association."""

import ctypes
import subprocess
from pathlib import Path

from display.parts.speech.library import Library
from display.parts.speech.sentences import Sentence, markup, voices

IPA, OFF = 0x02, 0


class Phonemes:
    """The library that says to a file which phonemes it makes."""

    def __init__(self, library: Library, file: Path) -> None:
        self._library = library
        self._file = file

    def of(self, sentence: Sentence) -> str:
        """The phonemes of a sentence in the voice of its language, without stress, its clauses parted by |."""
        libc, espeak = ctypes.CDLL(None), self._library.load()
        libc.fopen.restype = ctypes.c_void_p
        libc.fclose.argtypes = [ctypes.c_void_p]
        espeak.espeak_SetPhonemeTrace.argtypes = [ctypes.c_int, ctypes.c_void_p]
        file = libc.fopen(bytes(self._file), b"w")
        espeak.espeak_SetPhonemeTrace(IPA, file)
        try:
            self._library.speak(markup(sentence), voices(sentence.language)[0], 100)
        finally:
            espeak.espeak_SetPhonemeTrace(OFF, None)
            libc.fclose(file)
        return plain(self._file.read_text("utf-8"))


def by_program(path: str, sentence: Sentence) -> str:
    """The same by the program."""
    command = [path, "-m", "-v", voices(sentence.language)[0], "-q", "--ipa", "--stdin"]
    return plain(
        subprocess.run(command, input=markup(sentence).encode(), capture_output=True, check=True).stdout.decode()
    )


def plain(trace: str) -> str:
    clauses = (" ".join(line.split()) for line in trace.replace("ˈ", "").replace("ˌ", "").splitlines())
    return " | ".join(filter(None, clauses))
