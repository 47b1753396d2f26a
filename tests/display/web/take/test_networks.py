"""Who may take a ticket by phone, and how many? What a stranger says of an address counts for nothing."""

from concurrent.futures import ThreadPoolExecutor
from threading import Event

import pytest

from tests.clocks import MovableClock
from tests.display.web.served import until
from tests.display.web.take.conftest import Give
from tests.display.web.take.phone import Phone


def test_from_elsewhere_the_page_says_how_else(give: Give) -> None:
    phone = Phone(give('remote = true\nnetworks = ["10.1.0.0/16"]'))
    for answer in (phone.ask("/take?language=en"), phone.ask("/take", "POST", service="passport")):
        assert answer.status_code == 403
        assert answer.headers["content-type"].startswith("text/html")
    assert "at the kiosk" in phone.ask("/take?language=en").text


def test_from_the_network_of_the_centre_it_is_given(give: Give) -> None:
    assert Phone(give('remote = true\nnetworks = ["127.0.0.0/8"]')).take()


def test_a_forwarded_address_counts_only_from_a_trusted_proxy(give: Give) -> None:
    phone = Phone(give('remote = true\nnetworks = ["10.1.0.0/16"]'), **{"X-Forwarded-For": "10.1.2.3"})
    assert phone.ask("/take").status_code == 403


def test_behind_a_trusted_proxy_it_is_the_visitors_address(give: Give) -> None:
    served = give('remote = true\nnetworks = ["10.1.0.0/16"]\ntrusted_proxies = ["127.0.0.1"]')
    assert Phone(served, **{"X-Forwarded-For": "10.1.2.3"}).take()
    assert Phone(served, **{"X-Forwarded-For": "10.2.2.3"}).ask("/take").status_code == 403


def test_a_network_has_its_rate_and_what_is_sent_again_does_not_count(give: Give, clock: MovableClock) -> None:
    phone = Phone(give("remote = true\nrate = 2"))
    code = phone.take()
    for _ in range(5):
        assert phone.send().headers["location"] == f"/{code}"
    phone.take()
    phone.open()
    answer = phone.send()
    assert answer.status_code == 429
    assert 0 < int(answer.headers["retry-after"]) <= 600
    assert "talonu kioskdan götürün" in answer.text
    clock.advance(minutes=10)
    assert phone.send().status_code == 303


def test_what_was_refused_does_not_count(give: Give) -> None:
    phone = Phone(give("remote = true\nrate = 1"))
    for _ in range(3):
        phone.open()
        assert phone.send("nothing-here").status_code == 409
    assert phone.take()


@pytest.mark.parametrize("beside", [("tax", "passport"), ("passport", "tax"), ("nothing-here", "passport")])
def test_a_ticket_counts_whatever_is_asked_beside_it_with_its_key(give: Give, beside: tuple[str, str]) -> None:
    served, held = give("remote = true\nrate = 1"), Event()
    phone = Phone(served)
    phone.open()
    with ThreadPoolExecutor(3) as pool:
        pool.submit(lambda: served.wait(served.web.acting.ask(lambda store: held.wait(10))))
        asking = []
        for waiting, service in enumerate(beside, start=1):
            asking.append(pool.submit(phone.send, service))
            until(lambda waiting=waiting: served.web.acting._jobs.qsize() == waiting)
        held.set()
        assert sorted(one.result().status_code for one in asking) == [303, 409]
    phone.open()
    assert phone.send().status_code == 429


def test_neighbours_share_a_rate_and_strangers_do_not(give: Give) -> None:
    served = give('remote = true\nrate = 1\ntrusted_proxies = ["127.0.0.1"]')

    def status(address: str) -> int:
        phone = Phone(served, **{"X-Forwarded-For": address})
        phone.open()
        return phone.send().status_code

    assert status("192.0.2.1") == 303
    assert status("192.0.2.200") == 429
    assert status("198.51.100.1") == 303
    assert status("2001:db8:1:2::1") == 303
    assert status("2001:db8:1:2:3::9") == 429
    assert status("2001:db8:1:3::1") == 303
