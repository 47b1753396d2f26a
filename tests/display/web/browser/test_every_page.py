"""Every page, in every state and language, can be used by everyone and seen in every size."""

from collections.abc import Iterator, Mapping
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.display.web.browser.axe import source, violations
from tests.display.web.browser.pages import HALLS, MISSING, in_language, pages
from tests.display.web.browser.phone import Phone
from tests.display.web.browser.place import LANGUAGES, Place, place
from tests.display.web.browser.seen import cut
from tests.display.web.browser.watched import PHONE, SMALL, TV, Visitors

pytestmark = pytest.mark.slow
WIDTHS = (320, 390, 768, 1280, 3840)
RIGHT_TO_LEFT = ("ar",)
OPEN_QUESTIONS = "document.querySelectorAll('main details').forEach(one => one.open = true)"
OPTIONAL = "document.querySelectorAll('[required]').forEach(one => one.required = false)"


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Place]:
    """A centre where no other test acts."""
    with place(tmp_path_factory.mktemp("every page")) as opened:
        yield opened


@pytest.fixture(scope="module")
def paths(served: Place) -> Mapping[str, str]:
    """The pages."""
    return pages(served)


@pytest.mark.parametrize("language", LANGUAGES)
def test_is_for_everyone_in_every_window(visitors: Visitors, paths: Mapping[str, str], language: str) -> None:
    source()
    faults = []
    for shows, page in walk(visitors, paths, language):
        faults += [f"{shows}: {fault}" for fault in violations(page)]
        for width in WIDTHS:
            faults += [f"{shows} at {width}: {fault}" for fault in cut(page, width, short=shows in HALLS)]
        if shows not in HALLS and spoken(page) != (language, "rtl" if language in RIGHT_TO_LEFT else "ltr"):
            faults.append(f"{shows}: speaks {spoken(page)}")
    assert not faults, "\n".join(faults)


@pytest.mark.parametrize("look", [{"color_scheme": "dark"}, {"contrast": "more"}], ids=str)
def test_is_for_everyone_however_it_looks(
    visitors: Visitors, paths: Mapping[str, str], look: Mapping[str, Any]
) -> None:
    source()
    walked = walk(visitors, paths, "az", **look)
    faults = [f"{shows}: {fault}" for shows, page in walked for fault in violations(page)]
    assert not faults, "\n".join(faults)


@pytest.mark.parametrize("language", ["az", "ar"])
def test_what_shows_for_a_while_is_for_everyone_too(visitors: Visitors, served: Place, language: str) -> None:
    source()
    visitors.expect("status of 422", "ERR_INTERNET_DISCONNECTED")
    served.empty(2)
    ticket, page, faults = served.take("passport", language), visitors(SMALL), []

    def look(shows: str) -> None:
        faults.extend(f"{shows}: {fault}" for fault in [*violations(page), *cut(page, SMALL[0])])

    page.goto(served.page(ticket))
    page.locator(".languages summary").click()
    look("the languages")
    page.goto(served.page(ticket))
    Phone(page).act("postpone")
    expect(page.locator("#notice")).to_be_visible()
    look("the notice")
    page.context.set_offline(True)
    expect(page.locator("#banner")).to_be_visible()
    look("no net")
    page.context.set_offline(False)
    served.empty(2)
    Phone(page, language).shows(ticket, "served")
    page.evaluate(OPTIONAL)
    page.locator("#rate-do").click()
    expect(page.locator("#rate-wrong")).to_be_visible()
    look("what is missing")
    assert not faults, "\n".join(faults)


@pytest.mark.parametrize("size", [TV, (3840, 2160)], ids=str)
def test_the_hall_needs_no_scrolling_on_a_tv(
    visitors: Visitors, paths: Mapping[str, str], size: tuple[int, int]
) -> None:
    page = visitors(size)
    for shows in HALLS:
        page.goto(paths[shows])
        assert page.evaluate("document.documentElement.scrollHeight") <= size[1], shows


def walk(visitors: Visitors, paths: Mapping[str, str], language: str, **options: Any) -> Iterator[tuple[str, Page]]:
    """Open each page in turn, in a language, with what it shows."""
    visitors.expect("status of 404")
    page = visitors(**options)
    for shows, path in paths.items():
        page.set_viewport_size({"width": PHONE[0], "height": PHONE[1]})
        answer = page.goto(in_language(path, language))
        assert answer
        assert answer.status == (404 if shows in MISSING else 200), shows
        page.evaluate(OPEN_QUESTIONS)
        yield shows, page


def spoken(page: Page) -> tuple[str | None, str]:
    """The language of the page, and how it is written."""
    root = page.locator("html")
    return root.get_attribute("lang"), root.evaluate("root => getComputedStyle(root).direction")
