"""How the screen words the states of windows and services, and what somebody must see to."""

from datetime import datetime

from textual.content import Content

from data.overview.views import Alert, Line, Post, Today
from data.texts import Words, mark
from display.parts.wording import waited
from display.supervisor.seen import Seen

STATES = {"open": ("●", mark("Open")), "closed": ("○", mark("Closed")), "break": ("◊", mark("Break"))}
"""A sign and a word: nothing is said by a colour alone."""
STYLES = {"open": "$success", "closed": "$secondary", "break": "$warning"}
HAND = {"called": mark("Called"), "serving": mark("Serving")}
TICKETS = {
    "given": ("●", mark("Given")),
    "stopped": ("◊", mark("Stopped")),
    "full": ("■", mark("All given")),
    "hours": ("○", mark("Closed")),
}
KINDS = {
    "no-window": ("□", mark("No window")),
    "target": ("■", mark("Late")),
    "in-hand": ("♦", mark("Long")),
    "closing": ("▼", mark("Closing")),
    "device": ("!", mark("Device")),
    "silent": ("×", mark("Silent")),
}
PROBLEMS = {
    "paper-out": mark("There is no paper."),
    "cover-open": mark("The cover is open."),
    "slow": mark("It takes too long."),
    "cut-off": mark("It stopped while it was printing."),
    "error": mark("It reports an error."),
    "offline": mark("It is switched off or offline."),
    "silent": mark("It does not answer."),
    "unreachable": mark("It cannot be reached."),
    "no-access": mark("This machine may not use it."),
}
SHARE = mark("{percent} % of {n}")
DEVICE = mark("{source}: {problem}")
WINDOW_SILENT = mark("Window {window} is open, but nothing has been heard of its screen for {wait}.")
SILENT = mark("Nothing has been heard of this screen for {wait}: {source}")
LATE = mark("{service}: {ticket} has waited {wait}, longer than the target.")
MANY_LATE = mark("{service}: {n} have waited longer than the target, {ticket} {wait}.")
IN_HAND = mark("Window {window} has had {ticket} in hand for {wait}.")
SIGNS = CAME, WAIT, WORKING = "░", "▲", "o"
CURVES = mark("{came} arrivals  {wait} wait of 9 in 10, min  {working} windows")
SUMMARY = mark("{arrived} came, {served} served, {waiting} waiting.")
WAITS = mark("{n} called: waited {mean} on average, 9 in 10 at most {p90}.")


def signed(pair: tuple[str, str], style: str, say: Words) -> Content:
    """A sign and its word."""
    return Content.assemble((f"{pair[0]} ", f"bold {style}"), (say(pair[1]), style))


def state(post: Post, seen: Seen, say: Words) -> Content:
    """Whether a window is open; of a break the reason."""
    if post.pause:
        return Content.assemble((f"{STATES['break'][0]} ", "bold $warning"), (seen.pause(post.pause), "$warning"))
    return signed(STATES[post.state], STYLES[post.state], say)


def share(line: Line, today: Today, say: Words) -> str:
    """How many of those called today were called within the target; "–" while nobody was."""
    found = today.shares.get(line.service)
    return say(SHARE, percent=round(100 * found.within / found.n), n=found.n) if found and found.n else "–"


def sentence(alert: Alert, seen: Seen, now: datetime, say: Words) -> str:
    """What somebody must see to."""
    wait = waited(now - alert.since, say)
    match alert.kind:
        case "device":
            problem = say(PROBLEMS[alert.problem]) if alert.problem in PROBLEMS else alert.problem
            return say(DEVICE, source=alert.source, problem=problem)
        case "silent" if alert.window is not None:
            return say(WINDOW_SILENT, window=alert.window, wait=wait)
        case "silent":
            return say(SILENT, source=alert.source, wait=wait)
        case "in-hand":
            return say(IN_HAND, window=alert.window, ticket=alert.ticket, wait=wait)
    return _of_service(alert, seen, wait, say)


def _of_service(alert: Alert, seen: Seen, wait: str, say: Words) -> str:
    service = seen.service(alert.service)
    if alert.kind == "no-window":
        return say.count(
            "{service}: {n} person waits, and no window is open.",
            "{service}: {n} people wait, and no window is open.",
            alert.n,
            service=service,
        )
    if alert.kind == "closing":
        return say.count(
            "{service} closes at {time}: {n} person will probably not be served.",
            "{service} closes at {time}: {n} people will probably not be served.",
            alert.n,
            service=service,
            time=seen.clock(alert.since),
        )
    return say(LATE if alert.n == 1 else MANY_LATE, service=service, n=alert.n, ticket=alert.ticket, wait=wait)
