"""The command of the figures: report."""

import json
from argparse import Namespace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from data.cli.answers import answering
from data.cli.bookings import day
from data.cli.commands import add, argument
from data.cli.opened import opened
from data.environment import environment
from data.refused import Refused

if TYPE_CHECKING:
    from data.cli.commands import Commands
    from data.store import Store
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
        argument("--satisfaction", action="store_true", help="how satisfied visitors were, by service and month"),
        argument("--format", choices=FORMATS, default="table", help="table, for people, without it"),
        argument("--out", metavar="FILE", type=Path, help="write it to this file"),
    )


def report(given: Namespace) -> None:
    """`novbe report`"""
    from data.reports.file import save
    from data.texts import words

    settings = environment()
    say = words(settings.language)
    with answering(given.format == "json"), opened() as store:
        text = (_satisfaction if given.satisfaction else _figures)(store, given, say, settings.store)
        if given.out is None:
            print(text.encode(errors="backslashreplace").decode(), end="")
        else:
            save(text, given.out)
            print(f"The report is in {given.out}.")


def _figures(store: "Store", given: Namespace, say: "Words", url: str | None) -> str:
    from data.reports.grouping import By
    from data.reports.report import report as reported

    by = None if given.by is None else By(given.by)
    found = reported(store, first=given.first, last=given.last, by=by, say=say, url=url)
    match given.format:
        case "csv":
            from data.reports.separated import separated

            return separated(found)
        case "json":
            from data.reports.document import document

            return _object(document(found))
        case "html":
            from data.reports.page import page

            return page(found, say)
    from data.reports.table import table

    return table(found, say)


def _satisfaction(store: "Store", given: Namespace, say: "Words", url: str | None) -> str:
    from data.reports import satisfied
    from data.reports.satisfaction import satisfaction

    if given.by is not None:
        raise Refused("not-allowed", "Satisfaction is told by service and month: leave out --by.")
    found = satisfaction(store, first=given.first, last=given.last, say=say)
    match given.format:
        case "csv":
            return satisfied.separated(found)
        case "json":
            return _object(satisfied.document(found))
        case "html":
            return satisfied.page(found, say)
    return satisfied.table(found, say)


def _object(document: dict[str, Any]) -> str:
    return f"{json.dumps(document, ensure_ascii=False)}\n"
