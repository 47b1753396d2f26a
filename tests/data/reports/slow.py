"""The figures again, slowly: by plain loops over all events, without a line of what is tested.

For each service day: what stands of each ticket's events; its spans; then every moment at which anything changed, and
between two of them who waited and which windows worked.
"""

import math
from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime, timedelta
from itertools import pairwise
from typing import Any, NamedTuple
from zoneinfo import ZoneInfo

from data.records import Event

EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
QUARTER = 900_000_000
WORK = ("open", "close", "sign-on", "sign-off", "break", "back")
Figures = dict[str, Any]


class World(NamedTuple):
    """What the log does not say: of the centre, of the languages of tickets, and the time of the report."""

    zone: ZoneInfo
    day_starts: int
    targets: dict[str, int]
    agencies: dict[str, str]
    pause: int
    languages: dict[int, str]
    now: int


class Observed(NamedTuple):
    """Something to count: the group it belongs to, what it is, and how much."""

    group: Any
    what: str
    value: int = 1


def wall(world: World, at: int) -> datetime:
    return (EPOCH + timedelta(microseconds=at)).astimezone(world.zone)


def service_day(world: World, at: int) -> str:
    return (wall(world, at).replace(tzinfo=None) - timedelta(minutes=world.day_starts)).date().isoformat()


def figures(
    events: list[Event], world: World, by: str, first: date, last: date
) -> tuple[dict[Any, Figures], Figures, Figures]:
    """The figures of each group, of all together, and of a group in which there is nothing."""
    observed: list[Observed] = []
    for number in range((last - first).days + 1):
        day = (first + timedelta(days=number)).isoformat()
        observed += of_day(events, world, by, day)
    groups = {one.group for one in observed if one.group != "everything"}
    everything = [one for one in observed if one.group == "everything"]
    shared = by in ("service", "agency", "class", "language")
    looked_at = [one.value for one in everything if one.what == "observed"]
    looked = [Observed("", "observed", value) for value in looked_at if shared]
    each = {group: said([one for one in observed if one.group == group] + looked, by) for group in groups}
    clock = ("waited", "observed", "longest", "serving", "working")
    tickets = [one for one in observed if one.what not in clock and one.group != "everything"]
    return each, said(tickets + everything, ""), said(looked, by)


def of_day(events: list[Event], world: World, by: str, day: str) -> Iterator[Observed]:
    courses = list(standing(events, day))
    span = day_span(events, world, courses, day)
    if span is None:
        return
    better, overtaken = place_rule(events, world, day)
    waits: list[tuple[Any, int, int]] = []
    serves: list[tuple[Any, int, int, int]] = []
    for course in courses:
        own = group_of_ticket(course, world, by, day)
        yield from of_ticket(course, world, own, day < service_day(world, world.now))
        for event in course:
            group = group_of_act(event, course, world, by, own)
            yield from of_act(event, course, group, better, overtaken)
        waits += [(group_of_queue(event, course, world, by, own), *times) for event, times in waiting(course, span[1])]
        serves += [(group_of_act(start, course, world, by, own), start.window or 0, *times)
                   for start, times in serving(course, span[1])]  # fmt: skip
    yield from by_the_clock(events, world, by, day, span, waits, serves)


def standing(events: list[Event], day: str) -> Iterator[list[Event]]:
    """For each ticket of a day its events from its arrival on, but those that were undone."""
    ids = [e.ticket_id for e in events if e.service_day == day and e.act in ("take", "check-in", "walk-in")]
    for ticket_id in ids:
        course: list[Event] = []
        for event in events:
            if event.ticket_id == ticket_id:
                if event.act == "undo":
                    course.pop()
                else:
                    course.append(event)
        yield course


def arrival_of(course: list[Event]) -> Event:
    return next(event for event in course if event.act in ("take", "check-in", "walk-in"))


def day_span(events: list[Event], world: World, courses: list[list[Event]], day: str) -> tuple[int, int] | None:
    moments = []
    for course in courses:
        acts = [event for event in course if event.act not in ("book", "expire")]
        moments += [acts[0].at, acts[-1].at]
    for event in events:
        if event.act in WORK and service_day(world, event.at) == day:
            moments.append(event.at)
    if not moments:
        return None
    if day == service_day(world, world.now):
        moments.append(world.now)
    return min(moments), max(moments)


def group_of_ticket(course: list[Event], world: World, by: str, day: str) -> Any:
    arrived, call = arrival_of(course), ending_call(course)
    walked_in = arrived if arrived.act == "walk-in" else None
    caller = call or walked_in
    return {
        "hour": wall(world, arrived.at).hour,
        "weekday": date.fromisoformat(day).isoweekday(),
        "day": day,
        "service": arrived.service,
        "agency": world.agencies[arrived.service or ""],
        "window": caller.window if caller else None,
        "operator": caller.person if caller else None,
        "class": arrived.class_,
        "language": world.languages[arrived.ticket_id or 0],
    }[by]


def group_of_act(event: Event, course: list[Event], world: World, by: str, own: Any) -> Any:
    service = service_before(event, course) if event.act == "transfer" else event.service
    groups = {"service": service, "agency": world.agencies.get(service or ""), "window": event.window}
    groups["operator"] = event.person
    return groups.get(by, own)


def service_before(event: Event, course: list[Event]) -> str | None:
    """What a ticket was for when this happened: the service of its newest call, or with which it walked in."""
    before = [e for e in course if e.revision < event.revision and e.act in ("call", "recall", "resume", "walk-in")]
    return before[-1].service


def group_of_queue(event: Event, course: list[Event], world: World, by: str, own: Any) -> Any:
    service = event.steps.split(",")[0] if event.act == "finish" and event.steps else event.service
    return {"service": service, "agency": world.agencies.get(service or "")}.get(by, own)


def ending_call(course: list[Event]) -> Event | None:
    found = None
    for event in course:
        if event.act in ("start", "walk-in"):
            return found
        if event.act in ("call", "recall", "resume"):
            found = event
    return found


def of_ticket(course: list[Event], world: World, own: Any, over: bool) -> Iterator[Observed]:
    arrived, call, last = arrival_of(course), ending_call(course), course[-1]
    yield Observed(own, "arrived")
    if call:
        begins = arrived.at if arrived.arrival is None else arrived.arrival
        if arrived.act == "check-in":
            begins = max(arrived.at, next(e.slot for e in course if e.act == "book") or 0)
        wait = max(0, call.at - begins)
        yield Observed(own, "wait", wait)
        if wait <= world.targets[call.service or ""]:
            yield Observed(own, "within")
    called = any(event.act in ("call", "walk-in") for event in course)
    still = last.act in ("take", "check-in", "requeue", "revive", "transfer", "hold", "front")
    still = still or (last.act == "finish" and last.steps is not None)
    if last.act == "finish" and not last.steps:
        yield Observed(own, "served")
        yield Observed(own, "stay", max(0, last.at - arrived.at))
    elif last.act == "no-show":
        yield Observed(own, "no_show")
    elif last.act == "expire" or (over and still):
        yield Observed(own, "expired")
        yield Observed(own, "abandoned")
    elif last.act == "cancel" or (last.act == "remove" and not called):
        yield Observed(own, "abandoned")


def of_act(
    event: Event, course: list[Event], group: Any, better: dict[int, int], overtaken: dict[int, int]
) -> Iterator[Observed]:
    before = [e for e in course if e.revision < event.revision]
    if event.act in ("call", "resume"):
        yield Observed(group, "calls")
    if event.act == "call":
        yield Observed(group, "out_of_turn", int(event.out_of_turn or 0))
        yield Observed(group, "breaches", better.get(event.revision, 0))
        yield Observed(group, "overtakings", overtaken.get(event.revision, 0))
    if event.act == "recall":
        yield Observed(group, "recalls")
    if event.act == "transfer":
        yield Observed(group, "transfers")
    if event.act == "start":
        called = [e for e in before if e.act in ("call", "recall", "resume")][-1]
        yield Observed(group, "walk", max(0, event.at - called.at))
    if event.act == "finish":
        ends = [e.revision for e in before if e.act in ("finish", "transfer")]
        step = [e for e in before if not ends or e.revision > ends[-1]] + [event]
        spent = 0
        for one, following in pairwise(step):
            if one.act in ("start", "walk-in"):
                spent += max(0, following.at - one.at)
        yield Observed(group, "service", spent)


def waiting(course: list[Event], end: int) -> Iterator[tuple[Event, tuple[int, int]]]:
    """From when until when it waited, each with the event that began it."""
    since: Event | None = None
    for event in course:
        if event.act in ("take", "check-in", "requeue", "revive", "transfer") or (
            event.act == "finish" and event.steps
        ):
            since = event
        elif since and event.act in ("call", "cancel", "remove", "expire"):
            yield since, (since.at, min(event.at, end))
            since = None
    if since:
        yield since, (since.at, end)


def serving(course: list[Event], end: int) -> Iterator[tuple[Event, tuple[int, int]]]:
    start: Event | None = None
    for event in course:
        if event.act in ("start", "walk-in"):
            start = event
        elif start and event.act in ("finish", "hold", "transfer"):
            yield start, (start.at, event.at)
            start = None
    if start:
        yield start, (start.at, end)


def place_rule(events: list[Event], world: World, day: str) -> tuple[dict[int, int], dict[int, int]]:
    """For each call in turn: how many had a better place, and how many had come earlier."""
    before: dict[int, list[dict[str, Any]]] = {}
    opened: dict[int, bool] = {}
    serves: dict[int, list[str]] = {}
    better, overtaken = {}, {}
    for event in events:
        if event.act in ("open", "close"):
            opened[event.window or 0] = event.act == "open"
        if event.act in ("open", "assign"):
            serves[event.window or 0] = (event.services or "").split(",")
        if event.ticket_id is None or event.service_day != day:
            continue
        states = before.setdefault(event.ticket_id, [{"waits": False}])
        now = states[-1]
        if event.act == "call" and not event.out_of_turn:
            others = [held[-1] for held in before.values() if held[-1]["waits"] and held[-1]["id"] != event.ticket_id]
            free = [one for one in others if can_be_called(one, event, world, opened, serves)]
            services = (event.services or "").split(",")
            better[event.revision] = sum(
                one["service"] in services and (one["place"], one["id"]) < (now["place"], now["id"]) for one in free
            )
            overtaken[event.revision] = sum(
                one["service"] == now["service"] and (one["arrival"], one["id"]) < (now["arrival"], now["id"])
                for one in free
            )
        if event.act == "undo":
            states.pop()
        else:
            states.append(next_state(now, event))
    return better, overtaken


def next_state(now: dict[str, Any], event: Event) -> dict[str, Any]:
    arrives = {"waits": True, "id": event.ticket_id, "service": event.service, "place": event.place}
    arrives |= {"arrival": event.at if event.arrival is None else event.arrival, "put_back": None, "kept_for": None}
    changes: dict[str, dict[str, Any]] = {
        "take": arrives,
        "check-in": arrives,
        "walk-in": arrives | {"waits": False},
        "requeue": {"waits": True, "put_back": event.at},
        "revive": {"waits": True},
        "transfer": {"waits": True, "service": event.service, "kept_for": event.for_window},
        "front": {"place": event.place, "put_back": None},
        "start": {},
        "recall": {},
        "finish": {"waits": True, "service": event.steps.split(",")[0]} if event.steps else {},
    }
    return now | changes.get(event.act, {"waits": False, "put_back": None, "kept_for": None})


def can_be_called(
    one: dict[str, Any], call: Event, world: World, opened: dict[int, bool], serves: dict[int, list[str]]
) -> bool:
    if one["put_back"] is not None and call.at - world.pause < one["put_back"] <= call.at:
        return False
    kept_for = one["kept_for"]
    if kept_for is None or kept_for == call.window or not opened.get(kept_for):
        return True
    return one["service"] not in serves[kept_for]


class Stood(NamedTuple):
    """How a window stood."""

    since: int
    until: int
    window: int
    person: int | None
    works: bool


def windows(events: list[Event], until: int) -> list[Stood]:
    found = []
    for window in {event.window for event in events if event.window}:
        is_open, person, on_break, since = False, None, False, 0
        for event in events:
            if event.window != window or event.act not in WORK:
                continue
            found.append(Stood(since, event.at, window, person, is_open and not on_break))
            since = event.at
            is_open = {"open": True, "close": False}.get(event.act, is_open)
            on_break = {"break": True, "back": False, "close": False}.get(event.act, on_break)
            person = {"sign-on": event.person, "sign-off": None}.get(event.act, person)
        found.append(Stood(since, until, window, person, is_open and not on_break))
    return found


def by_the_clock(
    events: list[Event],
    world: World,
    by: str,
    day: str,
    span: tuple[int, int],
    waits: list[tuple[Any, int, int]],
    serves: list[tuple[Any, int, int, int]],
) -> Iterator[Observed]:
    """Cut the day at every moment at which anything changes, and look at each piece."""
    stood = [one for one in windows(events, max(span[1], world.now)) if one.since < one.until]
    cuts = {span[0], span[1]} | {at for one in stood for at in (one.since, one.until)}
    cuts |= {at for _, since, until in waits for at in (since, until)}
    cuts |= {at for _, _, since, until in serves for at in (since, until)}
    cuts |= set(range(span[0] // QUARTER * QUARTER, span[1], QUARTER))
    moments = sorted(at for at in cuts if span[0] <= at <= span[1])
    for since, until in pairwise(moments):
        clock = {"hour": wall(world, since).hour, "weekday": date.fromisoformat(day).isoweekday(), "day": day}.get(by)
        length = until - since
        yield Observed("everything", "observed", length)
        waiting_now = [group for group, begins, ends in waits if begins <= since and until <= ends]
        yield Observed("everything", "waited", length * len(waiting_now))
        yield Observed("everything", "longest", len(waiting_now))
        if clock is not None:
            yield Observed(clock, "observed", length)
            yield Observed(clock, "waited", length * len(waiting_now))
            yield Observed(clock, "longest", len(waiting_now))
        elif by not in ("window", "operator"):
            for group in set(waiting_now):
                yield Observed(group, "waited", length * waiting_now.count(group))
                yield Observed(group, "longest", waiting_now.count(group))
        now = [one for one in stood if one.since <= since and until <= one.until]
        for one in now:
            if one.works:
                yield Observed("everything", "working", length)
                group = {"window": one.window, "operator": one.person}.get(by, clock)
                if group is not None or by == "operator":
                    yield Observed(group, "working", length)
        for group, window, begins, ends in serves:
            if begins <= since and until <= ends:
                yield Observed("everything", "serving", length)
                person = next((one.person for one in now if one.window == window), None)
                served = {"operator": person, "hour": clock}.get(by, group)
                yield Observed(served, "serving", length)


def said(found: Iterable[Observed], by: str) -> Figures:
    """The figures, by the names that the reports give them."""
    found = list(found)

    def total(what: str) -> int:
        return sum(one.value for one in found if one.what == what)

    arrived, calls = total("arrived"), total("calls")
    told: Figures = {"arrived": arrived, "calls": calls}
    for name in ("served", "no_show", "abandoned", "expired"):
        told[name] = total(name) if arrived else None
        told[f"{name}_share"] = round(total(name) / arrived, 4) if arrived else None
    del told["served_share"]
    for name, what in (("wait", "wait"), ("walk", "walk"), ("service", "service"), ("in_system", "stay")):
        told |= spread(name, sorted(one.value for one in found if one.what == what))
    called = told["wait_n"]
    told |= {"within_target_n": called, "within_target": total("within") if called else None}
    told["within_target_share"] = round(total("within") / called, 4) if called else None
    for name in ("recalls", "transfers", "out_of_turn", "overtakings", "breaches"):
        told[name] = total(name) if calls or total(name) else None
    told["recalls_per_call"] = round(total("recalls") / calls, 4) if calls else None
    looked_at = total("observed")
    has_queue, has_windows = by not in ("window", "operator"), by not in ("service", "agency", "class", "language")
    told["queue_observed_s"] = round(looked_at / 1e6, 3) if has_queue else None
    told["queue_mean"] = round(total("waited") / looked_at, 3) if has_queue and looked_at else None
    most = max((one.value for one in found if one.what == "longest"), default=0)
    told["queue_max"] = most if has_queue and looked_at else None
    working, served = total("working"), total("serving")
    told["working_s"] = round(working / 1e6, 3) if has_windows else None
    told["serving_s"] = round(served / 1e6, 3) if has_windows or served else None
    told["occupancy"] = round(served / working, 4) if has_windows and working else None
    return told


def spread(name: str, ordered: list[int]) -> Figures:
    n = len(ordered)
    told: Figures = {f"{name}_n": n, f"{name}_mean_s": round(sum(ordered) / n / 1e6, 3) if n else None}
    for percent in (50, 90, 95):
        rank = math.ceil(n * percent / 100)
        told[f"{name}_p{percent}_s"] = round(ordered[rank - 1] / 1e6, 3) if n else None
    told[f"{name}_max_s"] = round(ordered[-1] / 1e6, 3) if n else None
    return told
