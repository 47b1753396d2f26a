"""People: who is there, and who may change that."""

import re

import pytest

from data import people, setup, shifts, visitor, window
from data.centre import Centre, read
from data.log import events
from data.refused import Refused
from data.store import Store
from data.views import Signed
from tests.data.kinds import sqlite_only
from tests.data.people.staff import PINS, SIGNED, admit, signed_centre, staff
from tests.data.refusing import refused
from tests.guards import workers

WRONG = "9999"


@pytest.fixture
def centre() -> Centre:
    """Who acts must be signed on."""
    return signed_centre()


def told(store: Store) -> list[tuple[str, str, bool]]:
    return [(one.name, one.role, one.active) for one in people.everyone(store)]


def test_nobody_is_there_at_first_and_no_pin_lets_in(store: Store) -> None:
    assert people.everyone(store) == ()
    assert not people.exist(store)
    for name, pin in (("", ""), ("admin", "0000"), ("supervisor", "1234")):
        assert refused(store, lambda name=name, pin=pin: admit(store, name, pin)) == "wrong-pin"


def test_the_first_is_a_supervisor_and_needs_nobodys_leave(store: Store) -> None:
    assert refused(store, lambda: people.add(store, "Aysel", "operator", "5813")) == "not-allowed"
    leyla = people.add(store, "Leyla", "supervisor", "471193")
    assert people.exist(store)
    assert admit(store, "Leyla", "471193") == Signed(leyla.person, "Leyla", "supervisor")


def test_afterwards_only_a_supervisor_changes_people(store: Store) -> None:
    by = staff(store)
    before = told(store)
    for whom, code in ((None, "not-signed-on"), (by["Aysel"], "supervisor-only")):
        assert refused(store, lambda whom=whom: people.add(store, "Nina", "operator", "4711", by=whom)) == code
        assert refused(store, lambda whom=whom: people.disable(store, "Rauf", by=whom)) == code
        assert refused(store, lambda whom=whom: people.reset(store, "Rauf", "4711", by=whom)) == code
    assert (
        told(store)
        == before
        == [("Leyla", "supervisor", True), ("Aysel", "operator", True), ("Rauf", "operator", True)]
    )


@sqlite_only
def test_a_centre_that_trusts_its_machines_asks_nobody(store: Store) -> None:
    staff(store)
    setup.init(store.url, read(SIGNED.replace('"signed"', '"local"'), "centre.toml"))
    people.add(store, "Nina", "operator", "4711")
    people.reset(store, "Nina", "4712")
    assert people.disable(store, "Nina").active is False


def test_what_changes_people_stays_out_of_the_log(store: Store) -> None:
    before = store.revision()
    by = staff(store)
    people.reset(store, "Aysel", "4711", by=by["Leyla"])
    people.disable(store, "Aysel", by=by["Leyla"])
    admit(store, "Leyla", PINS["Leyla"])
    assert store.revision() == before
    assert not any(name in str(event) for event in events(store) for name in PINS)


@pytest.mark.parametrize("name", ["", "  ", "a\nb" + "\x1b[2J", "\x00", "\ud800", "x" * 41, "\u202eAysel"])
def test_a_name_is_one_line_that_can_be_read(store: Store, name: str) -> None:
    assert refused(store, lambda: people.add(store, name, "supervisor", "471193")) == "not-allowed"
    assert not people.exist(store)


def test_a_name_is_trimmed(store: Store) -> None:
    assert people.add(store, "  Leyla   Əliyeva\n", "supervisor", "471193").name == "Leyla Əliyeva"


@pytest.mark.parametrize("other", ["İlqar", "ilqar", "ILQAR", "ılqar", " Ilqar ", "I\u0307lqar", "İlqar\u200b"])
def test_a_name_is_there_once_however_it_is_typed(store: Store, other: str) -> None:
    leyla = people.add(store, "Ilqar", "supervisor", "471193")
    by = Signed(leyla.person, leyla.name, leyla.role)
    assert refused(store, lambda: people.add(store, other, "operator", "4711", by=by)) == "not-allowed"
    assert admit(store, other, "471193").person == leyla.person
    for _ in range(3):
        assert refused(store, lambda: admit(store, other, WRONG)) == "wrong-pin"
    assert refused(store, lambda: admit(store, "Ilqar", "471193")) == "too-soon", "its tries are counted as one"


@pytest.mark.parametrize("pin", ["", "471", "abcd", "4711 5", "0000", "1234", "1985", "4" * 65])
def test_a_pin_that_is_none(store: Store, pin: str) -> None:
    by = staff(store)["Leyla"]
    assert refused(store, lambda: people.add(store, "Nina", "operator", pin, by=by)) == "not-allowed"
    assert refused(store, lambda: people.reset(store, "Aysel", pin, by=by)) == "not-allowed"
    assert admit(store).name == "Aysel"


def test_a_role_that_is_none(store: Store) -> None:
    assert refused(store, lambda: people.add(store, "Nina", "admin", "471193")) == "not-allowed"


def test_the_last_supervisor_stays(store: Store) -> None:
    by = staff(store)["Leyla"]
    assert refused(store, lambda: people.disable(store, "leyla", by=by)) == "not-allowed"
    people.add(store, "Nina", "supervisor", "880214", by=by)
    assert people.disable(store, "leyla", by=by).active is False
    nina = admit(store, "Nina", "880214")
    assert refused(store, lambda: people.disable(store, "Nina", by=nina)) == "not-allowed"


def test_who_is_disabled_can_neither_sign_on_nor_act(store: Store) -> None:
    by = staff(store)
    aysel = shifts.sign_on(store, window=1, by=by["Aysel"])
    window.open(store, window=1, by=aysel)
    people.disable(store, "aysel", by=by["Leyla"])
    assert refused(store, lambda: admit(store)) == "not-signed-on"
    assert refused(store, lambda: admit(store, pin=WRONG)) == "wrong-pin"
    for one in (by["Aysel"], aysel):
        assert refused(store, lambda one=one: window.close(store, window=1, by=one)) == "not-signed-on"
        assert refused(store, lambda one=one: shifts.sign_on(store, window=2, by=one)) == "not-signed-on"
    assert shifts.sign_on(store, window=1, by=by["Rauf"]).session, "the window is free for the others"


def test_a_new_pin_takes_the_place_of_the_old_one_and_lets_in_again(store: Store) -> None:
    by = staff(store)["Leyla"]
    for _ in range(3):
        assert refused(store, lambda: admit(store, pin=WRONG)) == "wrong-pin"
    people.disable(store, "Aysel", by=by)
    assert people.reset(store, "AYSEL", "4711", by=by).active
    assert admit(store, pin="4711").role == "operator"
    assert refused(store, lambda: admit(store)) == "wrong-pin"


def test_nobody_of_this_name(store: Store) -> None:
    by = staff(store)["Leyla"]
    assert refused(store, lambda: people.disable(store, "Nobody", by=by)) == "unknown-person"
    assert refused(store, lambda: people.reset(store, "x" * 4000 + "\n\x1b", "4711", by=by)) == "unknown-person"


def test_two_processes_do_not_both_add_the_first_nor_one_name_twice(store: Store, url: str) -> None:
    said = workers.together((added, url, "Leyla"), (added, url, "leyla"), (added, url, "LEYLA"))
    assert sorted(said) == ["added", "not-signed-on", "not-signed-on"]
    assert [re.sub("(?i)leyla", "", one.name) for one in people.everyone(store)] == [""]


def added(url: str, name: str) -> str:
    """What somebody is told who adds the first one."""
    with Store.open(url) as own:
        try:
            people.add(own, name, "supervisor", "471193")
        except Refused as refusal:
            return refusal.code
    return "added"


def test_the_numbers_of_people_are_never_given_again(store: Store) -> None:
    by = staff(store)
    people.disable(store, "Rauf", by=by["Leyla"])
    nina = people.add(store, "Nina", "operator", "4711", by=by["Leyla"])
    assert nina.person not in {one.person for one in by.values()}


def test_a_new_pin_ends_what_was_opened_with_the_old_one(store: Store) -> None:
    people_of = staff(store)
    on = shifts.sign_on(store, window=1, by=people_of["Aysel"])
    people.reset(store, "Aysel", "86420", by=people_of["Leyla"])
    assert refused(store, lambda: window.open(store, window=1, by=on)) == "not-yours"
    again = shifts.sign_on(store, window=1, by=admit(store, pin="86420", window=1))
    assert window.open(store, window=1, by=again).state == "open"


def test_a_session_that_is_over_does_nothing_anywhere(store: Store) -> None:
    leyla = staff(store)["Leyla"]
    ticket = visitor.take(store, service="id-card").ticket
    on = shifts.sign_on(store, window=1, by=leyla)
    shifts.sign_off(store, window=1, by=on)
    assert refused(store, lambda: window.remove(store, ticket=ticket, reason="x", by=on)) == "not-signed-on"
    assert window.remove(store, ticket=ticket, reason="x", by=leyla).state == "removed"
