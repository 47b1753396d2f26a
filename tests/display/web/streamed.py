"""Reading a stream of server-sent events, with a limit."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from time import monotonic
from typing import Any

import httpx


@dataclass
class Heard:
    """One event."""

    event: str = "message"
    id: str = ""
    data: str = ""


@dataclass
class Listening:
    """A stream that is open."""

    lines: Iterator[str]
    until: float

    def next(self, *kinds: str) -> Heard:
        """The next event, or the next of these kinds; fails where none comes in time."""
        while True:
            heard = self._next()
            if not kinds or heard.event in kinds:
                return heard

    def _next(self) -> Heard:
        found: dict[str, str] = {}
        data: list[str] = []
        for line in self.lines:
            assert monotonic() < self.until, "it did not come in time"
            name, _, value = line.partition(":")
            if not line and data:
                return Heard(found.get("event", "message"), found.get("id", ""), "\n".join(data))
            if name == "data":
                data.append(value.removeprefix(" "))
            elif name:
                found[name] = value.strip()
        raise AssertionError("the stream has ended")


@contextmanager
def listening(url: str, seconds: float = 30, **options: Any) -> Iterator[Listening]:
    """Listen to the stream at `url`, at most for so long."""
    with httpx.stream("GET", url, timeout=seconds, **options) as response:
        assert response.status_code == 200
        assert response.headers["content-type"].startswith("text/event-stream")
        yield Listening(response.iter_lines(), monotonic() + seconds)
