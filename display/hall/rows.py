"""The ordinary lines of the hall: every entry whole, or cut with an ellipsis, or counted."""

from collections.abc import Callable, Sequence

from textual.content import Content

from data.views import Call

GAP = 3
CALL_WIDTH = 12
SERVICE_WIDTH = 36
COUNT_WIDTH = 5


def calls(calls: Sequence[Call], width: int, rows: int) -> Content:
    """`A007 → 3` in as many columns as fit, newest first, down each column; those that do not fit are left out."""
    wide = max((len(call.ticket) for call in calls), default=0)
    cells = [Content(f"{call.ticket:<{wide}} → {call.window}") for call in calls]
    return columns(cells, max(1, (width + GAP) // (max(CALL_WIDTH, wide + 6) + GAP)), width, rows)


def waiting(queues: Sequence[tuple[str, int]], width: int, rows: int, more: Callable[[int], str]) -> Content:
    """Names and how many wait, those with somebody first; `more` says how many there are besides."""
    ordered = sorted(queues, key=lambda queue: not queue[1])
    side = max(1, (width + GAP) // (SERVICE_WIDTH + GAP))
    cell = (width + GAP) // side - GAP
    room = side * rows
    left_out = len(ordered) - room + 1 if len(ordered) > room else 0
    cells = [_queue(name, count, cell) for name, count in ordered[: len(ordered) - left_out]]
    if left_out:
        cells.append(Content(more(left_out)))
    return columns(cells, side, width, min(rows, -(-len(cells) // side)))


def columns(cells: Sequence[Content], side: int, width: int, rows: int) -> Content:
    """`cells` down `side` equal columns of `rows` lines."""
    wide = (width + GAP) // side - GAP
    lines = [cells[row : side * rows : rows] for row in range(min(rows, len(cells)))]
    gap = Content(" " * GAP)
    return Content("\n").join(gap.join(cell.truncate(wide, ellipsis=True, pad=True) for cell in line) for line in lines)


def _queue(name: str, count: int, width: int) -> Content:
    room = max(1, width - COUNT_WIDTH)
    label = Content(" ".join(name.split())).truncate(room, ellipsis=True, pad=True)
    return Content.assemble(label, (f"{count:>{COUNT_WIDTH}}", "bold $accent" if count else ""))
