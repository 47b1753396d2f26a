"""What is said of a call, and how does it sound?"""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from data.texts import mark, words
from data.views import Call
from display.parts.calls.announcements import Manner
from display.parts.speech import clips, samples
from display.parts.speech.chime import chime
from display.parts.speech.engine import Engine, Sound, Unspoken
from display.parts.speech.sentences import Sentence
from display.parts.speech.speaking import AMPLITUDES, LOUDEST, spoken

TICKET_AND_WINDOW = mark("Ticket {ticket}, window {window}.")
NUMBERS = mark("{ticket}, window {window}.")
PAUSE = 0.35
"""Seconds between the chime and each language."""


@dataclass(frozen=True, slots=True)
class Announcement:
    """A call to be said in `languages`, one after another, at `volume` from 0 to 5; `clips` is the recorded folder."""

    call: Call
    languages: tuple[str, ...]
    manner: Manner = Manner.FULL
    volume: int = LOUDEST
    clips: Path | None = None


@dataclass(frozen=True, slots=True)
class Made:
    """The sound of an announcement; which problem kept something of it from being said, if any."""

    sound: Sound
    problem: str = ""


def languages(call: Call, first: str, manner: Manner) -> tuple[str, ...]:
    """The languages of a call: its ticket's, then the `first` of the centre, each once."""
    both = tuple(dict.fromkeys(language for language in (call.language, first) if language))
    return both if manner is Manner.FULL else both[:1]


def sentence(call: Call, language: str, manner: Manner) -> Sentence:
    """What is said of `call` in `language`; in English where there is no catalogue for it."""
    say = words(language)
    message = NUMBERS if manner is Manner.NUMBERS else TICKET_AND_WINDOW
    return Sentence(say.language, say(message, ticket=call.ticket, window=call.window), call.ticket)


def made(announcement: Announcement, engine: Engine | None) -> Made:
    """The chime, then the call in each language: recorded, or else as the `engine` says it.

    What cannot be said in one language is left out, and the others are said.
    """
    sounds, problem = [_chime(announcement)], ""
    for language in announcement.languages:
        try:
            sounds += _recorded(announcement, language) or _spoken(announcement, language, engine)
        except Exception as error:  # whatever is wrong with an engine, the others are said
            problem = str(error) or type(error).__name__
    return Made(samples.joined(sounds, PAUSE), problem)


def _chime(announcement: Announcement) -> Sound:
    recorded = _clip(announcement, clips.chime)
    return recorded[0] if recorded else chime(announcement.volume)


def _recorded(announcement: Announcement, language: str) -> list[Sound]:
    call = announcement.call
    said = clips.numbers if announcement.manner is Manner.NUMBERS else clips.call
    return _clip(announcement, lambda folder: said(folder / language, call.ticket, call.window))


def _clip(announcement: Announcement, find: Callable[[Path], Sound | None]) -> list[Sound]:
    """What `find` finds among the clips, at the volume; nothing when a clip is wrong: then the machine speaks."""
    try:
        found = announcement.clips and find(announcement.clips)
    except (Unspoken, OSError, ValueError):
        return []
    return [samples.scaled(found, AMPLITUDES[announcement.volume] / AMPLITUDES[-1])] if found else []


def _spoken(announcement: Announcement, language: str, engine: Engine | None) -> list[Sound]:
    if engine is None:
        return []
    said = sentence(announcement.call, language, announcement.manner)
    return [samples.trimmed(sound) for sound in spoken(engine, [said], announcement.volume)]
