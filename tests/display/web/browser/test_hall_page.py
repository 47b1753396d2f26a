"""The hall on a TV: calls come by themselves, one after the other, and only those of its windows."""

import pytest
from playwright.sync_api import expect

from data import window
from tests.display.web.browser.place import Place
from tests.display.web.browser.watched import TV, Visitors

pytestmark = pytest.mark.slow


def test_a_call_arrives(visitors: Visitors, served: Place) -> None:
    served.empty(1)
    served.empty(3)
    page, part = visitors(TV), visitors(TV)
    page.goto("/hall")
    part.goto("/hall?windows=3-4")
    first, second = served.take("id-card"), served.take("notary")
    window.call(served.store, window=1)
    window.call(served.store, window=3)
    for ticket, number in ((first, 1), (second, 3)):
        call = page.locator(".call", has_text=ticket.ticket)
        expect(call.locator(".window")).to_have_text(str(number))
    expect(part.locator(".call", has_text=second.ticket)).to_be_visible()
    expect(part.locator(".call", has_text=first.ticket)).to_have_count(0)
    for number in (1, 3):
        served.finish(number)
