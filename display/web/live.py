"""What the pages show, kept up with the store: one read for each revision, whatever the number of pages."""

import asyncio
from collections import OrderedDict
from collections.abc import Callable, Hashable, Iterator
from contextlib import closing, contextmanager, suppress
from datetime import datetime
from time import monotonic
from typing import TYPE_CHECKING, Any, TypeVar

from data.centre import Centre
from data.refused import Refused
from display.parts.away import UNREACHABLE
from display.web.bell import Bell
from display.web.following import Following
from display.web.followings import Followings
from display.web.reading import Read, Reader, plain
from display.web.store_thread import Look, StoreThread, again

if TYPE_CHECKING:
    from data.store import Store

T = TypeVar("T")
MOST_SHARED = 64
SILENT_S = 5.0
"""A thread that has not looked for so long hangs: a database that cannot be reached may raise nothing."""


class Live:
    """Asks every 20 ms, on the thread `reading`, whether the store has changed, and lets the pages know.

    `version` grows with each change that was noticed, each minute of the clock, and when the store is lost or back.
    `refused` says why the store cannot be read now, `read_at` when what is shown was last known to be true. All of it
    lives in the loop in which it was started; only the store is read on the thread.
    """

    def __init__(self, open_store: "Callable[[], Store]", centre: Centre, at: datetime) -> None:
        self.reading = StoreThread("reading", open_store, self._watching, self._post_lost)
        self.version = 0
        self.refused: Refused | None = None
        self.read_at = at
        self.centre = centre
        self._looked = monotonic()
        self._hangs = self._unread = self._reads_again = False
        self._followings = Followings()
        self._bell = Bell()
        self._shared: OrderedDict[Hashable, tuple[int, asyncio.Future[Any]]] = OrderedDict()
        self._reader: Reader | None = None
        self._loop: asyncio.AbstractEventLoop | None = None
        self._tasks: set[asyncio.Task[None]] = set()

    def start(self) -> None:
        """Begin, in the running loop."""
        self._loop, self._looked = asyncio.get_running_loop(), monotonic()
        self.reading.start()
        self._do(self._see_that_it_looks())

    def close(self) -> None:
        """End the thread, and let all go who wait."""
        for task in self._tasks:
            task.cancel()
        self.reading.close()
        self._bell.ring()

    async def changed(self, version: int, seconds: float) -> int:
        """The version: as soon as it is above `version`, and after `seconds` whatever it is."""
        if self.version <= version:
            await self._bell.wait(seconds)
        return self.version

    async def shared(self, key: Hashable, read: "Callable[[Store], T]") -> T:
        """What `read` gives: one read for each version and key, whoever asks. Raises Refused as `StoreThread.ask`."""
        version, answer = self._shared.get(key) or (-1, None)
        if answer is None or version != self.version:
            answer = asyncio.ensure_future(self.reading.ask(read))
            answer.add_done_callback(lambda done: self._drop_failed(key, done))
            self._shared[key] = (self.version, answer)
        self._shared.move_to_end(key)
        while len(self._shared) > MOST_SHARED:
            self._shared.popitem(last=False)
        try:
            return await asyncio.shield(answer)
        except Refused as refused:
            raise again(refused) from None

    def _drop_failed(self, key: Hashable, answer: asyncio.Future[Any]) -> None:
        """What failed is tried anew by whoever asks next; all who asked so far may have gone."""
        if (answer.cancelled() or answer.exception()) and self._shared.get(key, (0, None))[1] is answer:
            del self._shared[key]

    async def find(self, code: str) -> Following | None:
        """The ticket of a code, in any way of writing it; None: there is none. Raises Refused while the store is away.

        One that is followed, or was a minute ago, costs no read; and what cannot be a code neither.
        """
        written = plain(code)
        return (self._followings.by_code(written) or await self._find(written)) if written else None

    async def fresh(self, code: str) -> Following | None:
        """As `find`, but read anew: after an act, so that its pages show at once what it did."""
        written = plain(code)
        return await self._find(written) if written else None

    async def _find(self, code: str) -> Following | None:
        found = await self.reading.ask(lambda store: self._reader and self._reader.find(code))
        following = None if found is None else self._followings.of(found)
        if found is not None and following is None:  # all are being read again
            raise Refused("store-busy", UNREACHABLE)
        return following

    @contextmanager
    def _watching(self, store: "Store") -> Iterator[Look]:
        from data.changes import Watch

        with closing(Watch(store)) as watch:
            self._reader = reader = Reader(store, watch, self._post)

            def look() -> None:
                reader.look()
                self.read_at, self._looked = store.now(), monotonic()

            yield look

    def _post(self, read: Read) -> None:
        """On the thread."""
        self._call(lambda: self._took(read))

    def _post_lost(self, refused: Refused) -> None:
        """On the thread."""
        self._call(lambda: self._lose(refused))

    def _call(self, what: Callable[[], None]) -> None:
        with suppress(RuntimeError):  # the loop has ended
            if self._loop:
                self._loop.call_soon_threadsafe(what)

    def _took(self, read: Read) -> None:
        if read.anew and len(self._followings):
            self._doubt()
        elif read.again:
            self._unread = False
        if not self._unread:
            self.centre = read.standing.centre
            if self._followings.take(read):
                self._back()

    def _doubt(self) -> None:
        """What happened meanwhile is not known: nothing is shown as true before all that are followed were read."""
        self._unread = True
        if self.refused is None:
            self._lose(Refused("store-missing", UNREACHABLE))
        self._do(self._read_again())

    async def _read_again(self) -> None:
        if self._reads_again:
            return
        self._reads_again, codes = True, self._followings.codes()
        try:
            await self.reading.ask(lambda store: self._reader and self._reader.again(codes))
        except Refused:  # it is asked again in a second
            return
        finally:
            self._reads_again = False

    def _lose(self, refused: Refused) -> None:
        if self.refused is None or self.refused.code != refused.code:
            self.refused = again(refused)
            self._renew()

    def _back(self) -> None:
        lost, self.refused = self.refused, None
        if lost:
            self._renew()
        else:
            self._grow()

    def _renew(self) -> None:
        self._followings.renew()
        self._grow()

    def _grow(self) -> None:
        self.version += 1
        self._bell.ring()

    async def _see_that_it_looks(self) -> None:
        while True:
            await asyncio.sleep(1)
            self._followings.forget()
            hung, self._hangs = self._hangs, monotonic() - self._looked > SILENT_S
            if self._hangs:
                self._lose(Refused("store-missing", UNREACHABLE))
            elif self._unread:
                self._do(self._read_again())
            elif hung:
                self._back()

    def _do(self, what: "Any") -> None:
        task = asyncio.get_running_loop().create_task(what)
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)
