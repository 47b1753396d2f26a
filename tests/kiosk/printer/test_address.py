"""Which printer is meant, and what is none."""

import socket

import pytest

from data.refused import Refused
from kiosk.printer import address
from kiosk.printer.address import Address, parse
from tests.data.refusing import is_a_sentence

HOST = socket.gethostname()


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("tcp://10.0.0.5:9100", Address("tcp", "10.0.0.5", 9100, "tcp://10.0.0.5:9100")),
        ("tcp://printer.local", Address("tcp", "printer.local", 9100, "tcp://printer.local:9100")),
        ("tcp://[fe80::1]:9101/", Address("tcp", "fe80::1", 9101, "tcp://[fe80::1]:9101")),
        ("tcp://localhost:9100", Address("tcp", "localhost", 9100, f"tcp://localhost:9100 at {HOST}")),
        ("/dev/usb/lp0", Address("file", "/dev/usb/lp0", 0, f"/dev/usb/lp0 at {HOST}")),
        ("file:///dev/usb/lp0", Address("file", "/dev/usb/lp0", 0, f"/dev/usb/lp0 at {HOST}")),
        ("usb://04b8:0x0E15", Address("usb", "04b8", 0x0E15, f"usb://04b8:0e15 at {HOST}")),
        ("serial:///dev/ttyS0", Address("serial", "/dev/ttyS0", 115200, f"serial:///dev/ttyS0 at {HOST}")),
        ("serial:///dev/ttyS0?baud=57600", Address("serial", "/dev/ttyS0", 57600, f"serial:///dev/ttyS0 at {HOST}")),
    ],
)
def test_a_printer(url: str, expected: Address) -> None:
    assert parse(url) == expected


@pytest.mark.parametrize(
    "url",
    [
        *("", "lp0", "tcp://", "tcp://host:0", "tcp://host:70000", "tcp://host:x", "tcp://host/path", "http://host"),
        *("usb://04b8", "usb://04b8:zzzz", "usb://04b8:12345", "serial://ttyUSB0", "serial:///dev/x?baud=fast"),
        *("file://host/dev/lp0", "\x00", "tcp://[::1", "x" * 1000),
    ],
)
def test_what_is_no_printer_is_said(url: str) -> None:
    with pytest.raises(Refused) as caught:
        parse(url)
    assert caught.value.code == "bad-printer"
    assert is_a_sentence(caught.value.message)


@pytest.mark.parametrize("url", ["usb://04b8:0202", "serial:///dev/ttyUSB0"])
def test_a_driver_that_is_not_installed_is_said(monkeypatch: pytest.MonkeyPatch, url: str) -> None:
    monkeypatch.setattr(address, "find_spec", lambda name: None)
    with pytest.raises(Refused, match=r"novbe\[printer\]") as caught:
        parse(url)
    assert caught.value.code == "printer-missing"
    assert parse("/dev/usb/lp0").kind == "file"
