"""The one thread of a kiosk that talks to its printer."""

from collections.abc import Callable
from queue import Empty, SimpleQueue
from threading import Event, Thread
from time import monotonic
from typing import TYPE_CHECKING, Literal

from textual.message import Message

from data.refused import Refused
from display.parts.messages import Broken
from kiosk.printer.address import Address
from kiosk.printer.escpos import Status
from kiosk.printer.messages import NotPrinted, Printed, PrinterIs, Tested
from kiosk.printer.problems import SAID_BY_PRINTER, sentence
from kiosk.printer.sender import Limits, Unprinted, check, send

if TYPE_CHECKING:
    from data.outbox import Job
    from data.store import Store

Wish = Literal["look", "test", "close"]


class PrinterLine(Thread):
    """Prints what the outbox of the store has for this printer, and tells the kiosk and the store how the printer is.

    `post` takes the messages of `kiosk.printer.messages` and must be safe to call from a thread. The outbox is looked
    at when poked and every `poll` seconds; an idle printer is asked how it is every `idle` seconds.
    """

    def __init__(
        self,
        post: Callable[[Message], object],
        open_store: Callable[[], "Store"],
        address: Address,
        limits: Limits | None = None,
        poll: float = 2.0,
        idle: float = 30.0,
    ) -> None:
        super().__init__(name="printer", daemon=True)
        self.address = address
        self._post = post
        self._open_store = open_store
        self._limits = limits or Limits()
        self._poll = poll
        self._idle = idle
        self._wishes: SimpleQueue[Wish] = SimpleQueue()
        self._closing = Event()
        self._status: Status | None = None
        self._checked = 0.0
        self._told: set[tuple[str, str]] = set()

    def poke(self) -> None:
        """There may be something to print."""
        self._wishes.put("look")

    def test(self) -> None:
        """Print a test page; Tested tells how it went."""
        self._wishes.put("test")

    def close(self) -> None:
        """End the thread; waits at most one second. What it was printing is printed again, as a copy, by the next."""
        self._closing.set()
        self._wishes.put("close")
        if self.is_alive():
            self.join(timeout=1)

    def run(self) -> None:
        while not self._closing.is_set():
            try:
                with self._open_store() as store:
                    while not self._closing.is_set():
                        self._look(store)
                        self._grant(store)
            except (OSError, Refused):
                self._closing.wait(self._poll)
            except Exception as error:
                self._post(Broken(error))
                return

    def _grant(self, store: "Store") -> None:
        try:
            wish = self._wishes.get(timeout=self._poll)
        except Empty:
            return
        if wish == "test":
            self._test(store)

    def _look(self, store: "Store") -> None:
        from data import outbox  # not before the first paint

        codes = outbox.waiting(store, self.address.name)
        self._told = {(code, problem) for code, problem in self._told if code in codes}
        if self._must_check(bool(codes)):
            self._be(store, check(self.address, self._limits))
        if self._problem:
            for code in codes:
                self._tell(code, self._problem)
            if codes:
                outbox.drop_outlived(store, self.address.name)
        while codes and not self._problem and not self._closing.is_set():
            job = outbox.claim(store, self.address.name)
            if job is None:
                return
            self._print(store, job)

    @property
    def _problem(self) -> str | None:
        """Why nothing can be printed now."""
        return self._status.problem if self._status and self._status.state == "problem" else None

    def _must_check(self, busy: bool) -> bool:
        """With something to print only where there was a problem, since to print is to ask as well."""
        if busy and self._status:
            return self._status.state == "problem"
        return self._status is None or monotonic() - self._checked >= self._idle

    def _print(self, store: "Store", job: "Job") -> None:
        from data import outbox, paper

        image = paper.ticket(store.centre, job.ticket, at=job.at, copy=job.copy)
        try:
            status = send(self.address, image, self._limits)
        except Unprinted as error:
            outbox.failed(store, job, error.problem, begun=error.begun)
            self._be(store, Status("problem", error.problem))
            self._tell(job.ticket.code, error.problem)
        else:
            outbox.printed(store, job)
            self._post(Printed(job.ticket.code, status.state == "ready"))
            self._be(store, status)

    def _test(self, store: "Store") -> None:
        from data import paper

        store.revision()  # the centre may have changed since
        try:
            status = send(self.address, paper.test_page(store.centre), self._limits)
        except Unprinted as error:
            status = Status("problem", error.problem)
        self._be(store, status)
        self._post(Tested(None if status.state == "ready" else status.problem))

    def _tell(self, code: str, problem: str) -> None:
        """Once for each ticket and problem."""
        if (code, problem) not in self._told:
            self._told.add((code, problem))
            self._post(NotPrinted(code, problem, sentence(problem)))

    def _be(self, store: "Store", status: Status) -> None:
        from data import alerts

        self._checked = monotonic()
        if status.state == "unknown" and self._status and self._status.problem in SAID_BY_PRINTER:
            return  # silence does not take back what the printer said
        if status != self._status:
            alerts.tell(store, f"printer {self.address.name}", status.problem)
            self._status = status
            self._post(PrinterIs(status.state, status.problem))
