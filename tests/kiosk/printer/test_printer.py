"""A kiosk with a printer: the ticket is printed once it is safe, and what goes wrong is said beside it."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from data.refused import Refused
from display.parts.qr import QR
from tests.kiosk.kiosks import Kiosk, running
from tests.kiosk.printer.loopback import Loopback
from tests.screens import until


@pytest.fixture
def printer() -> Iterator[Loopback]:
    """One that works."""
    loopback = Loopback()
    loopback.plug_in()
    yield loopback
    loopback.unplug()


async def test_a_ticket_is_printed_and_the_visitor_is_told(tmp_path: Path, printer: Loopback) -> None:
    async with running(tmp_path, printer=f"tcp://127.0.0.1:{printer._port}") as kiosk:
        await kiosk.press("2", "2")
        await until(kiosk.pilot, lambda: printer.state.jobs, 10)
        await until(kiosk.pilot, lambda: kiosk.app.visit.paper)
        assert kiosk.app.visit.paper == "Your ticket is printed. Please take it."


async def test_without_paper_the_visitor_takes_a_photo(tmp_path: Path, printer: Loopback) -> None:
    printer.state.paper_out = True
    async with running(tmp_path, printer=f"tcp://127.0.0.1:{printer._port}") as kiosk:
        await kiosk.press("2", "2")
        await kiosk.shows("The printer is out of paper.")
        assert kiosk.acts() == ["take"]


async def test_who_wants_it_printed_again_without_paper_is_told_beside_the_code(
    tmp_path: Path, printer: Loopback
) -> None:
    async with running(tmp_path, printer=f"tcp://127.0.0.1:{printer._port}") as kiosk:
        await kiosk.press("2", "2")
        await until(kiosk.pilot, lambda: kiosk.app.visit.ticket and kiosk.app.visit.paper)
        printer.state.paper_out = True
        assert kiosk.app.visit.ticket
        kiosk.app.course.scanned(kiosk.app.visit.ticket.code)
        await kiosk.reach("scanned")
        await kiosk.press("1")
        await kiosk.reach("ticket")
        await kiosk.shows("The printer is out of paper.")
        assert kiosk.app.query_one(QR).payload == kiosk.app.visit.ticket.qr


def test_what_is_no_printer_is_refused(tmp_path: Path) -> None:
    with pytest.raises(Refused, match="no printer"):
        Kiosk(f"sqlite:///{tmp_path / 'store.db'}", printer="lpt1:")
