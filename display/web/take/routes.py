"""/take, behind the QR code at the door: a GET shows what there is, a POST takes."""

from typing import TYPE_CHECKING

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import BaseRoute, Route

from data.clock import moment, reader
from data.refused import Refused, mark
from data.views import Offer
from display.web.forms import fields
from display.web.guard.headers import NO_STORE
from display.web.language import chosen
from display.web.take.offered import groups, shut
from display.web.take.rates import Rates
from display.web.take.taking import allowed, take, taken
from display.web.web import Web

if TYPE_CHECKING:
    from data.store import Store

OLD = mark("This page was open for too long. Please choose again.")
ON_PAGE = frozenset({"service-closed", "quota-full", "unknown-service", "not-allowed"})
"""What is told above the services, so that another can be chosen at once."""


def routes(web: Web) -> list[BaseRoute]:
    """The page and what it sends."""
    phones = Phones(web)
    return [Route("/take", phones.page), Route("/take", phones.take, methods=["POST"])]


class Phones:
    """What there is to take, and what becomes of what is chosen."""

    def __init__(self, web: Web) -> None:
        self._web = web
        self._now = reader(web.clock)
        self._rates = Rates(self._now)

    async def page(self, request: Request) -> Response:
        """The services."""
        allowed(self._web, request)
        return await self._page(chosen(request, self._web.live.centre))

    async def take(self, request: Request) -> Response:
        """Take a ticket, once for each page."""
        allowed(self._web, request)
        form = await fields(request)
        key, service = form.get("key", ""), form.get("service", "")
        language = self._language(form.get("language", ""), request)
        if (known := await taken(self._web, key)) and known.code:
            return self._have(known.code, language) if known.first_service != service else to(known.code)
        if not self._web.keys.valid(key):
            return await self._page(language, Refused("key-expired", OLD))
        return await self._take(request, service, language, key)

    async def _take(self, request: Request, service: str, language: str, key: str) -> Response:
        try:
            return to(await take(self._web, self._rates, request, service, language, key))
        except Refused as refused:
            if refused.code == "key-reused" and (known := await taken(self._web, key)) and known.code:
                return self._have(known.code, language)
            if refused.code not in ON_PAGE:
                raise
            return await self._page(language, refused)

    async def _page(self, language: str, refused: Refused | None = None) -> Response:
        offers = await self._web.live.shared("offers", _offers)
        centre = self._web.live.centre
        today = moment(self._now()).astimezone(centre.zone).date()
        about = {
            "groups": groups(centre, offers, language, today),
            "shut": shut(offers, language, today),
            "refused": refused,
            "key": self._web.keys.new(),
            "here": "/take",
        }
        return self._web.pages.page("take/take.html", language=language, status=409 if refused else 200, **about)

    def _have(self, code: str, language: str) -> Response:
        return self._web.pages.page("take/have.html", language=language, status=409, code=code, here="/take")

    def _language(self, wanted: str, request: Request) -> str:
        centre = self._web.live.centre
        return wanted if wanted in centre.languages else chosen(request, centre)


def to(code: str) -> Response:
    """To the page of the ticket; a reload there takes nothing."""
    return RedirectResponse(f"/{code}", 303, NO_STORE)


def _offers(store: "Store") -> tuple[Offer, ...]:
    from data import board

    return board.offers(store)
