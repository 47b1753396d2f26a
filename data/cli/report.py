"""The command of the figures: report."""

import json
from argparse import Namespace
from pathlib import Path
from typing import TYPE_CHECKING

from data.cli.answers import answering
from data.cli.bookings import day
from data.cli.commands import add, argument
from data.cli.opened import opened
from data.environment import environment

if TYPE_CHECKING:
    from data.cli.commands import Commands
    from data.reports.report import Report
    from data.texts import Words

BY = ("hour", "weekday", "day", "service", "agency", "window", "operator", "class", "language")
FORMATS = ("table", "csv", "json", "html")


def describe(commands: "Commands") -> None:
    """Add the command."""
    add(
        commands,
        "report",
        report,
        "Tell the figures of a day, or of several.",
        argument("--from", dest="first", metavar="DAY", type=day, help="the first service day; today without it"),
        argument("--to", dest="last", metavar="DAY", type=day, help="the last one, in it too; today without it"),
        argument("--by", choices=BY, help="the groups; without it the hours of one day, or the days of several"),
        argument("--format", choices=FORMATS, default="table", help="table, for people, without it"),
        argument("--out", metavar="FILE", type=Path, help="write it to this file"),
    )


def report(given: Namespace) -> None:
    """`novbe report`"""
    from data.reports.file import save
    from data.reports.grouping import By
    from data.reports.report import report as reported
    from data.texts import words

    settings = environment()
    say = words(settings.language)
    with answering(given.format == "json"), opened() as store:
        by = None if given.by is None else By(given.by)
        found = reported(store, first=given.first, last=given.last, by=by, say=say, url=settings.store)
        text = _text(found, given.format, say)
        if given.out is None:
            print(text.encode(errors="backslashreplace").decode(), end="")
        else:
            save(text, given.out)
            print(f"The report is in {given.out}.")


def _text(report: "Report", format: str, say: "Words") -> str:  # noqa: A002
    match format:
        case "csv":
            from data.reports.separated import separated

            return separated(report)
        case "json":
            from data.reports.document import document

            return f"{json.dumps(document(report), ensure_ascii=False)}\n"
        case "html":
            from data.reports.page import page

            return page(report, say)
    from data.reports.table import table

    return table(report, say)
