"""The figures again, slowly: by plain loops over all events, without a line of what is tested.

For each service day: what stands of each ticket's events; its spans; then every moment at which anything changed, and
between two of them who waited and which windows worked.
"""

import math
from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from typing import Any

from data.records import Event
from tests.data.reports.slow_hall import by_the_clock, place_rule
from tests.data.reports.slow_tickets import (
    day_span,
    group_of_act,
    group_of_queue,
    group_of_ticket,
    of_act,
    of_ticket,
    serving,
    standing,
    waiting,
)
from tests.data.reports.slow_world import Observed, World, service_day

Figures = dict[str, Any]


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
