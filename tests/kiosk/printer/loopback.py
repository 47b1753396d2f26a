"""A printer on loopback: it speaks the protocol, and fails in every way that a printer fails."""

import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field

from PIL import Image

from kiosk.printer.address import Address, parse


@dataclass
class State:
    """How the printer is; a test changes it at any time."""

    paper_out: bool = False
    paper_low: bool = False
    cover_open: bool = False
    error: bool = False
    offline: bool = False
    silent: bool = False
    stops_reading: int | None = None  # after so many bytes of a job
    cut_after: int | None = None  # the connection goes away after so many bytes of a job
    jobs: list[bytes] = field(default_factory=list)
    asked: int = 0
    over: threading.Event = field(default_factory=threading.Event)

    def answer(self, number: int) -> bytes:
        """What DLE EOT `number` gives."""
        byte = 0x12
        if number == 1 and (self.offline or self.cover_open or self.paper_out):
            byte |= 0x08
        if number == 2:
            byte |= 0x04 * self.cover_open | 0x20 * self.paper_out | 0x40 * self.error
        if number == 4:
            byte |= 0x0C * self.paper_low | 0x60 * self.paper_out
        return bytes([byte])


class Gone(Exception):
    """The other side, or this one, is gone."""


class Loopback:
    """The printer: it can be unplugged, and plugged in again at the same port."""

    def __init__(self) -> None:
        self.state = State()
        self._port = 0
        self._listener: socket.socket | None = None
        self._open: list[socket.socket] = []

    @property
    def address(self) -> Address:
        """Where it is."""
        return parse(f"tcp://127.0.0.1:{self._port}")

    def plug_in(self) -> None:
        listener = socket.socket()
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
        listener.bind(("127.0.0.1", self._port))
        listener.listen()
        self._port, self._listener = listener.getsockname()[1], listener
        self.state.over.clear()
        threading.Thread(target=self._serve, args=(listener,), daemon=True).start()

    def unplug(self) -> None:
        listener, self._listener = self._listener, None
        if listener:
            listener.shutdown(socket.SHUT_RDWR)
            listener.close()
        self.state.over.set()
        for connection in self._open:
            with suppress(OSError):
                connection.shutdown(socket.SHUT_RDWR)

    def _serve(self, listener: socket.socket) -> None:
        with suppress(OSError):
            while True:
                connection, _ = listener.accept()
                self._open.append(connection)
                threading.Thread(target=self._print, args=(connection,), daemon=True).start()

    def _print(self, connection: socket.socket) -> None:
        session = Session(self.state, connection)
        with suppress(OSError, Gone):
            while True:
                session.command()
        if session.job:
            self.state.jobs.append(bytes(session.job))
        connection.close()


class Session:
    """One connection; raises Gone at its end, and for what a ticket's commands do not have."""

    def __init__(self, state: State, connection: socket.socket) -> None:
        self.state = state
        self.job = bytearray()
        self._connection = connection

    def command(self) -> None:
        """Take the next command; questions are answered, and are no part of the job."""
        start = self._take(2)
        if start == b"\x10\x04":
            number = self._take(1)[0]
            self.state.asked += 1
            if not self.state.silent:
                self._connection.sendall(self.state.answer(number))
            return
        self.job += start
        if start == b"\x1b@":
            return
        if start == b"\x1bd":
            self._keep(1)
        elif start == b"\x1dV":
            self._keep(2)
        elif start == b"\x1dv":
            header = self._keep(6)
            self._keep(int.from_bytes(header[2:4], "little") * int.from_bytes(header[4:6], "little"))
        else:
            raise AssertionError(f"unknown: {start!r}")

    def _keep(self, count: int) -> bytes:
        data = self._take(count)
        self.job += data
        return data

    def _take(self, count: int) -> bytes:
        data = b""
        while len(data) < count:
            size = len(self.job) + len(data)
            if self.state.cut_after is not None and size >= self.state.cut_after:
                self.job += data
                raise Gone
            if self.state.stops_reading is not None and size >= self.state.stops_reading:
                self.state.over.wait()
                raise Gone
            part = self._connection.recv(min(1024, count - len(data)))
            if not part:
                self.job += data
                raise Gone
            data += part
        return data


@contextmanager
def plugged_in() -> Iterator[Loopback]:
    """A printer that is ready."""
    printer = Loopback()
    printer.plug_in()
    try:
        yield printer
    finally:
        printer.unplug()


def rendered(job: bytes) -> Image.Image:
    """The paper of a job, as far as it goes; AssertionError where it has anything but what a ticket has."""
    bands, at, width, cut = [], 0, 8, False
    while at < len(job):
        command = job[at : at + 2]
        if command == b"\x1b@":
            at += 2
        elif command == b"\x1bd":
            at += 3
        elif job[at : at + 3] == b"\x1dVB":
            at, cut = at + 4, True
        else:
            assert job[at : at + 4] == b"\x1dv0\x00", job[at : at + 4]
            columns, rows = (int.from_bytes(job[at + place : at + place + 2], "little") for place in (4, 6))
            assert rows <= 256
            dots = job[at + 8 : at + 8 + columns * rows].ljust(columns * rows, b"\0")
            bands.append(Image.frombytes("1", (columns * 8, rows), bytes(byte ^ 0xFF for byte in dots)))
            at, width = at + 8 + columns * rows, columns * 8
    paper = Image.new("1", (width, sum(band.height for band in bands)), 1)
    y = 0
    for band in bands:
        paper.paste(band, (0, y))
        y += band.height
    paper.info["cut"] = cut
    return paper
