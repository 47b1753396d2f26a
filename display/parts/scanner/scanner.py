"""Did a person press these keys, or a code scanner? It types as a keyboard does, only faster."""

from collections.abc import Awaitable, Callable

from textual import events
from textual.message import Message
from textual.timer import Timer

from display.parts.scanner.layouts import in_latin

GAP = 60_000
QUICK = 20_000
ENDED, SHORT, WHOLE = 6, 2, 17
"""Characters that make a scan: with a key that ends it; so, but of a burst that no hand is quick enough for; and
without such a key, which some scanners do not send: a ticket's code has 17."""
LONGEST = 500
ENDS = frozenset({"enter", "tab", "ctrl+j", "ctrl+m"})
SHIFTS = frozenset(f"{side}_{key}" for side in ("left", "right") for key in ("shift", "control", "alt")) | {
    "caps_lock",
    "iso_level3_shift",
}


class Scanned(Message):
    """A code was held before the scanner; `text` is what stood on it, in any form of writing."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.text = text


class Scanner:
    """Holds keys back until it is clear whose they are.

    `heard` and `rested` answer with what is to be handed on, in order: keys as they came, and scans. Times are in µs,
    of a clock that only runs forward. Keys are held for 60 ms after the last one of their burst, and no longer.
    """

    def __init__(self) -> None:
        self._keys: list[events.Key] = []
        self._text = ""
        self._last = 0
        self._quick = True
        self._over = False

    @property
    def holds(self) -> bool:
        """Whether a key is held back."""
        return bool(self._keys)

    def heard(self, key: events.Key, at: int) -> list[events.Key | Scanned]:
        """What to hand on, now that `key` was pressed at `at`."""
        before = self.rested(at)
        gap, self._last = at - self._last, at
        if self._keys and gap > QUICK:
            self._quick = False
        self._over = key.key in ENDS and bool(self._text or (self._over and gap <= GAP))  # CR and LF end one scan
        if self._over:
            return before + self._ended()
        if not (key.is_printable or key.key in SHIFTS or (self._keys and self._is_whole(ENDED))):
            return [*before, *self._let_go(), key]
        if len(self._keys) < LONGEST:
            self._keys.append(key)
            self._text += (key.character or "") if key.is_printable else ""
        return before

    def rested(self, at: int) -> list[events.Key | Scanned]:
        """What to hand on when no key was pressed since, and it is `at`; nothing before the pause is long enough."""
        if not self._keys or 0 <= at - self._last <= GAP:
            return []
        if self._is_whole(WHOLE):
            return self._scan()
        return [*self._let_go()]

    def _ended(self) -> list[events.Key | Scanned]:
        """An end key never comes through: it would press what has the focus."""
        if len(self._text) >= ENDED or (self._quick and len(self._text) >= SHORT):
            return self._scan()
        return [*self._let_go()]

    def _is_whole(self, least: int) -> bool:
        """Whether nobody typed this. A key that is held down repeats itself as quickly, but it is one key."""
        long = len(self._text) >= (ENDED if self._quick else least)
        return long and len(set(self._text)) > 1

    def _scan(self) -> list[events.Key | Scanned]:
        text = self._text
        self._let_go()
        return [Scanned(in_latin(text))]

    def _let_go(self) -> list[events.Key]:
        keys, self._keys = self._keys, []
        self._text, self._quick = "", True
        return keys


class Ears:
    """Puts a scanner between the keys of an app and the app.

    The app sends each of its own Key events to `came` and hands nothing else of them on; `deliver` brings one to
    whom it is for, `post` posts a Scanned, `later` calls after seconds: `App.set_timer`.
    """

    def __init__(
        self,
        deliver: Callable[[events.Event], Awaitable[None]],
        post: Callable[[Message], object],
        later: Callable[[float, Callable[[], Awaitable[None]]], Timer],
    ) -> None:
        self.scanner = Scanner()
        self._deliver = deliver
        self._post = post
        self._later = later
        self._timer: Timer | None = None

    async def came(self, key: events.Key) -> None:
        """A key was pressed; what it is part of is handed on now, or a moment later."""
        await self._hand_on(self.scanner.heard(key, round(key.time * 1_000_000)))

    async def _wake(self) -> None:
        # The time of a message is that of the clock which stamps the keys.
        await self._hand_on(self.scanner.rested(round(Message().time * 1_000_000)))

    async def _hand_on(self, what: list[events.Key | Scanned]) -> None:
        if self._timer:
            self._timer.stop()
        self._timer = self._later(GAP / 1_000_000 + 0.002, self._wake) if self.scanner.holds else None
        for one in what:
            if isinstance(one, Scanned):
                self._post(one)
            else:
                await self._deliver(one)
