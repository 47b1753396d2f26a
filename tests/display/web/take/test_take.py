"""A ticket by phone: one for each page, whatever is tapped, sent again or gone back to."""

from concurrent.futures import ThreadPoolExecutor

import httpx
import pytest

from data import board, visitor
from data.store import Store
from tests.clocks import MovableClock
from tests.display.web.served import serving
from tests.display.web.take.conftest import Give
from tests.display.web.take.phone import Phone


def waiting(url: str, clock: MovableClock, service: str = "passport") -> int:
    with Store.open(url, clock=clock) as store:
        return {queue.service: queue.waiting for queue in board.read(store).waiting}[service]


def test_where_the_centre_does_not_want_it_there_is_no_such_page(give: Give) -> None:
    served = give("remote = false")
    phone = Phone(served)
    assert phone.ask("/take").status_code == 404
    assert phone.ask("/take", "POST", service="passport").status_code == 404


def test_a_ticket_is_taken_and_its_page_follows(give: Give, url: str, clock: MovableClock) -> None:
    phone = Phone(give(url=url))
    page = phone.open()
    assert "Passport" in page
    assert "0 people ahead" in page
    answer = phone.send(language="ru")
    assert answer.status_code == 303
    code = answer.headers["location"].removeprefix("/")
    with Store.open(url, clock=clock) as store:
        ticket = visitor.ticket(store, code=code)
    assert (ticket.service, ticket.language, ticket.class_, ticket.state) == ("passport", "ru", "normal", "waiting")
    assert phone.ask(f"/{code}").status_code == 200


def test_looking_takes_nothing(give: Give, sqlite_url: str, clock: MovableClock) -> None:
    phone = Phone(give())
    phone.open()
    for path in ("/take", f"/take?service=passport&key={phone.key}"):
        assert phone.ask(path).status_code == 200
        assert phone.ask(path, "HEAD").status_code == 200
    assert waiting(sqlite_url, clock) == 0


def test_eight_at_once_take_one(give: Give, url: str, clock: MovableClock) -> None:
    phone = Phone(give(url=url))
    phone.open()
    with ThreadPoolExecutor(8) as pool:
        answers = list(pool.map(lambda _: phone.send(), range(8)))
    assert {answer.status_code for answer in answers} == {303}
    assert len({answer.headers["location"] for answer in answers}) == 1
    assert waiting(url, clock) == 1


def test_whoever_goes_back_and_chooses_another_has_the_first_one(
    give: Give, sqlite_url: str, clock: MovableClock
) -> None:
    phone = Phone(give())
    code = phone.take("passport")
    assert phone.send("passport").headers["location"] == f"/{code}"
    other = phone.send("tax")
    assert other.status_code == 409
    assert f'href="/{code}"' in other.text
    assert "You have a ticket already." in other.text
    assert waiting(sqlite_url, clock, "tax") == 0
    assert phone.take("tax") != code


def test_a_page_from_before_the_server_began_anew_gives_its_ticket_again(
    give: Give, sqlite_url: str, clock: MovableClock
) -> None:
    phone = Phone(give())
    code = phone.take()
    with serving(sqlite_url, clock) as later:
        again = httpx.post(f"{later.address}/take", data={"key": phone.key, "service": "passport"})
        assert again.headers["location"] == f"/{code}"
    assert waiting(sqlite_url, clock) == 1


@pytest.mark.parametrize("key", ["", "A" * 48, "x", "ə", "\0" * 48])
def test_a_key_that_was_not_given_here_takes_nothing(
    give: Give, sqlite_url: str, clock: MovableClock, key: str
) -> None:
    phone = Phone(give())
    phone.key = key
    answer = phone.send()
    assert answer.status_code == 409
    assert 'name="key"' in answer.text
    assert waiting(sqlite_url, clock) == 0


def test_a_key_of_the_kiosk_gives_nothing_away(give: Give, sqlite_url: str, clock: MovableClock) -> None:
    phone = Phone(give())
    with Store.open(sqlite_url, clock=clock) as store:
        ticket = visitor.take(store, service="passport", key="kiosk-1")
    phone.key = "kiosk-1"
    answer = phone.send()
    assert answer.status_code == 409
    assert ticket.code not in answer.text + str(answer.headers)


def test_a_page_that_was_open_too_long_is_shown_anew(give: Give, sqlite_url: str, clock: MovableClock) -> None:
    phone = Phone(give())
    phone.open()
    clock.advance(minutes=25 * 60)
    assert phone.send().status_code == 409
    assert waiting(sqlite_url, clock) == 0


def test_what_gives_no_tickets_says_so(give: Give, clock: MovableClock) -> None:
    hours = """
[[services]]
id = "later"
agency = "finance"
series = "D"
name = { en = "Later", az = "Sonra" }
hours = { mon-sun = ["14:00-18:00"] }

[[services]]
id = "few"
agency = "finance"
series = "E"
name = { en = "Few", az = "Az" }
quota = 1
"""
    phone = Phone(give(more=hours))
    page = phone.open()
    assert "Opens at 14:00" in page
    assert 'value="later"' not in page
    closed = phone.send("later")
    assert closed.status_code == 409
    assert "It opens at 14:00." in closed.text
    phone.take("few")
    assert "No more tickets today" in phone.open()
    full = phone.send("few")
    assert full.status_code == 409
    assert "All tickets of this service for today have been taken." in full.text


def test_an_unknown_service_takes_nothing(give: Give) -> None:
    phone = Phone(give())
    phone.open()
    answer = phone.send("nothing-here")
    assert answer.status_code == 409
    assert "nothing-here" not in answer.text


def test_another_site_cannot_take(give: Give, sqlite_url: str, clock: MovableClock) -> None:
    phone = Phone(give(), **{"Sec-Fetch-Site": "cross-site", "Origin": "https://evil.example"})
    phone.open()
    assert phone.send().status_code == 403
    assert waiting(sqlite_url, clock) == 0
