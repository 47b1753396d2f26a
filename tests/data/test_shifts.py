"""Shifts: who has a window, and how it changes hands."""

from datetime import timedelta

import pytest

from data import board, log, people, setup, shifts, window
from data.centre import Centre, read
from data.log import chain, verify
from data.refused import Refused
from data.store import Store
from data.views import Signed
from tests.clocks import MovableClock
from tests.data import raw
from tests.data.kinds import sqlite_only
from tests.data.people.staff import SIGNED, acts, at, begin, serving, signed_centre, staff
from tests.data.refusing import refused
from tests.guards import workers


@pytest.fixture
def centre() -> Centre:
    """Who acts must be signed on."""
    return signed_centre()


@pytest.fixture
def by(store: Store) -> dict[str, Signed]:
    """Leyla, a supervisor, and the operators Aysel and Rauf."""
    return staff(store)


def test_who_signs_on_has_the_window(store: Store, by: dict[str, Signed], clock: MovableClock) -> None:
    signed = shifts.sign_on(store, window=3, by=by["Aysel"])
    assert (signed.person, signed.name, signed.role) == (by["Aysel"].person, "Aysel", "operator")
    assert len(signed.session) == 32
    found = at(store)
    assert (found.person, found.since, found.session) == ("Aysel", clock(), signed.session)
    window.open(store, window=3, by=signed)
    (event,) = (event for event in log.events(store) if event.act == "sign-on")
    body = chain.body(event)
    assert (body["window"], body["by"]) == (3, signed.person)
    assert "Aysel" not in str(body)
    assert verify(store).ok


def test_a_window_in_use_says_by_whom_since_when(store: Store, by: dict[str, Signed], clock: MovableClock) -> None:
    begin(store, by["Aysel"])
    clock.advance(minutes=30)
    for other in ("Rauf", "Leyla"):
        with pytest.raises(Refused) as caught:
            shifts.sign_on(store, window=3, by=by[other])
        assert caught.value.code == "window-in-use"
        assert caught.value.message == "Window 3 is in use by Aysel since 10:20. A supervisor can take it over."
        assert f"{caught.value.values['time']:%H:%M}" == "10:20"
    assert refused(store, lambda: shifts.sign_on(store, window=3, by=by["Rauf"], take_over=True)) == "supervisor-only"


def test_a_supervisor_takes_it_over_with_the_ticket_in_hand(store: Store, by: dict[str, Signed]) -> None:
    aysel, since = serving(store, by["Aysel"]), store.revision()
    leyla = shifts.sign_on(store, window=3, by=by["Leyla"], take_over=True)
    assert acts(store, since) == ["sign-off", "sign-on"]
    assert refused(store, lambda: window.finish(store, window=3, by=aysel)) == "not-yours"
    held = at(store).in_hand
    assert held
    assert (held.ticket, at(store).person) == ("B001", "Leyla")
    window.finish(store, window=3, by=leyla)
    assert verify(store).ok


def test_who_comes_back_gets_the_window_back_and_the_old_screen_acts_no_more(
    store: Store, by: dict[str, Signed], clock: MovableClock
) -> None:
    old = serving(store, by["Aysel"])
    began = clock()
    clock.advance(minutes=5)
    new = shifts.sign_on(store, window=3, by=by["Aysel"])
    found = at(store)
    assert found.in_hand
    assert (found.in_hand.ticket, found.in_hand.state, found.since) == ("B001", "serving", began)
    assert new.session != old.session
    assert refused(store, lambda: window.finish(store, window=3, by=old)) == "not-yours"
    assert refused(store, lambda: shifts.sign_off(store, window=3, by=old)) == "not-yours"
    window.finish(store, window=3, by=new)
    assert verify(store).ok


def test_one_window_at_a_time_for_an_operator(store: Store, by: dict[str, Signed]) -> None:
    begin(store, by["Aysel"])
    with pytest.raises(Refused) as caught:
        shifts.sign_on(store, window=1, by=by["Aysel"])
    assert caught.value.code == "signed-on-elsewhere"
    assert caught.value.message.startswith("Aysel is signed on at window 3 since 10:20")
    shifts.sign_off(store, window=3, by=by["Aysel"])
    shifts.sign_on(store, window=1, by=by["Aysel"])
    shifts.sign_on(store, window=2, by=by["Leyla"])
    shifts.sign_on(store, window=3, by=by["Leyla"])
    assert [at(store, number).person for number in (1, 2, 3)] == ["Aysel", "Leyla", "Leyla"]


def test_with_nothing_in_hand_the_window_closes(store: Store, by: dict[str, Signed]) -> None:
    signed = begin(store, by["Aysel"])
    since = store.revision()
    done = shifts.sign_off(store, window=3, by=signed)
    assert (done.state, done.revision) == ("closed", store.revision())
    assert acts(store, since) == ["close", "sign-off"]
    assert at(store).person == ""
    assert refused(store, lambda: shifts.sign_off(store, window=3, by=by["Aysel"])) == "not-yours"
    assert refused(store, lambda: shifts.sign_off(store, window=3, by=by["Leyla"])) == "not-signed-on"
    assert verify(store).ok


def test_a_closed_window_is_signed_off_without_closing_it_again(store: Store, by: dict[str, Signed]) -> None:
    signed = shifts.sign_on(store, window=3, by=by["Aysel"])
    since = store.revision()
    shifts.sign_off(store, window=3, by=signed)
    assert acts(store, since) == ["sign-off"]


def test_a_ticket_in_hand_is_handed_over(store: Store, by: dict[str, Signed]) -> None:
    aysel = serving(store, by["Aysel"])
    assert shifts.sign_off(store, window=3, by=aysel).state == "open"
    assert refused(store, lambda: window.finish(store, window=3, by=by["Rauf"])) == "not-yours"
    rauf = shifts.sign_on(store, window=3, by=by["Rauf"])
    assert [call.ticket for call in board.read(store).calls] == ["B001"]
    assert window.finish(store, window=3, by=rauf).ticket == "B001"
    assert verify(store).ok


def test_yesterdays_shift_keeps_nobody_out(store: Store, by: dict[str, Signed], clock: MovableClock) -> None:
    old = begin(store, by["Aysel"])
    clock.advance(days=1)
    new = shifts.sign_on(store, window=3, by=by["Rauf"])
    assert (at(store).person, at(store).since) == ("Rauf", clock())
    assert refused(store, lambda: window.next(store, window=3, by=old)) == "not-yours"
    shifts.sign_off(store, window=3, by=new)
    shifts.sign_on(store, window=1, by=by["Aysel"])
    assert verify(store).ok


def test_who_forgot_to_sign_off_yesterday_begins_elsewhere_today(
    store: Store, by: dict[str, Signed], clock: MovableClock
) -> None:
    begin(store, by["Aysel"])
    clock.advance(days=1)
    since = store.revision()
    shifts.sign_on(store, window=1, by=by["Aysel"])
    assert acts(store, since) == ["close", "sign-off", "sign-on"]
    assert (at(store).state, at(store).person, at(store, 1).person) == ("closed", "", "Aysel")
    clock.advance(days=1)
    shifts.sign_on(store, window=1, by=by["Aysel"])
    assert at(store, 1).since == clock(), "a new day is a new shift"
    assert verify(store).ok


@sqlite_only
def test_a_window_that_retires_signs_off_when_its_hand_is_empty(store: Store, by: dict[str, Signed]) -> None:
    signed = serving(store, by["Aysel"])
    start = SIGNED.index("\n[[windows]]\nnumber = 3")
    without = SIGNED[:start] + SIGNED[SIGNED.index("\n[[breaks]]") :]
    setup.init(store.url, read(without.replace('"tax"]', '"tax", "notary"]'), "centre.toml"))
    since = store.revision()
    window.finish(store, window=3, by=signed)
    assert acts(store, since) == ["finish", "close", "sign-off"]
    assert refused(store, lambda: shifts.sign_on(store, window=3, by=by["Rauf"])) == "unknown-window"
    shifts.sign_on(store, window=1, by=by["Aysel"])
    assert verify(store).ok


def test_verify_knows_who_has_the_window_and_whether_it_has_a_break(
    store: Store, by: dict[str, Signed], url: str
) -> None:
    shifts.take_break(store, window=3, reason="lunch", by=begin(store, by["Aysel"]))
    shifts.sign_on(store, window=1, by=by["Rauf"])
    edits = (("person", "1"), ("person", "NULL"), ("since", "since + 1"), ("pause", "NULL"), ("pause", "'coffee'"))
    for column, value in (*edits, ("pause_since", "pause_since + 1")):
        with raw.edited(url, "window", "number = 3", column, value):
            assert (column, value, verify(store).error) == (
                column,
                value,
                "revision 4: window 3 is not what the log says",
            )
    with raw.edited(url, "window", "number = 1", "pause", "'lunch'"):
        assert not verify(store).ok
    assert verify(store).ok
    raw.run(url, "DELETE FROM note")
    assert verify(store).error == "revision 4: the reason is missing, and nothing says that it was purged"
    with raw.edited(url, "window", "number = 3", "pause", "NULL"):
        assert verify(store).error == "revision 4: window 3 is not what the log says"


def test_a_name_that_was_purged_is_no_fault(store: Store, by: dict[str, Signed], url: str) -> None:
    begin(store, by["Aysel"])
    raw.run(url, f"UPDATE person SET name = '', pin = '', active = false WHERE id = {by['Aysel'].person}")
    assert verify(store).ok
    assert at(store).person == ""
    with pytest.raises(Refused):
        people.admit(store, name="", pin="")


def test_the_wall_clock_of_the_centre_says_since_when(store: Store, by: dict[str, Signed], clock: MovableClock) -> None:
    clock.set(clock() + timedelta(hours=13))
    begin(store, by["Aysel"])
    with pytest.raises(Refused, match="since 23:20"):
        shifts.sign_on(store, window=3, by=by["Rauf"])


def signing(url: str, who: Signed, number: int) -> str:
    """What somebody is told who signs on."""
    with Store.open(url, clock=workers.going(timedelta(0))) as own:
        try:
            return shifts.sign_on(own, window=number, by=who).session
        except Refused as refusal:
            return refusal.code


def test_two_at_once_do_not_get_one_window(store: Store, by: dict[str, Signed], url: str) -> None:
    said = workers.together(*[(signing, url, by[name], 3) for name in ("Aysel", "Rauf", "Aysel", "Rauf")])
    assert said.count("window-in-use") == 2
    assert at(store).session in said
    assert verify(store).ok


def test_one_operator_does_not_get_two_windows_at_once(store: Store, by: dict[str, Signed], url: str) -> None:
    said = workers.together(*[(signing, url, by["Aysel"], number) for number in (1, 2, 3)])
    assert said.count("signed-on-elsewhere") == 2
    assert [at(store, number).person for number in (1, 2, 3)].count("Aysel") == 1
