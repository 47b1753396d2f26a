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

    def of(self, found: Found) -> Following | None:
        """The ticket that was found, if it is followed."""
        following = self._all.get(found.ticket.id)
        return self._keep(following) if following and _is_of(found, following) else None

    def by_code(self, code: str) -> Following | None:
        """The same by its code, as `plain` writes it."""
        return self._keep(self._by_code.get(_digest(code)))

    def codes(self) -> list[str]:
        """The codes of all."""
        return [following.code for following in self._all.values()]

    def take(self, read: Read) -> bool:
        """Go on with what was read, and follow the ticket that was asked for; whether it may be news for others too."""
        news = read.standing is not self._standing or bool(read.touched or read.gone)
        if news:
            self._go_on(read)
        if read.wanted:
            self._follow(read.wanted, read.standing)
        return news or read.wanted is None

    def _go_on(self, read: Read) -> None:
        self._standing, ahead = read.standing, read.standing.ahead
        touched = {found.ticket.id: found for found in read.touched}
        # Those first whose turn it is, or is soon: all of them take a while.
        for following in sorted(self._all.values(), key=lambda one: ahead.get(one.id, -1)):
            found = touched.get(following.id)
            if following.code in read.gone or following.day <= read.purged or (found and not _is_of(found, following)):
                self._let_go(following)
            else:
                following.take(found, read.standing)

    def _follow(self, found: Found, among: Standing) -> None:
        following = self._all.get(found.ticket.id)
        if following and _is_of(found, following):
            following.take(found, among)
            return
        if following:
            self._let_go(following)
        following = self._all[found.ticket.id] = Following(found, among)
        self._by_code[_digest(following.code)] = following
        self._keep(following)

    def _let_go(self, following: Following) -> None:
        """Whoever asks for it again is answered by the store."""
        self._all.pop(following.id, None)
        self._by_code.pop(_digest(following.code), None)
        self._recent.pop(following.id, None)
        following.end()

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


def _is_of(found: Found, following: Following) -> bool:
    """Whether it is the same ticket: in a store that was put back its id may be another's by now; and a ticket whose
    code was purged is nobody's."""
    return found.ticket.code == following.code


def _digest(code: str) -> bytes:
    """What codes are compared by, so that the time it takes tells nothing of them."""
    return sha256(code.encode()).digest()
