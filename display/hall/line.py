"""Ordinary text that is painted again only when it has changed."""

from typing import Any

from textual.content import Content
from textual.widgets import Static


class Line(Static):
    """Text without markup. What does not fit into its width ends in an ellipsis."""

    def __init__(self, **options: Any) -> None:
        super().__init__(markup=False, **options)
        self._shown = Content()

    def show(self, text: Content | str) -> None:
        """Show `text`."""
        content = text if isinstance(text, Content) else Content(text)
        if not content.is_same(self._shown):
            self._shown = content
            self.update(content, layout=False)
