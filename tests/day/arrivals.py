"""The visitors: they take a ticket or have booked one, wait, lose patience, come back late."""

from datetime import datetime, timedelta
from functools import partial

import pytest

from data import desk, slots, visitor, window
from data.refused import Refused
from data.views import Ticket
from tests.day.books import SECOND, Guest
from tests.day.centre import HEAD_STARTS
from tests.day.script import EPOCH, TODAY, Script, Steps, at_clock

OFTEN = {"id-card": 5, "passport": 5, "tax": 4, "notary": 1, "registry": 2, "pension": 3, "land": 2, "licence": 3}
HOURS = {9: 14, 10: 18, 11: 13, 12: 9, 13: 9, 14: 12, 15: 11, 16: 9, 17: 4}
LANGUAGES = ("az", "az", "az", "ru", "en")
BOOKED, WITHOUT, ABSENT, LATE, IMPATIENT = 0.08, 0.03, 0.25, 0.1, 0.04


def everybody(script: Script) -> None:
    """Have all visitors of the day come, those with a booking too."""
    for _ in range(round(script.size * BOOKED)):
        script.begin(at_clock(-9) + script.random.randrange(3600 * SECOND), books(script))
    for _ in range(script.size - round(script.size * BOOKED)):
        hour = script.random.choices([*HOURS], [*HOURS.values()])[0]
        span = 3600 if hour < 17 else 2700
        script.begin(at_clock(hour) + script.random.randrange(span * SECOND), comes(script))


def a_guest(script: Script, service: str | None = None) -> Guest:
    """Somebody, who needs something."""
    service = service or script.random.choices([*OFTEN], [*OFTEN.values()])[0]
    return Guest(service, language=script.random.choice(LANGUAGES))


def comes(script: Script) -> Steps:
    """Take a ticket, or go to a window without; where the service is stopped, go home."""
    if script.perhaps(WITHOUT):
        script.at_the_door += 1
        return
    guest = a_guest(script)
    guest.class_, reason = ("priority", "elderly") if script.perhaps(0.1) else ("normal", None)
    take = partial(
        *(visitor.take, script.store),
        service=guest.service,
        class_=guest.class_,
        language=guest.language,
        reason=reason,
    )
    if guest.service in script.stopped:
        with pytest.raises(Refused) as refusal:
            take()
        assert refusal.value.code == "service-closed"
        return
    took(script, guest, take())
    yield from waits(script, guest)


def took(script: Script, guest: Guest, ticket: Ticket) -> None:
    """Somebody has a ticket."""
    guest.code, guest.number, guest.id, guest.steps = ticket.code, ticket.ticket, ticket.revision, ticket.steps
    guest.waits_from(script.now, HEAD_STARTS[guest.class_])
    script.books.guests.append(guest)
    script.note(guest, "take", state="waiting")


def waits(script: Script, guest: Guest) -> Steps:
    """Lose patience, perhaps."""
    if script.perhaps(IMPATIENT):
        yield script.random.uniform(300, 2400)
        if guest.state in ("waiting", "held"):
            visitor.cancel(script.store, code=guest.code)
            script.note(guest, "cancel", state="gone")


def books(script: Script) -> Steps:
    """Book for tomorrow; then come in time, too late for the slot, or not at all."""
    choices = [(one, at) for one in ("land", "licence") for at in slots.free(script.store, service=one, day=TODAY)]
    service, at = script.random.choice(choices)
    guest = a_guest(script, service)
    ticket = visitor.book(script.store, service=service, at=at, language=guest.language)
    assert ticket.slot
    guest.code, guest.id, guest.slot = ticket.code, ticket.revision, moment(ticket.slot)
    script.booked_in_vain += 1
    if script.perhaps(ABSENT):
        return
    early = script.random.uniform(-3600, -700) if script.perhaps(LATE) else script.random.uniform(-500, 1700)
    yield (max(guest.slot - early * SECOND, at_clock(9)) - script.now) / SECOND
    if script.now > at_clock(18):
        return
    script.booked_in_vain -= 1
    arrived = visitor.check_in(script.store, code=guest.code)
    guest.number = arrived.ticket
    in_time = script.now <= guest.slot + 600 * SECOND
    guest.waits_from(guest.slot - 900 * SECOND if in_time else script.now, 0)
    script.books.guests.append(guest)
    script.note(guest, "check-in", state="waiting")
    yield from waits(script, guest)


def comes_back(script: Script, guest: Guest) -> Steps:
    """Show the ticket at a window that is open, within half an hour of having been missed."""
    yield script.random.uniform(120, 1700)
    working = [number for number in script.books.at if script.books.open.get(number)]
    if guest.state != "no-show" or not working:
        return
    number = script.random.choice(working)
    assert desk.scanned(script.store, window=number, code=guest.code).act == "revive"
    by = script.signed[script.books.at[number]]
    window.revive(script.store, window=number, ticket=guest.number, by=by)
    script.note(guest, "revive", window=number, state="waiting")


def moment(at: datetime) -> int:
    """In microseconds."""
    return (at - EPOCH) // timedelta(microseconds=1)
