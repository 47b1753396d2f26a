"""Which windows work, and who is signed on there?"""

from typing import NamedTuple

from sqlalchemy import literal_column, select

from data.lifecycle import Act
from data.reports.rows import WORKED
from data.store import Statement, Store
from data.tables import PERSON, WINDOW

STRETCH = 100_000
"""Revisions that are looked through at once, in some hundredths of a second; seldom less than those of a day."""
ACTED = Statement(select(WINDOW.c.number).where(WINDOW.c.revision > literal_column("0")))
ANYBODY = Statement(select(PERSON.c.id).limit(literal_column("1")))


class Change(NamedTuple):
    """An act that changed how a window works."""

    at: int
    act: str
    window: int
    person: int | None


class Standing(NamedTuple):
    """How a window works: `person` is signed on there, None where nobody is."""

    is_open: bool = False
    person: int | None = None
    on_break: bool = False


CLOSED = Standing()


def after(before: Standing, change: Change) -> Standing:
    """How the window works after a change."""
    match change.act:
        case Act.OPEN:
            return before._replace(is_open=True)
        case Act.CLOSE:
            return before._replace(is_open=False, on_break=False)
        case Act.SIGN_ON:
            return before._replace(person=change.person)
        case Act.SIGN_OFF:
            return before._replace(person=None)
    return before._replace(on_break=change.act == Act.BREAK)


def standing(store: Store, revision: int) -> dict[int, Standing]:
    """How each window worked after the event `revision`.

    Looks back no further than it must: until it has met the last opening or closing of each window that has ever
    acted, and who signed on at those that are open.
    """
    with store.snapshot():
        acted = {window for (window,) in store.all(ACTED)}
        people = bool(store.one(ANYBODY))
    found: dict[int, list[Change]] = {window: [] for window in acted}
    until = revision
    while until > 0 and not all(_known(changes, people) for changes in found.values()):
        since = max(0, until - STRETCH)
        for change in reversed(worked(store, since, until)):
            found.setdefault(change.window, []).append(change)
        until = since
    return {window: _replayed(changes) for window, changes in found.items()}


def worked(store: Store, since: int, until: int) -> list[Change]:
    """The changes after the event `since`, up to `until`, in their order."""
    with store.snapshot():
        return [Change._make(row) for row in store.all(WORKED, {"since": since, "until": until})]


def _replayed(newest_first: list[Change]) -> Standing:
    stands = CLOSED
    for change in reversed(newest_first):
        stands = after(stands, change)
    return stands


def _known(newest_first: list[Change], people: bool) -> bool:
    """Whether older changes say nothing more of the window; a shift goes on when a window closes."""
    acts = {change.act for change in newest_first}
    signed = not people or not acts.isdisjoint((Act.SIGN_ON, Act.SIGN_OFF))
    return signed and not acts.isdisjoint((Act.OPEN, Act.CLOSE))
