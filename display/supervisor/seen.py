"""What the screen last read from the store."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta, tzinfo
from typing import TYPE_CHECKING

from data.clock import MICROSECOND, micros, moment
from data.overview.views import Overview, Post, Today
from data.texts import name

if TYPE_CHECKING:
    from data.store import Store

DAY_EVERY, FOR_EACH = timedelta(seconds=30), timedelta(milliseconds=15)
"""The day so far is dear to read where many came: it is kept a while for each of them, and at most 30 s."""


@dataclass(frozen=True, slots=True)
class Seen:
    """The overview, with all names in `language`: of the centre, the services and the reasons of breaks.

    `local` says that who sits here need not sign on, `anybody` that there is somebody who could; the screen is locked
    after `lock_after` without a key. `serves` is what each window serves, what is retired too.
    """

    overview: Overview
    centre: str
    names: Mapping[str, str]
    breaks: Mapping[str, str]
    offered: tuple[str, ...]
    language: str
    zone: tzinfo
    local: bool = False
    anybody: bool = False
    lock_after: timedelta = timedelta(0)
    serves: Mapping[int, tuple[str, ...]] = field(default_factory=dict)

    def service(self, service: str) -> str:
        """The service's name on one line, or its id where the centre no longer has it."""
        return " ".join(self.names.get(service, service).split())

    def pause(self, reason: str) -> str:
        """The name of a reason for a break, or its id where the centre no longer has it."""
        return " ".join(self.breaks.get(reason, reason).split())

    def clock(self, moment: datetime) -> str:
        """The time of day at the centre, to the minute."""
        return f"{moment.astimezone(self.zone):%H:%M}"

    @property
    def working(self) -> tuple[Post, ...]:
        """The windows that are open, on a break or not."""
        return tuple(post for post in self.overview.posts if post.state != "closed")


class Reader:
    """Reads on the store's thread, in `language` or the centre's first; the day so far only now and then."""

    def __init__(self, language: str | None) -> None:
        self._language = language
        self._today: tuple[Today, datetime, str] | None = None

    def __call__(self, store: "Store") -> Seen:
        from data import people
        from data.overview import overview  # sqlalchemy: not before the first paint

        now = moment(store.micros())
        day = store.centre.service_day(micros(now))
        seen = overview.read(store, so_far=self._kept(now, day))
        if self._kept(now, day) is not seen.today:
            self._today = seen.today, now, day
        centre, anybody = store.centre, people.exist(store)
        language = self._language or centre.languages[0]
        return Seen(
            overview=seen,
            centre=" ".join(name(centre.name, language).split()),
            names={service.id: name(service.name, language) for service in centre.services},
            breaks={reason.id: name(reason.name, language) for reason in centre.breaks},
            offered=tuple(service.id for service in centre.current_services),
            language=language,
            zone=centre.zone,
            local=centre.about.trust == "local" and not anybody,
            anybody=anybody,
            lock_after=centre.rules.lock_after * MICROSECOND,
            serves={window.number: window.serves for window in centre.windows},
        )

    def _kept(self, now: datetime, day: str) -> Today | None:
        """The day as it was read, while that is not long ago; a clock that was set back does not keep it."""
        if self._today is None:
            return None
        today, read_at, of_day = self._today
        lasts = min(DAY_EVERY, today.arrived * FOR_EACH)
        return today if of_day == day and timedelta(0) <= now - read_at < lasts else None
