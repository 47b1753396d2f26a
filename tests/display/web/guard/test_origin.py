"""Did what is sent come from a page of our own?"""

from typing import Any

import pytest

from data.refused import Refused
from display.web.guard.origin import SameOrigin

ADDRESS = "HTTPS://PUBLIC.EXAMPLE:8443"
OURS = {"Host": "q.example"}
LET_IN = [
    {"Sec-Fetch-Site": "same-origin"},
    {"Sec-Fetch-Site": "same-origin", "Origin": "null"},
    {"Origin": "https://q.example"},
    {"Origin": "http://Q.EXAMPLE"},
    {"Origin": "https://public.example:8443"},
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
]


async def passes(method: str, headers: dict[str, str], address: str | None = ADDRESS) -> bool:
    """Whether it comes through."""
    through = False

    async def app(scope: Any, receive: Any, send: Any) -> None:
        nonlocal through
        through = True

    heads = [(name.lower().encode(), value.encode()) for name, value in (OURS | headers).items()]
    guard = SameOrigin(app, lambda: address)
    await guard({"type": "http", "method": method, "headers": heads}, None, None)  # pyright: ignore[reportArgumentType]
    return through


@pytest.mark.parametrize("headers", LET_IN, ids=str)
async def test_what_our_own_page_sends_comes_through(headers: dict[str, str]) -> None:
    assert await passes("POST", headers)


@pytest.mark.parametrize("headers", KEPT_OUT, ids=str)
async def test_what_another_site_sends_does_not(headers: dict[str, str]) -> None:
    for address in (ADDRESS, None):
        with pytest.raises(Refused) as refused:
            await passes("POST", headers, address)
        assert refused.value.code == "foreign"
    assert await passes("GET", headers)
