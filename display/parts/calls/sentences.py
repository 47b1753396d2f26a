"""What does a hall say where there are no calls to show, and where its numbers stand?"""

from datetime import datetime

from data.texts import Words, mark
from display.parts.calls.outage import Outage
from display.parts.calls.seen import Seen

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


def notice(seen: Seen | None, outage: Outage | None, now: datetime, say: Words) -> str:
    """What is said instead of calls: that it is closed, a welcome, or that there is no store yet."""
    if seen:
        return _closed(seen, now, say) or say("Welcome. Please take a ticket at the kiosk.")
    if outage is None:
        return say("Connecting…")
    reason = outage.refused and say(outage.refused.text, **outage.refused.values)
    return "\n".join([say("No connection to the store."), *([reason] if reason else [])])


def standing(seen: Seen | None, outage: Outage | None, say: Words) -> str:
    """That what was seen stands, and since when; "" while there is nothing amiss."""
    if not (seen and outage):
        return ""
    since = f"{outage.since.astimezone(seen.centre.zone):%H:%M}"
    return say("No connection to the store. These numbers stand since {time}.", time=since)


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
