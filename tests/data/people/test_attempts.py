"""PINs: who is let in by one, how long who guesses must wait, and that nothing tells it."""

import sqlite3
import traceback
from datetime import timedelta

import psycopg
import pytest

from data import people
from data.centre import Centre
from data.refused import Refused
from data.store import Store
from tests.clocks import MovableClock
from tests.data import raw
from tests.data.people.staff import PINS, admit, signed_centre, staff
from tests.data.refusing import refused
from tests.guards import workers

WRONG = "9999"


@pytest.fixture
def centre() -> Centre:
    """Who acts must be signed on."""
    return signed_centre()


def test_wrong_tries_take_longer_and_longer(store: Store, clock: MovableClock) -> None:
    staff(store)
    for seconds in (0, 0, 30, 60, 120, 240, 480, 960, 1920, 3600, 3600):
        assert refused(store, lambda: admit(store, pin=WRONG)) == "wrong-pin"
        if seconds:
            clock.advance(seconds - 1)
            with pytest.raises(Refused, match="wait 1 seconds more") as caught:
                admit(store)
            assert caught.value.code == "too-soon"
            clock.advance(1)
    assert admit(store).name == "Aysel"
    for _ in range(3):
        assert refused(store, lambda: admit(store, pin=WRONG)) == "wrong-pin"


def test_each_window_and_each_name_counts_for_itself(store: Store) -> None:
    staff(store)
    for _ in range(3):
        assert refused(store, lambda: admit(store, pin=WRONG, window=1)) == "wrong-pin"
    assert refused(store, lambda: admit(store, window=1)) == "too-soon"
    assert admit(store, "Rauf", PINS["Rauf"], window=1).name == "Rauf"
    assert admit(store, window=2).name == admit(store).name == "Aysel"
    assert refused(store, lambda: admit(store, window=1)) == "too-soon", "a right one elsewhere changes nothing here"


def test_a_name_that_is_not_there_is_answered_as_one_that_is(store: Store) -> None:
    staff(store)
    said = {}
    for name in ("Aysel", "Nobody"):
        said[name] = []
        for _ in range(4):
            with pytest.raises(Refused) as caught:
                admit(store, name, WRONG)
            said[name].append((caught.value.code, caught.value.message))
    assert said["Aysel"] == said["Nobody"]
    assert [code for code, _ in said["Aysel"]] == ["wrong-pin"] * 3 + ["too-soon"]


def test_at_a_window_that_there_is_not_nothing_can_be_tried(store: Store, url: str) -> None:
    staff(store)
    assert refused(store, lambda: admit(store, window=77)) == "unknown-window"
    assert raw.rows(url, "SELECT * FROM attempt") == []


def test_old_tries_are_forgotten(store: Store, url: str, clock: MovableClock) -> None:
    staff(store)
    for name in ("Aysel", "Nobody", "4711"):
        assert refused(store, lambda name=name: admit(store, name, WRONG)) == "wrong-pin"
    clock.advance(days=1, seconds=1)
    assert refused(store, lambda: admit(store, "Rauf", WRONG)) == "wrong-pin"
    assert len(raw.rows(url, "SELECT * FROM attempt")) == 1


def test_a_pin_that_was_typed_as_a_name_is_not_kept(store: Store, url: str) -> None:
    staff(store)
    assert refused(store, lambda: admit(store, "5813", "Aysel")) == "wrong-pin"
    assert not _holds(url, "5813")


def _holds(url: str, secret: str) -> bool:
    """Whether any table holds it."""
    tables = ("attempt", "person", "event", "note", "store", "centre", "message", "alert", "presence")
    return any(secret in str(row) for table in tables for row in raw.rows(url, f"SELECT * FROM {table}"))


def test_a_pin_is_in_no_table_and_no_error(store: Store, url: str) -> None:
    staff(store)
    assert not any(_holds(url, pin) for pin in PINS.values())
    attempts = (
        lambda: admit(store, "Rauf", PINS["Aysel"]),
        lambda: people.add(store, "aysel", "operator", PINS["Aysel"], by=None),
        lambda: people.reset(store, "Nobody", PINS["Aysel"], by=None),
    )
    for attempt in attempts:
        with pytest.raises(Refused) as caught:
            attempt()
        text = "".join(traceback.format_exception(caught.value)) + repr(caught.value) + repr(caught.value.values)
        assert PINS["Aysel"] not in text


@pytest.mark.parametrize("broken", ["DROP TABLE person", 'ALTER TABLE attempt RENAME TO "lost"'])
def test_nor_where_the_database_fails(store: Store, url: str, broken: str) -> None:
    by = staff(store)["Leyla"]
    raw.run(url, broken + (" CASCADE" if "DROP" in broken and url.startswith("postgres") else ""))
    for attempt in (lambda: admit(store), lambda: people.reset(store, "Aysel", PINS["Aysel"], by=by)):
        with pytest.raises((sqlite3.Error, psycopg.Error, Refused)) as caught:
            attempt()
        assert PINS["Aysel"] not in "".join(traceback.format_exception(caught.value))


def test_many_processes_at_once_have_no_more_tries_than_one(store: Store, url: str) -> None:
    staff(store)
    said = [code for answer in workers.together(*[(tried, url, WRONG, 3)] * 4) for code in answer]
    assert sorted(said) == ["too-soon"] * 9 + ["wrong-pin"] * 3


def test_many_processes_with_the_right_pin_all_get_in(store: Store, url: str) -> None:
    staff(store)
    said = [code for answer in workers.together(*[(tried, url, PINS["Aysel"], 2)] * 3) for code in answer]
    assert set(said) <= {"Aysel", "too-soon"}
    assert "Aysel" in said


def tried(url: str, pin: str, times: int) -> list[str]:
    """What somebody is told who tries so often."""
    said = []
    with Store.open(url, clock=workers.going(timedelta(0))) as own:
        for _ in range(times):
            try:
                said.append(admit(own, pin=pin).name)
            except Refused as refusal:
                said.append(refusal.code)
    return said
