"""The choices of a question, as a list."""

from collections.abc import Sequence

from textual.content import Content
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from data.texts import Words, mark

MORE, NONE = mark("+ {n} more"), mark("Nothing found")
MOST = 9


class Choices(OptionList, can_focus=False):
    """The choices; below them how many more there are. Keeps its height when fewer are found."""

    def __init__(self, count: int, say: Words) -> None:
        super().__init__()
        self.styles.height = min(count, MOST) + 1
        self.say = say

    def offer(self, texts: Sequence[str], highlighted: int | None) -> None:
        """Show these instead."""
        self.set_options([Option(Content(text)) for text in texts])
        self.highlighted = highlighted
        self.call_after_refresh(self._count)

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        super().watch_scroll_y(old_value, new_value)
        self._count()

    def _count(self) -> None:
        below = self.virtual_size.height - self.content_size.height - round(self.scroll_y)
        some = self.say(MORE, n=below) if below > 0 else ""
        self.border_subtitle = Content(some if self.option_count else self.say(NONE))
