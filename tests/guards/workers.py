"""What one of many processes does in the tests of this folder."""

import traceback
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from itertools import count
from multiprocessing import get_context
from multiprocessing.connection import Connection
from multiprocessing.synchronize import Barrier
from typing import Any

from data import log, outcomes, setup, visitor, window
from data.centre import Centre
from data.clock import Clock
from data.refused import Refused
from data.store import Store
from tests.clocks import MORNING

PATIENCE_S = 120
SERVICES = ("id-card", "passport", "tax", "notary")
BOOKED = MORNING.replace(hour=12, minute=0)
CLASSES = ("normal", "priority", "normal")
PROCESSES = get_context("forkserver")
PROCESSES.set_forkserver_preload([__name__])


def since_morning() -> timedelta:
    """What to add to the machine's time so that it is morning at the centre, far from midnight, for all processes."""
    return MORNING - datetime.now(UTC)


def going(offset: timedelta) -> Clock:
    """A clock that goes as the machine's does."""
    return lambda: datetime.now(UTC) + offset


def together(*works: tuple[Any, ...]) -> list[Any]:
    """Run each work, a function and its arguments, in a process; all start at one moment. What each of them answered.

    Raises AssertionError with the traceback of the first that failed.
    """
    barrier = PROCESSES.Barrier(len(works))
    started = [started_with(_answering, work, given, barrier) for work, *given in works]
    try:
        return [_received(answer) for _, answer in started]
    finally:
        for process, _ in started:
            process.kill()
            process.join()


def started_with(work: Callable[..., None], *given: Any) -> tuple[Any, Connection]:
    """A process that does `work` with what is `given` and a pipe to answer on; and the other end of the pipe."""
    receives, answers = PROCESSES.Pipe(duplex=False)
    process = PROCESSES.Process(target=work, args=(*given, answers), daemon=True)
    process.start()
    answers.close()
    return process, receives


def _received(answer: Connection) -> Any:
    assert answer.poll(PATIENCE_S), f"a process has not answered for {PATIENCE_S} s"
    fault, value = answer.recv()
    assert fault is None, fault
    return value


def _answering(work: Callable[..., Any], given: tuple[Any, ...], barrier: Barrier, answer: Connection) -> None:
    try:
        barrier.wait(PATIENCE_S)
        answer.send((None, work(*given)))
    except BaseException:
        answer.send((traceback.format_exc(), None))


def create(url: str, centre: Centre, offset: timedelta) -> outcomes.Setup:
    """Set the centre up."""
    return setup.init(url, centre, clock=going(offset))


def take(url: str, offset: timedelta, worker: int, tickets: int) -> list[str]:
    """Take tickets for all services in turn, and let others go first with every other one; their numbers."""
    taken = []
    with Store.open(url, clock=going(offset)) as store:
        for n in range(tickets):
            ticket = visitor.take(store, service=SERVICES[(worker + n) % 4], class_=CLASSES[n % 3])
            taken.append(ticket.ticket)
            if n % 2:
                let_others_go(store, ticket.code)
    return taken


def let_others_go(store: Store, code: str) -> None:
    """Postpone a ticket, unless it has been called already."""
    try:
        visitor.postpone(store, code=code)
    except Refused as refused:
        if refused.code != "not-allowed":
            raise


def book(url: str, offset: timedelta, worker: int, slots: int) -> list[tuple[str, datetime]]:
    """Try for one place in each of the day's last slots of the notary; the services and slots that were got."""
    got = []
    with Store.open(url, clock=going(offset)) as store:
        for n in range(slots):
            service, at = ("notary", "tax")[worker % 2], BOOKED + n * timedelta(minutes=20)
            try:
                visitor.book(store, service=service, at=at)
            except Refused as refused:
                if refused.code != "slot-full":
                    raise
            else:
                got.append((service, at))
    return got


def serve(url: str, offset: timedelta, number: int, tickets: int) -> list[str]:
    """Serve at a window until all `tickets` are taken and nobody waits any more; the numbers of those served there."""
    served: list[str] = []
    with Store.open(url, clock=going(offset)) as store:
        window.open(store, window=number)
        all_taken = False
        while True:
            called = window.next(store, window=number)
            if called:
                served.append(window.start(store, window=number).ticket)
            elif all_taken:
                return served
            else:
                all_taken = sum(event.act == "take" for event in log.events(store)) == tickets


def take_until_killed(url: str, offset: timedelta, prefix: str, answer: Connection) -> None:
    """Take tickets with the keys `prefix`0, `prefix`1 …, and acknowledge each."""
    with Store.open(url, clock=going(offset)) as store:
        for n in count():
            taken = visitor.take(store, service=SERVICES[n % 4], key=f"{prefix}{n}")
            answer.send((taken.ticket, taken.code, taken.revision))
