"""The page of a ticket where the net, the events or the scripts are away."""

import pytest
from playwright.sync_api import expect

from data import window
from tests.display.web.browser.phone import Phone
from tests.display.web.browser.place import Place
from tests.display.web.browser.watched import Visitors

pytestmark = pytest.mark.slow
WITHIN_5_S = 5000
POLLED_MS = 20_000
NOTICED_MS = 1000
"""The server notices what others did within 20 ms, a busy one later."""


def test_without_the_net_it_says_how_old_it_is_and_catches_up(visitors: Visitors, served: Place) -> None:
    visitors.expect("ERR_INTERNET_DISCONNECTED")
    served.empty(1)
    ticket, page = served.take("id-card", waiting=1), visitors()
    page.goto(served.page(ticket))
    Phone(page).shows(ticket, "soon")
    page.context.set_offline(True)  # now and then the browser lets an open stream live; test_server_away cuts them all
    expect(page.locator("#banner")).to_be_visible()
    expect(page.locator("#banner")).to_contain_text(page.locator("#at").inner_text())
    served.serve(1)
    window.call(served.store, window=1)
    page.context.set_offline(False)
    Phone(page).shows(ticket, "called", 1, WITHIN_5_S)
    expect(page.locator("#banner")).to_be_hidden()
    window.start(served.store, window=1)
    Phone(page).shows(ticket, "serving", 1)
    window.finish(served.store, window=1)


def test_a_phone_that_slept_catches_up_when_it_wakes(visitors: Visitors, served: Place) -> None:
    visitors.expect("ERR_INTERNET_DISCONNECTED", "ERR_NETWORK_IO_SUSPENDED")
    served.empty(1)
    ticket, page = served.take("id-card", waiting=1), visitors()
    page.goto(served.page(ticket))
    Phone(page).shows(ticket, "soon")
    sleep = page.context.new_cdp_session(page)
    sleep.send("Page.setWebLifecycleState", {"state": "frozen"})
    page.context.set_offline(True)
    served.serve(1)
    window.call(served.store, window=1)
    page.context.set_offline(False)
    sleep.send("Page.setWebLifecycleState", {"state": "active"})
    Phone(page).shows(ticket, "called", 1, WITHIN_5_S)
    expect(page.locator("#banner")).to_be_hidden()
    served.finish(1)


def test_where_events_are_blocked_it_asks(visitors: Visitors, served: Place) -> None:
    visitors.expect("ERR_FAILED")
    served.empty(1)
    ticket, page = served.take("id-card"), visitors()
    page.route("**/events*", lambda route: route.abort())
    page.goto(served.page(ticket))
    window.call(served.store, window=1)
    Phone(page).shows(ticket, "called", 1, POLLED_MS)
    window.start(served.store, window=1)
    Phone(page).shows(ticket, "serving", 1, POLLED_MS)
    window.finish(served.store, window=1)


@pytest.mark.parametrize("language", ["az", "ar"])
def test_without_scripts_it_is_whole(visitors: Visitors, served: Place, language: str) -> None:
    served.empty(1)
    ticket, page = served.take("id-card", language, waiting=4), visitors(java_script_enabled=False)
    phone = Phone(page, language)
    page.goto(served.page(ticket))
    phone.shows(ticket, "calm")
    assert 5 <= int(page.locator("meta[http-equiv=refresh]").get_attribute("content") or 0) <= 60
    phone.act("postpone")
    expect(page.locator("#notice")).to_be_visible()
    served.empty(1)
    page.wait_for_timeout(NOTICED_MS)
    page.reload()
    phone.shows(ticket, "served")
    expect(page.locator("meta[http-equiv=refresh]")).to_have_count(0)
    phone.rate("overall-very-dissatisfied")
    expect(page.locator("#notice")).to_be_visible()
    expect(page.locator("#rate")).to_have_count(0)


def test_without_scripts_it_reloads_itself(visitors: Visitors, served: Place) -> None:
    served.empty(1)
    ticket, page = served.take("id-card"), visitors(java_script_enabled=False)
    page.goto(served.page(ticket))
    after_ms = 1000 * int(page.locator("meta[http-equiv=refresh]").get_attribute("content") or 0)
    window.call(served.store, window=1)
    Phone(page).shows(ticket, "called", 1, after_ms + WITHIN_5_S)
    served.finish(1)


@pytest.mark.parametrize("scripts", [True, False], ids=["with scripts", "without"])
def test_an_answer_that_is_not_complete_is_asked_for(visitors: Visitors, served: Place, scripts: bool) -> None:
    visitors.expect("status of 422")
    served.empty(1)
    ticket, page = served.take("id-card"), visitors(java_script_enabled=scripts)
    served.serve(1)
    page.wait_for_timeout(NOTICED_MS)
    page.goto(served.page(ticket))
    page.evaluate("document.querySelectorAll('[required]').forEach(one => one.required = false)")
    Phone(page).rate("cost-disagree")
    page.wait_for_timeout(NOTICED_MS)
    expect(page.locator("#rate-wrong")).to_be_visible()
    expect(page.locator("#cost-disagree")).to_be_checked()
    Phone(page).rate("overall-satisfied")
    expect(page.locator("#rate")).to_have_count(0)
