"""What a measurement says: a figure, and how it stands against what is allowed."""

from dataclasses import asdict, dataclass


@dataclass(frozen=True)
class Figure:
    """`measured` and `most` in `unit`; without `most` it only explains another figure. `note` says how it was done."""

    name: str
    measured: float
    unit: str
    most: float | None = None
    note: str = ""

    @property
    def holds(self) -> bool | None:
        """Whether it is within what is allowed; None where nothing is set."""
        return None if self.most is None else self.measured <= self.most

    @property
    def verdict(self) -> str:
        return {None: "", True: "ok", False: "TOO MUCH"}[self.holds]

    def row(self) -> str:
        """One line of the table."""
        most = "" if self.most is None else f"{self.most:g}"
        return f"{self.name:<58} {shown(self.measured):>9} {self.unit:<7} {most:>7}  {self.verdict:<9} {self.note}"

    def document(self) -> dict[str, object]:
        """The figure for `--json`."""
        return {**asdict(self), "holds": self.holds}


HEADING = f"{'figure':<58} {'measured':>9} {'unit':<7} {'at most':>7}  {'verdict':<9} how"


def shown(measured: float) -> str:
    """Three digits that mean something."""
    return f"{measured:.0f}" if measured >= 100 else f"{measured:.3g}"
