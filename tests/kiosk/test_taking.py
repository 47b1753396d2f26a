"""One tap is one ticket, whatever happens in between."""

import threading
from pathlib import Path
from typing import Any

import pytest

from data.refused import Refused
from data.store import Store
from data.views import Ticket
from kiosk.screen.notice import Notice
from kiosk.visit import taking
from kiosk.visit.looked import Looked
from kiosk.visit.question import CANCEL, PRINT
from kiosk.visit.taking import Taking
from kiosk.visit.visit import Visit
from tests.kiosk.centres import TWO
from tests.kiosk.kiosks import Kiosk, running
from tests.kiosk.walks import Walk, a_ticket
from tests.screens import until

BUSY = Refused("store-busy", "The store is busy.")
take = taking.take


async def test_a_double_tap_takes_one_ticket_and_leaves_it_on_the_screen(tmp_path: Path) -> None:
    async with running(tmp_path) as kiosk:
        await kiosk.tap("English")
        await kiosk.tap("Tax", times=3)
        await kiosk.reach("ticket")
        await kiosk.pilot.click(offset=(5, 5))
        await kiosk.pilot.press("enter")
        assert kiosk.app.visit.step == "ticket"
        assert kiosk.acts() == ["take"]


async def test_a_double_tap_on_a_language_does_not_choose_an_agency(tmp_path: Path) -> None:
    async with running(tmp_path) as kiosk:
        await kiosk.tap("English", times=2)
        assert kiosk.app.visit.step == "agency"


async def test_a_key_that_is_held_goes_one_step(tmp_path: Path) -> None:
    async with running(tmp_path) as kiosk:
        for _ in range(20):
            await kiosk.pilot.press("enter")
            kiosk.clock.advance(0.03)
        assert kiosk.app.visit.step == "agency"


class Failing:
    """A store that fails so often, before or after the ticket is in it."""

    def __init__(self, times: int, after_commit: bool) -> None:
        self.left = times
        self.after_commit = after_commit

    def __call__(self, store: Store, visit: Visit, printer: str | None) -> Ticket:
        self.left -= 1
        if self.left < 0:
            return take(store, visit)
        if self.after_commit:
            take(store, visit)
        raise BUSY


@pytest.mark.parametrize("after_commit", [False, True])
async def test_a_failure_ends_in_one_ticket(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, after_commit: bool
) -> None:
    monkeypatch.setattr(taking, "take", Failing(2, after_commit))
    async with running(tmp_path) as kiosk:
        await kiosk.press("2", "2")
        await kiosk.reach("ticket")
        assert kiosk.acts() == ["take"]


async def test_nothing_is_said_before_the_store_has_answered(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    answer = threading.Event()
    monkeypatch.setattr(taking, "take", slow(answer))
    async with running(tmp_path) as kiosk:
        await kiosk.press("2", "2")
        await kiosk.shows("One moment, please…")
        await kiosk.press("escape", "enter", "2")
        assert kiosk.app.visit.step == "taking"
        answer.set()
        await kiosk.reach("ticket")
        assert kiosk.acts() == ["take"]


async def test_a_ticket_that_comes_too_late_is_cancelled(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    answer = threading.Event()
    monkeypatch.setattr(taking, "take", slow(answer))
    async with running(tmp_path) as kiosk:
        await kiosk.press("2", "2")
        await kiosk.after(20)
        await kiosk.shows("We are sorry: your ticket could not be taken.")
        answer.set()
        await until(kiosk.pilot, lambda: kiosk.acts() == ["take", "cancel"])
        await kiosk.after(10)
        await kiosk.shows("Выберите язык")


def slow(answer: threading.Event) -> Any:
    def wait(store: Store, visit: Visit, printer: str | None) -> Ticket:
        answer.wait(5)
        return take(store, visit)

    return wait


async def test_a_store_that_stays_away_is_waited_for_and_then_given_up(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with running(tmp_path) as kiosk:
        monkeypatch.setattr(taking, "take", Failing(1, False))
        kiosk.away = True
        await kiosk.press("2", "2")
        await kiosk.shows("Your ticket is not taken yet.")
        await kiosk.after(20)
        await kiosk.shows("Please ask at the reception desk.")
        kiosk.away = False
        await until(kiosk.pilot, lambda: not kiosk.app.course.lost)
        await kiosk.press("x")
        await kiosk.shows("Выберите язык")
        assert kiosk.acts() == []


async def test_a_store_that_comes_back_gives_the_ticket(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    async with running(tmp_path) as kiosk:
        monkeypatch.setattr(taking, "take", Failing(1, True))
        kiosk.away = True
        await kiosk.press("2", "2")
        await kiosk.shows("Your ticket is not taken yet.")
        kiosk.away = False
        await kiosk.reach("ticket")
        assert kiosk.acts() == ["take"]


async def test_the_store_away_is_said_in_every_language_until_it_is_back(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with running(tmp_path) as kiosk:
        await lose(kiosk)
        await kiosk.shows("Этот киоск временно не работает.")
        assert "This kiosk is out of order at the moment." in kiosk.shown
        await kiosk.press("enter", "1")
        assert kiosk.app.visit.step == "language"
        kiosk.away = False
        await kiosk.shows("Выберите язык")
        assert kiosk.focused == "Azərbaycanca"


async def test_while_the_store_is_away_nothing_asks_for_a_press(tmp_path: Path) -> None:
    async with running(tmp_path) as kiosk:
        await kiosk.press("2")
        await kiosk.shows("Touch a field")
        await lose(kiosk)
        await kiosk.shows("This kiosk is out of order")
        assert "Touch a field" not in kiosk.shown


async def test_out_of_order_can_be_read_to_its_end_in_large_text_without_a_press(tmp_path: Path) -> None:
    async with running(tmp_path) as kiosk:
        await lose(kiosk)
        await kiosk.press("/", "/")
        assert kiosk.app.visit.comfort.text == "large"
        notice, seen = kiosk.app.query_one("#notice", Notice), set()
        assert len(notice.faces) > 1
        for _ in range(5 * len(notice.faces)):
            seen.add(notice.face)
            await kiosk.after(1)
        assert seen == set(range(len(notice.faces)))


async def lose(kiosk: Kiosk) -> None:
    """Take the store away, and have the kiosk find out."""

    def fail(store: Store) -> None:
        raise BUSY

    kiosk.away = True
    kiosk.app.line.ask(fail)
    await until(kiosk.pilot, lambda: kiosk.app.course.lost)


async def test_a_kiosk_whose_store_was_never_there_recovers(tmp_path: Path) -> None:
    kiosk = Kiosk(f"sqlite:///{tmp_path / 'store.db'}")
    async with kiosk.app.run_test(size=(80, 24)) as kiosk.pilot:
        await kiosk.shows("This kiosk is out of order at the moment.")
        from data import setup

        setup.init(kiosk.url, TWO, clock=kiosk.clock)
        await kiosk.shows("Выберите язык")


async def test_full_since_it_was_read_is_said_by_the_store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(store: Store, visit: Visit, printer: str | None) -> Ticket:
        raise Refused("quota-full", "All tickets of this service for today have been taken.")

    monkeypatch.setattr(taking, "take", refuse)
    async with running(tmp_path) as kiosk:
        await kiosk.press("2", "1", "1")
        await kiosk.shows("All tickets of this service for today have been taken.")
        await kiosk.press("enter")
        await kiosk.shows("Choose a service")


@pytest.mark.parametrize("chosen", [(PRINT,), (CANCEL, CANCEL)])
def test_what_comes_too_late_of_a_ticket_that_its_holder_has_cancels_nothing(chosen: tuple[str, ...]) -> None:
    asked: list[str] = []
    taking = Taking(lambda job, name: asked.append(name), "the printer")
    walk = Walk()
    walk.visit = walk.visit.scanned("C", walk.offered, walk.now)
    walk.answer(Looked(a_ticket(language="en")))
    visit = walk.choose(*chosen)
    taking.ask(visit)
    taking.leave(visit)
    assert not taking.came(visit.job, a_ticket(language="en"))
    assert asked == [visit.job]
