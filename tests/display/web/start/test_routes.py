"""From the start page to the page of a ticket."""

from collections.abc import Iterator

import httpx
import pytest

from data import visitor
from data.store import Store
from tests.clocks import MovableClock
from tests.display.web.served import Served
from tests.display.web.ticket.markup import read

OURS = {"Sec-Fetch-Site": "same-origin", "Accept-Language": "en"}


@pytest.fixture
def browser(served_sqlite: Served) -> Iterator[httpx.Client]:
    """A visitor's browser."""
    with httpx.Client(base_url=served_sqlite.address, headers=OURS) as opened:
        yield opened


@pytest.fixture
def code(served_sqlite: Served, sqlite_url: str, clock: MovableClock) -> str:
    """The code of a ticket."""
    with Store.open(sqlite_url, clock=clock) as store:
        return visitor.take(store, service="id-card").code


def test_the_start_page_asks_for_a_code(browser: httpx.Client) -> None:
    page = read(browser.get("/").text)
    assert "Follow your ticket" in page.title
    assert page.faults() == []
    assert "Take a ticket here" not in page.text


def test_a_code_leads_to_its_page_however_it_is_written(browser: httpx.Client, code: str) -> None:
    for written in (code, f"  {code[:4]} {code[4:].lower()} ", f"HTTPS://Q.EXAMPLE.AZ/{code}", f"NOVBE:{code}"):
        answer = browser.post("/find", data={"code": written})
        assert (answer.status_code, answer.headers["location"]) == (303, f"/{code}")


@pytest.mark.parametrize("written", ["", "<nobody>", "0123456789ABCDEFG"])
def test_what_is_no_code_is_asked_for_again_and_not_repeated(browser: httpx.Client, written: str) -> None:
    answer = browser.post("/find", data={"code": written}, headers={"Accept": "text/html"})
    page = read(answer.text)
    assert answer.status_code == 404
    assert "There is no ticket with this code." in page.text
    assert 'action="/find"' in answer.text
    assert page.faults() == []
    assert not written or written.strip("<>") not in answer.text
