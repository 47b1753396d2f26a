"""The page of a ticket as a browser gets it, and what its holder does there."""

import json
from collections.abc import Iterator
from pathlib import Path
from unittest.mock import patch

import httpx
import pytest

from data import visitor, window
from data.store import Store
from data.views import Ticket
from display.web import streams
from tests.clocks import MovableClock
from tests.display.web.served import Served, until
from tests.display.web.ticket.markup import read

FIRST_VIEW = 40_000
NOBODYS = "0123456789ABCDEFG"


class Place:
    """The staff's side of the store, and a visitor's browser."""

    def __init__(self, served: Served, store: Store) -> None:
        self.store = store
        self.served = served
        self.browser = httpx.Client(base_url=served.address, headers={"Accept": "text/html", "Accept-Language": "en"})
        window.open(store, window=1)

    def take(self, language: str = "en") -> Ticket:
        """A ticket of the service of window 1."""
        return visitor.take(self.store, service="id-card", language=language)

    def serve(self) -> None:
        """Serve the next to the end."""
        for act in (window.call, window.start, window.finish):
            act(self.store, window=1)

    def get(self, ticket: Ticket, more: str = "") -> httpx.Response:
        """Its page."""
        return self.browser.get(f"/{ticket.code}{more}")

    def says(self, ticket: Ticket, sentence: str) -> None:
        """The page comes to say so."""
        until(lambda: sentence in read(self.get(ticket).text).text)

    def post(self, ticket: Ticket, what: str, **fields: str) -> httpx.Response:
        """Send a form of its page."""
        return self.browser.post(f"/{ticket.code}/{what}", data=fields, headers={"Sec-Fetch-Site": "same-origin"})

    def follow(self, answer: httpx.Response) -> str:
        """What stands on the page that an answer leads to."""
        assert answer.status_code == 303, answer.text
        page = read(self.browser.get(answer.headers["location"]).text)
        assert page.faults() == []
        return page.text


@pytest.fixture
def place(served_sqlite: Served, sqlite_url: str, clock: MovableClock) -> Iterator[Place]:
    """A served centre whose window 1 is open."""
    with Store.open(sqlite_url, clock=clock) as store:
        at = Place(served_sqlite, store)
        with at.browser:
            yield at


def test_a_code_leads_to_its_page_however_it_is_written(place: Place) -> None:
    ticket = place.take()
    page = place.get(ticket)
    assert page.status_code == 200
    assert page.headers["cache-control"] == "no-store"
    assert ticket.ticket in read(page.text).text
    grouped = f"{ticket.code[:4].lower()}-{ticket.code[4:]}"
    for written in (ticket.code.lower(), grouped, ticket.code.replace("0", "o").replace("1", "l")):
        answer = place.browser.get(f"/{written}?language=az")
        if written == ticket.code:
            continue
        assert answer.status_code == 308
        assert answer.headers["location"] == f"/{ticket.code}?language=az"


def test_a_code_that_nobody_has_says_so_and_asks_for_another(place: Place) -> None:
    answer = place.browser.get(f"/{NOBODYS}")
    page = read(answer.text)
    assert answer.status_code == 404
    assert "There is no ticket with this code." in page.text
    assert 'action="/find"' in answer.text
    assert page.faults() == []
    assert NOBODYS not in answer.text


@pytest.mark.parametrize("path", ["/nonsense", "/%3Cscript%3E", "/wp-login.php", "/x/y/z"])
def test_what_is_not_there_is_never_repeated(place: Place, path: str) -> None:
    answer = place.browser.get(path)
    assert answer.status_code == 404
    assert read(answer.text).faults() == []
    assert not any(word in answer.text for word in ("nonsense", "%3C", "wp-login", "x/y"))


def test_the_ticket_speaks_its_own_language_until_another_is_chosen(place: Place) -> None:
    ticket = place.take("ru")
    first = place.get(ticket)
    assert read(first.text).root["lang"] == "ru"
    assert "set-cookie" not in first.headers
    chosen = place.get(ticket, "?language=az")
    assert read(chosen.text).root["lang"] == "az"
    assert chosen.headers["set-cookie"].startswith("language=az;")
    assert read(place.get(ticket).text).root["lang"] == "az"
    assert read(place.get(ticket, "?language=xx").text).root["lang"] == "az"
    for one, own in (("az", "Azərbaycanca"), ("en", "English"), ("ru", "Русский")):
        assert f'href="/{ticket.code}?language={one}" hreflang="{one}" lang="{one}"' in chosen.text
        assert own in chosen.text


def test_giving_up_leads_to_a_page_that_says_so_and_twice_is_once(place: Place) -> None:
    ticket = place.take()
    assert "This ticket has been cancelled." in place.follow(place.post(ticket, "cancel"))
    assert visitor.ticket(place.store, code=ticket.code).state == "cancelled"
    again = place.follow(place.post(ticket, "cancel"))
    assert "That was not possible any more." not in again


def test_letting_others_go_first_counts_down_and_ends(place: Place) -> None:
    ticket = place.take()
    for left in ("2 more times", "1 more time"):
        told = place.follow(place.post(ticket, "postpone"))
        assert "Your place has moved back. You keep your ticket." in told
        assert f"You can do this {left}." in told
    assert "I need" not in place.follow(place.post(ticket, "postpone"))
    told = place.follow(place.post(ticket, "postpone"))
    assert "You have let others go first as often as is possible." in told


def test_a_double_tap_lets_others_go_first_only_once(place: Place) -> None:
    ticket = place.take()
    told = [place.follow(place.post(ticket, "postpone", seen="0")) for _ in range(2)]
    assert all("You can do this 2 more times." in one for one in told)


def test_who_was_called_meanwhile_is_told_where_to_go(place: Place) -> None:
    ticket = place.take()
    place.says(ticket, "Nobody is ahead of you.")
    window.call(place.store, window=1)
    for what in ("cancel", "postpone"):
        told = place.follow(place.post(ticket, what))
        assert "That was not possible any more." in told
        assert "Please go to window 1." in told


def test_a_visit_is_rated_once_and_without_a_name(place: Place) -> None:
    ticket = place.take()
    place.serve()
    place.says(ticket, "This is anonymous")
    told = place.follow(place.post(ticket, "rate", overall="satisfied", cost="agree"))
    assert "Thank you for your answers." in told
    assert "How was your visit?" not in told
    told = place.follow(place.post(ticket, "rate", overall="dissatisfied"))
    assert "This visit has been rated already." in told


def test_a_form_without_the_first_answer_comes_back_as_it_was(place: Place) -> None:
    ticket = place.take()
    place.serve()
    place.says(ticket, "How was your visit?")
    answer = place.post(ticket, "rate", cost="agree", time="<b>")
    page = read(answer.text)
    assert answer.status_code == 422
    assert "Please say how satisfied you are with the visit." in page.text
    assert page.checked == ["cost-agree"]
    assert page.faults() == []


def test_nothing_is_done_by_looking(place: Place) -> None:
    ticket = place.take()
    for what in ("cancel", "postpone", "rate"):
        assert place.get(ticket, f"/{what}").status_code == 405
    assert visitor.ticket(place.store, code=ticket.code).state == "waiting"


def test_a_page_that_asks_gets_what_its_stream_would_say(place: Place) -> None:
    ticket = place.take()
    window.call(place.store, window=1)
    place.says(ticket, "Please go to window 1.")
    answer = place.get(ticket, "/now?language=az")
    news = answer.json()
    assert (news["state"], news["calls"], news["lost"]) == ("called", 1, False)
    assert news["at"] == "10:20"
    assert f"{ticket.ticket}. " in news["say"]
    assert place.browser.get(f"/{NOBODYS}/now").status_code == 404


def test_the_stream_says_each_change_at_once(place: Place) -> None:
    first, ticket = place.take(), place.take()
    with place.browser.stream("GET", f"/{ticket.code}/events") as stream:
        messages = (json.loads(line[6:]) for line in stream.iter_lines() if line.startswith("data: {"))
        assert "1 person ahead" in next(messages)["live"]
        visitor.cancel(place.store, code=first.code)
        assert "Nobody is ahead of you." in next(messages)["live"]
        window.call(place.store, window=1)
        assert next(messages)["title"] == f"▶ {ticket.ticket} → 1"


def test_a_page_hears_while_nothing_changes_that_what_it_shows_is_true(place: Place) -> None:
    ticket = place.take()
    with (
        patch.multiple(streams, PING_S=0.05, SWEEP_S=0.05),
        place.browser.stream("GET", f"/{ticket.code}/events") as stream,
    ):
        lines = stream.iter_lines()
        assert next(line for line in lines if line.startswith("event")) == "event: beat"
        assert next(lines) == "data: 10:20"


def test_while_the_store_is_away_the_page_stands_and_says_so(place: Place, tmp_path: Path) -> None:
    ticket, unseen = place.take(), place.take()
    place.says(ticket, "Nobody is ahead of you.")
    (tmp_path / "novbe.db").rename(tmp_path / "away.db")
    place.says(ticket, "As of 10:20")
    until(lambda: place.get(ticket, "/now").json()["lost"])
    assert '<p class="banner" id="banner">No connection. As of 10:20.</p>' in place.get(ticket).text
    assert "Please see how your ticket stands, then try again." in place.follow(place.post(ticket, "cancel"))
    stranger = place.get(unseen)
    assert stranger.status_code == 503
    assert "The centre cannot be reached at the moment." in read(stranger.text).text
    assert '<meta http-equiv="refresh" content="10">' in stranger.text
    assert read(stranger.text).faults() == []
    (tmp_path / "away.db").rename(tmp_path / "novbe.db")
    until(lambda: not place.get(ticket, "/now").json()["lost"])
    assert place.get(unseen).status_code == 200
    assert visitor.ticket(place.store, code=ticket.code).state == "waiting"


def test_the_first_view_is_small_and_asks_nobody_else(place: Place) -> None:
    ticket = place.take()
    place.serve()
    place.says(ticket, "How was your visit?")
    page = place.get(ticket)
    files = [f"/static/{name}?v={part[:16]}" for name, part in _files(page.text)]
    assert {name.partition("?")[0].rpartition("/")[2] for name in files} >= {"style.css", "ticket.js", "icon.svg"}
    sizes = {name: len(place.browser.get(name).content) for name in files}
    assert sum(sizes.values()) + len(page.content) < FIRST_VIEW, sizes


def _files(page: str) -> list[tuple[str, str]]:
    parts = page.split("/static/")[1:]
    return sorted({(name, version) for name, _, version in (part.partition('"')[0].partition("?v=") for part in parts)})
