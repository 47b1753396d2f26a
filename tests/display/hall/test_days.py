"""Four days and nights of a hall in a minute: nothing grows, and each call is shown and said once."""

import asyncio
import gc
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from itertools import count, cycle
from pathlib import Path
from time import monotonic
from typing import Any, cast

import psutil
import pytest
from textual.pilot import Pilot

from data import setup, visitor, window
from data.centre import read
from data.store import Store
from display.hall.announcer import Announcer, Post
from display.hall.app import Hall, HallApp
from display.hall.notice import Notice
from display.hall.speaker import Said, Speaker
from display.hall.spoken import Announcement
from tests.clocks import MovableClock
from tests.conftest import CENTRE
from tests.display.hall.sight import marked, tick
from tests.screens import until

MIDNIGHT = datetime(2026, 11, 23, 20, 0, tzinfo=UTC)
OPENS, CLOSES = 9, 17
STEP, EACH = timedelta(seconds=150), 4
"""A visit comes every so many steps."""
GROWTH_MB, GROWTH_OBJECTS = 3, 3000


class Quick:
    """Stands for the thread that speaks: everything is said at once, and noted."""

    def __init__(self, post: Post) -> None:
        self.said: list[str] = []
        self._post = post

    def start(self) -> None: ...

    def hush(self) -> None: ...

    def close(self) -> None: ...

    def say(self, announcement: Announcement) -> None:
        self.said.append(announcement.call.ticket)
        self._post(Said(announcement.call))


class Days:
    """A hall whose hours pass as fast as it can show them."""

    def __init__(self, pilot: Pilot[Any], store: Store, clock: MovableClock) -> None:
        self.pilot, self.store, self.clock = pilot, store, clock
        self.shown: list[str] = []
        self.called: list[str] = []
        self.services = cycle(["id-card", "passport", "tax", "notary"])

    async def hours(self, hours: float, work: Callable[[], Any]) -> None:
        """Let so many hours pass, with `work` in each step."""
        end = self.clock.moment + timedelta(hours=hours)
        for step in count():
            if self.clock.moment >= end:
                return
            if step % EACH == 0:
                await work()
            self.clock.advance(STEP.total_seconds())
            tick(self.pilot)
            await asyncio.sleep(0.004)

    async def night(self) -> None: ...

    async def serve(self) -> None:
        """Three visitors come, and three windows call them at once; one is called again."""
        for number in (1, 2, 3):
            visitor.take(self.store, service="passport")
            called = window.call(self.store, window=number)
            assert called
            self.called.append(called.ticket)
        await self.seen()
        window.recall(self.store, window=2)
        self.called.append(self.called[-2])
        await self.seen()
        for number in (1, 2, 3):
            window.start(self.store, window=number)
            window.finish(self.store, window=number)

    async def seen(self) -> None:
        """Until all that was called has been shown."""
        while len(self.shown) < len(self.called):
            following = self.called[len(self.shown)]
            await self.until_marked([following])
            self.shown.append(following)
            self.clock.advance(5)
            tick(self.pilot)
        self.clock.advance(10)
        tick(self.pilot)
        await self.until_marked([])

    async def until_marked(self, tickets: list[str]) -> None:
        """Until these carry the mark; without the pauses that a hand would make, of which there would be thousands."""
        end = monotonic() + 15
        while marked(self.pilot) != tickets:
            assert monotonic() < end, "the screen did not get there in time"
            await asyncio.sleep(0.004)

    def used(self) -> tuple[float, int]:
        """MB and objects."""
        gc.collect()
        return psutil.Process().memory_info().rss / 1e6, len(gc.get_objects())


@pytest.mark.slow
async def test_four_days_and_nights(tmp_path: Path) -> None:
    url, clock = f"sqlite:///{tmp_path / 'novbe.db'}", MovableClock(MIDNIGHT)
    hours = f'id = "test"\nhours = {{ mon-fri = ["{OPENS:02}:00-{CLOSES}:00"] }}'
    setup.init(url, read(CENTRE.replace('id = "test"', hours), "centre.toml"), clock=clock)
    app = HallApp(lambda: Store.open(url, clock=clock), clock, hall=Hall())
    quick = Quick(app.post_message)
    app.announcer = Announcer(
        app.post_message, speaker=lambda post: cast(Speaker, quick), missing=lambda recorded: None
    )
    with Store.open(url, clock=clock, synchronous="OFF") as store:
        for number in (1, 2, 3):
            window.open(store, window=number)
        async with app.run_test(size=(120, 34)) as pilot:
            days, notice = Days(pilot, store, clock), app.query_one(Notice)
            used: list[tuple[float, int]] = []
            for _ in range(4):
                await days.hours(OPENS, days.night)
                await until(pilot, lambda: "closed" not in " ".join(notice.block.lines) or not notice.display)
                await days.hours(CLOSES - OPENS - 0.5, days.serve)
                await days.hours(0.6, days.night)
                await until(pilot, lambda: notice.display)
                used.append(days.used())
                midnight = MIDNIGHT + timedelta(days=len(used))
                await days.hours((midnight - clock.moment) / timedelta(hours=1), days.night)
    assert timedelta(hours=96) <= clock.moment - MIDNIGHT < timedelta(hours=97)
    assert len(days.called) > 500
    assert days.shown == quick.said == days.called
    # After three days every text has been drawn, and what is kept of them is full: eight days told so.
    assert used[3][0] - used[2][0] < GROWTH_MB
    assert used[3][1] - used[2][1] < GROWTH_OBJECTS
