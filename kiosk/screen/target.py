"""One thing to choose."""

from rich.style import Style
from textual import events
from textual.content import Content
from textual.geometry import Region, Size
from textual.message import Message
from textual.strip import Strip
from textual.widget import Widget

from display.parts import glyphs, halves, letters
from display.parts.letters import Block
from kiosk.screen.fitted import fitted
from kiosk.screen.fitting import MARK, SPACE, key_columns, name_columns
from kiosk.visit.question import Choice

MARGIN = 7
TRIANGLE = halves.picture([[x <= 2 - abs(y - 2) for x in range(MARK)] for y in range(5)])
"""The mark of the focus beside big letters."""


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
        self.capitals = (0, 0)
        self._in_edge = ""

    def offer(self, choice: Choice | None, place: Region, name: int = 0, detail: int = 0) -> None:
        """Stand at `place` for `choice`, in capitals so high, 0 for plain text; for none, be gone."""
        self.display = choice is not None
        self.styles.offset = place.offset
        self.styles.width, self.styles.height = place.size
        if (choice, name, detail) != (self.choice, *self.capitals):
            self.choice, self.capitals = choice, (name, detail)
            self.set_class(bool(choice and choice.why), "-closed")
            self.refresh()
        in_edge = choice.detail if choice and self._detail_in_edge(place) else ""
        if in_edge != self._in_edge:
            self._in_edge = in_edge
            self.border_subtitle = Content(in_edge) if in_edge else None

    def on_click(self, event: events.Click) -> None:
        event.stop()
        self.post_message(self.Tapped(self.choice))

    def render(self) -> Content:
        if self.choice is None:
            return Content("")
        columns, rows = self.size.width - MARGIN, self.size.height
        name = fitted(self.choice.name, columns, rows - self._has_detail)
        detail = fitted(self.choice.detail, columns, rows - len(name)) if self._has_detail else []
        lines = [Content.styled(line, "bold") for line in name] + [Content(line) for line in detail]
        first = Content.assemble("▶ " if self.has_focus else "  ", (f" {self.key} ", "bold reverse"), "  ")
        starts = [first, *[Content(" " * MARGIN)] * (len(lines) - 1)]
        return Content("\n").join(start + line for start, line in zip(starts, lines, strict=True))

    def render_line(self, y: int) -> Strip:
        if not self.capitals[0] or self.choice is None:
            return super().render_line(y)
        style = self.rich_style
        return Strip.join([self._mark(y, style), self._key(y, style), Strip.blank(SPACE, style), self._text(y, style)])

    def _detail_in_edge(self, place: Region) -> bool:
        """Whether what stands below the name is in the lower edge: beside a big name it takes no room there."""
        return bool(self.capitals[0] and not self.capitals[1])

    @property
    def _has_detail(self) -> bool:
        """Whether a line below the name, in plain text, says more."""
        return bool(self.choice and self.choice.detail)

    def _mark(self, y: int, style: Style) -> Strip:
        """A triangle in the middle of the height, where the focus is."""
        return self._drawn(TRIANGLE if self.has_focus else (), y, MARK, style)

    def _key(self, y: int, style: Style) -> Strip:
        """The number in a box in the middle of the height, or without the box where that has no room."""
        capital = min(self.capitals[0], 2 * self.size.height)
        columns, rows = key_columns(self.capitals[0]), min(self.size.height, (capital + 3) // 2)
        boxed = Style.from_color(style.bgcolor, style.color) if 2 * rows > capital else style
        return self._drawn(glyphs.draw((self.key,), capital, columns, rows, True), y, columns, boxed, style)

    def _drawn(self, picture: halves.Picture, y: int, columns: int, style: Style, around: Style | None = None) -> Strip:
        at = y - (self.size.height - len(picture)) // 2
        if not 0 <= at < len(picture) or not style.color or not style.bgcolor:
            return Strip.blank(columns, around or style)
        return halves.strip(picture[at], style.color, style.bgcolor)

    def _text(self, y: int, style: Style) -> Strip:
        blocks = self.blocks
        columns = self.size.width - MARK - key_columns(self.capitals[0]) - SPACE
        at = y - (self.size.height - sum(block.rows for block in blocks)) // 2
        for block in blocks:
            if 0 <= at < block.rows:
                return letters.line(block, style, at, Size(columns, block.rows), False)
            at -= block.rows
        return Strip.blank(columns, style)

    @property
    def blocks(self) -> list[Block]:
        """The name and what stands below it, whole: the page was made so that they fit."""
        assert self.choice
        (name, detail), columns = self.capitals, name_columns(self.outer_size.width, self.capitals[0])
        called = letters.big(self.choice.name, name, columns) or letters.plain(self.choice.name, columns)
        below = letters.big(self.choice.detail, detail, columns) if detail else None
        return [called, below] if below else [called]


class Lead(Target):
    """A target that leads back or on: where it is one row high, its detail stands in its lower edge."""

    def go_by(self, key: str) -> None:
        """Be chosen by this key."""
        if key != self.key:
            self.key = key
            self.refresh()

    def offer(self, choice: Choice | None, place: Region, name: int = 0, detail: int = 0) -> None:
        super().offer(choice, place, name if place.height > 4 else 0)

    def _detail_in_edge(self, place: Region) -> bool:
        return super()._detail_in_edge(place) or place.height < 4

    @property
    def _has_detail(self) -> bool:
        return super()._has_detail and self.size.height > 1

    @property
    def blocks(self) -> list[Block]:
        """The name, as large as it fits: the row is as high on every page."""
        assert self.choice
        columns = name_columns(self.outer_size.width, self.capitals[0])
        name = letters.largest(self.choice.name, self.capitals[0], glyphs.SMALLEST, columns, self.size.height)
        return [name or letters.plain(self.choice.name, columns, self.size.height)]
