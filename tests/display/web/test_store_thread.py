"""A thread that has a store open."""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from threading import Event
from unittest.mock import patch

import pytest

from data import visitor
from data.refused import Refused
from data.store import Store
from display.web import store_thread
from display.web.store_thread import StoreThread


@asynccontextmanager
async def working(open_store: Callable[[], Store]) -> AsyncIterator[StoreThread]:
    thread = StoreThread("acting", open_store)
    thread.start()
    try:
        yield thread
    finally:
        thread.close()
        assert not thread.is_alive()


async def test_what_is_asked_is_done_in_order_and_a_refusal_comes_back(store: Store) -> None:
    async with working(lambda: Store.open(store.url, clock=store.now)) as thread:
        codes = await asyncio.gather(
            *(thread.ask(lambda one: visitor.take(one, service="tax").ticket) for _ in range(20))
        )
        assert codes == [f"B{number:03}" for number in range(1, 21)]
        with pytest.raises(Refused, match="There is no service"):
            await thread.ask(lambda one: visitor.take(one, service="none"))
        assert (await thread.ask(lambda one: visitor.take(one, service="tax"))).ticket == "B021"


async def test_a_fault_of_a_job_comes_back_and_the_next_is_done(sqlite_store: Store) -> None:
    async with working(lambda: Store.open(sqlite_store.url)) as thread:
        with pytest.raises(ZeroDivisionError):
            await thread.ask(lambda one: 1 // 0)
        assert await thread.ask(lambda one: one.revision()) == 1


async def test_an_act_that_was_given_up_before_its_turn_is_not_done(sqlite_store: Store) -> None:
    held = Event()
    done: list[str] = []
    async with working(lambda: Store.open(sqlite_store.url)) as thread:
        first = asyncio.ensure_future(thread.ask(lambda one: held.wait(10)))
        second = asyncio.ensure_future(thread.ask(lambda one: done.append("second")))
        await asyncio.sleep(0)
        second.cancel()
        held.set()
        assert await first
        await thread.ask(lambda one: done.append("third"))
    assert done == ["third"]


async def test_a_store_that_hangs_holds_nobody_for_ever(sqlite_store: Store) -> None:
    held = Event()
    async with working(lambda: Store.open(sqlite_store.url)) as thread:
        with patch.object(store_thread, "ANSWER_S", 0.05), pytest.raises(Refused) as refused:
            await thread.ask(lambda one: held.wait(10))
        assert refused.value.of_store
        held.set()


async def test_what_is_asked_of_a_store_that_is_not_there_is_refused_until_it_is(sqlite_store: Store) -> None:
    there = False

    def open_store() -> Store:
        if not there:
            raise OSError
        return Store.open(sqlite_store.url)

    with patch.object(store_thread, "RETRY_S", 0.05):
        async with working(open_store) as thread:
            for _ in range(3):
                with pytest.raises(Refused) as refused:
                    await thread.ask(Store.revision)
                assert refused.value.code == "store-missing"
            there = True
            async with asyncio.timeout(10):
                while True:
                    try:
                        assert await thread.ask(Store.revision) == 1
                        return
                    except Refused:
                        await asyncio.sleep(0.01)


async def test_after_its_end_everything_is_refused(sqlite_store: Store) -> None:
    async with working(lambda: Store.open(sqlite_store.url)) as thread:
        await thread.ask(Store.revision)
    with pytest.raises(Refused):
        await thread.ask(Store.revision)
