"""The rows of an overview, for tests."""

from datetime import timedelta

from data.overview.views import Alert, Line, Overview, Post

MINUTE = timedelta(minutes=1)


def post(seen: Overview, number: int) -> Post:
    """The row of a window."""
    return next(post for post in seen.posts if post.window == number)


def line(seen: Overview, service: str) -> Line:
    """The row of a service."""
    return next(line for line in seen.lines if line.service == service)


def of_kind(seen: Overview, kind: str) -> list[Alert]:
    """The alerts of a kind."""
    return [alert for alert in seen.alerts if alert.kind == kind]
