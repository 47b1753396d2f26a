"""The sums of a period; of a long one by two processes, each with half of its days."""

import gc
import signal
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from multiprocessing import get_context
from multiprocessing.connection import Connection

from data.refused import Refused
from data.reports.part import Days, Part, Wanted
from data.reports.period import ONE, Period, Revisions
from data.reports.sums import SPANS, Sums
from data.store import Store

WORTH_IT = 200_000
"""Events from which on a second process is done sooner than it costs to start."""

OURS = 0.54
"""How much is done here: the helper has to start first."""


def added_up(store: Store, wanted: Wanted, url: str | None) -> Part:
    """The sums of a period; with the `url` of the store a second process may help."""
    halves = _halves(store, wanted) if url else None
    if url is None or halves is None:
        return Days(store, wanted).add_up()
    first, second = (wanted._replace(period=half) for half in halves)
    context = get_context("spawn")  # a fork would share the connection
    ours, theirs = context.Pipe(duplex=False)
    helper = context.Process(target=_help, args=(url, second, theirs), daemon=True)
    helper.start()
    theirs.close()
    try:
        with collecting_nothing():
            part = Days(store, first).add_up()
        return _joined(part, received(ours) or Days(store, second).add_up())
    finally:
        helper.terminate()
        helper.join()
        helper.close()
        ours.close()


@contextmanager
def collecting_nothing() -> Iterator[None]:
    """Nobody looks for circles of garbage, of which millions of rows make none: that takes a tenth of the time."""
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            gc.enable()


def _halves(store: Store, wanted: Wanted) -> tuple[Period, Period] | None:
    """Two periods with as many events; None where one process is done as soon."""
    first, last = wanted.period
    revisions = Revisions(store, wanted.newest, wanted.set_back)
    since, until = revisions.within(store.centre, wanted.period)
    if first == last or until - since < WORTH_IT:
        return None
    middle = date.fromisoformat(store.centre.service_day(revisions.at(since + int((until - since) * OURS))))
    ends = max(first, min(middle, last) - ONE)
    return Period(first, ends), Period(ends + ONE, last)


def _help(url: str, wanted: Wanted, answer: Connection) -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # whoever asked is told to stop, and ends this too
    gc.disable()
    try:
        with Store.open(url) as store:
            send(answer, Days(store, wanted).add_up())
    except Refused:
        return  # whoever asked does it alone, and is refused as well


def send(answer: Connection, part: Part) -> None:
    """Send a part, and its spans one after the other: all at once, a copy of them takes as much memory again."""
    spans = [sums.take_spans() for sums in part.groups.values()]
    answer.send(part)
    for each in (each for arrays in spans for each in arrays):
        answer.send_bytes(each.tobytes())


def received(answer: Connection) -> Part | None:
    """The part that was sent; None where whoever was to send it has ended."""
    try:
        part: Part = answer.recv()
        for sums in part.groups.values():
            for name in SPANS:
                getattr(sums, name).frombytes(answer.recv_bytes())
    except EOFError:
        return None
    return part


def _joined(part: Part, other: Part) -> Part:
    for key, sums in other.groups.items():
        part.groups.setdefault(key, Sums()).add(sums)
    part.whole.add(other.whole)
    return part
