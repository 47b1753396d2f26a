"""How is a sentence written so that espeak-ng reads it as a person would?

Each rule here answers something that it reads wrongly; the tests show each by its phonemes.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby
from xml.sax.saxutils import escape

from display.parts.speech import ordinals

VOICES = {"no": "nb", "zh": "cmn"}
"""The voices that are not called as their language is."""
LAST_VOICE = "en"

CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f]")
BETWEEN_NUMBERS = re.compile(r"(?<=\d)\s+(?=\d)")
TICKET = re.compile(r"(\D*)0*(\d+)")
SPELT = '\n<say-as interpret-as="characters">{letters}</say-as> {number}'
"""On a new line, since letters to be spelt are not said at all after a full stop and a space."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence in a language. `ticket` is what of `text` is a ticket's number, such as A012."""

    language: str
    text: str
    ticket: str = ""


def voices(language: str) -> tuple[str, ...]:
    """The voices for `language`, best first.

    The last is English: a language that nobody has made a voice for has hardly a catalogue either, and what has no
    translation is said in English.
    """
    return tuple(dict.fromkeys((VOICES.get(language, language), LAST_VOICE)))


def by_language(sentences: Sequence[Sentence]) -> list[tuple[str, str]]:
    """Each language with the markup of what is said in it, in the order of the sentences."""
    groups = groupby(sentences, lambda sentence: sentence.language)
    return [(language, "\n".join(map(markup, said))) for language, said in groups]


def markup(sentence: Sentence) -> str:
    """The sentence in SSML.

    A ticket's letters are spelt, so that A is no article, and its number said without zeros. Two numbers side by side
    are kept apart, or they become one of thousands. Azerbaijani ordinals are words.
    """
    text = CONTROL.sub(" ", sentence.text)
    text = BETWEEN_NUMBERS.sub(", ", text)
    if sentence.language == "az":
        text = ordinals.in_words(text)
    around = text.split(sentence.ticket) if sentence.ticket else [text]
    return f"<s>{spelt(sentence.ticket).join(map(escape, around))}</s>"


def spelt(ticket: str) -> str:
    """A ticket's number in SSML: its letters one by one, then the number."""
    if parts := TICKET.fullmatch(ticket):
        return SPELT.format(letters=escape(parts[1].strip()), number=parts[2]) if parts[1].strip() else parts[2]
    return SPELT.format(letters=escape(ticket), number="").rstrip()
