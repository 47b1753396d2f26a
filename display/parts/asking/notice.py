"""The line that says what was done, what was refused and why, and that the store is lost."""

from datetime import datetime, timedelta

from textual.content import Content
from textual.widgets import Static

SHORTLY = timedelta(seconds=10)
MARKS = {"done": "●", "refused": "!", "lost": "×"}


class Notice(Static):
    """One thing at a time: "done" stays until the next, "refused" goes by itself, "lost" stands while it is so."""

    kind = ""
    told_at: datetime | None = None

    def tell(self, kind: str, text: str, now: datetime) -> None:
        """Say `text`, with the mark and the colour of `kind`."""
        self.kind, self.told_at = kind, now
        for known in MARKS:
            self.set_class(known == kind, f"-{known}")
        self.update(Content.assemble((f"{MARKS[kind]} ", "bold"), text))

    def tick(self, now: datetime) -> None:
        """Let go of what was said only for a while."""
        if self.kind == "refused" and self.told_at and now - self.told_at >= SHORTLY:
            self.clear()

    def clear(self) -> None:
        """Say nothing."""
        self.kind = ""
        self.remove_class(*(f"-{known}" for known in MARKS))
        self.update("")
