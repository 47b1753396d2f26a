"""What the hall says before its store answers, while it does not, and afterwards."""

import pytest

from tests.clocks import MovableClock
from tests.display.hall.sight import big, marked, tick
from tests.display.hall.stage import Stage
from tests.screens import faint, text, until


async def test_before_the_store_answers_it_says_so(stage: Stage) -> None:
    stage.away = True
    async with stage.app().run_test(size=(80, 24)) as pilot:
        await until(pilot, lambda: "No connection to the store." in text(pilot))
        assert not faint(pilot)
        stage.away = False
        await until(pilot, lambda: "Centre" in text(pilot) or "Mərkəz" in text(pilot) or "Центр" in text(pilot))


async def test_the_first_picture_says_that_it_connects(stage: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("display.parts.line.StoreLine.start", lambda line: None)
    async with stage.app().run_test(size=(80, 24)) as pilot:
        await until(pilot, lambda: "Connecting…" in text(pilot))


async def test_a_store_that_is_gone_leaves_the_numbers_and_says_since_when(stage: Stage, clock: MovableClock) -> None:
    stage.call("A007")
    async with stage.app().run_test(size=(80, 24)) as pilot:
        await until(pilot, lambda: big(pilot))
        clock.advance(minutes=22)
        stage.away = True
        await until(pilot, lambda: "10:42" in text(pilot).split("\n")[1])
        clock.advance(minutes=30)
        tick(pilot)
        await pilot.pause()
        assert "10:42" in text(pilot).split("\n")[1]
        assert big(pilot) == [["A007", "1"]]
        assert not faint(pilot)


async def test_a_store_that_is_back_is_followed_again_and_no_call_is_lost(stage: Stage, clock: MovableClock) -> None:
    stage.call("A007")
    async with stage.app().run_test(size=(80, 24)) as pilot:
        await until(pilot, lambda: big(pilot))
        stage.away = True
        await until(pilot, lambda: text(pilot).split("\n")[1].strip())
        stage.call("A008", "A009")
        clock.advance(30)
        stage.away = False
        await until(pilot, lambda: marked(pilot) == ["A008"])
        assert not text(pilot).split("\n")[1].strip()
        clock.advance(5)
        tick(pilot)
        assert marked(pilot) == ["A009"]


async def test_a_store_that_hangs_and_says_nothing_is_noticed(
    stage: Stage, clock: MovableClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    stage.call("A007")
    async with stage.app().run_test(size=(80, 24)) as pilot:
        await until(pilot, lambda: big(pilot))
        monkeypatch.setattr("display.parts.line.StoreLine.silent", lambda line: 120)
        tick(pilot)
        await until(pilot, lambda: "10:18" in text(pilot).split("\n")[1])
