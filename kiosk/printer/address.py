"""Where is a printer?"""

import re
import socket
from dataclasses import dataclass
from importlib.util import find_spec
from typing import Literal
from urllib.parse import SplitResult, urlsplit

from data.refused import Refused

PORT = 9100
BAUD = 115200
"""A ticket is 50 to 100 kB: at 9600 baud it would take a minute."""
USB = re.compile(r"(?:0x)?([0-9a-f]{1,4}):(?:0x)?([0-9a-f]{1,4})", re.IGNORECASE)
SPEED = re.compile(r"(?:baud=([0-9]{3,7}))?")
HERE = {"localhost", "127.0.0.1", "::1"}
FORMS = "tcp://HOST:PORT, /dev/usb/lp0, usb://VENDOR:PRODUCT, serial:///dev/ttyUSB0"


@dataclass(frozen=True, slots=True)
class Address:
    """A printer: a host and a port, a device file, a serial line of so many baud, or the ids of a USB device.

    `name` tells it from every other printer of a centre, also from one at the same place on another machine.
    """

    kind: Literal["tcp", "file", "serial", "usb"]
    place: str
    number: int
    name: str


def parse(url: str) -> Address:
    """The printer at `url`. Raises Refused: `bad-printer`, or `printer-missing` where its driver is not installed."""
    try:
        address = _address(urlsplit(url if "://" in url else f"file://{url}"))
    except ValueError:
        address = None
    if address is None:
        shown = "".join(filter(str.isprintable, url[:60]))
        raise Refused("bad-printer", "{url} is no printer. Allowed are: {forms}.", url=shown, forms=FORMS)
    if address.kind in ("serial", "usb") and find_spec("escpos") is None:
        raise Refused("printer-missing", "A USB or serial printer needs the extra: pip install 'novbe[printer]'.")
    return address


def _address(url: SplitResult) -> Address | None:
    """None for what is no printer; ValueError for a wrong port."""
    if url.scheme == "usb" and (ids := USB.fullmatch(url.netloc)) and not url.path.strip("/"):
        vendor, product = (int(part, 16) for part in ids.groups())
        return Address("usb", f"{vendor:04x}", product, _local(f"usb://{vendor:04x}:{product:04x}"))
    if url.scheme == "tcp" and url.hostname and url.port != 0 and not url.path.strip("/"):
        return _network(url.hostname, url.port or PORT)
    if not url.path.startswith("/") or url.netloc:
        return None
    if url.scheme == "file":
        return Address("file", url.path, 0, _local(url.path))
    if url.scheme == "serial" and (baud := SPEED.fullmatch(url.query)):
        return Address("serial", url.path, int(baud[1] or BAUD), _local(f"serial://{url.path}"))
    return None


def _network(host: str, port: int) -> Address:
    name = f"tcp://{f'[{host}]' if ':' in host else host}:{port}"
    return Address("tcp", host, port, _local(name) if host in HERE else name)


def _local(place: str) -> str:
    return f"{place} at {socket.gethostname()}"
