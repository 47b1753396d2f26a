"""USB and serial printers, by the drivers of python-escpos."""

import termios
from contextlib import suppress
from time import monotonic
from typing import Any

from kiosk.printer.address import Address

PIECE = 4096
SHORTEST = 0.05


class Driver:
    """A printer that python-escpos has a driver for. What it raises comes as OSError."""

    def __init__(self, address: Address) -> None:
        from escpos.exceptions import Error

        self._usb = address.kind == "usb"
        self._stuck = False
        try:
            self._printer = _usb(address) if self._usb else _serial(address)
            self._printer.open()
        except (Error, ValueError, RuntimeError) as error:  # ValueError: no libusb on this machine
            raise OSError(str(error)) from error

    def write(self, data: bytes, until: float) -> None:
        for start in range(0, len(data), PIECE):
            left = until - monotonic()
            if left <= 0:
                raise TimeoutError
            self._limit(left)
            try:
                self._printer._raw(data[start : start + PIECE])
            except OSError as error:
                self._stuck = "timeout" in type(error).__name__.lower()
                raise TimeoutError if self._stuck else error from error

    def read(self, seconds: float) -> bytes:
        device = self._printer.device
        if not self._usb:
            device.timeout = max(SHORTEST, seconds)
            return device.read(1) + device.read(device.in_waiting)
        try:
            return bytes(device.read(self._printer.in_ep, 64, int(max(SHORTEST, seconds) * 1000)))
        except OSError as error:
            if "timeout" in type(error).__name__.lower():
                return b""
            raise

    def close(self) -> None:
        if self._stuck and not self._usb:
            with suppress(OSError, termios.error):  # unplugged meanwhile
                self._printer.device.reset_output_buffer()  # else closing waits for what is never taken
        self._printer.close()

    def _limit(self, seconds: float) -> None:
        if self._usb:
            self._printer.timeout = int(seconds * 1000) or 1
        else:
            self._printer.device.write_timeout = seconds


def _serial(address: Address) -> Any:
    from escpos.printer import Serial

    return Serial(address.place, baudrate=address.number, dsrdtr=False)


def _usb(address: Address) -> Any:
    from escpos.printer import Usb

    return Usb(int(address.place, 16), address.number)
