"""The thread of a printer, as a kiosk has it, and what it tells."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from queue import Empty, SimpleQueue
from time import monotonic, sleep
from typing import TypeVar

from textual.message import Message

from data import alerts
from data.refused import Refused
from data.store import Store
from kiosk.printer.address import Address
from kiosk.printer.line import PrinterLine
from kiosk.printer.sender import Limits
from tests.clocks import MovableClock
from tests.kiosk.printer.loopback import Loopback

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
