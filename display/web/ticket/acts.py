"""What may the holder of a ticket do, and how is it asked?"""

from dataclasses import dataclass

from data.centre import Centre
from data.texts import Words, mark, words
from data.views import Followed
from display.parts.own_ticket import GIVE_BACK, GIVE_UP, NEVER_AGAIN, SURE, SURE_BACK, YES

MINUTE = 60_000_000
LET_GO = mark("Let others go first")
MAY_BE_CALLED = mark("If nobody else waits, you may still be called at once.")


@dataclass(frozen=True, slots=True)
class Act:
    """Something that may be done: what opens the question, what it says, and what does it.

    `seen` is how often it was done so far, where that counts: what is sent twice is done once.
    """

    name: str
    summary: str
    text: tuple[str, ...]
    button: str
    seen: int | None = None


def acts(centre: Centre, followed: Followed, language: str) -> tuple[Act, ...]:
    """The acts that are allowed now, the gentle one first."""
    say, may = words(language), followed.may
    return (
        *((_postpone(centre, followed, say),) if "postpone" in may else ()),
        *((_cancel(followed, say),) if "cancel" in may else ()),
    )


def _postpone(centre: Centre, followed: Followed, say: Words) -> Act:
    minutes = max(1, -(-centre.rules.postpone_by // MINUTE))
    moves = say.count(
        "Others go first: your place moves back by {n} minute.",
        "Others go first: your place moves back by {n} minutes.",
        minutes,
    )
    left = centre.rules.postpone_times - followed.postpones
    again = say.count("You can do this {n} more time.", "You can do this {n} more times.", max(0, left))
    return Act(
        "postpone",
        say.count("I need {n} more minute", "I need {n} more minutes", minutes),
        (f"{moves} {say(MAY_BE_CALLED)}", *((again,) if centre.rules.postpone_times else ())),
        say(LET_GO),
        followed.postpones,
    )


def _cancel(followed: Followed, say: Words) -> Act:
    numbered = bool(followed.ticket.ticket)
    sure = say(SURE if numbered else SURE_BACK)
    return Act("cancel", say(GIVE_UP if numbered else GIVE_BACK), (f"{sure} {say(NEVER_AGAIN)}",), say(YES))
