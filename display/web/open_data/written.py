"""A view as programs read it."""

import json
from dataclasses import asdict
from datetime import datetime


def written(view: object) -> str:
    """A view as JSON on one line."""
    return json.dumps(asdict(view), ensure_ascii=False, default=_moment)  # pyright: ignore[reportArgumentType]


def _moment(value: object) -> str:
    if isinstance(value, datetime):
        return value.isoformat(timespec="microseconds")
    raise TypeError(f"{type(value).__name__} has no JSON form")
