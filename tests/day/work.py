"""How long the queue was, and how the windows were occupied; from the books of the script."""

from collections import defaultdict
from collections.abc import Iterable, Iterator

from tests.day.books import SECOND, Books, Deed, Guest
from tests.day.expected import DAY, WAITS, WEEKDAY, Figures, Time, group_of, hour, times
from tests.day.script import at_clock

STARTS, STOPS = ("start", "walk-in"), ("finish", "hold", "transfer")
ENDS = ("call", "chosen", "cancel", "remove", "expire")
CLOCK, PLACES = ("hour", "weekday", "day"), ("window", "operator")


def first_and_last(books: Books) -> tuple[int, int]:
    """When somebody did something for the first and for the last time on this day."""
    moments = [shift["at"] for shift in books.shifts]
    for guest in books.guests:
        done = [deed["at"] for deed in guest.deeds if deed["act"] != "expire"]
        moments += [done[0], done[-1]]
    return min(moments), max(moments)


def count(books: Books, by: str) -> dict[str, Figures]:
    """The figures of the queue and of the work of each group; those of all together under "total"."""
    first, last = first_and_last(books)
    hours = [(hour(at), max(at, first), min(at + 3600 * SECOND, last)) for at in map(at_clock, range(24))]
    stretches = [each for each in hours if each[1] < each[2]] if by == "hour" else [("", first, last)]
    found: dict[str, Figures] = defaultdict(dict)
    for name, since, until in [("total", first, last), *stretches]:
        for group, waited in _grouped(waiting(books, by), by, name).items():
            found[group] |= _queue(waited, since, until)
        served, worked = _grouped(serving(books, by), by, name), _grouped(working(books, by), by, name)
        for group in {*served, *worked}:
            found[group] |= _work(served.get(group, []), worked.get(group, []), since, until)
    return found


def _grouped(spans: Iterable[Time], by: str, name: str) -> dict[str, list[Time]]:
    """All of them in one group for the total and for an hour; else each in its own."""
    found: dict[str, list[Time]] = defaultdict(list)
    for span in spans:
        found[name if name == "total" or by == "hour" else span.group].append(span)
    return found


def _queue(waited: list[Time], since: int, until: int) -> Figures:
    """Its mean length over the time, and the greatest: looked at whenever somebody begins to wait."""
    inside = [time for time in waited if time.since < until and time.until > since]
    total = sum(_within(time, since, until) for time in inside)
    starts = [max(time.since, since) for time in inside]
    most = max((sum(one.since <= at < one.until for one in inside) for at in starts), default=0)
    return {"queue_observed_s": (until - since) / SECOND, "queue_mean": total / (until - since), "queue_max": most}


def _work(served: list[Time], worked: list[Time], since: int, until: int) -> Figures:
    serving_time = sum(_within(time, since, until) for time in served)
    working_time = sum(_within(time, since, until) for time in worked)
    found: Figures = {"serving_s": serving_time / SECOND, "working_s": working_time / SECOND}
    return found | {"occupancy": serving_time / working_time if working_time else None}


def _within(time: Time, since: int, until: int) -> int:
    return max(0, min(time.until, until) - max(time.since, since))


def waiting(books: Books, by: str) -> Iterator[Time]:
    """From when until when each ticket waited, for what."""
    for guest in books.guests:
        for begun, until in times(guest, _waits, lambda deed: deed["act"] in ENDS):
            if begun["at"] < until:
                yield Time(begun["at"], until, _waits_for(by, guest, begun))


def _waits(deed: Deed) -> bool:
    return deed["act"] in WAITS or (deed["act"] == "finish" and bool(deed.get("goes_on")))


def _waits_for(by: str, guest: Guest, begun: Deed) -> str:
    if by in PLACES:
        return ""
    return group_of(by, guest, {**begun, "service": begun.get("goes_on") or begun["service"]})


def serving(books: Books, by: str) -> Iterator[Time]:
    """From when until when each ticket was served; by whom."""
    shifts = [*signed_on(books)]
    for guest in books.guests:
        for begun, until in times(guest, lambda deed: deed["act"] in STARTS, lambda deed: deed["act"] in STOPS):
            if by != "operator":
                yield Time(begun["at"], until, group_of(by, guest, begun), begun["window"])
                continue
            for shift in shifts:
                since, ends = max(begun["at"], shift.since), min(until, shift.until)
                if shift.window == begun["window"] and since < ends:
                    yield Time(since, ends, shift.group, shift.window)


def signed_on(books: Books) -> Iterator[Time]:
    """From when until when somebody, or nobody, was signed on at each window."""
    for window in {shift["window"] for shift in books.shifts}:
        since, name = 0, ""
        for shift in books.shifts:
            if shift["window"] == window and shift["act"] in ("sign-on", "sign-off"):
                yield Time(since, shift["at"], name, window)
                since, name = shift["at"], shift["name"] if shift["act"] == "sign-on" else ""


def working(books: Books, by: str) -> Iterator[Time]:
    """From when until when each window was open without a break; by the window, or by who was there."""
    shifts = [*signed_on(books)]
    for window in {shift["window"] for shift in books.shifts}:
        since: int | None = None
        for shift in books.shifts:
            if shift["window"] != window or shift["act"] in ("sign-on", "sign-off"):
                continue
            if since is not None and shift["act"] in ("break", "close"):
                for who in [who for who in shifts if who.window == window]:
                    begins, ends = max(since, who.since), min(shift["at"], who.until)
                    if begins < ends:
                        groups = {"operator": who.group, "window": str(window), "day": DAY, "weekday": WEEKDAY}
                        yield Time(begins, ends, groups.get(by, ""), window)
            since = shift["at"] if shift["act"] in ("open", "back") else None
