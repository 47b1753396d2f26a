"""What does the hall say where there are no calls to show? In letters as large as they fit."""

from datetime import datetime

from data.texts import Words, mark
from display.hall.outage import Outage
from display.hall.seen import Seen
from display.parts.letters import Letters, big, plain

HIGHEST, LOWEST, STEP = 32, 6, 2
"""Half cells of a capital."""

CENTRE = (
    mark("The centre is closed now."),
    mark("The centre is closed now. It opens at {time}."),
    mark("The centre is closed now. It opens again: {opens}."),
)
HERE = (
    mark("These services are closed now."),
    mark("These services are closed now. They open at {time}."),
    mark("These services are closed now. They open again: {opens}."),
)


class Notice(Letters):
    """A sentence or two in the middle of the screen."""

    def tell(self, text: str, columns: int, rows: int, large: bool) -> None:
        """Show `text` in so much room; in `large` letters where it fits."""
        sizes = range(min(HIGHEST, columns // 5, rows), LOWEST - 1, -STEP) if large else ()
        fitting = (block for size in sizes if (block := big(text, size, columns, rows)))
        self.styles.height = rows
        self.show(next(fitting, None) or plain(text, columns, rows))


def notice(seen: Seen | None, outage: Outage | None, now: datetime, say: Words) -> str:
    """What is said instead of calls: that it is closed, a welcome, or that there is no store yet."""
    if seen:
        return _closed(seen, now, say) or say("Welcome. Please take a ticket at the kiosk.")
    if outage is None:
        return say("Connecting…")
    reason = outage.refused and say(outage.refused.text, **outage.refused.values)
    return "\n".join([say("No connection to the store."), *([reason] if reason else [])])


def _closed(seen: Seen, now: datetime, say: Words) -> str:
    if seen.closed is None:
        return ""
    closed, opens_today, opens_later = CENTRE if seen.whole else HERE
    opens = seen.closed.opens
    if opens is None:
        return say(closed)
    if opens.date() == now.astimezone(opens.tzinfo).date():
        return say(opens_today, time=opens.time())
    return say(opens_later, opens=say.short(opens))
