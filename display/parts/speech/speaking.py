"""What becomes of sentences: sound, in the best voice for each language."""

from collections.abc import Iterator, Sequence

from display.parts.speech.engine import Engine, Sound, Unspoken
from display.parts.speech.sentences import Sentence, by_language, voices

AMPLITUDES = (0, 8, 16, 32, 63, 125)
"""By volume: each step doubles the samples (6 dB), and at the last hardly one is cut."""
LOUDEST = len(AMPLITUDES) - 1


def within(volume: int) -> int:
    """The volume that there is: from 0, at which nothing is heard, to LOUDEST."""
    return max(0, min(volume, LOUDEST))


def spoken(engine: Engine, sentences: Sequence[Sentence], volume: int) -> Iterator[Sound]:
    """What is said in each language, one after the other; Unspoken when it can't be."""
    for language, markup in by_language(sentences):
        yield _in_best_voice(engine, markup, language, AMPLITUDES[within(volume)])


def _in_best_voice(engine: Engine, markup: str, language: str, amplitude: int) -> Sound:
    *better, last = voices(language)
    for voice in better:
        try:
            return engine.speak(markup, voice, amplitude)
        except Unspoken:
            continue
    return engine.speak(markup, last, amplitude)
