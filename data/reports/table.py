"""A report as a table for a terminal, within 80 columns where the names allow it."""

from collections.abc import Iterable
from textwrap import wrap

from data.reports.blocks import BLOCKS, Block, written
from data.reports.definitions import DEFINITIONS, Definition
from data.reports.figures import Figures
from data.reports.headings import GROUPS, TOTAL, lines, title
from data.reports.report import Report
from data.texts import Words, mark

WIDTH = 80
GAP = 2
SHORTEST_NAME = 8


def table(report: Report, say: Words) -> str:
    """The report in lines of plain text."""
    parts = [title(report, say), *lines(report, say)]
    for block in BLOCKS:
        parts += ["", *_block(report, block, say)]
    return "\n".join([*parts, "", *explained(DEFINITIONS, say)]) + "\n"


def _block(report: Report, block: Block, say: Words) -> list[str]:
    rows = [(group.name, group.figures) for group in report.groups] + [(say(TOTAL), report.total)]
    cells = [[plain(name), *_cells(figures, block, say)] for name, figures in rows]
    heads = [say(GROUPS[report.by]), *(say(column.heading) for column in block.columns)]
    widths = [max(len(row[index]) for row in [heads, *cells]) for index in range(len(heads))]
    widths[0] = min(widths[0], max(SHORTEST_NAME, WIDTH - sum(GAP + width for width in widths[1:])))
    return [say(block.title), *(_line(row, widths) for row in [heads, *cells])]


def _cells(figures: Figures, block: Block, say: Words) -> list[str]:
    return [written(figures, column, say) for column in block.columns]


def _line(cells: list[str], widths: list[int]) -> str:
    name, *others = cells
    cut = name if len(name) <= widths[0] else f"{name[: widths[0] - 1]}…"
    right = (cell.rjust(width) for cell, width in zip(others, widths[1:], strict=True))
    return (" " * GAP).join([cut.ljust(widths[0]), *right]).rstrip()


def explained(definitions: Iterable[Definition], say: Words) -> list[str]:
    """What the figures are, in lines."""
    said = [say(mark("Definitions"))]
    for definition in definitions:
        said += wrap(f"{say(definition.figure)}: {say(definition.text)}", WIDTH, subsequent_indent="  ")
    return said


def plain(text: str) -> str:
    """A name without anything that would move a terminal's cursor."""
    return "".join(filter(str.isprintable, text))
