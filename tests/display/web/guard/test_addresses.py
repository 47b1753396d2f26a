"""Who asks?"""

from typing import Any

import pytest
from starlette.requests import Request

from display.web.guard.addresses import Proxies, asking

TRUSTED = ("10.0.0.0/8", "2001:db8:1::/48", "127.0.0.1/32")


async def seen(client: str, trusted: tuple[str, ...] = TRUSTED, **headers: str) -> tuple[str, str]:
    """The address that counts, and the scheme."""
    found: dict[str, Any] = {}

    async def app(scope: Any, receive: Any, send: Any) -> None:
        found.update(scope)

    heads = [(name.replace("_", "-").lower().encode(), value.encode()) for name, value in headers.items()]
    scope = {"type": "http", "client": (client, 1), "scheme": "http", "headers": heads}
    await Proxies(app, lambda: trusted)(scope, None, None)  # pyright: ignore[reportArgumentType]
    return asking(Request(found)), found["scheme"]


@pytest.mark.parametrize(
    ("client", "forwarded", "who"),
    [
        ("192.0.2.1", None, "192.0.2.1"),
        ("192.0.2.1", "198.51.100.1", "192.0.2.1"),
        ("10.0.0.1", None, "10.0.0.1"),
        ("10.0.0.1", "198.51.100.1", "198.51.100.1"),
        ("10.0.0.1", "203.0.113.9, 198.51.100.1", "198.51.100.1"),
        ("10.0.0.1", "198.51.100.1, 10.2.2.2", "198.51.100.1"),
        ("10.0.0.1", "10.3.3.3, 10.2.2.2", "10.3.3.3"),
        ("10.0.0.1", "198.51.100.1:5555", "198.51.100.1"),
        ("10.0.0.1", "nonsense", "10.0.0.1"),
        ("10.0.0.1", "198.51.100.1, nonsense", "10.0.0.1"),
        ("10.0.0.1", "198.51.100.1, nonsense, 10.2.2.2", "10.2.2.2"),
        ("10.0.0.1", "", "10.0.0.1"),
        ("10.0.0.1", "[2001:db8:9::5]:443", "2001:db8:9::/64"),
        ("::ffff:10.0.0.1", "198.51.100.1", "198.51.100.1"),
        ("2001:db8:1::1", "2001:db8:9:1:2:3:4:5", "2001:db8:9:1::/64"),
        ("2001:db8:9:1:a::1", None, "2001:db8:9:1::/64"),
        ("::ffff:192.0.2.7", None, "192.0.2.7"),
        ("", None, "unknown"),
    ],
)
async def test_a_forwarded_address_counts_only_from_a_trusted_proxy(
    client: str, forwarded: str | None, who: str
) -> None:
    headers = {} if forwarded is None else {"X_Forwarded_For": forwarded}
    assert (await seen(client, TRUSTED, **headers))[0] == who


async def test_without_trusted_proxies_nobody_says_who_asks() -> None:
    headers = {"X_Forwarded_For": "198.51.100.1", "X_Forwarded_Proto": "https", "Forwarded": "for=198.51.100.1"}
    assert await seen("127.0.0.1", (), **headers) == ("127.0.0.1", "http")


@pytest.mark.parametrize(
    ("client", "said", "scheme"),
    [("10.0.0.1", "https", "https"), ("10.0.0.1", "gopher", "http"), ("192.0.2.1", "https", "http")],
)
async def test_a_trusted_proxy_says_whether_it_is_https(client: str, said: str, scheme: str) -> None:
    assert (await seen(client, X_Forwarded_Proto=said))[1] == scheme
