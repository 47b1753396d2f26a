"""Where the page of a ticket lies: under its code, which nobody else knows."""

from collections.abc import Callable
from contextlib import suppress
from typing import TYPE_CHECKING

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import BaseRoute, Route

from data import ratings, visitor
from data.refused import Refused
from display.web.following import Following
from display.web.forms import fields
from display.web.guard.headers import NO_STORE
from display.web.language import asked, chosen
from display.web.ticket import notices, rating
from display.web.ticket.follow import stream, when
from display.web.ticket.shown import Shown
from display.web.web import Web

if TYPE_CHECKING:
    from data.store import Store

MOST_DIGITS = 10


def routes(web: Web) -> list[BaseRoute]:
    """The routes of this room; after all others, since any path may be meant as a code."""
    tickets = Tickets(web)
    return [
        Route("/{code}", tickets.page),
        Route("/{code}/events", tickets.events),
        Route("/{code}/now", tickets.now),
        Route("/{code}/cancel", tickets.cancel, methods=["POST"]),
        Route("/{code}/postpone", tickets.postpone, methods=["POST"]),
        Route("/{code}/rate", tickets.rate, methods=["POST"]),
    ]


class Tickets:
    """The pages of tickets, what keeps them up, and what their holders do there."""

    def __init__(self, web: Web) -> None:
        self._web = web
        self._shown = Shown(web.pages)

    async def page(self, request: Request) -> Response:
        """The page; under the code as it is printed, in whatever way it was written."""
        following = await self._found(request)
        code = following.now.ticket.code
        if request.path_params["code"] != code:
            language = asked(request.query_params, self._web.live.centre)  # and nothing else of what was asked
            return RedirectResponse(f"/{code}?language={language}" if language else f"/{code}", 308, NO_STORE)
        return self._page(request, following, notices.notice(request.query_params.get(notices.CAME_OF)))

    async def now(self, request: Request) -> Response:
        """What the stream would say, for a page that asks."""
        following = await self._found(request)
        language = self._language(request, following)
        text = self._shown.message(self._web.live.centre, following.now, language, when(self._web))
        return Response(text, media_type="application/json", headers=NO_STORE)

    async def events(self, request: Request) -> Response:
        """The stream."""
        following = await self._found(request)
        return stream(self._web, self._shown, following, self._language(request, following))

    async def cancel(self, request: Request) -> Response:
        """Give the ticket up."""
        following = await self._found(request)
        code = following.now.ticket.code
        if following.now.ticket.state == "cancelled":  # a double tap
            return RedirectResponse(f"/{code}", 303, NO_STORE)
        return await self._do(code, lambda store: visitor.cancel(store, code=code))

    async def postpone(self, request: Request) -> Response:
        """Let others go first."""
        code, sent = (await self._found(request)).now.ticket.code, (await fields(request)).get("seen", "")
        seen = int(sent) if sent.isdecimal() and len(sent) < MOST_DIGITS else None
        return await self._do(code, lambda store: visitor.postpone(store, code=code, seen=seen), notices.POSTPONED)

    async def rate(self, request: Request) -> Response:
        """Count what is answered; a form without what is needed comes back as it was."""
        following = await self._found(request)
        answers, code = rating.answers(await fields(request)), following.now.ticket.code
        if ratings.OVERALL not in answers and "rate" in following.now.may:
            return self._page(request, following, form=rating.form(self._language(request, following), answers))
        return await self._do(code, lambda store: ratings.rate(store, code=code, answers=answers), notices.RATED)

    async def _do(self, code: str, act: "Callable[[Store], object]", said: str = "") -> Response:
        """Have it done, and show the page that says what came of it."""
        try:
            await self._web.acting.ask(act)
        except Refused as refused:
            said = notices.of(refused)
        with suppress(Refused):  # then the page itself says how old it is
            await self._web.live.fresh(code)
        return RedirectResponse(f"/{code}?{notices.CAME_OF}={said}" if said else f"/{code}", 303, NO_STORE)

    async def _found(self, request: Request) -> Following:
        return await self._web.found(request, request.path_params["code"])

    def _language(self, request: Request, following: Following) -> str:
        return chosen(request, self._web.live.centre, following.now.ticket.language)

    def _page(
        self, request: Request, following: Following, notice: str = "", form: rating.Form | None = None
    ) -> Response:
        language = self._language(request, following)
        return self._shown.page(
            self._web.live.centre, following.now, language, when(self._web), notice=notice, form=form
        )
