"""One thing to choose."""

from textual import events
from textual.content import Content
from textual.geometry import Region
from textual.message import Message
from textual.widget import Widget

from kiosk.fitted import fitted
from kiosk.question import Choice

MARGIN = 7


class Target(Widget, can_focus=True):
    """Chosen by touch, by the key it shows, or by Enter while it has the focus, which a mark and the border show."""

    class Tapped(Message):
        """A finger was lifted from the target it had touched, or a mouse button was let go."""

        def __init__(self, choice: Choice | None) -> None:
            super().__init__()
            self.choice = choice

    def __init__(self, key: str, classes: str = "") -> None:
        super().__init__(classes=classes)
        self.key = key
        self.choice: Choice | None = None

    def offer(self, choice: Choice | None, place: Region) -> None:
        """Stand at `place` for `choice`; for none, be gone."""
        self.display = choice is not None
        self.styles.offset = place.offset
        self.styles.width, self.styles.height = place.size
        if choice != self.choice:
            self.choice = choice
            self.set_class(bool(choice and choice.why), "-closed")
            self.refresh()

    def on_click(self, event: events.Click) -> None:
        event.stop()
        self.post_message(self.Tapped(self.choice))

    def render(self) -> Content:
        if self.choice is None:
            return Content("")
        detail = fitted(self.choice.detail, self.size.width - MARGIN, 1)
        name = fitted(self.choice.name, self.size.width - MARGIN, self.size.height - len(detail))
        lines = [Content.styled(line, "bold") for line in name] + [Content(line) for line in detail]
        first = Content.assemble("▶ " if self.has_focus else "  ", (f" {self.key} ", "bold reverse"), "  ")
        starts = [first, *[Content(" " * MARGIN)] * (len(lines) - 1)]
        return Content("\n").join(start + line for start, line in zip(starts, lines, strict=True))
