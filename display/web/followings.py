"""All tickets that somebody follows now, or did a minute ago."""

from collections import OrderedDict
from hashlib import sha256
from time import monotonic
from weakref import WeakValueDictionary

from data.following import Found, Standing
from display.web.following import Following
from display.web.reading import Read

KEPT_S = 60.0
"""A ticket is kept for so long after somebody looked at it, so that a page that polls costs no read."""


class Followings:
    """By id and by code; what no page holds any more is let go. In the loop of `Live`."""

    def __init__(self) -> None:
        self._all: WeakValueDictionary[int, Following] = WeakValueDictionary()
        self._by_code: WeakValueDictionary[bytes, Following] = WeakValueDictionary()
        self._standing: Standing | None = None
        self._recent: OrderedDict[int, tuple[float, Following]] = OrderedDict()

    def __len__(self) -> int:
        return len(self._all)

    def by_id(self, ticket_id: int) -> Following | None:
        """The ticket that is followed, if it is."""
        return self._keep(self._all.get(ticket_id))

    def by_code(self, code: str) -> Following | None:
        """The same by its code, as `plain` writes it."""
        return self._keep(self._by_code.get(_digest(code)))

    def codes(self) -> list[str]:
        """The codes of all."""
        return [code for following in self._all.values() if (code := following.code)]

    def take(self, read: Read) -> bool:
        """Go on with what was read, and follow the ticket that was asked for; whether it may be news for others too."""
        touched = {found.ticket.id: found for found in read.touched}
        if read.wanted:
            self._follow(read.wanted, read.standing)
        if read.standing is self._standing and not touched:
            return read.wanted is None
        self._standing = read.standing
        ahead = read.standing.ahead
        # Those first whose turn it is, or is soon: all of them take a while.
        for following in sorted(self._all.values(), key=lambda one: ahead.get(one.id, -1)):
            following.take(touched.get(following.id), read.standing)
        return True

    def _follow(self, found: Found, among: Standing) -> None:
        following = self._all.get(found.ticket.id)
        if following:
            following.take(found, among)
            return
        following = self._all[found.ticket.id] = Following(found, among)
        self._by_code[_digest(found.ticket.code or "")] = following
        self._keep(following)

    def renew(self) -> None:
        """Have all pages show anew what they show."""
        for following in list(self._all.values()):
            following.renew()

    def forget(self) -> None:
        """Let go what nobody has looked at for a minute."""
        before = monotonic() - KEPT_S
        while self._recent and next(iter(self._recent.values()))[0] < before:
            self._recent.popitem(last=False)

    def _keep(self, following: Following | None) -> Following | None:
        if following is not None:
            self._recent[following.id] = (monotonic(), following)
            self._recent.move_to_end(following.id)
        return following


def _digest(code: str) -> bytes:
    """What codes are compared by, so that the time it takes tells nothing of them."""
    return sha256(code.encode()).digest()
