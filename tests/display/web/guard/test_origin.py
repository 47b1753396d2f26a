"""Did what is sent come from a page of our own?"""

from typing import Any

import pytest

from data.refused import Refused
from display.web.guard.origin import SameOrigin

ADDRESS = "HTTPS://PUBLIC.EXAMPLE:8443"
ASKED = {"Host": "q.example"}
LET_IN = [
    {"Sec-Fetch-Site": "same-origin"},
    {"Sec-Fetch-Site": "same-origin", "Origin": "null"},
    {"Origin": "https://public.example:8443"},
    {"Origin": "http://Public.Example:8443"},
    {"Origin": "null"},
    {},
]
KEPT_OUT = [
    {"Sec-Fetch-Site": "cross-site"},
    {"Sec-Fetch-Site": "same-site", "Origin": "https://q.example"},
    {"Sec-Fetch-Site": "none"},
    {"Origin": "https://evil.example"},
    {"Origin": "https://q.example.evil.example"},
    {"Origin": "https://q.example:444"},
    {"Origin": "https://user@q.example"},
    {"Origin": "https://["},
    {"Origin": ""},
    {"Origin": "q.example"},
    {"Origin": "public.example:8443"},
]


async def passes(method: str, headers: dict[str, str], address: str | None = ADDRESS) -> bool:
    """Whether it comes through."""
    through = False

    async def app(scope: Any, receive: Any, send: Any) -> None:
        nonlocal through
        through = True

    heads = [(name.lower().encode(), value.encode()) for name, value in (ASKED | headers).items()]
    guard = SameOrigin(app, lambda: address)
    await guard({"type": "http", "method": method, "headers": heads}, None, None)  # pyright: ignore[reportArgumentType]
    return through


@pytest.mark.parametrize("headers", LET_IN, ids=str)
async def test_what_our_own_page_sends_comes_through(headers: dict[str, str]) -> None:
    assert await passes("POST", headers)


async def test_the_name_that_was_asked_for_is_ours_only_where_the_centre_does_not_say_where_it_is() -> None:
    """Whoever has a name of his own point here can have a browser ask for that name."""
    for origin in ("https://q.example", "http://Q.EXAMPLE"):
        assert await passes("POST", {"Origin": origin}, None)
        with pytest.raises(Refused):
            await passes("POST", {"Origin": origin})


@pytest.mark.parametrize("headers", KEPT_OUT, ids=str)
async def test_what_another_site_sends_does_not(headers: dict[str, str]) -> None:
    for address in (ADDRESS, None):
        with pytest.raises(Refused) as refused:
            await passes("POST", headers, address)
        assert refused.value.code == "foreign"
    assert await passes("GET", headers)
