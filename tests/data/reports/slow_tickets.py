"""The slow figures of tickets: what stands of their events, and what that says of each."""

from collections.abc import Iterator
from datetime import date
from itertools import pairwise
from typing import Any

from data.records import Event
from tests.data.reports.slow_world import WORK, Observed, World, service_day, wall


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
    if day == service_day(world, world.now) and goes_on(events, courses):
        moments.append(world.now)
    return min(moments), max(moments)


def goes_on(events: list[Event], courses: list[list[Event]]) -> bool:
    """Whether a window is open at the end, or a ticket waits, is on hold or in hand."""
    windows = {event.window: event.act for event in events if event.act in ("open", "close")}
    ends = ("no-show", "cancel", "remove", "expire")
    done = [last.act in ends or (last.act == "finish" and not last.steps) for *_, last in courses]
    return "open" in windows.values() or not all(done)


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
    still = last.act in ("take", "check-in", "requeue", "revive", "transfer", "hold", "front", "postpone")
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
