"""How the screen words and lays out times, classes and names, and puts them in place."""

from datetime import timedelta

from textual.content import Content
from textual.widgets import Static

from data.texts import Words, mark

MINUTES = mark("{n} min")
HOURS = mark("{hours} h {minutes} min")
CLASSES = {"normal": mark("Normal"), "priority": mark("Priority"), "immediate": mark("Immediate")}
MARKS = {"priority": "▲ ", "immediate": "▲▲ "}


def waited(span: timedelta, say: Words) -> str:
    """A wait in whole minutes, in words: "0 min", "12 min", "1 h 05 min"."""
    hours, minutes = divmod(max(0, int(span.total_seconds())) // 60, 60)
    return say(HOURS, hours=hours, minutes=f"{minutes:02}") if hours else say(MINUTES, n=minutes)


def ticking(span: timedelta) -> str:
    """A span to the second: "0:07", "12:34", "1:02:03"."""
    minutes, seconds = divmod(max(0, int(span.total_seconds())), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{seconds:02}" if hours else f"{minutes}:{seconds:02}"


def class_words(class_: str, say: Words) -> Content:
    """The class in words; one that goes before others also has a mark and a colour."""
    word = say(CLASSES[class_]) if class_ in CLASSES else class_
    return Content.styled(MARKS.get(class_, "") + word, "bold $accent" if class_ in MARKS else "$secondary")


def heading(text: str) -> Content:
    """A heading over a part of the screen."""
    return Content.styled(text, "bold $secondary")


def spread(left: Content, right: Content, width: int) -> Content:
    """One line with `left` and `right` at its ends; what has no room is left out of `left`."""
    room = width - right.cell_length - 1
    return Content.assemble(left.truncate(room, ellipsis=True, pad=True), " ", right)


def put(place: Static, content: Content) -> None:
    """Show `content`; nothing is painted again where it is shown already, nor laid out again where its size stays."""
    shown = place.content
    if not isinstance(shown, Content):
        place.update(content)
    elif not shown.is_same(content):
        place.update(content, layout=_size(shown) != _size(content))


def _size(content: Content) -> tuple[int, int]:
    lines = content.split()
    return len(lines), max(line.cell_length for line in lines)
