"""What pages show while the server is away, and after."""

from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from data import window
from tests.display.web.browser.phone import Phone
from tests.display.web.browser.place import place
from tests.display.web.browser.watched import TV, Visitors

pytestmark = pytest.mark.slow
BACK_MS = 5000
NOTICED_MS = 15_000


def test_a_tv_and_a_phone_come_back_by_themselves(browser: Browser, tmp_path: Path) -> None:
    with place(tmp_path) as served:
        visitors = Visitors(browser, served.address)
        visitors.expect("ERR_CONNECTION_REFUSED", "ERR_INCOMPLETE_CHUNKED_ENCODING", "ERR_CONNECTION_RESET")
        ticket, tv, page = served.take("id-card"), visitors(TV), visitors()
        tv.goto("/hall")
        page.goto(served.page(ticket))
        Phone(page).shows(ticket, "soon")
        served.kill()
        expect(tv.locator("#lost")).to_be_visible(timeout=NOTICED_MS)
        expect(page.locator("#banner")).to_be_visible(timeout=NOTICED_MS)
        window.call(served.store, window=1)
        served.start()
        expect(tv.locator(".call", has_text=ticket.ticket)).to_be_visible(timeout=BACK_MS)
        expect(tv.locator("#lost")).to_be_hidden()
        Phone(page).shows(ticket, "called", 1, BACK_MS)
        expect(page.locator("#banner")).to_be_hidden()
        visitors.close()
