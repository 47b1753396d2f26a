"""A ticket taken by phone: never two by accident."""

import pytest
from playwright.sync_api import Page, expect

from data import board
from tests.display.web.browser.phone import Phone
from tests.display.web.browser.place import Place
from tests.display.web.browser.watched import SMALL, Visitors

pytestmark = pytest.mark.slow
OFFER = "button[value=company]"


def test_a_tap_takes_one_and_leads_to_its_page(visitors: Visitors, served: Place) -> None:
    page, waiting = visitors(SMALL, has_touch=True), waits(served)
    page.goto("/take")
    expect(page.locator(OFFER)).to_contain_text(f"{waiting}")
    page.locator(OFFER).tap()
    expect(page.locator(".ticket .number")).to_contain_text("D")
    page.reload()
    expect(page.locator(".ticket .number")).to_contain_text("D")
    assert waits(served) == waiting + 1


@pytest.mark.parametrize("scripts", [True, False], ids=["with scripts", "without"])
def test_a_double_tap_takes_one(visitors: Visitors, served: Place, scripts: bool) -> None:
    page, waiting = visitors(java_script_enabled=scripts), waits(served)
    page.goto("/take")
    page.locator(OFFER).dblclick()
    expect(page.locator(".ticket .number")).to_contain_text("D")
    assert waits(served) == waiting + 1


def test_back_and_forward_and_a_reload_take_no_second_one(visitors: Visitors, served: Place) -> None:
    page, waiting = visitors(java_script_enabled=False), waits(served)
    page.goto("/take")
    page.locator(OFFER).click()
    expect(page.locator(".ticket .number")).to_be_visible()
    number = page.locator(".ticket .number").inner_text()
    for step in (page.go_back, page.go_forward, page.reload):
        step()
    expect(page.locator(".ticket .number")).to_have_text(number)
    assert waits(served) == waiting + 1


def test_who_has_a_ticket_is_told_so_and_may_take_another(visitors: Visitors, served: Place) -> None:
    page, waiting = visitors(), waits(served)
    page.goto("/take")
    page.locator(OFFER).click()
    expect(page.locator(".ticket .number")).to_be_visible()
    number = page.locator(".ticket .number").inner_text()
    page.go_back()
    expect(page.locator("#mine")).to_be_visible()
    expect(page.locator("#which")).to_contain_text(number)
    expect(page.locator(OFFER)).to_be_hidden()
    page.locator("#show").click()
    expect(page.locator(".ticket .number")).to_have_text(number)
    Phone(page).act("cancel")
    expect(page.locator("#acts form")).to_have_count(0)
    page.goto("/take")
    expect(page.locator(OFFER)).to_be_visible()
    assert waits(served) == waiting


def test_by_keyboard_alone(visitors: Visitors, served: Place) -> None:
    page, waiting = visitors(), waits(served)
    page.goto("/take")
    tab_to_value(page, "company")
    page.keyboard.press("Enter")
    expect(page.locator(".ticket .number")).to_contain_text("D")
    assert waits(served) == waiting + 1


def tab_to_value(page: Page, value: str) -> None:
    """Move on with Tab until the button with this value has the focus."""
    for _ in range(40):
        if page.evaluate("document.activeElement.value") == value:
            return
        page.keyboard.press("Tab")
    raise AssertionError(f"Tab does not reach {value}")


def waits(served: Place) -> int:
    """How many wait for the service that the tests take tickets of."""
    return next(offer.waiting for offer in board.offers(served.store) if offer.service == "company")
