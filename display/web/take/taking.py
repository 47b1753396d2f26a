"""What happens when somebody takes a ticket by phone? Never two for one page."""

from typing import TYPE_CHECKING

from starlette.requests import Request

from data.records import Ticket
from data.refused import Refused, mark
from display.web.guard.addresses import asking, within
from display.web.guard.keys import LENGTH
from display.web.take.rates import Rates, network
from display.web.told import NOT_FOUND
from display.web.web import Web
from display.web.zones import UNKNOWN

if TYPE_CHECKING:
    from data.store import Store

KEYS = "phone-"
"""What the request keys of these pages begin with: no other key can be looked up here."""
ELSEWHERE = mark("Tickets are given by phone only in the network of the centre. Please take one at the kiosk.")
BUSY = mark("Many tickets were taken by phone just now. Please try again in a few minutes, or take one at the kiosk.")


def allowed(web: Web, request: Request) -> None:
    """Raises Refused: not-found where the centre gives no tickets by phone, elsewhere where not to whoever asks."""
    settings = web.live.centre.web
    if not settings.remote:
        raise Refused("not-found", NOT_FOUND)
    if settings.networks and not within(_host(request), settings.networks):
        raise Refused("elsewhere", ELSEWHERE)


async def taken(web: Web, key: str) -> Ticket | None:
    """The ticket that this page has taken already, whatever it is asked for now."""
    if len(key) != LENGTH or not (key.isascii() and key.isalnum()):
        return None
    return await web.acting.ask(lambda store: _known(store, KEYS + key))


async def take(web: Web, rates: Rates, request: Request, service: str, language: str, key: str) -> str:
    """Take a ticket; its code. The same key gives the same ticket.

    Raises Refused: too-many, and as `visitor.take` does.
    """
    from data import visitor

    settings = web.live.centre.web
    counted = network(_host(request), asking(request), settings.networks)
    if wait := rates.enter(counted, key, settings.rate):
        raise Refused("too-many", BUSY, retry_after=wait)
    try:
        ticket = await web.acting.ask(
            lambda store: visitor.take(store, service=service, language=language, key=KEYS + key)
        )
    except Refused as refused:
        if not refused.of_store and await taken(web, key) is None:
            rates.leave(counted, key)
        if refused.code == "unknown-service":  # its sentence has what was asked for in it
            raise Refused(refused.code, UNKNOWN[refused.code]) from None
        raise
    rates.keep(counted, key)  # who sent the same key beside it, and was refused, gave it back
    return ticket.code


def _known(store: "Store", key: str) -> Ticket | None:
    from data import tickets

    with store.snapshot():
        return tickets.by_key(store, key)


def _host(request: Request) -> str:
    return request.client.host if request.client else ""
