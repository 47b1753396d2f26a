"""Is it in time? Said by a shape and a word, and by a colour besides."""

from datetime import timedelta

from textual.content import Content

from data.texts import Words, mark

ON_TIME, SOON, LATE = "on-time", "soon", "late"
MARKS = {ON_TIME: ("●", "bold $success"), SOON: ("◆", "bold $accent"), LATE: ("■", "bold $error")}
WAITS = {ON_TIME: mark("on time"), SOON: mark("soon"), LATE: mark("late")}
SERVES = {SOON: mark("Soon too long"), LATE: mark("Too long")}


def pace(span: timedelta, target: timedelta) -> str:
    """ON_TIME, SOON in the last third of `target`, LATE from its end; a target of nothing is never missed."""
    if not target or span < target * 2 / 3:
        return ON_TIME
    return SOON if span < target else LATE


def wait(span: timedelta, target: timedelta, say: Words) -> Content:
    """How a wait stands to its target."""
    return _said(pace(span, target), WAITS, say)


def service(span: timedelta, target: timedelta, say: Words) -> Content:
    """How the time in hand stands to its limit; nothing while there is time."""
    found = pace(span, target)
    return _said(found, SERVES, say) if found in SERVES else Content()


def column(say: Words) -> int:
    """The columns that every word of a wait has room in."""
    return max(len(say(word)) for word in WAITS.values()) + 2


def _said(found: str, words: dict[str, str], say: Words) -> Content:
    shape, style = MARKS[found]
    return Content.styled(f"{shape} {say(words[found])}", style)
