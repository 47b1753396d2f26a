"""The slow figures of the hall: whose turn it was, who waited when, and which windows worked."""

from collections.abc import Iterator
from datetime import date
from itertools import pairwise
from typing import Any, NamedTuple

from data.records import Event
from tests.data.reports.slow_world import QUARTER, WORK, Observed, World, wall


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
        if event.act == "init":
            serves.clear()
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
    if event.act == "postpone":
        later = (event.place or 0) - now["place"]
        return now | {"place": event.place, "arrival": now["arrival"] + later}
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
    return one["service"] not in serves.get(kept_for, [one["service"]])


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
