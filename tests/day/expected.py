"""What a report must say, counted from the books of the script in the plainest way."""

from collections import defaultdict
from collections.abc import Callable, Iterator
from math import ceil
from typing import Any, NamedTuple

from tests.day.books import SECOND, Books, Deed, Guest
from tests.day.centre import SERVICES, TARGETS
from tests.day.script import TODAY, at_clock

CALLS, CALLED = ("call", "chosen", "resume"), ("call", "chosen", "resume", "recall")
WAITS = ("take", "check-in", "requeue", "revive", "transfer")
DAY, WEEKDAY = TODAY.isoformat(), "wed"
Figures = dict[str, float | None]


class Time(NamedTuple):
    """From when until when somebody waited, or was served, or a window worked; and for which group."""

    since: int
    until: int
    group: str
    window: int = 0


class Counted:
    """Adds up what is of one group."""

    def __init__(self) -> None:
        self.n: defaultdict[str, int] = defaultdict(int)
        self.spans: defaultdict[str, list[int]] = defaultdict(list)


def hour(at: int) -> str:
    """The hour on the clocks."""
    return f"{(at - at_clock(0)) // (3600 * SECOND):02}:00"


def group_of(by: str, guest: Guest, act: Deed | None = None) -> str:
    """The group of a ticket, or of an act with it."""
    first = guest.deeds[0]
    if by in ("service", "agency", "window", "operator"):
        of = act if act else first if by in ("service", "agency") else ended_the_wait(guest)
        service = (of or first)["service"]
        place = {"window": str(of["window"]), "operator": of["name"]} if of and "name" in of else {}
        return {"service": service, "agency": SERVICES[service][0], **place}.get(by, "")
    return {
        "hour": hour(first["at"]),
        "weekday": WEEKDAY,
        "day": DAY,
        "class": first["before"]["class_"],
        "language": guest.language,
    }[by]


def ended_the_wait(guest: Guest) -> Deed | None:
    """The last call before it was first served, of which the ticket is; a walk-in was never called for it."""
    found = None
    for deed in guest.deeds:
        if deed["act"] in CALLED:
            found = deed
        if deed["act"] in ("start", "walk-in"):
            return found or deed
    return found


def count(books: Books, by: str) -> dict[str, Figures]:
    """The figures of each group; those of all together under "total"."""
    groups: defaultdict[str, Counted] = defaultdict(Counted)
    for guest in books.guests:
        _ticket(guest, groups["total"], groups[group_of(by, guest)])
        for deed in guest.deeds:
            _act(guest, deed, groups["total"], groups[group_of(by, guest, deed)])
        for act, span, deed in served(guest):
            for counted in groups["total"], groups[group_of(by, guest, deed)]:
                counted.spans[act].append(span)
    return {name: figures(counted) for name, counted in groups.items()}


def _ticket(guest: Guest, *groups: Counted) -> None:
    first, last, call = guest.deeds[0], guest.deeds[-1], ended_the_wait(guest)
    called_ever = any(deed["act"] in CALLED or deed["act"] == "walk-in" for deed in guest.deeds)
    for counted in groups:
        counted.n["arrived"] += 1
        counted.n["no_show"] += last["act"] == "no-show"
        counted.n["expired"] += last["act"] == "expire"
        counted.n["abandoned"] += last["act"] in ("expire", "cancel") or (last["act"] == "remove" and not called_ever)
        if call and call["act"] != "walk-in":
            came = max(first["at"], guest.slot or 0)
            wait = max(0, call["at"] - came)
            counted.spans["wait"].append(wait)
            counted.n["within_target"] += wait <= TARGETS[call["service"]] * SECOND
        if guest.state == "served":
            counted.n["served"] += 1
            counted.spans["in_system"].append(last["at"] - first["at"])


def _act(guest: Guest, deed: Deed, *groups: Counted) -> None:
    for counted in groups:
        counted.n["calls"] += deed["act"] in CALLS
        counted.n["recalls"] += deed["act"] == "recall"
        counted.n["transfers"] += deed["act"] == "transfer"
        counted.n["out_of_turn"] += deed["act"] == "chosen"
        counted.n["overtakings"] += deed.get("overtook", 0)


def served(guest: Guest) -> Iterator[tuple[str, int, Deed]]:
    """Each walk to the window and each service that was finished, in microseconds."""
    called = since = None
    so_far = 0
    for deed in guest.deeds:
        act, at = deed["act"], deed["at"]
        if act in CALLED:
            called = at
        if act == "start" and called is not None:
            yield "walk", at - called, deed
        if act in ("start", "walk-in"):
            since = at
        if act in ("hold", "finish", "transfer") and since is not None:
            so_far, since = so_far + at - since, None
        if act == "finish":
            yield "service", so_far, deed
        if act in ("finish", "transfer"):
            so_far = 0


def figures(counted: Counted) -> Figures:
    """The figures of a group by their names, in seconds."""
    n = counted.n
    found: Figures = dict(n)
    for name in "wait", "walk", "service", "in_system":
        found |= _spans(name, sorted(counted.spans[name]))
    found["within_target_n"] = len(counted.spans["wait"])
    found["breaches"] = 0
    for part in "no_show", "abandoned", "expired":
        found[f"{part}_share"] = n[part] / n["arrived"] if n["arrived"] else None
    found["within_target_share"] = n["within_target"] / len(counted.spans["wait"]) if counted.spans["wait"] else None
    found["recalls_per_call"] = n["recalls"] / n["calls"] if n["calls"] else None
    return found


def _spans(name: str, spans: list[int]) -> Figures:
    n = len(spans)
    found: dict[str, Any] = {f"{name}_n": n, f"{name}_mean_s": sum(spans) / n / SECOND if n else None}
    for percent in 50, 90, 95:
        found[f"{name}_p{percent}_s"] = spans[ceil(n * percent / 100) - 1] / SECOND if n else None
    found[f"{name}_max_s"] = spans[-1] / SECOND if n else None
    return found


def times(guest: Guest, begins: Callable[[Deed], bool], ends: Callable[[Deed], bool]) -> Iterator[tuple[Deed, int]]:
    """Each time between two deeds with a ticket: the one with which it began, and when it ended."""
    begun: Deed | None = None
    for deed in guest.deeds:
        if begun and ends(deed):
            yield begun, deed["at"]
            begun = None
        if begins(deed):
            begun = deed
