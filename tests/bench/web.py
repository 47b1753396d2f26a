"""The pages behind the QR codes: how soon a call is on all of them, and what they cost.

The pages are streams of as many tickets, all waiting for one service, held open by a process of its own, on loopback
and on the same cores as the server. An act is `next` at a window, as its screen does it: on a store that is held open
in its own process, some moments after the one before it. The same acts with the pages at rest are those of another
window, for whose service no page waits, so that nothing of what the pages show changes; the cases take turns.
"""

import random
import statistics
import time
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from math import inf
from pathlib import Path
from tempfile import TemporaryDirectory

from data import setup, visitor, window
from data.centre import Centre, read
from data.store import Store
from tests.bench.figures import Figure
from tests.bench.opened import Opened, Told, delays, heard, opened, right_again
from tests.bench.rounds import interleaved, percentile, ratio, timed
from tests.bench.served import Served

PAGES, WARM = 2_000, 20
WATCHED, OTHER, OTHERS = 1, 2, 300
SERVED = {WATCHED: "id-card", OTHER: "passport"}
SHARED = {"/hall/events": 200, "/hall/events?windows=1": 100, "/events": 100}
NOTHING: Mapping[str, int] = {}
PAUSE_S = (0.1, 0.5)
EACH = 6
SETTLE_S, LONGEST_S = 2, 20
"""What the last act set going is over by then; the longest that pages may be wrong."""
CENTRE = """
[centre]
id = "load"
trust = "local"
name = { en = "Centre" }
timezone = "ZONE"
languages = ["az", "en", "ru"]

[[agencies]]
id = "interior"
name = { en = "Interior" }

[[services]]
id = "id-card"
agency = "interior"
series = "A"
name = { en = "Identity card" }

[[services]]
id = "passport"
agency = "interior"
series = "B"
name = { en = "Passport" }

[[windows]]
number = 1
services = ["id-card"]

[[windows]]
number = 2
services = ["passport"]
"""


def centre() -> Centre:
    """Two services, each with a window of its own."""
    return read(CENTRE.replace("ZONE", noon()), "centre.toml")


def noon() -> str:
    """A time zone where it is about noon: at midnight, tickets would expire."""
    return f"Etc/GMT{datetime.now(UTC).hour - 12:+d}"


def figures(quick: bool) -> Iterator[Figure]:
    """With 2,000 pages; quick: fewer acts."""
    with load(PAGES) as pages:
        yield from pages.reaching(rounds=3 if quick else 15)
        yield from pages.remembering()
        yield from pages.coming_back()
    with load(PAGES - sum(SHARED.values()), SHARED) as pages:
        yield from pages.mixed()


@contextmanager
def load(number: int, shared: Mapping[str, int] = NOTHING) -> Iterator["Load"]:
    """A centre where so many wait for one service and look at their pages, besides `shared` ones: so many of each."""
    with TemporaryDirectory() as folder, ExitStack() as ends:
        url = str(Path(folder) / "web.db")
        setup.init(url, centre())
        with Store.open(url, synchronous="OFF") as filling:
            codes = filled(filling, number)
        store = ends.enter_context(Store.open(url))
        served = Served(url, Path(folder) / "notes.txt")
        ends.callback(served.kill)
        served.start()
        with opened(served.port, [f"/{code}/events" for code in codes[:WARM]]):
            before = served.memory()
        others = [path for path, count in shared.items() for _ in range(count)]
        pages = ends.enter_context(opened(served.port, [*(f"/{code}/events" for code in codes), *others]))
        yield Load(store, served, pages, before, len(codes))


def filled(store: Store, number: int) -> list[str]:
    """The codes of so many who wait for the first service. Both windows serve, and some wait for the other one."""
    codes = [taken(store, SERVED[WATCHED]) for _ in range(number + 1)]
    for _ in range(OTHERS):
        taken(store, SERVED[OTHER])
    for at in SERVED:
        window.open(store, window=at)
        window.call(store, window=at)
    return codes[1:]


def taken(store: Store, service: str) -> str:
    """The code of a ticket."""
    return visitor.take(store, service=service, language="en").code


@dataclass
class Load:
    """A centre, its server, and the pages of those who wait: so many."""

    store: Store
    served: Served
    pages: Opened
    before: int
    """Bytes that the server had when it had shown a few pages."""
    number: int
    calls: list[int] = field(default_factory=list)

    def reaching(self, rounds: int) -> Iterator[Figure]:
        """How soon a call is on all pages, and what an act takes then."""
        took = interleaved({"changed": lambda: self.acts(WATCHED), "rest": lambda: self.acts(OTHER)}, rounds)
        time.sleep(SETTLE_S)
        found, missing = delays(self.pages.told(), self.calls)
        p50, p99, most = (percentile(found, share) * 1e3 for share in (0.5, 0.99, 1))
        how = f"{len(self.calls)} calls; p50 {p50:.0f} ms, most {most:.0f} ms"
        yield Figure(f"a call to the bytes at each of {self.number:,} open pages, p99", p99, "ms", 500, how)
        yield Figure("… and how often to none", missing + self.pages.odd, "calls", 0)
        changed, rest = (statistics.median(took[case]) for case in ("changed", "rest"))
        how = f"p50 of the medians of {EACH} acts: {changed * 1e3:.3f} ms, at rest {rest * 1e3:.3f} ms"
        yield Figure(
            "an act, against the same with all pages at rest", ratio(took["changed"], took["rest"]), "times", 1.1, how
        )

    def acts(self, number: int) -> float:
        """The median of the seconds of some `next` at a window."""
        took = []
        for _ in range(EACH):
            pause()
            window.start(self.store, window=number)
            pause()
            if number == WATCHED:
                self.calls.append(time.monotonic_ns())
            took.append(timed(lambda: window.next(self.store, window=number)))
        return statistics.median(took)

    def mixed(self) -> Iterator[Figure]:
        """How soon a call is on all pages of all kinds."""
        self.acts(WATCHED)
        time.sleep(SETTLE_S)
        told = self.pages.told()
        own, missing = delays(told[: self.number], self.calls)
        shared, unheard = heard(told[self.number :], self.calls)
        how = ", ".join(f"{count} of {path}" for path, count in SHARED.items())
        most = f"; p50 {percentile(own + shared, 0.5) * 1e3:.0f} ms, most {max(own + shared) * 1e3:.0f} ms"
        yield Figure(
            "a call to 2,000 pages of all kinds, p99", percentile(own + shared, 0.99) * 1e3, "ms", 500, how + most
        )
        yield Figure("… and how often to none", missing + unheard + self.pages.odd, "calls", 0)

    def remembering(self) -> Iterator[Figure]:
        """What the server needs of the machine's memory, after all of these calls."""
        memory = self.served.memory()
        each = (memory - self.before) / self.number
        how = f"RSS {memory / 1e6:.0f} MB in all, {self.before / 1e6:.0f} MB before"
        yield Figure("memory of the server for each open page", each / 1e3, "kB", 50, how)

    def coming_back(self) -> Iterator[Figure]:
        """From the start of another server, where the first was killed, until each page tells what is true by then."""
        self.served.kill()
        window.start(self.store, window=WATCHED)
        window.next(self.store, window=WATCHED)
        self.pages.told()
        begun = time.monotonic_ns()
        self.served.begin()
        found = self._right_again(begun)
        how = f"half of them in {percentile(found, 0.5):.1f} s" if found else "none"
        yield Figure("killed and started again: until all pages are right", max(found, default=inf), "s", 5, how)
        yield Figure("… and how many never", self.number - len(found), "pages", 0)

    def _right_again(self, begun: int) -> list[float]:
        told: Told = [[] for _ in range(self.number)]
        found: list[float | None] = []
        while time.monotonic_ns() < begun + 1e9 * LONGEST_S:
            time.sleep(0.5)  # between two looks: each reads all that the pages were told
            told = [before + more for before, more in zip(told, self.pages.told(), strict=True)]
            found = right_again(told, begun, over=len(self.calls) + 1)
            if None not in found:
                break
        return [seconds for seconds in found if seconds is not None]


def pause() -> None:
    """Some moments, of differing length, so that acts do not fall in step with the pings and looks of the server."""
    time.sleep(random.uniform(*PAUSE_S))
