"""An answer to whatever goes wrong: a refusal as a page, a fault of ours without a word of what it was about."""

from starlette.requests import ClientDisconnect, Request
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from data.refused import Refused
from display.web.live import Live
from display.web.log import note
from display.web.refusals import answer
from display.web.render import Pages
from display.web.told import FAULT


class Answers:
    """Answers what is refused, or goes wrong, inside."""

    def __init__(self, app: ASGIApp, live: Live, pages: Pages) -> None:
        self._app = app
        self._live, self._pages = live, pages

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        begun = False

        async def noting(message: Message) -> None:
            nonlocal begun
            begun = True
            await send(message)

        try:
            await self._app(scope, receive, noting)
            return
        except ClientDisconnect:
            return
        except Refused as refused:
            said = refused
        except Exception as error:
            note(error)
            said = Refused("fault", FAULT)
        if not begun:
            await answer(Request(scope), said, self._live, self._pages)(scope, receive, send)
