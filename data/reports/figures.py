"""The figures of a group, from what was added up. None is "no such figure": never 0 where there was nothing."""

from collections.abc import Iterable, Mapping, Sequence
from itertools import chain

from data.clock import SECOND
from data.reports.grouping import CLOCK, PLACES, By
from data.reports.sums import Sums

Figure = int | float | None
Figures = Mapping[str, Figure]
QUANTILES = (50, 90, 95)


def figures(parts: Sequence[Sums], by: By | None) -> dict[str, Figure]:
    """The figures of what was added up in parts, by their names in JSON and CSV; of all together where `by` is None.

    Times are in seconds, to the millisecond. The figures of queues and windows are there for the groups that have any.
    """
    sums = Sums.counted(parts)
    found: dict[str, Figure] = {"arrived": sums.arrived, "served": sums.served if sums.arrived else None}
    for name, count in (("no_show", sums.no_shows), ("abandoned", sums.abandoned), ("expired", sums.expired)):
        found |= {name: count if sums.arrived else None, f"{name}_share": share(count, sums.arrived)}
    for name, spans in (("wait", "waits"), ("walk", "walks"), ("service", "services"), ("in_system", "stays")):
        found |= _spans(name, [getattr(part, spans) for part in parts])
    called = found["wait_n"] or 0
    found |= {"within_target_n": called, "within_target": sums.within if called else None}
    found["within_target_share"] = share(sums.within, called)
    found |= _queue(sums, by not in PLACES)
    found |= _work(sums, by is None or by in CLOCK | PLACES)
    return found | _calls(sums)


def _spans(name: str, spans: Iterable[Iterable[int]]) -> dict[str, Figure]:
    ordered = sorted(chain.from_iterable(spans))
    n = len(ordered)
    found: dict[str, Figure] = {f"{name}_n": n, f"{name}_mean_s": seconds(sum(ordered) / n) if n else None}
    for percent in QUANTILES:
        found[f"{name}_p{percent}_s"] = seconds(quantile(ordered, percent)) if n else None
    found[f"{name}_max_s"] = seconds(ordered[-1]) if n else None
    return found


def _queue(sums: Sums, waited_for: bool) -> dict[str, Figure]:
    observed = sums.observed if waited_for else 0
    return {
        "queue_observed_s": seconds(observed) if waited_for else None,
        "queue_mean": round(sums.waited / observed, 3) if observed else None,
        "queue_max": sums.longest if observed else None,
    }


def _work(sums: Sums, has_windows: bool) -> dict[str, Figure]:
    return {
        "working_s": seconds(sums.working) if has_windows else None,
        "serving_s": seconds(sums.serving) if has_windows or sums.serving else None,
        "occupancy": share(sums.serving, sums.working) if has_windows else None,
    }


def _calls(sums: Sums) -> dict[str, Figure]:
    counts = {
        "recalls": sums.recalls,
        "transfers": sums.transfers,
        "out_of_turn": sums.out_of_turn,
        "overtakings": sums.overtakings,
        "breaches": sums.breaches,
    }
    found: dict[str, Figure] = {"calls": sums.calls}
    found |= {name: count if sums.calls or count else None for name, count in counts.items()}
    return found | {"recalls_per_call": round(sums.recalls / sums.calls, 4) if sums.calls else None}


def quantile(ordered: Sequence[int], percent: int) -> int:
    """The nearest rank: the smallest of the values in order that `percent` of all do not exceed."""
    return ordered[-(-len(ordered) * percent // 100) - 1]


def share(part: int, whole: float) -> float | None:
    """Of one, to four digits; None of nothing."""
    return round(part / whole, 4) if whole else None


def seconds(micros: float) -> float:
    """Seconds, to the millisecond."""
    return round(micros / SECOND, 3)


NAMES = tuple(figures((), None))
"""The names of all figures, in their order."""
