"""The thread of the printer: every ticket comes out once, whatever happens."""

from time import monotonic

import pytest

from data import outbox, paper, visitor
from data.store import Store
from display.parts.messages import Broken
from kiosk.printer import messages
from kiosk.printer.messages import NotPrinted, Printed, PrinterIs
from kiosk.printer.problems import NOT_WORKING
from kiosk.printer.sender import Limits
from tests.clocks import MovableClock
from tests.data.kinds import sqlite_only
from tests.data.paper.papers import codes
from tests.data.printing import asked
from tests.kiosk.printer.kiosks import Kiosk, problems, running, until
from tests.kiosk.printer.loopback import Loopback, rendered


def test_each_ticket_comes_out_once(store: Store, url: str, clock: MovableClock, printer: Loopback) -> None:
    with running(url, clock, printer) as kiosk:
        assert kiosk.hears(PrinterIs).state == "ready"
        tickets = [asked(store, printer.address.name) for _ in range(3)]
        kiosk.line.poke()
        assert [kiosk.hears(Printed).code for _ in tickets] == tickets
        assert kiosk.is_quiet()
    assert [codes(rendered(job)) for job in printer.state.jobs] == [[f"NOVBE:{code}"] for code in tickets]
    assert problems(store) == []


@sqlite_only
def test_what_comes_out_is_the_ticket_of_the_screen(
    store: Store, url: str, clock: MovableClock, printer: Loopback
) -> None:
    code = asked(store, printer.address.name)
    view = visitor.ticket(store, code=code)
    with running(url, clock, printer) as kiosk:
        kiosk.hears(Printed, PrinterIs)
        outbox.again(store, code=code, printer=printer.address.name)
        kiosk.hears(Printed)
    expected = [paper.ticket(store.centre, view, copy=copy).tobytes() for copy in (False, True)]
    assert [rendered(job).tobytes() for job in printer.state.jobs] == expected


@sqlite_only
def test_after_two_minutes_nothing_comes(store: Store, url: str, clock: MovableClock, printer: Loopback) -> None:
    printer.unplug()
    with running(url, clock, printer) as kiosk:
        assert kiosk.hears(PrinterIs).problem == "unreachable"
        asked(store, printer.address.name)
        assert kiosk.hears(NotPrinted).sentence == NOT_WORKING
        clock.advance(121)
        assert until(lambda: outbox.waiting(store, printer.address.name) == ())
        printer.plug_in()
        assert kiosk.hears(PrinterIs).state == "ready"
        fresh = asked(store, printer.address.name)
        assert kiosk.hears(Printed).code == fresh
    assert [codes(rendered(job)) for job in printer.state.jobs] == [[f"NOVBE:{fresh}"]]


@sqlite_only
def test_cut_off_in_the_middle_it_comes_again_as_a_copy(
    store: Store, url: str, clock: MovableClock, printer: Loopback
) -> None:
    printer.state.cut_after = 20000
    with running(url, clock, printer) as kiosk:
        code = asked(store, printer.address.name)
        assert kiosk.hears(NotPrinted, PrinterIs).problem == "cut-off"
        printer.state.cut_after = None
        assert kiosk.hears(Printed, PrinterIs, NotPrinted).code == code
    view = visitor.ticket(store, code=code)
    whole = rendered(printer.state.jobs[-1])
    assert whole.tobytes() == paper.ticket(store.centre, view, copy=True).tobytes()
    assert all(len(job) <= 21100 for job in printer.state.jobs[:-1])


@sqlite_only
def test_a_store_that_is_away_is_waited_for(store: Store, url: str, clock: MovableClock, printer: Loopback) -> None:
    kiosk = Kiosk(url, clock, printer.address)
    kiosk.away = True
    kiosk.line.start()
    try:
        code = asked(store, printer.address.name)
        assert kiosk.is_quiet()
        kiosk.away = False
        assert kiosk.hears(Printed, PrinterIs).code == code
    finally:
        kiosk.line.close()


@sqlite_only
def test_a_test_page(store: Store, url: str, clock: MovableClock, printer: Loopback) -> None:
    with running(url, clock, printer) as kiosk:
        kiosk.line.test()
        assert kiosk.hears(messages.Tested, PrinterIs).problem is None
        printer.state.cover_open = True
        kiosk.line.test()
        assert kiosk.hears(messages.Tested, PrinterIs).problem == "cover-open"
    (job,) = printer.state.jobs
    assert rendered(job).tobytes() == paper.test_page(store.centre).tobytes()


@sqlite_only
def test_a_fault_of_the_program_is_not_hidden(
    store: Store, url: str, clock: MovableClock, printer: Loopback, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*given: object, **more: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr(paper, "ticket", fail)
    kiosk = Kiosk(url, clock, printer.address)
    asked(store, printer.address.name)
    kiosk.line.start()
    assert isinstance(kiosk.hears(Broken, PrinterIs).error, ZeroDivisionError)
    kiosk.line.join(5)


@sqlite_only
def test_closing_does_not_wait_for_a_printer(store: Store, url: str, clock: MovableClock, printer: Loopback) -> None:
    printer.state.stops_reading = 100
    kiosk = Kiosk(url, clock, printer.address)
    kiosk.line._limits = Limits(connect=1, answer=0.2, send=3)
    asked(store, printer.address.name)
    kiosk.line.start()
    kiosk.hears(PrinterIs)
    begun = monotonic()
    kiosk.line.close()
    assert monotonic() - begun < 1.5
    kiosk.line.join(10)
