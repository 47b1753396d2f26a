"""What somebody must see to."""

from collections import Counter
from collections.abc import Sequence
from datetime import datetime
from itertools import chain

from textual.content import Content

from data.overview.views import Alert
from data.texts import Words, mark
from display.parts.wording import heading
from display.supervisor.panel import MORE
from display.supervisor.seen import Seen
from display.supervisor.wording import KINDS, sentence, signed

ALERTS, QUIET, TOTAL = mark("Alerts"), mark("● Nothing needs you now."), mark("{heading}: {n}")
MIN_TEXT = 20


def alerts(seen: Seen, now: datetime, say: Words, width: int, height: int) -> list[Content]:
    """All alerts, the most pressing first, each with its sign, its word and a sentence.

    Where not all have room, the oldest of each kind comes before the second of any: none hides another kind.
    """
    found = seen.overview.alerts
    if not found:
        return [heading(say(ALERTS)), Content.styled(say(QUIET), "$success")]
    title, room = heading(say(TOTAL, heading=say(ALERTS), n=len(found))), height - 1
    entries = [_alert(alert, seen, now, say, width) for alert in found]
    if sum(map(len, entries)) <= room:
        return [title, *chain(*entries)]
    return [title, *_some([entries[at] for at in _mixed(found)], room, say)]


def _mixed(found: Sequence[Alert]) -> list[int]:
    """The places of the first of each kind, then of the second ones, and so on."""
    rank: Counter[str] = Counter()
    order = []
    for at, alert in enumerate(found):
        order.append((rank[alert.kind], at))
        rank[alert.kind] += 1
    return [at for _, at in sorted(order)]


def _some(entries: Sequence[Sequence[Content]], room: int, say: Words) -> list[Content]:
    """As many whole entries as there is room for; then how many more there are."""
    shown: list[Content] = []
    for at, lines in enumerate(entries):
        if len(shown) + len(lines) > room - 1:
            return [*shown, Content.styled(say(MORE, n=len(entries) - at), "bold $warning")]
        shown += lines
    return shown


def _alert(alert: Alert, seen: Seen, now: datetime, say: Words, width: int) -> list[Content]:
    label = signed(KINDS[alert.kind], "bold $warning", say)
    column = max(len(say(word)) for _, word in KINDS.values()) + 4
    text = Content(sentence(alert, seen, now, say)).wrap(max(MIN_TEXT, width - column))
    before = [label.pad_right(column - label.cell_length), *[Content(" " * column)] * (len(text) - 1)]
    return [Content.assemble(start, line.rstrip()) for start, line in zip(before, text, strict=True)]
