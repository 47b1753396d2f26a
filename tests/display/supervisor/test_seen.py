"""What the supervisor's screen reads: while few have come, the figures of the day are never behind the queues."""

from data import visitor
from data.store import Store
from display.supervisor.seen import Reader
from tests.clocks import MovableClock


def test_who_waits_has_come(store: Store, clock: MovableClock) -> None:
    read = Reader("en")
    before = read(store).overview
    for number in range(1, 6):
        visitor.take(store, service="passport")
        clock.advance(1)
        seen = read(store).overview
        assert (seen.today.arrived, sum(line.waiting for line in seen.lines)) == (
            before.today.arrived + number,
            sum(line.waiting for line in before.lines) + number,
        )


def test_where_many_come_the_day_is_kept_for_half_a_minute(store: Store, clock: MovableClock) -> None:
    read = Reader("en")
    for _ in range(100):
        visitor.take(store, service="passport")
    first = read(store).overview.today
    assert read(store).overview.today is first
    clock.advance(30)
    assert read(store).overview.today is not first
