"""What the pages show, kept up with the store."""

import asyncio
import gc
from collections.abc import Callable
from unittest.mock import patch

import httpx
import pytest

from data import following as reads
from data import visitor, window
from data.store import Store
from display.web.following import Following
from tests.clocks import MovableClock
from tests.display.web.served import Served, until


def take(url: str, clock: MovableClock, service: str = "id-card") -> str:
    """The code of a new ticket."""
    with Store.open(url, clock=clock) as store:
        return visitor.take(store, service=service).code


def act(url: str, clock: MovableClock, *acts: Callable[[Store], object]) -> None:
    """Acts at a window."""
    with Store.open(url, clock=clock) as store:
        for one in acts:
            one(store)


def opened(store: Store) -> object:
    return window.open(store, window=1)


def called(store: Store) -> object:
    return window.call(store, window=1)


def find(served: Served, code: str) -> Following:
    found = served.wait(served.web.live.find(code))
    assert found
    return found


def test_a_ticket_is_found_however_its_code_is_written(
    served_sqlite: Served, sqlite_url: str, clock: MovableClock
) -> None:
    code = take(sqlite_url, clock)
    written = (code.lower(), f" {code} ", f"https://q.example/{code}", code.replace("0", "o").replace("1", "l"))
    assert {find(served_sqlite, one).now.ticket.code for one in (code, *written)} == {code}
    assert len({id(find(served_sqlite, one)) for one in (code, *written)}) == 1


@pytest.mark.parametrize("code", ["", "A007", "0" * 17, "../../etc", "é" * 17, "0" * 5000])
def test_what_is_no_code_is_no_ticket(calm: Served, code: str) -> None:
    assert calm.wait(calm.web.live.find(code)) is None


def test_its_pages_learn_what_becomes_of_a_ticket(served: Served, url: str, clock: MovableClock) -> None:
    first, second = take(url, clock), take(url, clock)
    pages = [find(served, first), find(served, second)]
    seen = [page.now for page in pages]
    assert [one.ticket.ahead for one in seen] == [0, 1]
    assert seen[1].may == {"cancel", "postpone"}
    act(url, clock, opened, called)
    now = [served.wait(page.changed(old, 10)) for page, old in zip(pages, seen, strict=True)]
    assert [(one.ticket.state, one.ticket.ahead, one.ticket.window) for one in now] == [
        ("called", None, 1),
        ("waiting", 0, None),
    ]
    assert (now[0].calls, now[0].may) == (1, frozenset())


def test_a_page_hears_of_a_recall_and_not_of_what_others_do(
    served_sqlite: Served, sqlite_url: str, clock: MovableClock
) -> None:
    code, other = take(sqlite_url, clock), take(sqlite_url, clock, "notary")
    act(sqlite_url, clock, opened, called)
    page, bystander = find(served_sqlite, code), find(served_sqlite, other)
    seen, unmoved = page.now, bystander.now
    clock.advance(20)
    act(sqlite_url, clock, lambda store: window.recall(store, window=1))
    assert served_sqlite.wait(page.changed(seen, 10)).calls == 2
    assert served_sqlite.wait(bystander.changed(unmoved, 0)) is unmoved


def test_those_are_told_first_whose_turn_it_is_or_is_soon(served: Served, url: str, clock: MovableClock) -> None:
    act(url, clock, opened)
    pages = [find(served, code) for code in reversed([take(url, clock) for _ in range(5)])]
    until(lambda: [page.now.ticket.ahead for page in pages] == [4, 3, 2, 1, 0])
    told: list[int] = []

    async def wait_for(page: Following) -> None:
        told.append((await page.changed(page.now, 10)).ticket.ahead or 0)

    async def wait() -> None:
        await asyncio.gather(*(wait_for(page) for page in pages))

    waiting = asyncio.run_coroutine_threadsafe(wait(), served.loop)
    served.wait(asyncio.sleep(0))
    act(url, clock, called)
    waiting.result(timeout=20)
    assert told == [0, 0, 1, 2, 3]


def test_after_service_the_visit_may_be_rated_once(served_sqlite: Served, sqlite_url: str, clock: MovableClock) -> None:
    code = take(sqlite_url, clock)
    act(sqlite_url, clock, opened, called, lambda s: window.start(s, window=1), lambda s: window.finish(s, window=1))
    page = find(served_sqlite, code)
    assert page.now.may == {"rate"}
    ratings = pytest.importorskip("data.ratings")
    act(sqlite_url, clock, lambda store: ratings.rate(store, code=code, answers={"overall": "satisfied"}))
    assert served_sqlite.wait(served_sqlite.web.live.fresh(code)) is page
    assert page.now.may == frozenset()


def test_an_act_is_seen_at_once_by_whoever_reads_afresh(served: Served, url: str, clock: MovableClock) -> None:
    code = take(url, clock)
    page = find(served, code)
    act(url, clock, lambda store: visitor.cancel(store, code=code))
    assert served.wait(served.web.live.fresh(code)) is page
    assert (page.now.ticket.state, page.now.may) == ("cancelled", frozenset())


def test_a_ticket_that_lets_others_go_first_falls_back(
    served_sqlite: Served, sqlite_url: str, clock: MovableClock
) -> None:
    first = take(sqlite_url, clock)
    clock.advance(minutes=1)
    take(sqlite_url, clock)
    page = find(served_sqlite, first)
    for times in (1, 2, 3):
        act(sqlite_url, clock, lambda store: visitor.postpone(store, code=first))
        served_sqlite.wait(served_sqlite.web.live.fresh(first))
        assert (page.now.ticket.ahead, page.now.postpones) == (1, times)
    assert page.now.may == {"cancel"}


def test_a_day_that_ends_without_an_act_ends_the_tickets(
    served_sqlite: Served, sqlite_url: str, clock: MovableClock
) -> None:
    page = find(served_sqlite, take(sqlite_url, clock))
    seen = page.now
    clock.advance(hours=20)
    now = served_sqlite.wait(page.changed(seen, 10))
    assert (now.ticket.state, now.ticket.ahead, now.may) == ("expired", None, frozenset())


def test_the_page_of_a_ticket_whose_code_is_purged_leads_nowhere(served: Served, url: str, clock: MovableClock) -> None:
    page = find(served, code := take(url, clock))
    clock.advance(days=20)
    later = find(served, take(url, clock))
    until(lambda: page.now.ticket.state == "expired")
    assert not page.gone
    clock.advance(days=20)
    take(url, clock)
    until(lambda: page.gone)
    assert not later.gone
    for path in (code, f"{code}/now", f"{code}/events"):
        assert httpx.get(f"{served.address}/{path}").status_code == 404
    for verb in ("cancel", "postpone", "rate"):
        answer = httpx.post(f"{served.address}/{code}/{verb}", headers={"Sec-Fetch-Site": "same-origin"})
        assert answer.status_code == 404


def test_every_minute_is_told(served_sqlite: Served, clock: MovableClock) -> None:
    live = served_sqlite.web.live
    until(lambda: live.version >= 1)
    version = live.version
    clock.advance(minutes=1)
    assert served_sqlite.wait(live.changed(version, 10)) > version


def test_looking_a_ticket_up_is_no_news_for_others(served_sqlite: Served, sqlite_url: str, clock: MovableClock) -> None:
    codes = [take(sqlite_url, clock) for _ in range(5)]

    def nothing_new() -> bool:
        version = served_sqlite.web.live.version
        for code in codes:
            find(served_sqlite, code)
            assert served_sqlite.wait(served_sqlite.web.live.fresh(code))
        return served_sqlite.web.live.version == version

    until(nothing_new)


def test_one_read_answers_all_who_ask_for_the_same(served: Served, url: str, clock: MovableClock) -> None:
    live, reads_done = served.web.live, []

    def read(store: Store) -> int:
        reads_done.append(store.revision())
        return reads_done[-1]

    async def all_ask() -> list[int]:
        return [await live.shared("board", read) for _ in range(20)]

    until(lambda: live.version >= 1)
    first = served.wait(all_ask())
    assert len(reads_done) == 1
    version = live.version
    take(url, clock)
    served.wait(live.changed(version, 10))
    assert served.wait(all_ask()) == [first[0] + 1] * 20


def test_a_page_that_polls_costs_no_read(served_sqlite: Served, sqlite_url: str, clock: MovableClock) -> None:
    code = take(sqlite_url, clock)
    find(served_sqlite, code)
    with patch.object(reads, "find", side_effect=AssertionError("read")):
        for _ in range(5):
            gc.collect()
            assert find(served_sqlite, code)


def test_what_nobody_follows_any_more_is_let_go(served_sqlite: Served, sqlite_url: str, clock: MovableClock) -> None:
    kept = find(served_sqlite, take(sqlite_url, clock))
    for _ in range(30):
        find(served_sqlite, take(sqlite_url, clock))
    followings = served_sqlite.web.live._followings
    with patch("display.web.followings.KEPT_S", 0):
        served_sqlite.call(followings.forget)
    until(lambda: gc.collect() is not None and served_sqlite.call(lambda: len(followings)) == 1)
    assert kept.code in served_sqlite.call(followings.codes)
