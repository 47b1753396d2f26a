"""Who asks? Behind a proxy of the centre it is whoever the proxy says, and nobody else can say so."""

from collections.abc import Callable, Sequence
from functools import lru_cache
from ipaddress import IPv4Address, IPv6Address, ip_address, ip_network

from starlette.datastructures import Headers
from starlette.requests import Request
from starlette.types import ASGIApp, Receive, Scope, Send

UNKNOWN = "unknown"
IPV6_PREFIX = 64
"""An IPv6 network of one household or hall: who has it has all of its addresses."""
SCHEMES = ("http", "https")


class Proxies:
    """Puts the visitor's address and scheme in place of those of a trusted proxy, and drops what others say of it."""

    def __init__(self, app: ASGIApp, trusted: Callable[[], Sequence[str]]) -> None:
        self._app = app
        self._trusted = trusted

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        trusted = tuple(self._trusted()) if scope["type"] == "http" else ()
        if trusted and within(_client(scope), trusted):
            headers = Headers(scope=scope)
            scope["client"] = (_first_untrusted(headers.getlist("x-forwarded-for"), trusted) or _client(scope), 0)
            scheme = headers.get("x-forwarded-proto", "").strip().lower()
            scope["scheme"] = scheme if scheme in SCHEMES else scope["scheme"]
        await self._app(scope, receive, send)


def asking(request: Request) -> str:
    """The address that asks, as far as it is one for counting: an IPv4 address, or the network of an IPv6 one."""
    address = _address(_client(request.scope))
    if address is None:
        return UNKNOWN
    if isinstance(address, IPv4Address):
        return str(address)
    return str(ip_network((address, IPV6_PREFIX), strict=False))


def within(host: str, networks: Sequence[str]) -> bool:
    """Whether an address is of one of these networks."""
    address = _address(host)
    return address is not None and any(address in _network(network) for network in networks)


def _client(scope: Scope) -> str:
    client = scope.get("client")
    return client[0] if client else ""


def _first_untrusted(forwarded: Sequence[str], trusted: tuple[str, ...]) -> str:
    """From the right, since each proxy adds at the end: what stands left of the first stranger, he has written."""
    last = ""
    for text in reversed(",".join(forwarded).split(",")):
        if not (address := _address(text.strip())):
            return last
        last = str(address)
        if not within(last, trusted):
            return last
    return last


def _address(text: str) -> IPv4Address | IPv6Address | None:
    bare = text[1:].partition("]")[0] if text.startswith("[") else text
    if bare.count(":") == 1:
        bare = bare.partition(":")[0]
    try:
        address = ip_address(bare)
    except ValueError:
        return None
    mapped = address.ipv4_mapped if isinstance(address, IPv6Address) else None
    return mapped or address


_network = lru_cache(256)(ip_network)
