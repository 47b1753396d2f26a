"""What is read aloud, and when? Each new screen, to a visitor who has asked for it once."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from data.texts import name, words
from kiosk.questions import sentences
from kiosk.questions.asked import question
from kiosk.visit.comfort import VOLUMES
from kiosk.visit.offered import Offered
from kiosk.visit.visit import Visit

if TYPE_CHECKING:
    from textual.message import Message

    from display.parts.speech.sentences import Sentence
    from display.parts.speech.voice import Voice
    from kiosk.screen.targets import Targets


class Aloud:
    """Has a voice say what stands on the screen. The voice is made when first something is to be said."""

    def __init__(self, post: "Callable[[Message], object]") -> None:
        self._post = post
        self._voice: Voice | None = None
        self._said = ""
        self._volume: int | None = None

    @property
    def speaking(self) -> bool:
        """Whether something is being said."""
        return self._voice is not None and self._voice.speaking

    def hush(self) -> None:
        """Say no more."""
        if self._voice:
            self._voice.stop()

    def keep_up(self, visit: Visit, offered: Offered, targets: "Targets", now: int, *, again: bool = False) -> None:
        """Say what is new on the screen to a visitor who wants it, or all of it `again`."""
        state = visit.ticket.state if visit.follows and visit.ticket else ""
        what = f"{visit.place} {targets.page} {visit.text} {state} {visit.warned(now)}"
        if not visit.aloud:
            self._said, self._volume = "", None
        elif (again or what != self._said) and not visit.waiting:
            self._said = what
            volume, before = visit.comfort.volume, self._volume
            self._volume = volume
            changed = _volume(visit) if before not in (None, volume) else []
            self._speak([*changed, *said(visit, offered, targets, now)], volume)

    def close(self) -> None:
        """End the voice."""
        if self._voice:
            self._voice.close()

    def _speak(self, what: "list[Sentence]", volume: int) -> None:
        if self._voice is None:
            from display.parts.speech.voice import Voice

            self._voice = Voice(self._post)
            self._voice.start()
        self._voice.say(what, volume)


def said(visit: Visit, offered: Offered, targets: "Targets", now: int) -> "list[Sentence]":
    """What stands on the screen, in sentences."""
    from kiosk.voice import spoken  # hardly any visitor wants it

    say = words(visit.language or offered.directory.languages[0])
    if visit.step == "ticket" and visit.ticket:
        service = name(offered.centre.service(visit.ticket.service).name, visit.language)
        notes = spoken.notice(say, *sentences.with_ticket(visit, offered))
        return [*spoken.ticket(visit.ticket, service, say), *notes]
    if not visit.choosing:
        return spoken.notice(say, *sentences.told(visit, offered))
    if visit.warned(now):
        return spoken.notice(say, *sentences.still_there(visit, offered, now)[:1])
    shown = [(one.key, one.choice) for one in targets.shown if one.choice]
    if visit.step == "language":
        return spoken.languages(shown)
    asked = question(visit, offered)
    title, *rest = spoken.question(asked, shown)
    return [title, *spoken.notice(say, asked.text), *rest, *spoken.tools(say)]


def _volume(visit: Visit) -> "list[Sentence]":
    from kiosk.voice import spoken

    return spoken.volume(visit.comfort.volume, VOLUMES[-1], words(visit.language))
