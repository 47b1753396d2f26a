"""A kiosk that dies between the paper and its mark: nothing is lost, and the second paper says COPY."""

import os
import signal
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from data import outbox, paper, setup, visitor
from data.centre import Centre
from data.store import Store
from kiosk.printer import line
from kiosk.printer.address import Address
from kiosk.printer.line import PrinterLine
from kiosk.printer.sender import Limits
from tests.clocks import MovableClock
from tests.data.paper.papers import codes
from tests.data.printing import asked
from tests.guards.workers import PROCESSES
from tests.kiosk.printer.loopback import plugged_in, rendered
from tests.kiosk.printer.test_line import Kiosk, Printed, PrinterIs

PATIENCE_S = 60


def die(*given: object, **more: object) -> None:
    """End this process as a power cut does."""
    os.kill(os.getpid(), signal.SIGKILL)


def print_and_die(url: str, address: Address, where: str) -> None:
    """A kiosk that dies before the paper or after it."""
    if where == "before":
        line.send = die  # pyright: ignore[reportAttributeAccessIssue]
    else:
        outbox.printed = die
    PrinterLine(lambda message: None, lambda: Store.open(url, clock=MovableClock()), address, Limits()).run()


@pytest.mark.parametrize(("where", "papers"), [("before", 0), ("after", 1)])
def test_killed_between_the_paper_and_its_mark(tmp_path: Path, centre: Centre, where: str, papers: int) -> None:
    url, clock = f"sqlite:///{tmp_path / 'store.db'}", MovableClock()
    setup.init(url, centre, clock=clock)
    with plugged_in() as printer, Store.open(url, clock=clock) as store:
        code = asked(store, printer.address.name)
        killed(print_and_die, url, printer.address, where)
        assert len(printer.state.jobs) == papers
        clock.advance(31)
        kiosk = Kiosk(url, clock, printer.address)
        kiosk.line.start()
        assert kiosk.hears(Printed, PrinterIs).code == code
        assert kiosk.is_quiet()
        kiosk.line.close()
        *first, last = [rendered(job) for job in printer.state.jobs]
        view = visitor.ticket(store, code=code)
        assert [out.tobytes() for out in first] == [paper.ticket(centre, view).tobytes()] * papers
        assert last.tobytes() == paper.ticket(centre, view, copy=True).tobytes()
        assert codes(last) == [view.qr]
        assert outbox.waiting(store, printer.address.name) == ()


def killed(work: Callable[..., None], *given: Any) -> None:
    """Let a process do `work` until it kills itself."""
    process = PROCESSES.Process(target=work, args=given, daemon=True)
    process.start()
    process.join(PATIENCE_S)
    assert process.exitcode == -signal.SIGKILL
