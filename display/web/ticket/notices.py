"""What came of what was sent: said once, on the page that follows."""

from collections.abc import Mapping

from data.refused import Refused
from data.texts import mark

CAME_OF = "said"
POSTPONED, RATED = "postponed", "rated"
OTHERWISE, AWAY = "not-possible", "away"
NOTICES: Mapping[str, str] = {
    POSTPONED: mark("Your place has moved back. You keep your ticket."),
    RATED: mark("Thank you for your answers."),
    "already-rated": mark("This visit has been rated already. Thank you."),
    "too-often": mark("You have let others go first as often as is possible."),
    AWAY: mark("The centre cannot be reached at the moment. Please see how your ticket stands, then try again."),
    OTHERWISE: mark("That was not possible any more. Here you see how your ticket stands now."),
}


def notice(said: str | None) -> str:
    """The sentence of a word in the address, "" for any that is none of ours."""
    return NOTICES.get(said or "", "")


def of(refused: Refused) -> str:
    """The word for a refusal."""
    if refused.of_store:
        return AWAY
    return refused.code if refused.code in NOTICES else OTHERWISE
