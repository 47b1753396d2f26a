"""What happens when people come to a window, leave it, and have a break?"""

from dataclasses import replace

from sqlalchemy import select

from data import act, occupancy, rights, turn, views
from data.act import Going
from data.clock import moment
from data.lifecycle import Act
from data.occupancy import Shift
from data.refused import Refused
from data.rights import Role
from data.store import Statement, Store
from data.tables import WINDOW, given
from data.views import Signed

ELSEWHERE = Statement(
    select(WINDOW.c.number, WINDOW.c.since)
    .where(WINDOW.c.person == given("person"), WINDOW.c.number != given("window"))
    .order_by(WINDOW.c.number)
)


def sign_on(store: Store, *, window: int, by: Signed, take_over: bool = False) -> Signed:
    """Sign on at a window: as `by` with a new session, so that what was signed on there before may act no more.

    A ticket in hand stays. Who has the window already gets it back, be it from another screen; a supervisor may take it
    over from somebody else. A shift of an earlier service day, and that of one who was disabled, keeps nobody from it.
    Raises Refused: unknown-window, window-in-use, signed-on-elsewhere (operators only), supervisor-only.
    """
    with act.begin(store, Act.SIGN_ON, window=window, by=by) as going:
        if going.centre.window(window).retired:
            raise Refused("unknown-window", "There is no window {window}.", window=window)
        before = occupancy.shift(store, window)
        if before.person != by.person or not _lasts(going, before):
            _relieve(going, window, before, by, take_over)
            before = Shift()
        _leave_others(going, window, by)
        session = store.random_bytes(16).hex()
        since = going.at if before.since is None else before.since
        store.run(occupancy.SET_SHIFT, {"window": window, "person": by.person, "since": since, "session": session})
        going.record(Act.SIGN_ON, window=window)
        return replace(by, session=session)


def sign_off(store: Store, *, window: int, by: Signed | None = None) -> views.Window:
    """Sign off from a window. It closes, but not with a ticket in hand: then it is open for whoever comes next.

    Raises Refused: unknown-window, not-signed-on (nobody is), not-yours.
    """
    with act.begin(store, Act.SIGN_OFF, window=window, by=by) as going:
        if occupancy.shift(store, window).person is None:
            raise Refused("not-signed-on", "Nobody is signed on at window {window}.", window=window)
        occupancy.leave(going, window)
        return _view(going, window)


def take_break(store: Store, *, window: int, reason: str, by: Signed | None = None) -> views.Window:
    """Begin a break, for one of the centre's reasons by its id; no ticket is called there before it is over.

    Raises Refused: unknown-window, unknown-break, window-closed, ticket-in-hand, on-break.
    """
    with act.begin(store, Act.BREAK, window=window, by=by) as going:
        known = [one.id for one in going.centre.breaks]
        if reason not in known:
            raise _unknown(known)
        occupancy.free(going, window)
        store.run(occupancy.SET_PAUSE, {"window": window, "pause": reason, "pause_since": going.at})
        going.record(Act.BREAK, window=window, reason=reason)
        return _view(going, window)


def come_back(store: Store, *, window: int, by: Signed | None = None) -> views.Window:
    """End the break. Raises Refused: unknown-window, not-allowed (there is none)."""
    with act.begin(store, Act.BACK, window=window, by=by) as going:
        if occupancy.shift(store, window).pause is None:
            raise Refused("not-allowed", "Window {window} is not on a break.", window=window)
        occupancy.end_break(going, window)
        return _view(going, window)


def _unknown(known: list[str]) -> Refused:
    if not known:
        return Refused("unknown-break", "The centre file names no reasons for a break.")
    return Refused("unknown-break", "A break needs one of these reasons: {allowed}.", allowed=", ".join(known))


def _relieve(going: Going, window: int, before: Shift, by: Signed, take_over: bool) -> None:
    """Sign off whoever has the window, where `by` may have it."""
    if before.person is None:
        return
    if _lasts(going, before):
        if not take_over:
            raise _in_use(going, window, before)
        rights.allow(going.store, going.centre, rights.TAKE_OVER, None, by)
    occupancy.sign_off(going, window)


def _leave_others(going: Going, window: int, by: Signed) -> None:
    """Refuse an operator who is signed on at another window today; a shift of an earlier day ends there."""
    for other, since in going.store.all(ELSEWHERE, {"person": by.person, "window": window}):
        if _today(going, since):
            if rights.role(going.store, by) != Role.SUPERVISOR:
                raise _elsewhere(going, other, since, by)
        else:
            occupancy.leave(going, other)


def _lasts(going: Going, shift: Shift) -> bool:
    """Whether the shift is of today, and of somebody who still may act."""
    return bool(shift.active) and _today(going, shift.since)


def _today(going: Going, since: int | None) -> bool:
    return since is not None and going.centre.service_day(since) >= going.day


def _in_use(going: Going, window: int, shift: Shift) -> Refused:
    return Refused(
        "window-in-use",
        "Window {window} is in use by {name} since {time}. A supervisor can take it over.",
        window=window,
        name=shift.name,
        time=going.centre.wall(shift.since or going.at).time(),
    )


def _elsewhere(going: Going, other: int, since: int, by: Signed) -> Refused:
    return Refused(
        "signed-on-elsewhere",
        "{name} is signed on at window {window} since {time}. Sign off there first.",
        name=by.name,
        window=other,
        time=going.centre.wall(since).time(),
    )


def _view(going: Going, window: int) -> views.Window:
    state, revision = occupancy.standing(going.store, window)
    return views.Window(window, state, turn.services(going.store, window), moment(going.at), revision)
