"""Each column of what is done in the hall beside the queue: walk-ins, steps, sending back, putting in front."""

from collections.abc import Iterator

import pytest

from data import supervise, visitor, window
from data.centre import Centre, read
from data.log.verify import verify
from data.store import Store
from tests.clocks import MovableClock
from tests.conftest import CENTRE
from tests.data import raw
from tests.data.edits import OF_A_TICKET
from tests.data.test_verify import wrong

WALKED_IN, SENT, FRONT = 4, 5, 6


@pytest.fixture
def centre() -> Centre:
    """After the tax comes the notary."""
    return read(CENTRE.replace('series = "B"', 'series = "B"\nthen = ["notary", "passport"]'), "centre.toml")


@pytest.fixture(autouse=True)
def written(store: Store, clock: MovableClock) -> None:
    """B001 walks in at window 3 (4) and waits for the notary (7), A001 is sent back (5, 8-11), A002 put in front."""
    window.open(store, window=1)
    window.open(store, window=3)
    window.walk_in(store, window=3, service="tax")
    visitor.take(store, service="id-card")
    visitor.take(store, service="id-card")
    window.finish(store, window=3)
    window.call(store, window=1)
    window.transfer(store, window=1, service="passport")
    window.call(store, window=3, ticket="A001", reason="asked")
    window.send_back(store, window=3)
    supervise.front(store, ticket="A002", reason="faints")
    supervise.assign(store, window=1, services=["id-card", "tax"])
    supervise.close_service(store, service="tax")


def test_all_of_it_holds(store: Store) -> None:
    assert verify(store).ok


def _edits() -> Iterator[tuple[str, str]]:
    yield from OF_A_TICKET.items()
    yield "class_", "'priority'"
    yield "steps", "NULL"
    yield "for_window", "3"
    yield "for_window", "NULL"


@pytest.mark.parametrize(("number", "revisions"), [(WALKED_IN, {4, 7}), (SENT, {5, 11}), (FRONT, {6, 12})])
def test_each_column_of_a_ticket(store: Store, url: str, number: int, revisions: set[int]) -> None:
    for column, value in _edits():
        before = raw.rows(url, f'SELECT "{column}" FROM ticket WHERE id = {number}')
        with raw.edited(url, "ticket", f"id = {number}", column, value):
            if raw.rows(url, f'SELECT "{column}" FROM ticket WHERE id = {number}') != before:
                assert wrong(verify(store)) in revisions, (column, value)
    assert verify(store).ok


@pytest.mark.parametrize(
    ("revision", "column", "value"),
    [
        (4, "steps", "NULL"),
        (7, "steps", "'passport'"),
        (11, "for_window", "3"),
        (12, "place", "place + 1"),
        (12, "class_", "'normal'"),
        (13, "services", "'tax'"),
        (14, "service", "'notary'"),
        (14, "seal", "(SELECT seal FROM event WHERE revision = 1)"),
    ],
)
def test_a_column_of_an_event(store: Store, url: str, revision: int, column: str, value: str) -> None:
    with raw.edited(url, "event", f"revision = {revision}", column, value):
        assert wrong(verify(store)) == revision
    assert verify(store).ok


def test_what_a_window_serves_and_a_stop(store: Store, url: str) -> None:
    with raw.removed(url, "window_service", "\"window\" = 1 AND service = 'tax'"):
        assert wrong(verify(store)) == 14
    raw.run(url, "UPDATE centre SET document = replace(document, '2026-11-25', '2026-11-24')")
    assert wrong(verify(store)) == 14
