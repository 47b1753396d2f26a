"""What does the supervisor see? The whole centre, in one snapshot."""

from collections import Counter
from collections.abc import Container, Iterable, Mapping, Sequence
from typing import NamedTuple

from sqlalchemy import and_, select

from data import alerts, presence, turn
from data.centre.entries import Service
from data.clock import MICROSECOND, moment
from data.lifecycle import IN_HAND as IN_HAND_STATES
from data.lifecycle import Act
from data.now import Now, now
from data.occupancy import OPEN
from data.overview import alerting, today
from data.overview.views import Line, Overview, Post, Standing, Today
from data.records import name_of
from data.store import Statement, Store
from data.tables import EVENT, IS_IN_HAND, IS_ON_HOLD, IS_WAITING, PERSON, TICKET, WINDOW, given

_T = TICKET.c
_row = (
    *(_T.series, _T.number, _T.service, _T.class_, _T.state, _T.arrival, _T.window),
    *(_T.first_called_at, _T.started_at, _T.slot),
)
_checked_in = and_(_T.slot.is_not(None), EVENT.c.ticket_id == _T.id, EVENT.c.act == Act.CHECK_IN)
# Apart, so that each goes through its partial index; as the board, waiting ones of every day.
WAITING = Statement(
    select(*_row, EVENT.c.at, _T.service_day)
    .join(EVENT, _checked_in, isouter=True)
    .where(IS_WAITING)
    .order_by(_T.place, _T.id)
)
ON_HOLD = Statement(select(*_row).where(IS_ON_HOLD, _T.service_day == given("day")).order_by(_T.place, _T.id))
IN_HAND = Statement(select(*_row).where(IS_IN_HAND).order_by(_T.window))
WINDOWS = Statement(
    select(
        *(WINDOW.c.number, WINDOW.c.state, WINDOW.c.since, WINDOW.c.pause, WINDOW.c.pause_since),
        *(PERSON.c.name, EVENT.c.at),
    )
    .join(PERSON, PERSON.c.id == WINDOW.c.person, isouter=True)
    .join(EVENT, EVENT.c.revision == WINDOW.c.revision, isouter=True)
)


class Found(NamedTuple):
    """A ticket that is not done with; `came` is when a visitor with an appointment checked in."""

    series: str
    number: int
    service: str
    class_: str
    state: str
    arrival: int
    window: int | None
    first_called_at: int | None
    started_at: int | None
    slot: int | None
    came: int | None = None

    @property
    def began(self) -> int:
        """When the wait began: with an appointment, at the later of slot and check-in."""
        return self.arrival if self.slot is None else max(self.slot, self.came or 0)

    @property
    def in_hand_since(self) -> int:
        """When it was called to where it is in hand; without a call, when it was begun to be served."""
        return self.first_called_at or self.started_at or self.arrival


class Kept(NamedTuple):
    """What the store keeps of a window."""

    state: str
    since: int | None
    pause: str | None
    pause_since: int | None
    person: str | None
    acted_at: int | None


def read(store: Store, *, so_far: Today | None = None) -> Overview:
    """The overview now. The day `so_far` is dear where many came: give one read a moment ago, and it is taken over."""
    day = so_far or today.read(store)
    with store.snapshot():
        current = now(store)
        waiting = _waiting(store, current.day)
        in_hand = [Found(*row) for row in store.all(IN_HAND)]
        on_hold = [Found(*row) for row in store.all(ON_HOLD, {"day": current.day})]
        beats = presence.beats(store)
        posts = _posts(store, in_hand, beats)
        lines = _lines(store, current, waiting, posts, day.full)
        at, people = moment(current.at), tuple(map(_standing, [*waiting, *on_hold, *in_hand]))
        return Overview(
            revision=current.revision,
            at=at,
            posts=posts,
            lines=lines,
            alerts=alerting.found(store.centre, at, posts, lines, people, beats, alerts.kept(store), day.left),
            people=people,
            today=day,
        )


def _waiting(store: Store, day: str) -> list[Found]:
    return [Found(*row[:-1]) for row in store.all(WAITING) if row[-1] == day]


def _posts(store: Store, in_hand: Sequence[Found], beats: Mapping[str, int]) -> tuple[Post, ...]:
    kept = {number: Kept(*rest) for number, *rest in store.all(WINDOWS)}
    hands = {found.window: _standing(found) for found in in_hand}
    return tuple(
        _post(window.number, kept[window.number], turn.services(store, window.number), hands, beats)
        for window in store.centre.windows
        if window.number in kept and (not window.retired or kept[window.number].state == OPEN)
    )


def _post(
    number: int, kept: Kept, services: tuple[str, ...], hands: Mapping[int | None, Standing], beats: Mapping[str, int]
) -> Post:
    since = kept.pause_since if kept.pause else kept.since
    heard = max(beats.get(presence.window(number), 0), kept.acted_at or 0)
    return Post(
        window=number,
        state="break" if kept.pause else kept.state,
        services=services,
        person=kept.person or "",
        since=None if since is None else moment(since),
        pause=kept.pause or "",
        hand=hands.get(number),
        heard=moment(heard) if heard else None,
    )


def _standing(found: Found) -> Standing:
    name = name_of(found.series, found.number)
    since = found.began if found.window is None or found.state not in IN_HAND_STATES else found.in_hand_since
    return Standing(name, found.service, found.class_, found.state, moment(since), found.window)


def _lines(
    store: Store, current: Now, waiting: Iterable[Found], posts: Iterable[Post], full: Container[str]
) -> tuple[Line, ...]:
    began: dict[str, list[int]] = {}
    for found in waiting:
        began.setdefault(found.service, []).append(found.began)
    serving = Counter(service for post in posts if post.state == OPEN for service in post.services)
    given = _tickets_given(store, current, full)
    return tuple(
        Line(
            service=service.id,
            waiting=len(waits := began.get(service.id, [])),
            oldest=moment(min(waits)) if waits else None,
            windows=serving[service.id],
            tickets=given[service.id],
            target=service.target_wait * MICROSECOND,
        )
        for service in store.centre.services
        if not service.retired or service.id in began
    )


def _tickets_given(store: Store, current: Now, full: Container[str]) -> dict[str, str]:
    """Whether tickets of each service are "given", "stopped", "full", or not given outside of its "hours"."""
    tables = store.centre.timetables
    gives = {table: table.gives_tickets(current.at) for table in set(tables.values())}
    return {
        service.id: _given(service, current.day, gives[tables[service.id]], service.id in full)
        for service in store.centre.services
    }


def _given(service: Service, day: str, in_hours: bool, full: bool) -> str:
    if service.closed_on == day:
        return "stopped"
    if not in_hours or service.retired:
        return "hours"
    return "full" if full else "given"
