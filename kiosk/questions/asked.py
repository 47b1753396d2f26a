"""Which question stands before the visitor?"""

from kiosk.questions import languages
from kiosk.visit.offered import Offered
from kiosk.visit.question import Question
from kiosk.visit.visit import Visit


def question(visit: Visit, offered: Offered) -> Question:
    """The question of a visit that is choosing."""
    if visit.step == "language":
        return languages.question(visit, offered)
    # Not before the first paint.
    from kiosk.questions import agencies, code, instead, reasons, scanned, services, settings, shut

    asks = {
        "shut": shut.question,
        "agency": agencies.question,
        "service": services.question,
        "settings": settings.question,
        "reasons": reasons.question,
        "code": code.question,
        "signs": code.signs,
        "instead": instead.question,
        "scanned": scanned.question,
        "sure": scanned.sure,
    }
    return asks[visit.step](visit, offered)
