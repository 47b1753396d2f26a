"""Which language does a page speak?"""

import httpx
import pytest
from starlette.requests import Request

from data.centre import Centre
from display.web.language import accepted, chosen
from tests.display.web.served import Served


def request(query: str = "", **headers: str) -> Request:
    heads = [(name.replace("_", "-").lower().encode(), value.encode()) for name, value in headers.items()]
    return Request({"type": "http", "query_string": query.encode(), "headers": heads})


def test_the_nearest_wish_counts(centre: Centre) -> None:
    cookie, browser = "a=1; language=en", "de, ru;q=0.9"
    assert chosen(request("language=az", cookie=cookie, accept_language=browser), centre, "ru") == "az"
    assert chosen(request(cookie=cookie, accept_language=browser), centre, "ru") == "en"
    assert chosen(request(accept_language="en"), centre, "ru") == "ru"
    assert chosen(request(accept_language=browser), centre) == "ru"
    assert chosen(request(accept_language="de"), centre) == "az"
    assert chosen(request(), centre) == "az"


@pytest.mark.parametrize("wish", ["de", "", "AZ", "../az", "<script>", "en\0", "ə"])
def test_what_the_centre_does_not_speak_is_no_wish(centre: Centre, wish: str) -> None:
    assert chosen(request(f"language={wish}"), centre, wish) == "az"
    assert chosen(request(cookie=f"language={wish}"), centre) == "az"


@pytest.mark.parametrize(
    ("header", "languages"),
    [
        ("en-GB,en;q=0.9,ru;q=0.95", ["en", "ru", "en"]),
        ("*", []),
        ("en;q=0, az", ["az"]),
        ("en;q=x, az;q=..", ["en"]),
        (";;;,,,", []),
        ("en;q=0.1;x=1, az-Latn-AZ;q=0.2", ["az", "en"]),
    ],
)
def test_a_browser_says_what_it_wants_most(header: str, languages: list[str]) -> None:
    assert accepted(header) == languages


def test_a_language_that_was_chosen_is_remembered_and_nothing_else(calm: Served) -> None:
    with httpx.Client(base_url=calm.address) as browser:
        first = browser.get("/robots.txt")
        assert "set-cookie" not in first.headers
        cookie = browser.get("/nothing/here?language=ru").headers["set-cookie"]
        assert cookie == "language=ru; Path=/; Max-Age=31536000; SameSite=Lax; HttpOnly"
        assert 'lang="ru"' in browser.get("/nothing/here", headers={"Accept": "text/html"}).text
        assert "set-cookie" not in browser.get("/nothing/here?language=ru").headers
        assert "set-cookie" not in browser.get("/nothing/here?language=xx").headers
