"""/take, behind the QR code at the door: a GET shows what there is, a POST takes."""

from typing import TYPE_CHECKING

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import BaseRoute, Route

from data.clock import moment, reader
from data.refused import Refused, mark
from data.views import Offer
from display.web.forms import fields
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
NO_STORE = {"Cache-Control": "no-store"}


def routes(web: Web) -> list[BaseRoute]:
    """The page and what it sends."""
    now = reader(web.clock)
    rates = Rates(now)

    async def show(request: Request) -> Response:
        allowed(web, request)
        return await page(request, chosen(request, web.live.centre))

    async def send(request: Request) -> Response:
        allowed(web, request)
        form = await fields(request)
        key, service = form.get("key", ""), form.get("service", "")
        language = _language(form.get("language", ""), request)
        if (known := await taken(web, key)) and known.code:
            return have(known.code, language) if known.first_service != service else to(known.code)
        if not web.keys.valid(key):
            return await page(request, language, Refused("key-expired", OLD))
        try:
            return to(await take(web, rates, request, service, language, key))
        except Refused as refused:
            if refused.code == "key-reused" and (known := await taken(web, key)) and known.code:
                return have(known.code, language)
            if refused.code not in ON_PAGE:
                raise
            return await page(request, language, refused)

    async def page(request: Request, language: str, refused: Refused | None = None) -> Response:
        offers = await web.live.shared("offers", _offers)
        centre = web.live.centre
        today = moment(now()).astimezone(centre.zone).date()
        about = {
            "groups": groups(centre, offers, language, today),
            "shut": shut(offers, language, today),
            "refused": refused,
            "key": web.keys.new(),
            "here": "/take",
        }
        return web.pages.page("take/take.html", language=language, status=409 if refused else 200, **about)

    def have(code: str, language: str) -> Response:
        return web.pages.page("take/have.html", language=language, status=409, code=code, here="/take")

    def _language(wanted: str, request: Request) -> str:
        return wanted if wanted in web.live.centre.languages else chosen(request, web.live.centre)

    return [Route("/take", show), Route("/take", send, methods=["POST"])]


def to(code: str) -> Response:
    """To the page of the ticket; a reload there takes nothing."""
    return RedirectResponse(f"/{code}", 303, NO_STORE)


def _offers(store: "Store") -> tuple[Offer, ...]:
    from data import board

    return board.offers(store)
