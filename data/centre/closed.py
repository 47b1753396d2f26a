"""Why does a service give no tickets now, and when does it again? In one sentence, the same everywhere."""

from datetime import datetime

from data.centre.settings import Centre
from data.refused import Refused

CLOSED = "This service is closed now."
CLOSED_OPENS_TODAY = "This service is closed now. It opens at {time}."
CLOSED_OPENS = "This service is closed now. It opens again: {opens}."
STOPPED = "No more tickets are given for this service today."
STOPPED_OPENS = "No more tickets are given for this service today. It opens again: {opens}."
LAST = "The last ticket has been given out."
LAST_OPENS_TODAY = "The last ticket for now has been given out. The next one is given at {time}."
LAST_OPENS = "The last ticket for today has been given out. It opens again: {opens}."


def closed(centre: Centre, service: str, at: int) -> Refused:
    """The refusal of a ticket of a service that gives none at `at`, in microseconds since the epoch."""
    opens, stopped = centre.opens(service, at), centre.stopped(service, at)
    wall = None if opens is None else centre.wall(opens)
    return why(wall, centre.wall(at), last_passed=centre.is_open(service, at), stopped=stopped)


def why(opens: datetime | None, now: datetime, *, last_passed: bool, stopped: bool = False) -> Refused:
    """The refusal `service-closed` that says when tickets are given again, None where that is not known.

    Both times are those of the centre's clock. With `last_passed` it is still open, but too near its closing; with
    `stopped` a supervisor has stopped it for its service day.
    """
    if stopped:
        if opens is None:
            return Refused("service-closed", STOPPED)
        return Refused("service-closed", STOPPED_OPENS, opens=opens)
    if opens is None:
        return Refused("service-closed", LAST if last_passed else CLOSED)
    if opens.date() == now.date():
        return Refused("service-closed", LAST_OPENS_TODAY if last_passed else CLOSED_OPENS_TODAY, time=opens.time())
    return Refused("service-closed", LAST_OPENS if last_passed else CLOSED_OPENS, opens=opens)
