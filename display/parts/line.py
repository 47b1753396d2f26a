"""The one thread of a screen that talks to the store."""

from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass
from queue import Empty, SimpleQueue
from threading import Event, Thread
from time import monotonic
from traceback import clear_frames
from typing import TYPE_CHECKING

from textual.message import Message

from data.refused import Refused
from display.parts.away import refusal
from display.parts.beats import Beats
from display.parts.messages import Answered, Broken, Declined, Lost, Reading

if TYPE_CHECKING:
    from data.changes import Watch
    from data.store import Store

__all__ = ["Answered", "Broken", "Declined", "Lost", "Reading", "StoreLine"]

RETRY = 1.0


def watch(store: "Store") -> "Watch":
    """What tells whether `store` has changed."""
    from data.changes import Watch  # on the thread, after the first paint

    return Watch(store)


@dataclass(frozen=True)
class Job:
    """Something to do with the store."""

    do: Callable[["Store"], object]
    name: str


class StoreLine(Thread):
    """Opens the store, keeps a screen up to date, and does its jobs in the order they were asked.

    `post` takes the messages of this module and must be safe to call from a thread. The store is read at once and after
    each change, looked for every `poll` seconds. While the store cannot be used it is opened again each second, and
    what is asked is declined: a job never runs after the person who asked has gone.
    """

    def __init__(
        self,
        post: Callable[[Message], object],
        open_store: Callable[[], "Store"],
        read: Callable[["Store"], object],
        poll: float = 0.02,
    ) -> None:
        super().__init__(name="store", daemon=True)
        self._post = post
        self._open_store = open_store
        self._read = read
        self._poll = poll
        self.source = ""
        """As what it tells the store that it lives, such as "window 3"; nothing: it does not."""
        self._jobs: SimpleQueue[Job | None] = SimpleQueue()
        self._closing = Event()
        self._lost: Refused | None = None
        self._checked = monotonic()

    def ask(self, job: Callable[["Store"], object], name: str = "") -> None:
        """Have `job` done; Answered or Declined, with the same `name`, tells how it went."""
        self._jobs.put(Job(job, name))

    def silent(self) -> float:
        """Seconds since the store was last found to work: more than a few when it hangs and raises nothing."""
        return monotonic() - self._checked

    def close(self) -> None:
        """End the thread, after the job it is doing; waits at most one second."""
        self._closing.set()
        self._jobs.put(None)
        if self.is_alive():
            self.join(timeout=1)

    def run(self) -> None:
        while not self._closing.is_set():
            try:
                with self._open_store() as store:
                    self._keep_up(store)
            except (OSError, Refused) as error:
                self._lose(refusal(error))
            except Exception as error:
                _forget_locals(error)
                self._post(Broken(error))
                return

    def _keep_up(self, store: "Store") -> None:
        with closing(watch(store)) as changes, Beats(store, self.source) as beats:
            while not self._closing.is_set():
                if changes.changed():
                    self._post(Reading(self._read(store)))
                    self._lost = None
                self._checked = monotonic()
                beats.beat_in_time()
                if job := self._wait(self._poll):
                    self._do(job, store)

    def _do(self, job: Job, store: "Store") -> None:
        try:
            value = job.do(store)
        except (OSError, Refused) as error:
            refused = refusal(error)
            self._post(Declined(job.name, refused))
            if refused.of_store:
                raise refused from error
        else:
            self._post(Answered(job.name, value))

    def _lose(self, refused: Refused) -> None:
        """Say that the store is lost; the first time try again at once, later after a pause that declines the jobs."""
        if self._lost is None:
            self._lost = refused
            self._post(Lost(refused))
            return
        self._lost = refused
        while (job := self._wait(RETRY)) and not self._closing.is_set():
            self._post(Declined(job.name, refused))

    def _wait(self, seconds: float) -> Job | None:
        try:
            return self._jobs.get(timeout=seconds)
        except Empty:
            return None


def _forget_locals(error: BaseException | None) -> None:
    """A crash is reported with what each function had in hand: a PIN must not stand there."""
    while error:
        clear_frames(error.__traceback__)
        error = error.__cause__ or error.__context__
