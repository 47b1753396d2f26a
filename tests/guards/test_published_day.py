"""A published day at one centre: nobody is lost, nobody waits for one who did not come, nobody is overtaken far."""

from collections import Counter
from collections.abc import Iterable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from random import Random

from data import bookings, log, setup, visitor, window
from data.lifecycle import State
from data.records import Event
from data.store import Store
from tests.clocks import MovableClock
from tests.guards.published_day import ABSENT, BOOKED, EARLY, SERVICES, TODAY, WINDOWS, Day, centre

EVENING_BEFORE = datetime(2026, 11, 24, 14, tzinfo=UTC)
OPENING = datetime(2026, 11, 25, 5, tzinfo=UTC)
LARGEST_HEAD_START = 20 * 60_000_000
TEN_MINUTES = 600_000_000


def test_a_day_of_the_published_size(tmp_path: Path) -> None:
    clock, random = MovableClock(EVENING_BEFORE), Random(12_458)
    url = str(tmp_path / "day.db")
    setup.init(url, centre(), clock=clock)
    with Store.open(url, clock=clock, random_bytes=random.randbytes, synchronous="OFF") as store:
        day = Day(store, clock, random)
        held = day.book_all()
        too_early = come(day, [(booking.code, booking.slot or OPENING) for booking in held])
        for number in WINDOWS:
            window.open(store, window=number)
        day.run()
        clock.set(OPENING + timedelta(days=1))
        visitor.take(store, service="a")

        found = Counter(booking.state for booking in bookings.coming(store, day=TODAY))
        assert found == {State.SERVED: BOOKED - ABSENT, State.NO_SHOW: ABSENT}
        assert {booking.code for booking in held} == day.absent | (day.served & {booking.code for booking in held})
        assert (len(day.served), day.here) == (BOOKED - ABSENT + BOOKED, {})
        assert day.told_to_come_back == too_early
        assert day.longest > 2 * len(WINDOWS), "nobody ever waited, so nothing was shown"
        assert overtaken(log.events(store)) == []
        assert sum(event.act == "postpone" for event in log.events(store)) > 10
        assert log.verify(store).ok


def come(day: Day, held: list[tuple[str, datetime]]) -> set[str]:
    """Say when everybody comes: 29 % never, some two hours early, the rest around their slots; as many walk in.

    The codes of those who come too early.
    """
    order = day.random.sample(held, len(held))
    day.absent = {code for code, _ in order[:ABSENT]}
    for n, (code, slot) in enumerate(order[ABSENT:]):
        minutes = day.random.gauss(-120, 10) if n < EARLY else day.random.uniform(-30, 25)
        day.at(max(slot + timedelta(minutes=minutes), OPENING), lambda code=code: day.comes_with(code))
    for _ in range(BOOKED):
        moment = OPENING + timedelta(minutes=day.random.uniform(0, 525))
        service, class_ = day.random.choice(SERVICES), day.random.choices(["normal", "priority"], [19, 1])[0]
        day.at(moment, lambda service=service, class_=class_: day.walks_in(service, class_))
    early = order[ABSENT : ABSENT + EARLY]
    return {code for code, slot in early if slot > OPENING + timedelta(minutes=30)}


def overtaken(events: Iterable[Event]) -> list[str]:
    """Who was called while somebody of the same service waited who had arrived the largest head start before.

    Who let others go first counts as having arrived so much later.
    """
    waiting: dict[int, tuple[str, int]] = {}
    far = []
    for event in events:
        if event.act in ("take", "check-in"):
            waiting[event.ticket_id or 0] = event.service or "", event.at if event.arrival is None else event.arrival
        elif event.act == "postpone":
            service, arrival = waiting[event.ticket_id or 0]
            waiting[event.ticket_id or 0] = service, arrival + TEN_MINUTES
        elif event.act == "call":
            service, arrival = waiting.pop(event.ticket_id or 0)
            others = [other for same, other in waiting.values() if same == service]
            far += [f"{event.ticket} by {arrival - o}" for o in others if arrival - o >= LARGEST_HEAD_START]
    return far
