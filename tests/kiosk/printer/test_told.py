"""What is wrong with a printer is told to its visitors and to the supervisor, and the paper comes when it is over."""

import pytest

from data import outbox
from data.store import Store
from kiosk.printer.messages import NotPrinted, Printed, PrinterIs
from kiosk.printer.problems import NOT_WORKING, SENTENCES
from tests.clocks import MovableClock
from tests.data.kinds import sqlite_only
from tests.data.paper.papers import codes
from tests.data.printing import asked
from tests.kiosk.printer.kiosks import problems, running
from tests.kiosk.printer.loopback import Loopback, rendered


@sqlite_only
@pytest.mark.parametrize(
    ("name", "problem", "sentence"),
    [
        ("paper_out", "paper-out", SENTENCES["paper-out"]),
        ("cover_open", "cover-open", SENTENCES["cover-open"]),
        ("error", "error", NOT_WORKING),
    ],
)
def test_a_problem_is_told_and_the_paper_comes_when_it_is_over(
    store: Store, url: str, clock: MovableClock, printer: Loopback, name: str, problem: str, sentence: str
) -> None:
    setattr(printer.state, name, True)
    with running(url, clock, printer) as kiosk:
        assert kiosk.hears(PrinterIs).problem == problem
        code = asked(store, printer.address.name)
        kiosk.line.poke()
        told = kiosk.hears(NotPrinted)
        assert (told.code, told.problem, told.sentence) == (code, problem, sentence)
        assert kiosk.is_quiet()
        assert problems(store) == [problem]
        setattr(printer.state, name, False)
        assert kiosk.hears(PrinterIs).state == "ready"
        assert kiosk.hears(Printed).code == code
        assert problems(store) == []
    assert [codes(rendered(job)) for job in printer.state.jobs] == [[f"NOVBE:{code}"]]


@sqlite_only
def test_a_slow_printer_prints_no_more_than_one_copy(
    store: Store, url: str, clock: MovableClock, printer: Loopback
) -> None:
    printer.state.stops_reading = 20000
    with running(url, clock, printer) as kiosk:
        asked(store, printer.address.name)
        assert kiosk.hears(NotPrinted, PrinterIs).problem == "slow"
        assert kiosk.hears(PrinterIs).state == "ready"
        assert kiosk.hears(PrinterIs).problem == "slow"
        assert kiosk.hears(PrinterIs, NotPrinted).state == "ready"
        assert kiosk.is_quiet()
        assert outbox.waiting(store, printer.address.name) == ()


@sqlite_only
def test_a_silent_printer_prints_but_nobody_is_sure(
    store: Store, url: str, clock: MovableClock, printer: Loopback
) -> None:
    printer.state.silent = True
    with running(url, clock, printer) as kiosk:
        status = kiosk.hears(PrinterIs)
        assert (status.state, status.problem) == ("unknown", "silent")
        asked(store, printer.address.name)
        assert not kiosk.hears(Printed).sure
        assert problems(store) == ["silent"]
    assert len(printer.state.jobs) == 1


@sqlite_only
def test_silence_does_not_mean_that_there_is_paper_again(
    store: Store, url: str, clock: MovableClock, printer: Loopback
) -> None:
    printer.state.paper_out = True
    with running(url, clock, printer) as kiosk:
        assert kiosk.hears(PrinterIs).problem == "paper-out"
        printer.state.silent = True
        assert kiosk.is_quiet()
        assert problems(store) == ["paper-out"]


@sqlite_only
def test_little_paper_is_an_alert_and_no_problem(
    store: Store, url: str, clock: MovableClock, printer: Loopback
) -> None:
    printer.state.paper_low = True
    with running(url, clock, printer) as kiosk:
        status = kiosk.hears(PrinterIs)
        assert (status.state, status.problem) == ("ready", "paper-low")
        asked(store, printer.address.name)
        assert kiosk.hears(Printed).sure
        assert problems(store) == ["paper-low"]
