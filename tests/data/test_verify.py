"""Whatever is changed behind the program's back is found, and the first revision that is wrong is named."""

import hashlib
import json
import re
import sys
from datetime import timedelta

import pytest

from data import log, visitor, window
from data.centre import Centre
from data.log import chain
from data.log.verify import verify
from data.outcomes import Verdict
from data.records import Event, Ticket
from data.store import Store
from tests.clocks import MovableClock
from tests.data import raw
from tests.data.bookable import SLOT, bookable, booked
from tests.data.edits import DIGEST, LAST, OF_A_TICKET, OF_AN_EVENT, OF_THE_STORE


@pytest.fixture
def centre() -> Centre:
    """A centre that takes bookings."""
    return bookable()


@pytest.fixture(autouse=True)
def written(store: Store, clock: MovableClock) -> None:
    """Three tickets: A001 served at window 1 (2, 5-7), A002 on hold there (8-10), B001 called at window 2 (3, 12).

    And two bookings: C001 has come (13, 14), and another is to come (15).
    """
    visitor.take(store, service="id-card", key="first")
    visitor.take(store, service="tax", class_="priority")
    window.open(store, window=1)
    for act in (window.call, window.start, window.finish):
        clock.advance(5)
        act(store, window=1)
    visitor.take(store, service="passport", language="en")
    window.call(store, window=1)
    clock.advance(5)
    window.hold(store, window=1, reason="fetches a photo")
    window.open(store, window=2)
    window.call(store, window=2)
    first = booked(store, name="Əli")
    clock.advance(minutes=40)
    visitor.check_in(store, code=first.code)
    booked(store, SLOT + timedelta(minutes=20), key="second")


def wrong(verdict: Verdict) -> int | None:
    """The revision that the verdict names, None where all is well."""
    assert verdict.ok == (verdict.error is None)
    if verdict.error is None:
        return None
    named = re.match(r"revision (\d+): \S", verdict.error)
    assert named, verdict.error
    return int(named[1])


def test_what_is_untouched_holds(store: Store) -> None:
    verdict = verify(store)
    last = list(log.events(store))[-1]
    assert verdict == Verdict(ok=True, revision=LAST, head=last.digest.hex(), error=None)


def test_the_digest_is_that_of_the_design(store: Store) -> None:
    """Computed here from nothing but the JSON that `novbe log` prints."""
    previous = ""
    for event in log.events(store):
        fields = json.loads(json.dumps(chain.body(event)))
        text = json.dumps(fields, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
        assert event.digest.hex() == hashlib.sha256(f"{previous}\n{text}".encode()).hexdigest()
        previous = event.digest.hex()


def test_a_reason_and_a_code_stay_out_of_the_log(store: Store, url: str) -> None:
    text = json.dumps([chain.body(event) for event in log.events(store)])
    codes = [code for (code,) in raw.rows(url, "SELECT code FROM ticket")]
    assert not any(secret in text for secret in (*codes, "fetches a photo", "Əli"))
    ((salt, reason),) = raw.rows(url, "SELECT salt, text FROM note WHERE revision = 10")
    ((salted,),) = raw.rows(url, "SELECT salted FROM event WHERE revision = 10")
    assert salted == hashlib.sha256(bytes(salt) + reason.encode()).digest()
    assert len(salt) >= 16


def test_each_column_of_an_event(store: Store, url: str) -> None:
    assert {*OF_AN_EVENT, "revision"} == set(Event._fields)
    for column, (revision, value) in OF_AN_EVENT.items():
        with raw.edited(url, "event", f"revision = {revision}", column, value):
            assert (column, wrong(verify(store))) == (column, revision)
    assert verify(store).ok


def test_each_column_of_a_ticket(store: Store, url: str) -> None:
    assert {*OF_A_TICKET, "id"} == set(Ticket._fields)
    for number, revisions in ((2, {2, 5, 6, 7}), (8, {8, 9, 10}), (3, {3, 12}), (13, {13, 14}), (15, {15})):
        for column, value in OF_A_TICKET.items():
            with raw.edited(url, "ticket", f"id = {number}", column, value):
                assert wrong(verify(store)) in revisions, column
    assert verify(store).ok


def test_a_ticket_with_another_id(store: Store, url: str) -> None:
    raw.run(url, "UPDATE ticket SET id = 1000 WHERE id = 3")
    assert wrong(verify(store)) == 3


def test_an_event_that_is_gone(store: Store, url: str) -> None:
    for revision in range(1, LAST + 1):
        with raw.removed(url, "event", f"revision = {revision}"):
            assert wrong(verify(store)) == revision
    with raw.removed(url, "event", "true"):
        assert wrong(verify(store)) == 1
    assert verify(store).ok


def test_an_event_that_is_gone_and_the_others_moved_up(store: Store, url: str) -> None:
    raw.run(url, "DELETE FROM event WHERE revision = 6")
    for revision in range(7, LAST + 1):
        raw.run(url, f"UPDATE event SET revision = {revision - 1} WHERE revision = {revision}")
    assert wrong(verify(store)) == 6


def test_an_event_that_was_added(store: Store, url: str) -> None:
    add = f"INSERT INTO event (revision, at, act, digest) VALUES ({{revision}}, 0, 'init', {DIGEST})"
    for revision in (-1, 0):
        with pytest.raises(raw.ERRORS):
            raw.run(url, add.format(revision=revision))
    raw.run(url, add.format(revision=LAST + 1))
    assert wrong(verify(store)) == LAST + 1


def test_two_events_that_were_swapped(store: Store, url: str) -> None:
    steps = [(5, 100), (6, 5), (100, 6)]
    raw.run(url, *(f"UPDATE event SET revision = {new} WHERE revision = {old}" for old, new in steps))
    assert wrong(verify(store)) == 5


def test_two_tickets_that_were_swapped(store: Store, url: str) -> None:
    steps = [(2, 100), (3, 2), (100, 3)]
    raw.run(url, *(f"UPDATE ticket SET id = {new} WHERE id = {old}" for old, new in steps))
    assert wrong(verify(store)) in {2, 3, 5, 6, 7, 12}


def test_a_ticket_that_is_gone(store: Store, url: str) -> None:
    raw.run(url, "DELETE FROM ticket WHERE id = 3")
    assert wrong(verify(store)) == 3


def test_a_ticket_that_was_added(store: Store, url: str) -> None:
    columns = [name for name in Ticket._fields if name not in ("id", "number", "code", "request_key")]
    same = ", ".join(f'"{column}"' for column in columns)
    added = f"INSERT INTO ticket (id, number, {same}) SELECT 9, 99, {same} FROM ticket WHERE id = 8"
    raw.run(url, added)
    assert wrong(verify(store)) is not None


def test_a_reason(store: Store, url: str) -> None:
    with raw.edited(url, "note", "revision = 10", "text", "'no reason'"):
        assert wrong(verify(store)) == 10
    raw.run(url, f"INSERT INTO note (revision, salt, text) VALUES (5, {raw.blob(url, b'salt')}, 'made up')")
    assert wrong(verify(store)) == 5


def test_a_reason_or_a_code_that_is_gone_by_hand(store: Store, url: str) -> None:
    for revision in (10, 13):
        with raw.removed(url, "note", f"revision = {revision}"):
            assert wrong(verify(store)) == revision
    with raw.edited(url, "ticket", "id = 3", "code", "NULL"):
        assert wrong(verify(store)) == 3
    assert verify(store).ok


def test_the_state_of_a_window(store: Store, url: str) -> None:
    other = "CASE state WHEN 'open' THEN 'closed' ELSE 'open' END"
    for number, revisions in ((1, {4, 10}), (2, {11, 12}), (3, {LAST})):
        for column, value in (("state", other), ("revision", "revision + 1")):
            with raw.edited(url, "window", f"number = {number}", column, value):
                assert wrong(verify(store)) in revisions
    assert verify(store).ok


def test_a_window_that_is_gone(store: Store, url: str) -> None:
    raw.run(url, "DELETE FROM window_service", 'DELETE FROM "window" WHERE number = 2')
    assert wrong(verify(store)) == 1


def test_a_window_that_serves_something_else(store: Store, url: str) -> None:
    raw.run(url, "UPDATE window_service SET service = 'notary' WHERE \"window\" = 2 AND service = 'tax'")
    assert wrong(verify(store)) == 1


def test_the_row_of_the_store(store: Store, url: str) -> None:
    for column, value, revision in OF_THE_STORE:
        with raw.edited(url, "store", "id = 1", column, value):
            assert (column, wrong(verify(store))) == (column, revision)
    assert verify(store).ok


def test_the_first_of_two_faults_is_named(store: Store, url: str) -> None:
    raw.run(url, "UPDATE event SET at = at + 1 WHERE revision = 10", "UPDATE ticket SET place = 1 WHERE id = 2")
    assert wrong(verify(store)) == 7


def test_a_long_log_is_read_in_pages(store: Store, url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    for module in ("data.log.events", "data.log.verify"):
        monkeypatch.setattr(sys.modules[module], "PAGE", 3)
    assert verify(store).ok
    for revision in (3, 4, LAST):
        with raw.removed(url, "event", f"revision = {revision}"):
            assert wrong(verify(store)) == revision
    with raw.edited(url, "ticket", "id = 8", "calls", "7"):
        assert wrong(verify(store)) == 10
