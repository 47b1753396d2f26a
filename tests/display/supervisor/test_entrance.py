"""Nobody sees the centre who may not, and the screen is locked after a while."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from data import log, setup, visitor
from data.centre import read
from data.store import Store
from data.views import Signed
from tests.clocks import MovableClock
from tests.data.people.staff import PINS, SIGNED, TRUSTING, staff
from tests.display.supervisor.at_supervisor import AtSupervisor, at_supervisor


@pytest.fixture
def store(tmp_path: Path, clock: MovableClock) -> Iterator[Store]:
    setup.init(str(tmp_path / "signed.db"), read(SIGNED, "centre.toml"), clock=clock)
    with Store.open(str(tmp_path / "signed.db"), clock=clock) as store:
        yield store


@pytest.fixture
def by(store: Store) -> dict[str, Signed]:
    return staff(store)


async def sign_on(it: AtSupervisor, name: str, pin: str) -> None:
    await it.until_seen("Name", "PIN")
    await it.press(*name, "enter", *pin, "enter")


async def test_a_supervisor_signs_on_and_acts_as_such(store: Store, by: dict[str, Signed]) -> None:
    visitor.take(store, service="tax")
    async with at_supervisor(store, MovableClock()) as it:
        assert "Tax" not in it.sees
        await sign_on(it, "Leyla", PINS["Leyla"])
        await it.until_seen("Leyla", "Tax", "□ No window")
        await it.press("r")
        await it.answer("1")
        await it.answer("down")
        await it.until_seen("● B001 has been taken out")
    assert [event.person for event in log.events(store)][-1] == by["Leyla"].person


@pytest.mark.parametrize(
    ("name", "pin", "said"),
    [("Aysel", PINS["Aysel"], "Only a supervisor may do this."), ("Leyla", "998877", "This name and this PIN")],
)
async def test_nobody_else_is_let_in(store: Store, by: dict[str, Signed], name: str, pin: str, said: str) -> None:
    visitor.take(store, service="tax")
    async with at_supervisor(store, MovableClock()) as it:
        await sign_on(it, name, pin)
        await it.until_seen(said)
        assert "No window" not in it.sees
        await it.press("escape", "r", "d", "1")
        assert "No window" not in it.sees


async def test_it_is_locked_after_a_while_and_only_a_pin_opens_it(store: Store, by: dict[str, Signed]) -> None:
    clock = MovableClock()
    async with at_supervisor(store, clock) as it:
        await sign_on(it, "Leyla", PINS["Leyla"])
        await it.until_seen("Tax")
        clock.advance(minutes=4)
        await it.press("2")
        clock.advance(minutes=4)
        await it.until_seen("10:28")
        assert "PIN" not in it.sees
        clock.advance(minutes=1)
        await it.until_seen("This screen is locked", "Leyla")
        assert "Tax" not in it.sees
        await it.press(*PINS["Leyla"], "enter")
        await it.until_seen("Tax")


async def test_a_clock_that_is_set_back_keeps_it_open_for_nobody(store: Store, by: dict[str, Signed]) -> None:
    clock = MovableClock()
    async with at_supervisor(store, clock) as it:
        await sign_on(it, "Leyla", PINS["Leyla"])
        await it.until_seen("Tax")
        clock.advance(hours=-2)
        await it.until_seen("This screen is locked", "Leyla")
        assert "Tax" not in it.sees


async def test_a_key_locks_it(store: Store, by: dict[str, Signed]) -> None:
    async with at_supervisor(store, MovableClock()) as it:
        await sign_on(it, "Leyla", PINS["Leyla"])
        await it.until_seen("Tax")
        await it.press("l")
        await it.until_seen("This screen is locked")
        await it.press("escape")
        await sign_on(it, "Aysel", PINS["Aysel"])
        await it.until_seen("Only a supervisor may do this.")


async def test_where_nobody_can_sign_on_it_says_how_somebody_can(store: Store) -> None:
    async with at_supervisor(store, MovableClock()) as it:
        await it.until_seen("novbe people add")


async def test_a_centre_that_trusts_and_knows_nobody_is_seen_at_once(tmp_path: Path, clock: MovableClock) -> None:
    setup.init(str(tmp_path / "local.db"), read(TRUSTING, "centre.toml"), clock=clock)
    with Store.open(str(tmp_path / "local.db"), clock=clock) as store:
        async with at_supervisor(store, clock) as it:
            await it.until_seen("Tax")
            await it.press("l")
            await it.until_seen("! Nobody has signed on here.")
