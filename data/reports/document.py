"""A report as one JSON object."""

from typing import Any

from data.reports.report import Report


def document(report: Report) -> dict[str, Any]:
    """The fields: every group with its figures, each beside its n; null where there is none."""
    return {
        "from": report.period.first.isoformat(),
        "to": report.period.last.isoformat(),
        "by": report.by.value,
        "head": report.head,
        "made": report.made.isoformat(timespec="microseconds"),
        "timezone": report.timezone,
        "clock_set_back": report.set_back,
        "groups": [{"group": group.group, "name": group.name, **group.figures} for group in report.groups],
        "total": dict(report.total),
    }
