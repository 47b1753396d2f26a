"""Why a ticket has its class: its operator sees it, and nobody else."""

import dataclasses
import json

import pytest

from data import board, desk, log, visitor, window
from data.log import chain, verify
from data.store import Store
from display.parts.calls.seen import look
from tests.clocks import MovableClock
from tests.commands import Commands
from tests.data import raw

REASON = "elderly"


def in_hand(store: Store) -> str | None:
    """The reason of the ticket in hand at window 1."""
    hand = desk.read(store, window=1).in_hand
    return hand.reason if hand else None


@pytest.mark.parametrize("reason", [REASON, "Broke a leg,\nwalks on crutches"])
def test_the_reason_of_a_class_comes_with_the_ticket_in_hand(store: Store, clock: MovableClock, reason: str) -> None:
    visitor.take(store, service="id-card", class_="priority", reason=f" {reason} ")
    visitor.take(store, service="id-card")
    window.open(store, window=1)
    assert in_hand(store) is None
    window.call(store, window=1)
    assert in_hand(store) == reason
    window.start(store, window=1)
    window.hold(store, window=1, reason="fetches a photo")
    window.resume(store, window=1, ticket="A001")
    assert in_hand(store) == reason, "not that of the hold"
    window.start(store, window=1)
    window.next(store, window=1)
    assert in_hand(store) == ""


def test_a_normal_ticket_has_none_and_neither_has_one_that_was_purged(store: Store, url: str) -> None:
    visitor.take(store, service="id-card", class_="immediate", reason="fell ill")
    visitor.take(store, service="id-card", reason="asked for it")
    window.open(store, window=1)
    window.call(store, window=1)
    raw.run(url, "UPDATE note SET text = '' WHERE revision = 2")
    assert in_hand(store) == ""
    raw.run(url, "DELETE FROM note WHERE revision = 2")
    assert in_hand(store) == ""
    window.start(store, window=1)
    window.next(store, window=1)
    assert in_hand(store) == ""


def test_nobody_else_sees_it(store: Store) -> None:
    ticket = visitor.take(store, service="id-card", class_="priority", reason=REASON)
    window.open(store, window=1)
    before = look(store, None)
    window.call(store, window=1)
    seen = look(store, before)
    assert [call.ticket for call in seen.new] == ["A001"]
    views = [seen.board, *seen.new, board.read(store), visitor.ticket(store, code=ticket.code)]
    views += board.offers(store)
    assert REASON not in json.dumps([dataclasses.asdict(view) for view in views], default=str)


def test_the_log_has_only_its_salted_hash(store: Store, url: str) -> None:
    visitor.take(store, service="id-card", class_="priority", reason=REASON)
    events = list(log.events(store))
    assert REASON not in json.dumps([chain.body(event) for event in events])
    ((salt, text),) = raw.rows(url, "SELECT salt, text FROM note")
    assert (text, events[-1].salted) == (REASON, chain.salted(bytes(salt), REASON))
    raw.run(url, "DELETE FROM note")
    assert verify(store).error == "revision 2: the reason is missing, and nothing says that it was purged"


def test_the_command_line_takes_an_id_or_words(sqlite_store: Store, sqlite_url: str) -> None:
    novbe = Commands(sqlite_url)
    for reason in (REASON, "walks on crutches"):
        taken = novbe("take", "id-card", "--class", "priority", "--reason", reason, "--json")
        assert (taken.code, taken.json["class"]) == (0, "priority")
        assert reason not in taken.out
    for command in (("board",), ("log",)):
        shown = novbe(*command, "--json").out
        assert REASON not in shown
        assert "crutches" not in shown
