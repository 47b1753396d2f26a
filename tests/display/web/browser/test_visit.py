"""A visit as its holder follows it by phone: from the scan to the rating."""

import pytest
from playwright.sync_api import Response, expect

from data import visitor, window
from tests.display.web.browser.phone import NOTED, Phone
from tests.display.web.browser.place import Place
from tests.display.web.browser.watched import PHONE, SMALL, TV, Visitors

pytestmark = pytest.mark.slow
LYING = (667, 375)
SETTLED_MS = 500
DESKTOP = (1280, 800)
AT_400_PERCENT = (320, 256)
"""What is left of 1280 by 1024."""


@pytest.mark.parametrize(("language", "direction"), [("az", "ltr"), ("ar", "rtl")])
@pytest.mark.parametrize("size", [PHONE, SMALL], ids=str)
def test_from_the_scan_to_the_rating(
    visitors: Visitors, served: Place, language: str, direction: str, size: tuple[int, int]
) -> None:
    served.empty(1)
    ticket, page = served.take("id-card", language, waiting=5), visitors(size, has_touch=True, is_mobile=True)
    phone = Phone(page, language)
    page.add_init_script(NOTED)
    page.goto(served.page(ticket))
    expect(page.locator("html")).to_have_attribute("lang", language)
    expect(page.locator("html")).to_have_attribute("dir", direction)
    phone.shows(ticket, "calm")
    expect(phone.line).to_have_count(6)
    page.locator("#sound").tap()
    quiet, icon = page.evaluate("window.sounded"), page.locator("#icon").get_attribute("href")
    served.serve(1)
    served.serve(1)
    phone.shows(ticket, "soon")
    expect(phone.line).to_have_count(4)
    for _ in range(3):
        served.serve(1)
    window.call(served.store, window=1)
    phone.shows(ticket, "called", 1)
    expect(page.locator(".window")).to_contain_text("1")
    expect(page.locator("#call")).to_contain_text(ticket.ticket)
    expect(page).to_have_title(f"▶ {ticket.ticket} → 1")
    assert page.locator("#icon").get_attribute("href") != icon
    assert page.evaluate("window.shaken") == 1
    assert page.evaluate("window.sounded") > quiet
    window.recall(served.store, window=1)
    page.wait_for_function("() => window.shaken === 2")
    window.start(served.store, window=1)
    phone.shows(ticket, "serving", 1)
    expect(page.locator("#icon")).to_have_attribute("href", icon or "")
    window.finish(served.store, window=1)
    phone.shows(ticket, "served")
    phone.rate("overall-satisfied", "process-agree", "time-strongly-disagree")
    expect(page.locator("#notice")).to_be_visible()
    expect(page.locator("#rate")).to_have_count(0)
    assert page.context.cookies() == []


@pytest.mark.parametrize("size", [PHONE, SMALL, AT_400_PERCENT, DESKTOP, TV], ids=str)
def test_lets_others_go_first_and_gives_up_by_touch_or_mouse_alone(
    visitors: Visitors, served: Place, size: tuple[int, int]
) -> None:
    touch = size in (PHONE, SMALL)
    ticket, page = served.take("notary", waiting=1), visitors(size, has_touch=touch, is_mobile=touch)
    phone = Phone(page)
    page.goto(served.page(ticket))
    for left in (2, 1, 0):
        phone.act("postpone", touch=touch)
        expect(page.locator("#notice")).to_be_visible()
        expect(page.locator("#postpone")).to_have_count(1 if left else 0)
    phone.act("cancel", touch=touch)
    phone.shows(ticket, "cancelled")
    assert visitor.ticket(served.store, code=ticket.code).state == "cancelled"


def test_lets_others_go_first_and_gives_up_by_keyboard_alone(visitors: Visitors, served: Place) -> None:
    ticket, page = served.take("notary"), visitors(DESKTOP)
    phone = Phone(page)
    page.goto(served.page(ticket))
    phone.act_by_keyboard("postpone")
    expect(page.locator("#notice")).to_be_visible()
    phone.act_by_keyboard("cancel")
    phone.shows(ticket, "cancelled")


def test_is_rated_by_keyboard_alone(visitors: Visitors, served: Place) -> None:
    served.empty(4)
    ticket, page = served.take("tax"), visitors(DESKTOP)
    served.serve(4)
    phone = Phone(page)
    page.goto(served.page(ticket))
    phone.tab_to("overall-very-satisfied")
    page.keyboard.press("Space")
    phone.tab_to("rate-do")
    page.keyboard.press("Enter")
    expect(page.locator("#notice")).to_be_visible()
    expect(page.locator("#rate")).to_have_count(0)


def test_two_tabs_tell_the_same(visitors: Visitors, served: Place) -> None:
    ticket, one = served.take("notary"), visitors()
    other = one.context.new_page()
    for page in (one, other):
        page.goto(served.page(ticket))
    Phone(other).act("cancel")
    Phone(one).shows(ticket, "cancelled")
    expect(one.locator("#acts form")).to_have_count(0)


def test_a_question_that_is_open_stays_open_while_others_are_called(visitors: Visitors, served: Place) -> None:
    served.empty(1)
    ticket, page = served.take("id-card", waiting=5), visitors()
    page.goto(served.page(ticket))
    page.locator("#cancel-ask").focus()
    page.keyboard.press("Enter")
    served.serve(1)
    served.serve(1)
    Phone(page).shows(ticket, "soon")
    expect(page.locator("#cancel-do")).to_be_visible()
    expect(page.locator("#cancel-ask")).to_be_focused()


def test_the_language_that_was_chosen_is_remembered(visitors: Visitors, served: Place) -> None:
    first, second, page = served.take("notary", "az"), served.take("notary", "az"), visitors()
    page.goto(served.page(first))
    expect(page.locator("html")).to_have_attribute("lang", "az")
    page.locator(".languages summary").click()
    page.locator(".languages a[hreflang=ar]").click()
    expect(page.locator("html")).to_have_attribute("dir", "rtl")
    page.goto(served.page(second))
    expect(page.locator("html")).to_have_attribute("lang", "ar")
    assert [cookie.get("name") for cookie in page.context.cookies()] == ["language"]


def test_what_is_called_moves_only_where_motion_is_welcome(visitors: Visitors, served: Place) -> None:
    served.empty(4)
    ticket = served.take("tax")
    window.call(served.store, window=4)
    for motion, moves in (("no-preference", True), ("reduce", False)):
        page = visitors(reduced_motion=motion)
        page.goto(served.page(ticket))
        assert bool(page.evaluate("document.getAnimations().length")) is moves
    served.finish(4)


@pytest.mark.parametrize("size", [PHONE, SMALL, LYING, DESKTOP], ids=str)
def test_where_to_go_is_seen_without_scrolling(visitors: Visitors, served: Place, size: tuple[int, int]) -> None:
    served.empty(4)
    ticket, page = served.take("tax"), visitors(size)
    window.call(served.store, window=4)
    page.goto(served.page(ticket))
    expect(page.locator(".window")).to_be_in_viewport(ratio=1)
    served.finish(4)


def test_the_first_view_is_small(visitors: Visitors, served: Place) -> None:
    ticket, page = served.take("notary"), visitors()
    seen: list[Response] = []
    page.on("response", lambda answer: seen.append(answer))
    page.goto(served.page(ticket), wait_until="load")
    page.wait_for_timeout(SETTLED_MS)
    whole = {one.url: len(one.body()) for one in seen if "/events" not in one.url}
    assert len(whole) == 4
    assert sum(whole.values()) < 40_000
