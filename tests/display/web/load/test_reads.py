"""What does a page cost the store?"""

import asyncio
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from unittest.mock import patch

import pytest

from data import setup, visitor, window
from data.clock import system
from data.store import Store
from data.store.sqlite import Sqlite
from display.web.app import build
from display.web.web import Web, opened
from tests.bench.web import centre
from tests.display.web.load.listener import Listener

MANY = 500
LOOKS = ("PRAGMA data_version", "BEGIN", "COMMIT")


@contextmanager
def traced() -> Iterator[list[str]]:
    """The statements of all connections that are made meanwhile."""
    seen: list[str] = []
    connect = Sqlite.connect

    def traced_connect(backend: Sqlite, **how: Any) -> Any:
        connection = connect(backend, **how)
        connection.set_trace_callback(seen.append)
        return connection

    with patch.object(Sqlite, "connect", traced_connect):
        yield seen


def known(web: Web) -> int:
    """Which revision the server has read."""
    standing = web.live._reader and web.live._reader._standing
    return standing.revision if standing else -1


async def all_read(web: Web, store: Store) -> None:
    """Until the server knows all that was done, and has read what its pages asked for."""
    async with asyncio.timeout(20):
        while await web.reading.ask(lambda _: known(web)) < store.revision():
            pass


async def statements(web: Web, store: Store, codes: list[str], seen: list[str]) -> list[list[str]]:
    """The statements of the server for each of some acts, while so many pages are open and all of them are told."""
    app = build(web)
    pages = [Listener(app, f"/{code}/events") for code in codes]
    for page in pages:
        await page.heard(1)
    found = []
    for turn, act in enumerate((window.call, window.start, window.next)):
        await all_read(web, store)
        seen.clear()
        act(store, window=1)
        waits = [page for page in pages if act is not window.start]
        await asyncio.gather(*(page.heard(len(page.told) + 1) for page in waits))
        await all_read(web, store)
        found.append([one for one in seen if not one.startswith(LOOKS)])
        assert turn >= 0
    for page in pages:
        page.close()
    return found


@pytest.mark.parametrize("pages", [1, MANY])
async def test_a_change_is_read_once_whatever_the_number_of_pages(tmp_path: Path, pages: int) -> None:
    url = f"sqlite:///{tmp_path / 'novbe.db'}"
    setup.init(url, centre())
    with Store.open(url, synchronous="OFF") as store, traced() as seen:
        window.open(store, window=1)
        codes = [visitor.take(store, service="id-card").code for _ in range(MANY + 3)]
        web = opened(lambda: Store.open(url), system)
        web.start()
        try:
            call, start, following = await statements(web, store, codes[3 : 3 + pages], seen)
        finally:
            web.close()
    assert 0 < len(call) <= 8
    assert 0 < len(start) <= 8
    assert 0 < len(following) <= 10
