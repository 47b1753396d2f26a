"""All that anybody does: how it stands before, what is done, and by which command."""

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import NamedTuple

from data import people, shifts, supervise, views, visitor, window
from data.store import Store
from data.views import Signed
from tests.clocks import MovableClock
from tests.data import moments
from tests.data.rights import Way

Deed = Callable[[Store, Signed | None, str], object]


class Tried(NamedTuple):
    """An act: for whom it is, how it stands before, what is done, and the same as a command, if there is one."""

    least: str
    way: Way
    deed: Deed
    command: str | None


def closed(store: Store, clock: MovableClock) -> None:
    """The windows are closed."""


def opened(store: Store, clock: MovableClock) -> None:
    window.open(store, window=1)


def on_break(store: Store, clock: MovableClock) -> None:
    opened(store, clock)
    shifts.take_break(store, window=1, reason="lunch")


def sent(store: Store, clock: MovableClock) -> views.Ticket | None:
    """B001 was sent from window 2 and is called at window 1."""
    for number in (1, 2):
        window.open(store, window=number)
    visitor.take(store, service="tax")
    window.call(store, window=2)
    window.transfer(store, window=2, service="passport")
    return window.call(store, window=1)


def told(store: Store, clock: MovableClock) -> None:
    supervise.message(store, window=1, text="Come, please.")


def stopped(store: Store, clock: MovableClock) -> None:
    supervise.close_service(store, service="tax")


def booked(store: Store, clock: MovableClock) -> views.Ticket:
    return visitor.book(store, service="notary", at=soon(clock.moment))


def soon(now: datetime) -> datetime:
    """The begin of a slot."""
    return now.replace(second=0, microsecond=0) + timedelta(minutes=5)


TRIED = {
    "take": Tried("anybody", closed, lambda s, by, _: visitor.take(s, service="tax", by=by), "take tax"),
    "book": Tried(
        "anybody",
        closed,
        lambda s, by, _: visitor.book(s, service="notary", at=soon(s.now()), by=by),
        "book notary --at SOON",
    ),
    "check-in": Tried("anybody", booked, lambda s, by, code: visitor.check_in(s, code=code, by=by), "check-in CODE"),
    "postpone": Tried(
        "anybody", moments.waiting, lambda s, by, code: visitor.postpone(s, code=code, by=by), "postpone CODE"
    ),
    "cancel": Tried("anybody", moments.waiting, lambda s, by, code: visitor.cancel(s, code=code, by=by), "cancel CODE"),
    "open": Tried("operator", closed, lambda s, by, _: window.open(s, window=1, by=by), "open 1"),
    "close": Tried("operator", opened, lambda s, by, _: window.close(s, window=1, by=by), "close 1"),
    "sign-off": Tried("operator", closed, lambda s, by, _: shifts.sign_off(s, window=1, by=by), "sign-off 1"),
    "break": Tried(
        "operator",
        opened,
        lambda s, by, _: shifts.take_break(s, window=1, reason="lunch", by=by),
        "break 1 --reason lunch",
    ),
    "back": Tried("operator", on_break, lambda s, by, _: shifts.come_back(s, window=1, by=by), "back 1"),
    "walk-in": Tried(
        "operator", opened, lambda s, by, _: window.walk_in(s, window=1, service="id-card", by=by), "walk-in 1 id-card"
    ),
    "call": Tried("operator", moments.waiting, lambda s, by, _: window.call(s, window=1, by=by), "call 1"),
    "next": Tried("operator", moments.waiting, lambda s, by, _: window.next(s, window=1, by=by), "next 1"),
    "recall": Tried("operator", moments.called, lambda s, by, _: window.recall(s, window=1, by=by), "recall 1"),
    "start": Tried("operator", moments.called, lambda s, by, _: window.start(s, window=1, by=by), "start 1"),
    "finish": Tried("operator", moments.serving, lambda s, by, _: window.finish(s, window=1, by=by), "finish 1"),
    "no-show": Tried("operator", moments.called, lambda s, by, _: window.no_show(s, window=1, by=by), "no-show 1"),
    "requeue": Tried("operator", moments.called, lambda s, by, _: window.requeue(s, window=1, by=by), "requeue 1"),
    "revive": Tried(
        "operator",
        moments.no_show,
        lambda s, by, _: window.revive(s, window=1, ticket="A001", by=by),
        "revive 1 A001",
    ),
    "hold": Tried(
        "operator",
        moments.called,
        lambda s, by, _: window.hold(s, window=1, reason="a photo", by=by),
        "hold 1 --reason photo",
    ),
    "resume": Tried(
        "operator",
        moments.on_hold,
        lambda s, by, _: window.resume(s, window=1, ticket="A001", by=by),
        "resume 1 A001",
    ),
    "transfer": Tried(
        "operator",
        moments.called,
        lambda s, by, _: window.transfer(s, window=1, service="tax", by=by),
        "transfer 1 tax",
    ),
    "send-back": Tried("operator", sent, lambda s, by, _: window.send_back(s, window=1, by=by), "send-back 1"),
    "undo": Tried("operator", moments.called, lambda s, by, _: window.undo(s, window=1, by=by), "undo 1"),
    "read": Tried("operator", told, lambda s, by, _: supervise.read(s, message=1, by=by), None),
    "remove": Tried(
        "supervisor",
        moments.waiting,
        lambda s, by, _: window.remove(s, ticket="A001", reason="left", by=by),
        "remove A001 --reason left",
    ),
    "front": Tried(
        "supervisor",
        moments.waiting,
        lambda s, by, _: supervise.front(s, ticket="A001", reason="ill", by=by),
        "front A001 --reason ill",
    ),
    "assign": Tried(
        "supervisor",
        moments.waiting,
        lambda s, by, _: supervise.assign(s, window=1, services=["tax"], by=by),
        "assign 1 tax",
    ),
    "close-service": Tried(
        "supervisor", closed, lambda s, by, _: supervise.close_service(s, service="tax", by=by), "service close tax"
    ),
    "open-service": Tried(
        "supervisor", stopped, lambda s, by, _: supervise.open_service(s, service="tax", by=by), "service open tax"
    ),
    "close-day": Tried("supervisor", moments.waiting, lambda s, by, _: supervise.close_day(s, by=by), "day close"),
    "immediate": Tried(
        "supervisor",
        closed,
        lambda s, by, _: visitor.take(s, service="tax", class_="immediate", reason="ill", by=by),
        "take tax --class immediate --reason ill",
    ),
    "message": Tried(
        "supervisor", closed, lambda s, by, _: supervise.message(s, window=1, text="Come.", by=by), "message 1 Come"
    ),
    "people": Tried(
        "supervisor", closed, lambda s, by, _: people.add(s, "Orxan", "operator", "7301", by=by), "people add Orxan"
    ),
}
"""All that anybody does, by the names of data/rights.py; but for `send-back`, which is a transfer there."""
