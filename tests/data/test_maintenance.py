"""The maintenance code: kept as a hash, for every kiosk of the centre, and not to be found by trying."""

from concurrent.futures import ThreadPoolExecutor

import pytest
from sqlalchemy import insert

from data import maintenance, visitor
from data.maintenance import admit, is_set, set_code
from data.refused import Refused
from data.store import Statement, Store
from data.tables import PRINTING
from tests.clocks import MovableClock
from tests.data import raw
from tests.data.refusing import refused

CODE, WRONG = "471193", "471194"


def test_without_a_code_nobody_is_let_in(store: Store) -> None:
    assert not is_set(store)
    for code in ("", "000000", "123456", CODE):
        assert refused(store, lambda code=code: admit(store, code)) == "not-allowed"


def test_the_code_lets_in_at_every_kiosk(store: Store, url: str) -> None:
    before = store.revision()
    set_code(store, CODE)
    with Store.open(url) as other:
        assert is_set(other)
        admit(other, CODE)
    assert store.revision() == before, "it is no act"


def test_a_new_code_takes_the_place_of_the_old_one(store: Store) -> None:
    set_code(store, CODE)
    set_code(store, "880214")
    admit(store, "880214")
    assert refused(store, lambda: admit(store, CODE)) == "wrong-code"


@pytest.mark.parametrize("code", ["", "12345", "4711x3", "٤٧١١٩٣", "471193 ", "4" * 65])
def test_a_code_is_at_least_six_digits(store: Store, code: str) -> None:
    assert refused(store, lambda: set_code(store, code)) == "not-allowed"
    assert not is_set(store)


@pytest.mark.parametrize("code", ["000000", "121212", "123456", "9876543210", "456789", "890123"])
def test_what_anybody_would_try_first_is_no_code(store: Store, code: str) -> None:
    assert refused(store, lambda: set_code(store, code)) == "not-allowed"


def test_it_is_kept_as_a_salted_hash(store: Store, url: str) -> None:
    kept = []
    for _ in range(2):
        set_code(store, CODE)
        (row,) = raw.rows(url, "SELECT salt, hash FROM maintenance")
        kept.append(row)
        assert len(row[0]) == 16
        assert len(row[1]) == 32
        assert all(CODE.encode() not in bytes(value) for value in row)
    assert kept[0] != kept[1]


def test_wrong_tries_take_longer_and_longer(store: Store, clock: MovableClock) -> None:
    set_code(store, CODE)
    for seconds in (0, 0, 30, 60, 120, 240, 480, 960, 1920, 3600, 3600):
        assert refused(store, lambda: admit(store, WRONG)) == "wrong-code"
        if seconds:
            clock.advance(seconds - 1)
            with pytest.raises(Refused, match="wait 1 seconds more") as caught:
                admit(store, CODE)
            assert caught.value.code == "too-soon"
            clock.advance(1)
    admit(store, CODE)
    assert refused(store, lambda: admit(store, WRONG)) == "wrong-code"
    admit(store, CODE)


def test_a_restart_does_not_shorten_the_wait(store: Store, url: str, clock: MovableClock) -> None:
    set_code(store, CODE)
    for _ in range(3):
        assert refused(store, lambda: admit(store, WRONG)) == "wrong-code"
    with Store.open(url, clock=clock) as other:
        assert refused(other, lambda: admit(other, CODE)) == "too-soon"


def test_a_try_that_comes_too_soon_does_not_count(store: Store, clock: MovableClock) -> None:
    set_code(store, CODE)
    for _ in range(3):
        assert refused(store, lambda: admit(store, WRONG)) == "wrong-code"
    for _ in range(5):
        assert refused(store, lambda: admit(store, WRONG)) == "too-soon"
    clock.advance(30)
    admit(store, CODE)


def test_many_at_once_have_no_more_tries_than_one(store: Store, url: str, clock: MovableClock) -> None:
    set_code(store, CODE)

    def attempt(_: int) -> str:
        with Store.open(url, clock=clock) as own, pytest.raises(Refused) as caught:
            admit(own, WRONG)
        return caught.value.code

    with ThreadPoolExecutor(4) as threads:
        assert sorted(threads.map(attempt, range(8))) == ["too-soon"] * 5 + ["wrong-code"] * 3


def test_the_last_tickets_are_told_without_codes(store: Store, clock: MovableClock) -> None:
    for service in ("id-card", "tax", "passport"):
        ticket = visitor.take(store, service=service)
        clock.advance(1)
    told = maintenance.last(store, 2)
    assert [(one.ticket, one.service, one.printed) for one in told] == [("A002", "passport", ""), ("B001", "tax", "")]
    assert (clock() - told[0].at).total_seconds() == 1
    assert ticket.code not in repr(told)


def test_they_tell_what_became_of_their_paper(store: Store, url: str) -> None:
    visitor.take(store, service="tax")
    number = store.revision()
    row = {"ticket_id": number, "printer": "p", "copy_": False, "asked_at": 0, "state_at": 0, "problem": None}
    add = Statement(insert(PRINTING), [*row, "state"])
    with store.transaction():
        for state in ("dropped", "printed"):
            store.run(add, {**row, "state": state})
    assert [one.printed for one in maintenance.last(store)] == ["printed"]


def test_software_says_where_the_store_lies(store: Store) -> None:
    told = maintenance.software(store)
    assert told.revision == store.revision()
    assert told.store == store.url
    assert told.shape >= 2
