"""What all pages share."""

import secrets
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from starlette.requests import Request

from data.clock import Clock, moment, reader
from data.refused import Refused
from display.web.following import Following
from display.web.guard.addresses import asking
from display.web.guard.keys import Keys
from display.web.guard.tries import Tries
from display.web.live import Live
from display.web.reading import plain
from display.web.render import Pages
from display.web.store_thread import StoreThread
from display.web.streams import Streams
from display.web.told import TOO_MANY, UNKNOWN_CODE

if TYPE_CHECKING:
    from data.store import Store


@dataclass(frozen=True, slots=True)
class Web:
    """What the routes of all rooms share. Acts have a thread and a connection of their own: one that waits for the
    store holds no page up."""

    reading: StoreThread
    acting: StoreThread
    live: Live
    clock: Clock
    random_bytes: Callable[[int], bytes]
    pages: Pages
    tries: Tries
    keys: Keys
    streams: Streams

    async def found(self, request: Request, code: str) -> Following:
        """The ticket of a code, for whoever asks.

        Raises Refused `unknown-code`, and `too-many` where that address was wrong too often: a right code is always
        answered, since a whole hall may stand behind one address, and what cannot be a code is no try.
        """
        if following := await self.live.find(code):
            return following
        if not plain(code):  # no try to guess one, but a mistyped word, or a browser that asks for /favicon.ico
            raise Refused("unknown-code", UNKNOWN_CODE)
        if wait := self.tries.wrong(asking(request)):
            raise Refused("too-many", TOO_MANY, retry_after=wait)
        raise Refused("unknown-code", UNKNOWN_CODE)

    def start(self) -> None:
        """Begin, in the running loop."""
        self.live.start()
        self.acting.start()

    def close(self) -> None:
        """End the streams and the threads."""
        self.streams.close()
        self.live.close()
        self.acting.close()


def opened(
    open_store: "Callable[[], Store]",
    clock: Clock,
    random_bytes: Callable[[int], bytes] = secrets.token_bytes,
    streams: Streams | None = None,
) -> Web:
    """What the pages of a store share, not started yet. Raises Refused where the store cannot be opened."""
    micros = reader(clock)
    with open_store() as store:
        centre = store.centre
    live = Live(open_store, centre, moment(micros()))
    return Web(
        reading=live.reading,
        acting=StoreThread("acting", open_store),
        live=live,
        clock=clock,
        random_bytes=random_bytes,
        pages=Pages(lambda: live.centre),
        tries=Tries(micros),
        keys=Keys(random_bytes, micros),
        streams=Streams() if streams is None else streams,  # an empty one is false
    )
