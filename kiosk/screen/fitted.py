"""Names of any length in the room there is."""

from textual.content import Content


def fitted(text: str, width: int, most: int) -> list[str]:
    """`text` in at most `most` lines of `width` cells; what has no room ends in an ellipsis."""
    text = " ".join(text.split())
    if not text or width < 2 or most < 1:
        return []
    lines = [line.plain.strip() for line in Content(text).wrap(width)]
    if len(lines) > most:
        lines[most - 1 :] = [Content(lines[most - 1] + " " * width).truncate(width - 1).plain.rstrip() + "…"]
    return lines
