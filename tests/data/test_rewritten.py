"""A tail that was rewritten as a whole is found only by a head that was noted outside."""

from data import log, window
from data.log import chain
from data.log.verify import verify
from data.store import Store
from tests.data import raw
from tests.data.edits import LAST
from tests.data.test_verify import centre, written, wrong

__all__ = ["centre", "written"]


def rewrite(url: str, store: Store, since: int) -> None:
    """All that happened from revision `since` on happened a second later, as it is said everywhere."""
    second = 1_000_000
    raw.run(
        url,
        f"UPDATE event SET at = at + {second} WHERE revision >= {since}",
        f"UPDATE ticket SET acted_at = acted_at + {second} WHERE revision >= {since}",
        f"UPDATE ticket SET called_at = called_at + {second}, first_called_at = first_called_at + {second} "
        f"WHERE call_revision >= {since}",
        f"UPDATE ticket SET arrival = arrival + {second} WHERE state = 'booked' AND id >= {since}",
        f"UPDATE store SET at = at + {second}, arrival = arrival + {second}",
    )
    events = list(log.events(store))
    previous = events[since - 2].digest.hex()
    for event in events[since - 1 :]:
        digest = chain.digest(previous, event)
        raw.run(url, f"UPDATE event SET digest = {raw.blob(url, digest)} WHERE revision = {event.revision}")
        previous = digest.hex()
    raw.run(url, f"UPDATE store SET head = '{previous}'")


def test_a_rewritten_tail_is_found_by_a_head_that_was_noted(store: Store, url: str) -> None:
    heads = {event.revision: event.digest.hex() for event in log.events(store)}
    rewrite(url, store, since=11)
    assert verify(store).ok
    assert verify(store, head=(10, heads[10])).ok
    assert wrong(verify(store, head=(11, heads[11]))) == 11
    assert wrong(verify(store, head=(LAST, heads[LAST]))) == LAST


def test_a_tail_that_was_cut_off_is_found_by_a_head_that_was_noted(store: Store, url: str) -> None:
    heads = {event.revision: event.digest.hex() for event in log.events(store)}
    window.close(store, window=1)
    closed = (LAST + 1, verify(store).head)
    raw.run(
        url,
        f"DELETE FROM event WHERE revision = {closed[0]}",
        f"UPDATE store SET revision = {LAST}, head = '{heads[LAST]}', "
        f"at = (SELECT at FROM event WHERE revision = {LAST})",
        "UPDATE \"window\" SET state = 'open', revision = 10 WHERE number = 1",
    )
    assert verify(store).ok
    assert verify(store, head=(LAST, heads[LAST].upper())).ok
    assert wrong(verify(store, head=closed)) is not None


def test_a_head_that_was_never_there(store: Store) -> None:
    for head in ((0, "abc"), (-1, "abc"), (LAST, ""), (LAST + 100, "abc")):
        assert not verify(store, head=head).ok, head


def test_a_head_noted_in_part_as_the_hall_shows_it(store: Store) -> None:
    verdict = verify(store)
    assert verify(store, head=(verdict.revision, verdict.head[:16])).ok
    assert not verify(store, head=(verdict.revision, verdict.head[:15])).ok
    assert not verify(store, head=(verdict.revision, "0" * 16)).ok
