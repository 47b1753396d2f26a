"""What becomes of a scanned ticket while it is shown."""

from pathlib import Path

import pytest

from data import visitor, window
from data.store import Store
from data.views import Ticket
from tests.kiosk.centres import a_centre
from tests.kiosk.kiosks import running
from tests.kiosk.scans import scan
from tests.screens import until

CENTRE = a_centre({"Only": ["One", "Two"]}, ["az", "en"], each='duration = "10m"')


async def test_what_becomes_of_the_ticket_meanwhile_is_shown(tmp_path: Path) -> None:
    tickets: list[Ticket] = []

    def take(store: Store) -> None:
        window.open(store, window=1)
        tickets.extend(visitor.take(store, service="agency-1-service-1", language="en") for _ in range(3))

    async with running(tmp_path, CENTRE, before=take) as kiosk:
        await scan(kiosk, tickets[1].qr)
        await kiosk.shows("1 person ahead")
        kiosk.meanwhile(lambda store: visitor.postpone(store, code=tickets[1].code))
        await kiosk.shows("2 people ahead")
        kiosk.meanwhile(lambda store: visitor.cancel(store, code=tickets[0].code))
        await kiosk.shows("1 person ahead")
        await kiosk.press("1")
        await kiosk.shows("Cancel this ticket?")
        kiosk.meanwhile(lambda store: window.call(store, window=1, ticket="A002", reason="x"))
        await kiosk.shows("Please go to window 1.")
        assert "Cancel this ticket" not in kiosk.shown
        await kiosk.press("1", "2")
        assert kiosk.acts()[-1] == "call"


@pytest.mark.parametrize("aside", [[], ["asterisk"]])
async def test_a_ticket_that_is_cancelled_by_phone_is_offered_nothing_more(tmp_path: Path, aside: list[str]) -> None:
    tickets: list[Ticket] = []

    def take(store: Store) -> None:
        tickets.append(visitor.take(store, service="agency-1-service-1", language="en"))

    async with running(tmp_path, CENTRE, before=take) as kiosk:
        await scan(kiosk, tickets[0].qr)
        await kiosk.shows("0 people ahead")
        await kiosk.press(*aside)
        kiosk.meanwhile(lambda store: visitor.cancel(store, code=tickets[0].code))
        await until(kiosk.pilot, lambda: kiosk.app.visit.ticket and kiosk.app.visit.ticket.state == "cancelled")
        await kiosk.press(*(["0"] if aside else []))
        await kiosk.shows("This ticket has been cancelled.")
        assert "Cancel this ticket" not in kiosk.shown


async def test_the_store_is_asked_only_while_a_ticket_is_shown(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    read: list[str] = []
    real = visitor.ticket

    def ticket(store: Store, *, code: str) -> Ticket:
        read.append(code)
        return real(store, code=code)

    monkeypatch.setattr(visitor, "ticket", ticket)
    tickets: list[Ticket] = []

    def take(store: Store) -> None:
        tickets.append(visitor.take(store, service="agency-1-service-1", language="en"))

    async with running(tmp_path, CENTRE, before=take) as kiosk:
        await scan(kiosk, tickets[0].qr)
        await kiosk.shows("0 people ahead")
        await until(kiosk.pilot, lambda: len(read) == 2)
        await kiosk.press("0")
        await kiosk.reach("language")
        before = kiosk.app.offered
        kiosk.meanwhile(take)
        await until(kiosk.pilot, lambda: kiosk.app.offered is not before)
        assert len(read) == 2
