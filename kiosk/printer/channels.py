"""How do bytes get to a printer and back? Every way has limits, so that nobody waits for ever."""

import os
import select
import socket
import termios
import tty
from time import monotonic
from typing import Protocol

from kiosk.printer.address import Address

ALL_SAID = 64
LAST_WORDS = 0.2
HELD = 8192
"""Bytes that this machine keeps for a printer that does not take them: few, so that a slow one is noticed."""


class Channel(Protocol):
    """An open way to a printer. `write` and `read` raise OSError where it is cut off."""

    def write(self, data: bytes, until: float) -> None:
        """Give everything away. TimeoutError when that is not done at `until`, by the monotonic clock."""
        ...

    def read(self, seconds: float) -> bytes:
        """What the printer says within so many seconds, at least one byte; empty when it is silent."""
        ...

    def close(self) -> None:
        """Give the printer back."""
        ...


def opened(address: Address, connect: float) -> Channel:
    """A channel to the printer, within so many seconds. Raises OSError."""
    if address.kind == "tcp":
        return Network(address.place, address.number, connect)
    if address.kind == "file":
        return Device(address.place)
    from kiosk.printer.extra import Driver

    return Driver(address)


class Network:
    """A network printer."""

    def __init__(self, host: str, port: int, connect: float) -> None:
        try:
            self._socket = socket.create_connection((host, port), connect)
        except UnicodeError as error:  # a name that no host can have
            raise OSError(host) from error
        self._socket.setsockopt(socket.SOL_SOCKET, socket.SO_SNDBUF, HELD)

    def write(self, data: bytes, until: float) -> None:
        self._socket.settimeout(max(0.001, until - monotonic()))
        self._socket.sendall(data)

    def read(self, seconds: float) -> bytes:
        self._socket.settimeout(max(0.001, seconds))
        try:
            said = self._socket.recv(ALL_SAID)
        except TimeoutError:
            return b""
        if not said:
            raise ConnectionResetError
        return said

    def close(self) -> None:
        """Read to the end first: closed with something unread, the connection would be reset and the job lost."""
        try:
            self._socket.shutdown(socket.SHUT_WR)
            self._socket.settimeout(LAST_WORDS)
            until = monotonic() + LAST_WORDS
            while self._socket.recv(ALL_SAID) and monotonic() < until:
                pass
        except OSError:
            pass
        finally:
            self._socket.close()


class Device:
    """A printer behind a device file."""

    def __init__(self, path: str) -> None:
        flags = os.O_NONBLOCK | os.O_NOCTTY
        try:
            self._file = os.open(path, os.O_RDWR | flags)
        except PermissionError:
            self._file = os.open(path, os.O_WRONLY | flags)
        try:
            if os.isatty(self._file):
                tty.setraw(self._file)
        except termios.error as error:  # unplugged just now
            os.close(self._file)
            raise OSError(*error.args) from error

    def write(self, data: bytes, until: float) -> None:
        left = memoryview(data)
        while left:
            self._wait(select.POLLOUT, until - monotonic())
            left = left[os.write(self._file, left) :]

    def read(self, seconds: float) -> bytes:
        try:
            self._wait(select.POLLIN, seconds)
            return os.read(self._file, ALL_SAID)
        except (TimeoutError, BlockingIOError):
            return b""

    def close(self) -> None:
        os.close(self._file)

    def _wait(self, for_what: int, seconds: float) -> None:
        poll = select.poll()
        poll.register(self._file, for_what)
        events = poll.poll(max(0, seconds) * 1000)
        if not events:
            raise TimeoutError
        if not events[0][1] & for_what:
            raise ConnectionResetError
