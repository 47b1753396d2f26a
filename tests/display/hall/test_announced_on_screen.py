"""The screen and the voice of the hall, together."""

from typing import Any

import pytest

from display.hall import speaker as module
from display.hall.announcer import Announcer
from display.hall.app import HallApp
from display.hall.speaker import Speaker
from tests.clocks import MovableClock
from tests.display.hall.sight import marked, tick
from tests.display.hall.stage import Stage
from tests.display.parts.speech.fakes import FakeEngine, FakePlayer
from tests.screens import text, until

SIZE = (120, 34)


@pytest.fixture
def player(monkeypatch: pytest.MonkeyPatch) -> FakePlayer:
    monkeypatch.setattr(module, "MINDED", 0.001)
    return FakePlayer()


def speaking(stage: Stage, player: FakePlayer, **options: Any) -> HallApp:
    """The hall, with a voice that the test can look into."""
    app = stage.app()
    app.announcer = Announcer(
        app.post_message,
        speaker=lambda post: Speaker(post, FakeEngine, lambda: [player]),
        missing=lambda recorded: None,
        **options,
    )
    return app


def ready(pilot: Any) -> bool:
    return "Centre" in text(pilot) or "Mərkəz" in text(pilot) or "Центр" in text(pilot)


async def test_a_call_stays_on_the_screen_until_it_is_said_then_the_next_comes(
    stage: Stage, clock: MovableClock, player: FakePlayer
) -> None:
    async with speaking(stage, player).run_test(size=SIZE) as pilot:
        await until(pilot, lambda: ready(pilot))
        stage.call("A001", "A002")
        await until(pilot, lambda: len(player.played) == 1)
        for _ in range(10):
            clock.advance(2)
            tick(pilot)
            await pilot.pause()
            assert marked(pilot) == ["A001"]
        assert len(player.played) == 1
        player.played[0].ended = 0
        await until(pilot, lambda: len(player.played) == 2)
        assert marked(pilot) == ["A002"]
        player.played[1].ended = 0
        clock.advance(6)
        await until(pilot, lambda: (tick(pilot), not marked(pilot))[1])


async def test_calls_before_the_start_are_not_said(stage: Stage, player: FakePlayer) -> None:
    stage.call(*(f"A{n:03d}" for n in range(20)))
    async with speaking(stage, player).run_test(size=SIZE) as pilot:
        await until(pilot, lambda: ready(pilot))
        tick(pilot)
        stage.call("B001")
        await until(pilot, lambda: player.played)
        assert marked(pilot) == ["B001"]
        assert len(player.played) == 1


async def test_ending_the_hall_ends_its_voice(stage: Stage, player: FakePlayer) -> None:
    async with speaking(stage, player).run_test(size=SIZE) as pilot:
        await until(pilot, lambda: ready(pilot))
        stage.call("A001")
        await until(pilot, lambda: player.played)
    assert player.played[0].stopped


async def test_a_mute_hall_says_nothing(stage: Stage, clock: MovableClock, player: FakePlayer) -> None:
    async with speaking(stage, player, mute=True).run_test(size=SIZE) as pilot:
        await until(pilot, lambda: ready(pilot))
        stage.call("A001", "A002")
        await until(pilot, lambda: marked(pilot) == ["A001"])
        clock.advance(5)
        await until(pilot, lambda: (tick(pilot), marked(pilot) == ["A002"])[1])
        assert not player.played
