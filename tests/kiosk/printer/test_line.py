"""The thread of the printer: every ticket comes out once, and its visitor and the supervisor hear what is wrong."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from queue import Empty, SimpleQueue
from time import monotonic, sleep
from typing import TypeVar

import pytest
from textual.message import Message

from data import alerts, outbox, paper, visitor
from data.refused import Refused
from data.store import Store
from display.parts.messages import Broken
from kiosk.printer import messages
from kiosk.printer.address import Address
from kiosk.printer.line import PrinterLine
from kiosk.printer.messages import NotPrinted, Printed, PrinterIs
from kiosk.printer.problems import NOT_WORKING, SENTENCES
from kiosk.printer.sender import Limits
from tests.clocks import MovableClock
from tests.data.kinds import sqlite_only
from tests.data.paper.papers import codes
from tests.data.printing import asked
from tests.kiosk.printer.loopback import Loopback, plugged_in, rendered

QUICK = Limits(connect=1, answer=0.2, send=0.4)
PATIENCE_S = 10
M = TypeVar("M", bound=Message)


class Kiosk:
    """The line of one printer, and what it told."""

    def __init__(self, url: str, clock: MovableClock, address: Address) -> None:
        self.away = False
        self.told: SimpleQueue[Message] = SimpleQueue()
        self._url, self._clock = url, clock
        self.line = PrinterLine(self.told.put, self.open, address, QUICK, poll=0.02, idle=0.1)

    def open(self) -> Store:
        if self.away:
            raise Refused("store-missing", "The store cannot be reached.")
        return Store.open(self._url, clock=self._clock)

    def hears(self, kind: type[M], *ignored: type[Message]) -> M:
        """The next message, which is of this kind; those of `ignored` kinds are passed over."""
        end = monotonic() + PATIENCE_S
        while True:
            message = self.told.get(timeout=max(0.01, end - monotonic()))
            if isinstance(message, kind):
                return message
            assert isinstance(message, ignored), message

    def is_quiet(self) -> bool:
        try:
            message = self.told.get(timeout=0.2)
        except Empty:
            return True
        raise AssertionError(message)


@pytest.fixture
def printer() -> Iterator[Loopback]:
    with plugged_in() as printer:
        yield printer


@contextmanager
def running(url: str, clock: MovableClock, printer: Loopback) -> Iterator[Kiosk]:
    kiosk = Kiosk(url, clock, printer.address)
    kiosk.line.start()
    try:
        yield kiosk
    finally:
        begun = monotonic()
        kiosk.line.close()
        assert monotonic() - begun < 1.2
        assert not kiosk.line.is_alive()


def until(holds: Callable[[], bool]) -> bool:
    """Whether it holds soon."""
    end = monotonic() + PATIENCE_S
    while not holds():
        if monotonic() > end:
            return False
        sleep(0.02)
    return True


def problems(store: Store) -> list[str]:
    return [alert.problem for alert in alerts.standing(store)]


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
