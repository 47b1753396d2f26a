"""A report of satisfaction in the formats of every report: a table, CSV, JSON, and one HTML file."""

import csv
import io
from collections.abc import Iterator, Mapping
from datetime import date
from html import escape
from typing import Any

from data.reports.blocks import NOTHING
from data.reports.definitions import SATISFACTION
from data.reports.headings import TOTAL, lines, title
from data.reports.page import explained as explained_on_page
from data.reports.page import whole
from data.reports.satisfaction import Group, Satisfaction, Share
from data.reports.separated import harmless
from data.reports.table import GAP, WIDTH, explained, plain
from data.texts import Words, mark

TITLES = {
    "overall": mark("Satisfied with the visit"),
    "access": mark("Easy to get to"),
    "cost": mark("Fair cost"),
    "process": mark("Simple process"),
    "equal-treatment": mark("Equal treatment"),
    "time": mark("Reasonable time"),
}
HEADS = (mark("Month"), mark("Service"), mark("n"), mark("satisfied"), mark("share"), mark("95 % interval"))
LEFT = 2
"""So many columns are names; the others are figures."""
NAMES = tuple(f"{question.replace('-', '_')}_{figure}" for question in TITLES for figure in Share._fields)


def figures(shares: Mapping[str, Share]) -> dict[str, Any]:
    """The figures of all questions by their names in JSON and CSV."""
    return dict(zip(NAMES, (value for question in TITLES for value in shares[question]), strict=True))


def document(report: Satisfaction) -> dict[str, Any]:
    """The report as one JSON object; null where there is no figure."""
    return {
        "from": report.period.first.isoformat(),
        "to": report.period.last.isoformat(),
        "head": report.head,
        "made": report.made.isoformat(timespec="microseconds"),
        "timezone": report.timezone,
        "groups": [{**_named(group), **figures(group.shares)} for group in report.groups],
        "total": figures(report.total),
    }


def separated(report: Satisfaction) -> str:
    """The report as CSV (RFC 4180), a row for each service and month."""
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(("month", "service", "name", *NAMES))
    for group in report.groups:
        writer.writerow((*map(harmless, _named(group).values()), *figures(group.shares).values()))
    return text.getvalue()


def _named(group: Group) -> dict[str, str]:
    return {"month": group.month, "service": group.service, "name": group.name}


def table(report: Satisfaction, say: Words) -> str:
    """The report in lines of plain text, within 80 columns."""
    parts = [title(report, say), *lines(report, say)]
    for question, heading in TITLES.items():
        parts += ["", say(heading), *_lines(list(_rows(report, question, say)), say)]
    return "\n".join([*parts, "", *explained(SATISFACTION, say)]) + "\n"


def _lines(rows: list[tuple[str, str, Share]], say: Words) -> Iterator[str]:
    cells = [[say(head) for head in HEADS]]
    cells += [[plain(month), plain(service), *_written(share, say)] for month, service, share in rows]
    widths = [max(len(row[index]) for row in cells) for index in range(len(HEADS))]
    widths[1] = min(widths[1], WIDTH - sum(widths) + widths[1] - GAP * (len(widths) - 1))
    for row in cells:
        row[1] = row[1] if len(row[1]) <= widths[1] else f"{row[1][: widths[1] - 1]}…"
        names = [cell.ljust(width) for cell, width in zip(row[:LEFT], widths, strict=False)]
        told = [cell.rjust(width) for cell, width in zip(row[LEFT:], widths[LEFT:], strict=True)]
        yield (" " * GAP).join([*names, *told]).rstrip()


def page(report: Satisfaction, say: Words) -> str:
    """The report as one HTML file in the language of `say`."""
    body = [part for question in TITLES for part in _table(report, question, say)]
    return whole(report, [*body, *explained_on_page(SATISFACTION, say)], say)


def _table(report: Satisfaction, question: str, say: Words) -> Iterator[str]:
    heading = escape(say(TITLES[question]))
    heads = "".join(f'<th scope="col">{escape(say(head))}</th>' for head in HEADS)
    yield f'<section aria-labelledby="{question}">\n<h2 id="{question}">{heading}</h2>\n<table>'
    yield f"<caption>{heading}</caption>\n<thead><tr>{heads}</tr></thead>\n<tbody>"
    *rows, total = [_row(row, say) for row in _rows(report, question, say)]
    yield from rows
    yield f"</tbody>\n<tfoot>\n{total}\n</tfoot>\n</table>\n</section>"


def _row(row: tuple[str, str, Share], say: Words) -> str:
    month, service, share = row
    cells = "".join(f"<td>{escape(cell)}</td>" for cell in _written(share, say))
    return f'<tr><th scope="row">{escape(month)}</th><td>{escape(service)}</td>{cells}</tr>'


def _rows(report: Satisfaction, question: str, say: Words) -> Iterator[tuple[str, str, Share]]:
    for group in report.groups:
        yield _month(group.month, say), group.name, group.shares[question]
    yield say(TOTAL), "", report.total[question]


def _month(month: str, say: Words) -> str:
    from babel.dates import format_skeleton

    return format_skeleton("yMMMM", date.fromisoformat(f"{month}-01"), locale=say.language)


def _written(share: Share, say: Words) -> list[str]:
    """The figures as people read them; a dash where there is none."""
    if share.share is None or share.low is None or share.high is None:
        return ["0", *[NOTHING] * 3]
    between = say(mark("{low}–{high} %"), low=round(100 * share.low), high=round(100 * share.high))
    return [str(share.n), str(share.satisfied), say(mark("{n} %"), n=round(100 * share.share)), between]
