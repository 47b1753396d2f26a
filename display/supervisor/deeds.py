"""What a key has done on the thread that talks to the store, and what it says afterwards."""

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from data.overview.views import Story
from data.texts import Words, mark
from data.views import Signed, Ticket
from display.supervisor.questions import ALL, Answer
from display.supervisor.seen import Seen

if TYPE_CHECKING:
    from data.store import Store

STOPPED, ALLOWED = mark("Tickets stopped: {service}"), mark("Tickets allowed again: {service}")
DONE = {
    "assign": mark("Window {window} serves something else now"),
    "message": mark("The message is on its way"),
    "front": mark("{ticket} is in front now"),
    "remove": mark("{ticket} has been taken out"),
    "revive": mark("{ticket} waits again"),
    "undo": mark("Taken back: {ticket}"),
    "close-day": mark("The service day is closed"),
}


def work(act: str, given: Mapping[str, Answer], seen: Seen, by: Signed | None) -> Callable[["Store"], object]:
    """The work of an act with its answers, as `by`, for the thread that talks to the store."""
    said = {name: str(answer) for name, answer in given.items() if name in ("ticket", "reason", "service")}
    number = str(given.get("window", ""))

    def job(store: "Store") -> object:
        from data import story, supervise, window  # sqlalchemy: not before the first paint

        match act:
            case "tickets" if _stopped(said["service"], seen):
                return supervise.open_service(store, by=by, **said)
            case "tickets":
                return supervise.close_service(store, by=by, **said)
            case "assign":
                return supervise.assign(store, window=int(number), services=tuple(given["services"]), by=by)
            case "message":
                for post in [post.window for post in seen.working] if number == ALL else [int(number)]:
                    supervise.message(store, window=post, text=str(given["text"]), by=by)
            case "front":
                return supervise.front(store, by=by, **said)
            case "close-day":
                return supervise.close_day(store, by=by)
            case "story":
                return story.read(store, ticket=said["ticket"], language=seen.language)
            case "remove":
                return window.remove(store, by=by, **said)
            case "revive":
                return window.revive(store, window=int(number), by=by, **said)
            case "undo":
                return window.undo(store, window=int(number), by=by)
        return None

    return job


def scan(text: str, language: str) -> Callable[["Store"], Story]:
    """The work of reading the story of the ticket that `text` is the code of."""

    def job(store: "Store") -> Story:
        from data import story, visitor  # sqlalchemy: not before the first paint

        return story.read(store, ticket=visitor.ticket(store, code=text).code, language=language)

    return job


def _stopped(service: str, seen: Seen) -> bool:
    return any(line.service == service and line.tickets == "stopped" for line in seen.overview.lines)


def told(act: str, given: Mapping[str, Answer], before: Seen, result: object, say: Words) -> str:
    """What has been done, in a few words, to what was seen `before`."""
    if act == "tickets":
        service = str(given["service"])
        return say(ALLOWED if _stopped(service, before) else STOPPED, service=before.service(service))
    ticket = result.ticket if isinstance(result, Ticket) else given.get("ticket", "")
    return say(DONE[act], ticket=ticket, window=given.get("window", ""))
