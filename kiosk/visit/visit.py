"""One visitor's way from the first question to the ticket: what follows what, and after how long. Knows no screen."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING

from data.refused import Refused
from data.texts import mark
from kiosk.visit.comfort import start
from kiosk.visit.offered import Offered
from kiosk.visit.question import BACK, BOOK, CANCEL, ERASE, NORMAL, PRINT, READ, Choice
from kiosk.visit.standing import Standing
from kiosk.visit.steps import CODED, LEADS, REST, WAY, Errand, Step, asked

if TYPE_CHECKING:
    from data.views import Ticket
    from kiosk.visit.looked import Looked

CODE_LENGTH, LONGEST_SEARCH = 17, 30
SORRY = mark("We are sorry: your ticket could not be taken. Please ask at the reception desk.")
NOT_DONE = mark("We are sorry: this could not be done. Please ask at the reception desk.")
NOT_OURS = mark("This is not a code of a ticket. Please hold the code of your ticket before the scanner.")
CANCELLED, GIVEN_BACK = mark("Your ticket is cancelled."), mark("Your appointment is cancelled.")


class Visit(Standing):
    """Goes on as the visitor chooses, the store answers, and time goes by; each way to the visit as it is then."""

    __slots__ = ()

    def touched(self, now: int) -> "Visit":
        """The visitor is there: a question stays."""
        return replace(self, since=now, engaged=True) if self.choosing else self

    def chosen(self, choice: Choice, offered: Offered, now: int, new_key: Callable[[], str]) -> "Visit":
        """After the visitor chose `choice`."""
        if comfort := self.comfort.after(choice.id):
            return replace(self, comfort=comfort, since=now)
        if choice.id == READ:
            return replace(self, aloud=True, since=now)
        if choice.id == BACK:
            return self._back(offered, now)
        if step := LEADS.get(choice.id):
            return self._leave(offered, now) if step == self.step else self._aside(step, now)
        if choice.service:
            return self._service(choice, offered, now, new_key)
        return self._answer(choice.id, offered, now, new_key)

    def typed(self, sign: str, now: int) -> "Visit":
        """After a letter or a digit, part of a name or of a code."""
        if self.step in CODED and sign.isalnum():
            return replace(self, code=(self.code + sign.upper())[:CODE_LENGTH], signs="", since=now)
        if self.step == "language" and sign.isalpha():
            return replace(self._aside("code", now), code=sign.upper())
        if self.step in ("agency", "service") and (self.search or not sign.isspace()):
            return replace(self, search=(self.search + sign)[:LONGEST_SEARCH], since=now)
        return self

    def as_code(self, now: int) -> "Visit":
        """What was typed as a name begins a code."""
        return replace(self._aside("code", now), code=self.search.upper()[:CODE_LENGTH], search="")

    def erased(self, now: int) -> "Visit":
        """Without the last sign that was typed."""
        return replace(self, search=self.search[:-1], code=self.code[:-1] if self.step in CODED else "", since=now)

    def scanned(self, code: str, offered: Offered, now: int) -> "Visit":
        """A code was read; "" is none of a ticket. It begins a new visit, but not where a code was asked for."""
        if self.waiting or not code or self.step in CODED:
            return self if self.waiting else self.looking_for(code, now)
        return replace(home(offered, now), engaged=True).looking_for(code, now)

    def looking_for(self, code: str, now: int) -> "Visit":
        """The visitor wants to know of the ticket with this code; "" is none."""
        return replace(self._wait("look", now), code=code) if code else self.told(NOT_OURS, {}, now)

    def told(self, text: str, values: Mapping[str, object], now: int) -> "Visit":
        """A sentence is said to the visitor, who comes back to where the choice was."""
        known = self.waiting or self.step == "told"
        before = self.before if known else (*self.before, self.step)
        return replace(self, step="told", text=text, values=values, before=before, since=now)

    def refused(self, refused: Refused, now: int) -> "Visit":
        """The store said no; the visitor may choose another."""
        if self.errand == "slot":
            return replace(self, step="instead", slot=None, since=now)
        return replace(self, slot=None).told(refused.text, refused.values, now)

    def delayed(self) -> "Visit":
        """The store does not answer as it should."""
        return replace(self, late=True) if self.waiting else self

    def answered(self, value: object, offered: Offered, now: int) -> "Visit":
        """The store has done what was asked for."""
        from data.views import Ticket  # not before the first paint
        from kiosk.visit.looked import Looked

        if isinstance(value, Looked):
            return self._found(value, offered, now)
        if self.errand == "slot":
            return replace(self, step="instead", slot=value, since=now)
        if self.errand == "cancel":
            had_number = self.ticket is not None and self.ticket.ticket
            return replace(self, before=()).told(CANCELLED if had_number else GIVEN_BACK, {}, now)
        if self.errand == "print" and self.ticket:
            return self.taken(self.ticket, now)  # with its code to photograph, whatever the printer says
        return self.taken(value, now) if isinstance(value, Ticket) else self

    def kept_up(self, value: object) -> "Visit":
        """The ticket that is followed is like this now; in a new state it is asked no more whether to cancel it."""
        from data.views import Ticket  # not before the first paint

        before = self.ticket
        if not (self.follows and before and isinstance(value, Ticket) and value.code == before.code):
            return self
        if value.state == before.state:
            return replace(self, ticket=value)
        *way, step = (step for step in (*self.before, self.step) if step != "sure")
        return replace(self, ticket=value, step=step, before=tuple(way), text="", values={})

    def taken(self, ticket: "Ticket", now: int) -> "Visit":
        """The ticket is safe in the store."""
        return replace(self, step="ticket", ticket=ticket, before=(), paper="", since=now)

    def stays(self, now: int) -> "Visit":
        """It is still being read, or said."""
        return replace(self, since=now)

    def papered(self, code: str, text: str) -> "Visit":
        """The printer has said `text` about the ticket with this code."""
        return replace(self, paper=text) if self.ticket and self.ticket.code == code else self

    def dismissed(self, offered: Offered, now: int) -> "Visit":
        """The visitor has read it; not within half a second, so that a double tap does not hide what was never seen."""
        if self.step not in ("told", "ticket") or 0 <= now - self.since < REST:
            return self
        return self._leave(offered, now)

    def later(self, offered: Offered, now: int) -> "Visit":
        """As time goes by. A question that nobody has touched stays."""
        if now < self.since:  # the clock was set back: nobody shall wait for it to catch up
            return replace(self, since=now)
        if self.left(now) or (self.choosing and not self.engaged):
            return self
        if self.waiting:
            return replace(self, before=()).told(SORRY if self.step == "taking" else NOT_DONE, {}, now)
        return home(offered, now) if self.choosing else self._leave(offered, now)

    def within(self, offered: Offered, now: int) -> "Visit":
        """The same; or the beginning when the centre has changed and no longer has what was asked about."""
        if not self.choosing:
            return self
        steps, stood = asked(offered), {*self.before, self.step}
        if offered.shut and self.engaged and self.step in ("agency", "service"):
            return replace(self, step="shut", before=(), search="", since=now)
        gone = any(step in WAY and step not in steps for step in stood)
        return home(offered, now) if gone or ("service" in stood and not offered.directory.of(self.agency)) else self

    def _answer(self, chosen: str, offered: Offered, now: int, new_key: Callable[[], str]) -> "Visit":
        """What a question of a step leads to that is not the same everywhere."""
        if self.step == "language":
            language = offered.directory.on_screen(chosen)
            return replace(self, language=language, own=chosen, step=asked(offered)[1], since=now)
        if self.step == "agency" and offered.directory.of(chosen):
            return replace(self, agency=chosen, step="service", since=now)
        if self.step == "reasons":
            return replace(self, reason="" if chosen == NORMAL else chosen, key="")._leave(offered, now)
        if self.step == "signs":
            return self._sign(chosen, now)
        if chosen == BOOK:
            return replace(self, key=new_key())._wait("book", now)
        if chosen == CANCEL and self.step == "scanned":
            return self._aside("sure", now)
        return self._wait("cancel" if chosen == CANCEL else "print", now) if chosen in (CANCEL, PRINT) else self

    def _sign(self, chosen: str, now: int) -> "Visit":
        if chosen == ERASE:
            return self.erased(now)
        return self.typed(chosen, now) if len(chosen) == 1 else replace(self, signs=chosen, since=now)

    def _service(self, choice: Choice, offered: Offered, now: int, new_key: Callable[[], str]) -> "Visit":
        if not choice.why:
            return self._take(choice.service, now, new_key)
        there = replace(self, service=choice.service, slot=None, key="")
        offer = offered.offers.get(choice.service)
        return there._wait("slot", now) if offer and offer.bookable else there._aside("instead", now)

    def _take(self, service: str, now: int, new_key: Callable[[], str]) -> "Visit":
        key = self.key if self.service == service and self.key else new_key()
        return replace(self, service=service, key=key)._wait("take", now)

    def _wait(self, errand: Errand, now: int) -> "Visit":
        step: Step = "taking" if errand in ("take", "book") else "looking"
        return replace(self._aside(step, now), errand=errand, late=False)

    def _aside(self, step: Step, now: int) -> "Visit":
        """To a step that leads back to this one."""
        return replace(self, step=step, before=(*self.before, self.step), since=now)

    def _found(self, looked: "Looked", offered: Offered, now: int) -> "Visit":
        own = self.own or looked.ticket.language
        there = replace(self, own=own, language=self.language or offered.directory.on_screen(own), code="")
        if looked.checked_in:
            taken = there.taken(looked.ticket, now)
            return replace(taken, before=("ticket",)).told(looked.text, {}, now) if looked.text else taken
        said = {"text": looked.text, "values": looked.values}
        return replace(there, step="scanned", ticket=looked.ticket, before=(), since=now, **said)

    def _back(self, offered: Offered, now: int) -> "Visit":
        if self.search and self.step in WAY:
            return replace(self, search="", since=now)
        if self.signs:
            return replace(self, signs="", since=now)
        if self.step in WAY and self.can_go_back(offered):
            steps = asked(offered)
            return replace(self, step=steps[steps.index(self.step) - 1], since=now)
        return self if self.step in WAY else self._leave(offered, now)

    def _leave(self, offered: Offered, now: int) -> "Visit":
        """To the step that led here; without one to the beginning."""
        if not self.before:
            return home(offered, now)
        code = "" if self.step in CODED else self.code
        return replace(self, step=self.before[-1], before=self.before[:-1], code=code, since=now)


def home(offered: Offered, now: int) -> Visit:
    """The beginning: nothing of the last visitor remains."""
    languages, agencies = offered.centre.languages, offered.directory.agencies
    own = languages[0] if len(languages) == 1 else ""
    return Visit(
        step=asked(offered)[0],
        since=now,
        began=now,
        comfort=start(offered.centre),
        language=offered.directory.on_screen(own) if own else "",
        own=own,
        agency=agencies[0].id if len(agencies) == 1 else "",
    )
