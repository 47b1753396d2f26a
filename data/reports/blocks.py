"""Which figures stand side by side, for people, and how is each written?"""

from typing import NamedTuple

from data.reports.figures import Figure, Figures
from data.texts import Words, mark

NOTHING = "–"


class Column(NamedTuple):
    """A figure by its name, under a heading; `of` is a second one that stands behind it in brackets."""

    heading: str
    figure: str
    of: str = ""


class Block(NamedTuple):
    """Figures side by side, under a title."""

    title: str
    columns: tuple[Column, ...]


def _spread(name: str) -> tuple[Column, ...]:
    quantiles = (Column(f"P{percent}", f"{name}_p{percent}_s") for percent in (50, 90, 95))
    return Column(mark("n"), f"{name}_n"), Column(mark("mean"), f"{name}_mean_s"), *quantiles


BLOCKS = (
    Block(
        mark("Visitors"),
        (
            Column(mark("arrived"), "arrived"),
            Column(mark("served"), "served"),
            Column(mark("no-show"), "no_show", "no_show_share"),
            Column(mark("abandoned"), "abandoned", "abandoned_share"),
            Column(mark("expired"), "expired", "expired_share"),
        ),
    ),
    Block(
        mark("Waiting time"),
        (
            *_spread("wait"),
            Column(mark("max"), "wait_max_s"),
            Column(mark("in target"), "within_target", "within_target_share"),
        ),
    ),
    *(
        Block(title, (*_spread(name), Column(mark("max"), f"{name}_max_s")))
        for title, name in ((mark("Walk"), "walk"), (mark("Service time"), "service"), (mark("In system"), "in_system"))
    ),
    Block(
        mark("Queue and windows"),
        (
            Column(mark("looked at"), "queue_observed_s"),
            Column(mark("mean"), "queue_mean"),
            Column(mark("max"), "queue_max"),
            Column(mark("open"), "working_s"),
            Column(mark("serving"), "serving_s"),
            Column(mark("occupancy"), "occupancy"),
        ),
    ),
    Block(
        mark("Calls"),
        (
            Column(mark("calls"), "calls"),
            Column(mark("recalls"), "recalls", "recalls_per_call"),
            Column(mark("transfers"), "transfers"),
            Column(mark("out of turn"), "out_of_turn"),
            Column(mark("overtakings"), "overtakings"),
            Column(mark("breaches"), "breaches"),
        ),
    ),
)
SHARES = frozenset({"occupancy"})


def written(figures: Figures, column: Column, say: Words) -> str:
    """A figure as people read it; a dash where there is none."""
    value = figures[column.figure]
    text = one(column.figure, value, say)
    if value is None or not column.of or figures[column.of] is None:
        return text
    return f"{text} ({one(column.of, figures[column.of], say)})"


def one(figure: str, value: Figure, say: Words) -> str:
    """A figure without what stands behind it: times as minutes and seconds, shares in percent."""
    if value is None:
        return NOTHING
    if figure.endswith("_s"):
        return duration(value)
    if figure.endswith("_share") or figure in SHARES:
        return say(mark("{n} %"), n=round(100 * value))
    return f"{value:.2f}" if isinstance(value, float) else str(value)


def duration(seconds: float) -> str:
    """`12:05`, and from an hour on `1:02:05`; rounded to the second."""
    minutes, rest = divmod(round(seconds), 60)
    hours, left = divmod(minutes, 60)
    return f"{hours}:{left:02}:{rest:02}" if hours else f"{minutes}:{rest:02}"
