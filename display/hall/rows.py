"""The ordinary lines of the hall: every entry whole, or cut with an ellipsis; what does not fit has its own turn."""

from collections.abc import Sequence

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


def pages(queues: int, width: int, rows: int) -> int:
    """How many pages so many queues need."""
    return max(1, -(-queues // (_side(width) * rows))) if rows > 0 else 1


def waiting(queues: Sequence[tuple[str, int]], width: int, rows: int, page: int = 0) -> Content:
    """Names and how many wait, those with somebody first: so many of them as fit on a page, the first being 0."""
    side = _side(width)
    cell = (width + GAP) // side - GAP
    ordered = sorted(queues, key=lambda queue: not queue[1])[page * side * rows :][: side * rows]
    cells = [_queue(name, count, cell) for name, count in ordered]
    return columns(cells, side, width, min(rows, -(-len(cells) // side)))


def columns(cells: Sequence[Content], side: int, width: int, rows: int) -> Content:
    """`cells` down `side` equal columns of `rows` lines."""
    wide = (width + GAP) // side - GAP
    lines = [cells[row : side * rows : rows] for row in range(min(rows, len(cells)))]
    gap = Content(" " * GAP)
    return Content("\n").join(gap.join(cell.truncate(wide, ellipsis=True, pad=True) for cell in line) for line in lines)


def _side(width: int) -> int:
    return max(1, (width + GAP) // (SERVICE_WIDTH + GAP))


def _queue(name: str, count: int, width: int) -> Content:
    room = max(1, width - COUNT_WIDTH)
    label = Content(" ".join(name.split())).truncate(room, ellipsis=True, pad=True)
    return Content.assemble(label, (f"{count:>{COUNT_WIDTH}}", "bold $accent" if count else ""))
