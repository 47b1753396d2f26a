"""Which question stands before the visitor?"""

from kiosk import agencies, languages, services
from kiosk.offered import Offered
from kiosk.question import Question
from kiosk.visit import Visit

ASKS = {"language": languages.question, "agency": agencies.question, "service": services.question}


def question(visit: Visit, offered: Offered) -> Question:
    """The question of a visit that is choosing."""
    return ASKS[visit.step](visit, offered)
