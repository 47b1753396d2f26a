"""A thread that has a store open, and does one job after another with it."""

import asyncio
from collections.abc import Callable
from contextlib import AbstractContextManager, nullcontext, suppress
from dataclasses import dataclass
from functools import partial
from queue import Empty, SimpleQueue
from threading import Event, Thread
from time import monotonic
from typing import TYPE_CHECKING, Any, TypeVar

from data.refused import Refused
from display.parts.away import UNREACHABLE, refusal
from display.web.log import note

if TYPE_CHECKING:
    from data.store import Store

T = TypeVar("T")
Look = Callable[[], None]
POLL_S = 0.02
RETRY_S = 1.0
ANSWER_S = 10.0
"""Nobody waits longer: a database that cannot be reached may hang and raise nothing."""


@dataclass(frozen=True, slots=True)
class Job:
    """Something to do with the store, and who waits for it in which loop."""

    do: Callable[["Store"], Any]
    answer: "asyncio.Future[Any]"
    loop: asyncio.AbstractEventLoop


class StoreThread(Thread):
    """Opens the store with the first job, does the jobs in the order they were asked, and closes it at the end.

    While the store cannot be used it is opened again each second, and what is asked is refused at once: no act is done
    after whoever asked has given up. With `watching`, it opens the store at its start, enters that with it, and calls
    what it gives every 20 ms between the jobs; `lost` is told, on the thread, each time that the store cannot be used.
    """

    def __init__(
        self,
        name: str,
        open_store: Callable[[], "Store"],
        watching: "Callable[[Store], AbstractContextManager[Look]] | None" = None,
        lost: Callable[[Refused], None] = lambda refused: None,
    ) -> None:
        super().__init__(name=name, daemon=True)
        self._open_store = open_store
        self._watching = watching
        self._tell_lost = lost
        self._jobs: SimpleQueue[Job | None] = SimpleQueue()
        self._closing = Event()
        self._lost: Refused | None = None

    async def ask(self, job: Callable[["Store"], T]) -> T:
        """Have `job` done, and give what it gives. Raises Refused: as the job does, and store-* while it is away."""
        if self._lost or self._closing.is_set():
            raise again(self._lost or Refused("store-missing", UNREACHABLE))
        loop = asyncio.get_running_loop()
        answer = loop.create_future()
        self._jobs.put(Job(job, answer, loop))
        limit = loop.call_later(ANSWER_S, _settle, answer, None, Refused("store-missing", UNREACHABLE))
        try:
            return await answer
        finally:
            limit.cancel()

    def close(self) -> None:
        """End the thread, after the job it is doing; waits at most one second."""
        self._closing.set()
        self._jobs.put(None)
        if self.is_alive():
            self.join(timeout=1)

    def run(self) -> None:
        first = None if self._watching else self._wait(None)
        while not self._closing.is_set():
            try:
                with self._open_store() as store, self._watch(store) as look:
                    self._lost = None
                    self._work(store, look, first)
            except (OSError, Refused) as error:
                self._lose(refusal(error), first)
            except Exception as error:  # a fault of ours: a thread that ended would let all pages stand still
                note(error)
                self._lose(Refused("store-missing", UNREACHABLE), first)
            first = None
        self._decline_all(Refused("store-missing", UNREACHABLE))

    def _watch(self, store: "Store") -> AbstractContextManager[Look | None]:
        return self._watching(store) if self._watching else nullcontext()

    def _work(self, store: "Store", look: Look | None, job: Job | None) -> None:
        looked = monotonic()
        if look:
            look()
        while not self._closing.is_set():
            if job:
                self._do(job, store)
            if look and monotonic() - looked >= POLL_S:
                look()
                looked = monotonic()
            job = self._wait(POLL_S if look else None)

    def _do(self, job: Job, store: "Store") -> None:
        if job.answer.done():  # nobody waits for it any more
            return
        if self._watching is None:
            _wake(store)
        try:
            value = job.do(store)
        except (OSError, Refused) as error:
            refused = refusal(error)
            _answer(job, error=refused)
            if refused.of_store:
                raise refused from error
        except Exception as error:
            _answer(job, error=error)
        else:
            _answer(job, value)

    def _lose(self, refused: Refused, job: Job | None) -> None:
        """The first time try again at once, later after a pause that declines what is asked."""
        first, self._lost = self._lost is None, refused
        self._tell_lost(refused)
        if job:
            _answer(job, error=refused)
        if not first:
            until = monotonic() + RETRY_S
            while (left := until - monotonic()) > 0 and not self._closing.is_set():
                if job := self._wait(left):
                    _answer(job, error=again(refused))

    def _decline_all(self, refused: Refused) -> None:
        while not self._jobs.empty():
            if job := self._jobs.get():
                _answer(job, error=refused)

    def _wait(self, seconds: float | None) -> Job | None:
        try:
            return self._jobs.get(timeout=seconds)
        except Empty:
            return None


def _wake(store: "Store") -> None:
    """Have it open its connection again where that was lost while nothing was asked: an act is not tried twice."""
    with suppress(Refused):
        store.revision()


def again(refused: Refused) -> Refused:
    """The same refusal for somebody else: one that is raised by many would carry the tracebacks of all."""
    return Refused(refused.code, refused.text, **refused.values)


def _answer(job: Job, value: object = None, *, error: Exception | None = None) -> None:
    try:
        job.loop.call_soon_threadsafe(partial(_settle, job.answer, value, error))
    except RuntimeError:  # its loop has ended
        return


def _settle(answer: "asyncio.Future[Any]", value: object, error: Exception | None) -> None:
    if answer.done():
        return
    if error:
        answer.set_exception(error)
    else:
        answer.set_result(value)
