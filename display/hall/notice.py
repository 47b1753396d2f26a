"""What is said where there are no calls to show, in letters as large as they fit."""

from display.parts.letters import Letters, big, plain

HIGHEST, LOWEST, STEP = 32, 6, 2
"""Half cells of a capital."""


class Notice(Letters):
    """A sentence or two in the middle of the screen."""

    def tell(self, text: str, columns: int, rows: int, large: bool) -> None:
        """Show `text` in so much room; in `large` letters where it fits."""
        sizes = range(min(HIGHEST, columns // 5, rows), LOWEST - 1, -STEP) if large else ()
        fitting = (block for size in sizes if (block := big(text, size, columns, rows)))
        self.styles.height = rows
        self.show(next(fitting, None) or plain(text, columns, rows))
