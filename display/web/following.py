"""One ticket, as all its pages show it."""

from dataclasses import replace

from data import views
from data.following import Found, Standing, followed
from display.web.bell import Bell


class Following:
    """A ticket that somebody follows, shared by all its pages; `now` is what they show. In the loop of `Live`."""

    __slots__ = ("__weakref__", "_ahead", "_among", "_bell", "_found", "_now", "code", "day", "gone", "id")

    def __init__(self, found: Found, among: Standing) -> None:
        self.id = found.ticket.id
        """The revision of its first event."""
        self.code = found.ticket.code or ""
        self.day = found.ticket.service_day
        self.gone = False
        """Whether its code leads to no ticket any more: what its pages show is no longer true."""
        self._found, self._among = found, among
        self._ahead = among.ahead.get(found.ticket.id)
        self._now: views.Followed | None = None
        self._bell = Bell()

    @property
    def now(self) -> views.Followed:
        """The ticket as it is now; made when a page asks."""
        now = self._now
        if now is None:
            now = followed(self._found, self._among)
        elif now.ticket.ahead != self._ahead:  # as of thousands at once, and half the work
            now = replace(now, ticket=replace(now.ticket, ahead=self._ahead))
        self._now = now
        return now

    async def changed(self, seen: views.Followed, seconds: float | None = None) -> views.Followed:
        """What it has become since it was `seen`: as soon as it is another, else after `seconds`, if given, as it is.

        It is another object as well when the store was lost or has come back, as `Live.refused` says, and when it is
        `gone`.
        """
        if self.now is seen:
            await self._bell.wait(seconds)
        return self.now

    def take(self, found: Found | None, among: Standing) -> None:
        """Go on with what was read: the ticket, where an event was about it, and how it stands among all."""
        ahead = among.ahead.get(self.id)
        before, self._among = self._among, among
        moved = ahead != self._ahead
        same = among.day == before.day and among.centre is before.centre and (found is None or found == self._found)
        self._found, self._ahead = found or self._found, ahead
        if not same:
            self.renew()
        elif moved:
            self._bell.ring()

    def end(self) -> None:
        """Have its pages see that it is gone."""
        self.gone = True
        self.renew()

    def renew(self) -> None:
        """Have its pages show it anew."""
        self._now = None
        self._bell.ring()
