"""Charts as SVG: bars for each group, of one figure or of two side by side. They need nothing but the page's style."""

from collections.abc import Callable, Sequence
from html import escape
from math import ceil, floor, log10
from typing import NamedTuple

WIDTH, HEIGHT = 720, 220
LEFT, TOP, RIGHT, BOTTOM = 56, 28, 712, 184
MOST_LABELS, LETTERS, LETTER = 16, 100, 6.5
LONGEST_LABEL = 14
LINES = 4
"""How many labels stand below the bars, with how many letters in all and each, so wide; how many lines cross it."""


class Series(NamedTuple):
    """The bars of one figure: their `name`, and a value for each group, None where there is none."""

    name: str
    values: Sequence[float | None]


class Chart(NamedTuple):
    """What a chart shows: `told` says it to those who do not see it, `shown` writes a value; whole `unit`s."""

    key: str
    title: str
    told: str
    labels: Sequence[str]
    series: Sequence[Series]
    shown: Callable[[float], str]
    unit: float = 1


def svg(chart: Chart) -> str:
    """The chart, scalable."""
    most = max((value for one in chart.series for value in one.values if value is not None), default=0)
    highest = top(most, chart.unit)
    named = f'role="img" aria-labelledby="{chart.key}-title {chart.key}-told"'
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" {named}>',
        f'<title id="{chart.key}-title">{escape(chart.title)}</title>',
        f'<desc id="{chart.key}-told">{escape(chart.told)}</desc>',
        *_lines(chart, highest),
        *(bar for place, one in enumerate(chart.series) for bar in _bars(chart, place, one, highest)),
        *_labels(chart),
        *(_legend(chart) if len(chart.series) > 1 else ()),
        "</svg>",
    ]
    return "\n".join(parts)


def top(most: float, unit: float) -> float:
    """The least round number of units that is not below `most`, and that the lines cut into whole ones."""
    each = max(most / unit / LINES, 1)
    power = 10 ** floor(log10(each))
    steps = (step * power for step in (1, 2, 2.5, 5, 10) if step * power % 1 == 0)
    return next(step for step in steps if step >= each - 1e-9) * LINES * unit


def _lines(chart: Chart, highest: float) -> list[str]:
    found = []
    for line in range(LINES + 1):
        y = BOTTOM - (BOTTOM - TOP) * line / LINES
        found.append(f'<line class="grid" x1="{LEFT}" x2="{RIGHT}" y1="{y:.1f}" y2="{y:.1f}"/>')
        text = escape(chart.shown(highest * line / LINES))
        found.append(f'<text x="{LEFT - 6}" y="{y + 4:.1f}" text-anchor="end">{text}</text>')
    return found


def _bars(chart: Chart, place: int, series: Series, highest: float) -> list[str]:
    room = (RIGHT - LEFT) / max(1, len(chart.labels))
    width = room * 0.8 / len(chart.series)
    found = []
    for index, value in enumerate(series.values):
        if value is None:
            continue
        height = (BOTTOM - TOP) * value / highest
        x = LEFT + room * (index + 0.1) + width * place
        told = escape(f"{chart.labels[index]}: {series.name} {chart.shown(value)}")
        box = f'x="{x:.2f}" y="{BOTTOM - height:.2f}" width="{width:.2f}" height="{height:.2f}"'
        found.append(f'<rect class="bar{place}" {box}><title>{told}</title></rect>')
    return found


def _labels(chart: Chart) -> list[str]:
    """As many as there is room for."""
    count = len(chart.labels)
    longest = min(LONGEST_LABEL, max(map(len, chart.labels), default=1))
    every = max(1, ceil(count / max(1, min(MOST_LABELS, LETTERS // (longest + 1)))))
    room = (RIGHT - LEFT) / max(1, count)
    most = max(3, floor(room * every / LETTER))
    found = []
    for index in range(0, count, every):
        label = chart.labels[index]
        text = label if len(label) <= most else f"{label[: most - 1]}…"
        x = LEFT + room * (index + 0.5)
        found.append(f'<text x="{x:.1f}" y="{BOTTOM + 16}" text-anchor="middle">{escape(text)}</text>')
    return found


def _legend(chart: Chart) -> list[str]:
    found, x = [], float(LEFT)
    for place, series in enumerate(chart.series):
        found.append(f'<rect class="bar{place}" x="{x:.1f}" y="6" width="10" height="10"/>')
        found.append(f'<text x="{x + 14:.1f}" y="15">{escape(series.name)}</text>')
        x += 14 + LETTER * len(series.name) + 24
    return found
