"""What is added up for one group of a report, from which its figures follow. Times in microseconds."""

from array import array
from collections.abc import Iterable
from typing import Self

COUNTS = (
    *("arrived", "served", "within", "no_shows", "abandoned", "expired"),
    *("calls", "recalls", "transfers", "out_of_turn", "overtakings", "breaches"),
    *("serving", "working", "waited", "observed"),
)
SPANS = ("waits", "walks", "services", "stays")


class Sums:
    """Counts, and the spans themselves, since quantiles cannot be added up.

    `serving` of `working` (open without breaks) makes the occupancy, `waited` of `observed` the mean length of the
    queue; `longest` is its greatest length.
    """

    __slots__ = (*COUNTS, *SPANS, "longest")

    def __init__(self) -> None:
        self.arrived = self.served = self.within = self.no_shows = self.abandoned = self.expired = 0
        self.calls = self.recalls = self.transfers = self.out_of_turn = self.overtakings = self.breaches = 0
        self.serving = self.working = self.waited = self.observed = self.longest = 0
        self.waits, self.walks, self.services, self.stays = (array("q") for _ in SPANS)

    def add(self, other: "Sums") -> None:
        """Add those of other tickets and other times."""
        self._count(other)
        for name in SPANS:
            getattr(self, name).extend(getattr(other, name))

    def put_in_order(self) -> None:
        """Sort the spans: what is sorted in parts is sorted together in a fifth of the time."""
        for name in SPANS:
            setattr(self, name, array("q", sorted(getattr(self, name))))

    def take_spans(self) -> "list[array[int]]":
        """Its spans, which it has no more."""
        taken = [getattr(self, name) for name in SPANS]
        self.waits, self.walks, self.services, self.stays = (array("q") for _ in SPANS)
        return taken

    @classmethod
    def counted(cls, many: Iterable["Sums"]) -> Self:
        """Their counts together; their spans stay where they are."""
        together = cls()
        for one in many:
            together._count(one)
        return together

    def _count(self, other: "Sums") -> None:
        for name in COUNTS:
            setattr(self, name, getattr(self, name) + getattr(other, name))
        self.longest = max(self.longest, other.longest)
