"""Breaks: no ticket is called meanwhile, and what ends them."""

import pytest

from data import log, setup, shifts, visitor, window
from data.centre import Centre, read
from data.log import chain, verify
from data.store import Store
from data.views import Signed
from tests.clocks import MovableClock
from tests.data import raw
from tests.data.kinds import sqlite_only
from tests.data.people.staff import SIGNED, TRUSTING, acts, at, begin, serving, signed_centre, staff
from tests.data.refusing import refused


@pytest.fixture
def centre() -> Centre:
    """Who acts must be signed on."""
    return signed_centre()


@pytest.fixture
def by(store: Store) -> dict[str, Signed]:
    """Leyla, a supervisor, and the operators Aysel and Rauf."""
    return staff(store)


def test_a_break_is_no_time_for_calls(store: Store, by: dict[str, Signed], clock: MovableClock) -> None:
    signed = begin(store, by["Aysel"])
    visitor.take(store, service="tax")
    assert shifts.take_break(store, window=3, reason="lunch", by=signed).state == "open"
    assert (at(store).pause, at(store).pause_since) == ("lunch", clock())
    calls = (
        lambda: window.call(store, window=3, by=signed),
        lambda: window.call(store, window=3, ticket="B001", reason="asked", by=signed),
        lambda: window.next(store, window=3, by=signed),
        lambda: window.walk_in(store, window=3, service="tax", by=signed),
        lambda: shifts.take_break(store, window=3, reason="coffee", by=signed),
    )
    assert {refused(store, call) for call in calls} == {"on-break"}
    clock.advance(minutes=20)
    shifts.come_back(store, window=3, by=signed)
    assert (at(store).pause, at(store).pause_since) == ("", None)
    assert window.next(store, window=3, by=signed)
    assert verify(store).ok


def test_what_is_on_hold_waits_for_the_end_of_the_break(store: Store, by: dict[str, Signed]) -> None:
    signed = serving(store, by["Aysel"])
    window.hold(store, window=3, reason="a photo", by=signed)
    shifts.take_break(store, window=3, reason="lunch", by=signed)
    assert refused(store, lambda: window.resume(store, window=3, ticket="B001", by=signed)) == "on-break"


def test_the_log_says_of_a_break_only_that_it_was(store: Store, by: dict[str, Signed], url: str) -> None:
    signed = begin(store, by["Aysel"])
    shifts.take_break(store, window=3, reason="lunch", by=signed)
    last = list(log.events(store))[-1]
    assert (last.act, last.window, last.person) == ("break", 3, signed.person)
    assert "lunch" not in str(chain.body(last))
    assert raw.rows(url, f"SELECT text FROM note WHERE revision = {last.revision}") == [("lunch",)]


def test_when_there_can_be_no_break(store: Store, by: dict[str, Signed]) -> None:
    signed = shifts.sign_on(store, window=3, by=by["Aysel"])

    def take(reason: str = "lunch") -> str:
        return refused(store, lambda: shifts.take_break(store, window=3, reason=reason, by=signed))

    assert take() == "window-closed"
    window.open(store, window=3, by=signed)
    assert take("siesta") == "unknown-break"
    assert refused(store, lambda: shifts.come_back(store, window=3, by=signed)) == "not-allowed"
    visitor.take(store, service="tax")
    window.call(store, window=3, by=signed)
    assert take() == "ticket-in-hand"


@pytest.mark.parametrize("way", ["close", "sign off", "take over"])
def test_a_break_ends_with_what_ends_the_shift(store: Store, by: dict[str, Signed], way: str) -> None:
    signed = begin(store, by["Aysel"])
    shifts.take_break(store, window=3, reason="lunch", by=signed)
    since = store.revision()
    match way:
        case "close":
            window.close(store, window=3, by=signed)
            assert acts(store, since) == ["back", "close"]
        case "sign off":
            shifts.sign_off(store, window=3, by=signed)
            assert acts(store, since) == ["back", "close", "sign-off"]
        case "take over":
            shifts.sign_on(store, window=3, by=by["Leyla"], take_over=True)
            assert acts(store, since) == ["back", "sign-off", "sign-on"]
    assert at(store).pause == ""
    assert verify(store).ok


def test_a_break_outlasts_its_screen_and_the_day(store: Store, by: dict[str, Signed], clock: MovableClock) -> None:
    shifts.take_break(store, window=3, reason="lunch", by=begin(store, by["Aysel"]))
    new = shifts.sign_on(store, window=3, by=by["Aysel"])
    assert at(store).pause == "lunch"
    clock.advance(days=1)
    visitor.take(store, service="tax")
    assert at(store).pause == "lunch"
    assert refused(store, lambda: window.call(store, window=3, by=new)) == "on-break"
    shifts.come_back(store, window=3, by=new)
    assert verify(store).ok


@sqlite_only
def test_a_centre_that_trusts_has_breaks_without_anybody_signed_on(store: Store) -> None:
    setup.init(store.url, read(TRUSTING, "centre.toml"))
    window.open(store, window=3)
    shifts.take_break(store, window=3, reason="coffee")
    assert refused(store, lambda: window.call(store, window=3)) == "on-break"
    shifts.come_back(store, window=3)
    assert window.call(store, window=3) is None
    assert refused(store, lambda: shifts.sign_off(store, window=3)) == "not-signed-on"


@sqlite_only
def test_a_centre_without_reasons_has_no_breaks(store: Store, by: dict[str, Signed]) -> None:
    setup.init(store.url, read(SIGNED[: SIGNED.index("\n[[breaks]]")], "centre.toml"))
    signed = begin(store, by["Aysel"])
    assert refused(store, lambda: shifts.take_break(store, window=3, reason="lunch", by=signed)) == "unknown-break"
