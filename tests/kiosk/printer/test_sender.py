"""What is sent is the ticket; what goes wrong is told apart."""

import os
import pty
import termios
import threading
import tty
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from time import monotonic

import pytest

from data import paper
from kiosk.printer.address import Address, parse
from kiosk.printer.escpos import READY, SILENT, Status, status
from kiosk.printer.sender import Limits, Unprinted, check, send
from tests.data.paper.papers import TAKEN, a_centre, codes
from tests.kiosk.printer.loopback import Gone, Loopback, Session, State, plugged_in, rendered

QUICK = Limits(connect=1, answer=0.2, send=0.4)
PICTURES = {width: paper.ticket(a_centre(width), TAKEN) for width in (58, 80)}
PICTURE = PICTURES[58]


@pytest.fixture
def printer() -> Iterator[Loopback]:
    with plugged_in() as printer:
        yield printer


def unprinted(printer: Loopback) -> Unprinted:
    with pytest.raises(Unprinted) as caught:
        send(printer.address, PICTURE, QUICK)
    return caught.value


@pytest.mark.parametrize("width", [58, 80])
def test_what_comes_out_is_the_picture(printer: Loopback, width: int) -> None:
    assert send(printer.address, PICTURES[width], Limits()) == READY
    (job,) = jobs(printer, 1)
    out = rendered(job)
    assert out.tobytes() == PICTURES[width].tobytes()
    assert out.info["cut"]
    assert codes(out) == [TAKEN.qr]


def jobs(printer: Loopback, count: int) -> list[bytes]:
    """The jobs of a printer, once there are so many."""
    end = monotonic() + 5
    while len(printer.state.jobs) < count and monotonic() < end:
        threading.Event().wait(0.005)
    return printer.state.jobs


@pytest.mark.parametrize(
    ("name", "problem"),
    [("paper_out", "paper-out"), ("cover_open", "cover-open"), ("error", "error"), ("offline", "offline")],
)
def test_a_printer_that_says_it_cannot_gets_nothing(printer: Loopback, name: str, problem: str) -> None:
    setattr(printer.state, name, True)
    assert check(printer.address, QUICK) == Status("problem", problem)
    error = unprinted(printer)
    assert (error.problem, error.begun) == (problem, False)
    setattr(printer.state, name, False)
    assert check(printer.address, QUICK) == READY
    assert printer.state.jobs == []


def test_little_paper_is_enough(printer: Loopback) -> None:
    printer.state.paper_low = True
    assert send(printer.address, PICTURE, QUICK) == Status("ready", "paper-low")
    assert len(jobs(printer, 1)) == 1


def test_unplugged(printer: Loopback) -> None:
    printer.unplug()
    assert check(printer.address, QUICK) == Status("problem", "unreachable")
    error = unprinted(printer)
    assert (error.problem, error.begun) == ("unreachable", False)


def test_silence_is_unknown_and_gets_the_job(printer: Loopback) -> None:
    printer.state.silent = True
    assert check(printer.address, QUICK) == SILENT
    assert send(printer.address, PICTURE, QUICK) == SILENT
    assert rendered(jobs(printer, 1)[0]).tobytes() == PICTURE.tobytes()


def test_too_slow(printer: Loopback) -> None:
    printer.state.stops_reading = 2000
    error = unprinted(printer)
    assert (error.problem, error.begun) == ("slow", True)


@pytest.mark.parametrize("size", [100, 5000, 30000])
def test_cut_off_in_the_middle(printer: Loopback, size: int) -> None:
    printer.state.cut_after = size
    error = unprinted(printer)
    assert (error.problem, error.begun) == ("cut-off", True)


def test_out_of_paper_while_printing(printer: Loopback) -> None:
    def after_the_first(number: int) -> bytes:
        printer.state.paper_out = printer.state.asked > 3
        return State.answer(printer.state, number)

    printer.state.answer = after_the_first
    error = unprinted(printer)
    assert (error.problem, error.begun) == ("paper-out", True)


def test_silent_after_the_job_may_have_lost_it(printer: Loopback) -> None:
    def until_asked_again(number: int) -> bytes:
        return State.answer(printer.state, number) if printer.state.asked <= 3 else b""

    printer.state.answer = until_asked_again
    error = unprinted(printer)
    assert (error.problem, error.begun) == ("silent", True)


def test_answers_that_are_none_are_passed_over(printer: Loopback) -> None:
    printer.state.answer = lambda number: b"\x00\xff" + State.answer(printer.state, number)
    assert check(printer.address, QUICK) == READY


def test_nobody_is_ready_without_a_word() -> None:
    assert status({}) == SILENT
    assert status({1: 0x12, 2: 0x12, 4: None}) == SILENT
    assert status({1: None, 2: 0x36, 4: None}) == Status("problem", "cover-open")
    assert status({1: 0x12, 2: None, 4: 0x12}) == READY


class Cable:
    """A printer at the other end of a device file."""

    def __init__(self) -> None:
        self.master, slave = pty.openpty()
        tty.setraw(slave)
        self.path = os.ttyname(slave)
        self.slave = slave
        self.state = State()
        self.session = Session(self.state, self)  # pyright: ignore[reportArgumentType]
        self._thread = threading.Thread(target=self._print, daemon=True)
        self._thread.start()

    def recv(self, count: int) -> bytes:
        return os.read(self.master, count)

    def sendall(self, data: bytes) -> None:
        os.write(self.master, data)

    def _print(self) -> None:
        with suppress(OSError, Gone):
            while True:
                self.session.command()

    def unplug(self) -> None:
        self.state.over.set()
        os.close(self.slave)
        self._thread.join(10)  # it must not read on where the number of the file means another one
        os.close(self.master)


@pytest.fixture
def cable() -> Iterator[Cable]:
    cable = Cable()
    yield cable
    cable.unplug()


@pytest.mark.parametrize("form", ["{path}", "file://{path}", "serial://{path}?baud=115200"])
def test_a_device_file_and_a_serial_line(cable: Cable, form: str) -> None:
    address = parse(form.format(path=cable.path))
    assert send(address, PICTURE, Limits()) == READY
    assert rendered(bytes(cable.session.job)).tobytes() == PICTURE.tobytes()
    cable.state.paper_out = True
    assert check(address, QUICK) == Status("problem", "paper-out")
    cable.state.silent = True
    assert check(address, QUICK) == SILENT


@pytest.mark.parametrize("scheme", ["file", "serial"])
def test_a_device_that_takes_nothing_is_slow(cable: Cable, scheme: str) -> None:
    cable.state.stops_reading = 2000
    with pytest.raises(Unprinted) as caught:
        send(parse(f"{scheme}://{cable.path}"), PICTURE, QUICK)
    assert (caught.value.problem, caught.value.begun) == ("slow", True)


def test_a_device_that_is_unplugged_as_it_is_opened(cable: Cable, monkeypatch: pytest.MonkeyPatch) -> None:
    def gone(file: int) -> None:
        raise termios.error(5, "Input/output error")

    monkeypatch.setattr(tty, "setraw", gone)
    assert check(parse(f"file://{cable.path}"), QUICK) == Status("problem", "unreachable")


def test_a_device_file_that_is_not_there_is_not_made(tmp_path: Path) -> None:
    for scheme in "file", "serial":
        assert check(parse(f"{scheme}://{tmp_path}/lp0"), QUICK) == Status("problem", "unreachable")
    assert not list(tmp_path.iterdir())


def test_a_usb_printer_that_is_not_there() -> None:
    assert check(parse("usb://04b8:0202"), QUICK) == Status("problem", "unreachable")


def test_a_host_that_is_none() -> None:
    assert check(Address("tcp", "a" * 70, 9100, ""), QUICK) == Status("problem", "unreachable")
