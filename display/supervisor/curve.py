"""The day so far as a curve. Imported only after the first paint: plotext is not needed before."""

import math
from collections.abc import Sequence
from datetime import timedelta

from textual.color import Color
from textual_plotext import PlotextPlot

from data.overview.views import Slot
from display.supervisor.seen import Seen
from display.supervisor.wording import SIGNS

MINUTE = timedelta(minutes=1)
MOST_HEIGHTS = 5
LABEL = 10
"""Columns from one time on the axis to the next, at least."""
NARROWEST = 6
"""Quarters of an hour that there is room for from the start: one alone is no bar across the whole."""


class Curve(PlotextPlot):
    """Who came as bars, waits and windows as lines with signs of their own: no colour is needed to tell them."""

    _seen: Seen | None = None

    def show(self, seen: Seen) -> None:
        """Draw the quarters of the day so far."""
        self._seen = seen
        self._draw()

    def on_resize(self) -> None:
        self._draw()

    def _draw(self) -> None:
        self.plt.clear_data()
        if self._seen and (slots := self._seen.overview.today.curve):
            self._plot_lines(slots)
            self._plot_times(slots, self._seen)
        self.refresh()

    def _plot_lines(self, slots: Sequence[Slot]) -> None:
        came, wait, windows = SIGNS
        places = _places(slots)
        called = [(at, slot.p90 / MINUTE) for at, slot in zip(places, slots, strict=True) if slot.p90 is not None]
        self.plt.bar(
            places,
            [slot.arrived for slot in slots],
            marker=came,
            color=self._colour("border-blurred"),
            width=0.6,
            reset_ticks=False,
        )
        self.plt.plot([at for at, _ in called], [m for _, m in called], marker=wait, color=self._colour("accent"))
        self.plt.plot(places, [slot.windows for slot in slots], marker=windows, color=self._colour("success"))
        self._plot_heights(max(*(max(slot.arrived, slot.windows) for slot in slots), *dict(called).values(), 0))

    def _plot_heights(self, highest: float) -> None:
        """Whole numbers, as far apart as 1, 2 or 5, 10 …"""
        steps = (base * 10**power for power in range(6) for base in (1, 2, 5))
        step = next(step for step in steps if step * MOST_HEIGHTS >= highest)
        top = step * max(1, math.ceil(highest / step))
        self.plt.yticks([float(height) for height in range(0, top + 1, step)])
        self.plt.ylim(0, top)

    def _plot_times(self, slots: Sequence[Slot], seen: Seen) -> None:
        room = max(len(slots), NARROWEST)
        self.plt.xlim(-0.5, room - 0.5)
        step = max(1, -(-room * LABEL // max(1, self.size.width)))
        self.plt.xticks(_places(slots)[::step], [seen.clock(slot.start) for slot in slots[::step]])

    def _colour(self, name: str) -> tuple[int, int, int]:
        return Color.parse(self.app.theme_variables[name]).rgb


def _places(slots: Sequence[Slot]) -> list[float]:
    return [float(at) for at in range(len(slots))]
