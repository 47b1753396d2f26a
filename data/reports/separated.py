"""A report as CSV (RFC 4180), a row for each group."""

import csv
import io

from data.reports.figures import NAMES
from data.reports.report import Report

RISKY = ("=", "+", "-", "@", "\t", "\r", "\n")
"""With these a spreadsheet takes a text for a formula."""


def separated(report: Report) -> str:
    """A row of names, then the groups; what there is no figure for is empty."""
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(("group", "name", *NAMES))
    for group in report.groups:
        writer.writerow((harmless(group.group), harmless(group.name), *(group.figures[name] for name in NAMES)))
    return text.getvalue()


def harmless(text: str) -> str:
    """A text that a spreadsheet does not take for a formula: an apostrophe before what looks like one."""
    return f"'{text}" if text.startswith(RISKY) else text
