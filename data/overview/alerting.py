"""What of all that is seen must somebody see to?"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import datetime, timedelta

from data import alerts, presence
from data.centre.settings import Centre
from data.clock import MICROSECOND, moment
from data.overview.views import Alert, Line, Post, Standing
from data.views import Unserved

KINDS = ("no-window", "target", "in-hand", "closing", "device", "silent")
"""The most pressing first."""


def found(
    centre: Centre,
    at: datetime,
    posts: Sequence[Post],
    lines: Iterable[Line],
    people: Iterable[Standing],
    beats: Mapping[str, int],
    kept: Iterable[alerts.Alert],
    left: Iterable[Unserved],
) -> tuple[Alert, ...]:
    """All alerts as of `at`, the most pressing kind first, and the oldest of each."""
    waiting = [one for one in people if one.state == "waiting"]
    raised = [
        *_without_window(lines),
        *_over_target(centre, at, waiting),
        *_in_hand(centre, at, posts),
        *(Alert("device", one.since, source=one.source, problem=one.problem) for one in kept),
        *_silent(centre, at, posts, beats),
        *(Alert("closing", one.closes, service=one.service, n=one.unserved) for one in left if one.unserved),
    ]
    return tuple(sorted(raised, key=lambda alert: (KINDS.index(alert.kind), alert.since)))


def _without_window(lines: Iterable[Line]) -> Iterator[Alert]:
    for line in lines:
        if line.oldest is not None and not line.windows:
            yield Alert("no-window", line.oldest, service=line.service, n=line.waiting)


def _over_target(centre: Centre, at: datetime, waiting: Iterable[Standing]) -> Iterator[Alert]:
    targets = {service.id: service.target_wait * MICROSECOND for service in centre.services}
    late: dict[str, list[Standing]] = {}
    for one in waiting:
        if at - one.since > targets[one.service] > timedelta(0):
            late.setdefault(one.service, []).append(one)
    for service, tickets in late.items():
        longest = min(tickets, key=lambda one: one.since)
        yield Alert("target", longest.since, service=service, ticket=longest.ticket, n=len(tickets))


def _in_hand(centre: Centre, at: datetime, posts: Iterable[Post]) -> Iterator[Alert]:
    long = centre.rules.in_hand_long * MICROSECOND
    for post in posts:
        if long and post.hand and at - post.hand.since > long:
            yield Alert("in-hand", post.hand.since, post.hand.service, post.window, post.hand.ticket)


def _silent(centre: Centre, at: datetime, posts: Sequence[Post], beats: Mapping[str, int]) -> Iterator[Alert]:
    """Windows that work, and all other screens that have told of themselves and have not said that they end."""
    after = centre.rules.silent_after * MICROSECOND
    if not after:
        return
    for post in posts:
        if post.state != "closed" and post.heard and at - post.heard > after:
            yield Alert("silent", post.heard, window=post.window, source=presence.window(post.window))
    of_windows = {presence.window(window.number) for window in centre.windows}
    for source, beat in beats.items():
        if source not in of_windows and at - moment(beat) > after:
            yield Alert("silent", moment(beat), source=source)
