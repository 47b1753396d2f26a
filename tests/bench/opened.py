"""The open pages as whoever acts sees them, and how soon a call reaches each."""

import json
import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass

Told = list[list[tuple[int, int]]]


@dataclass
class Opened:
    """Pages that a process of its own holds open, in the order of their paths."""

    process: "subprocess.Popen[str]"
    odd: int = 0
    """How many answers were no streams."""
    bytes: int = 0
    """How many have come in all."""

    def told(self) -> Told:
        """What each page was told since this was last asked, and the last of what it was told before."""
        assert self.process.stdin
        assert self.process.stdout
        self.process.stdin.write("told\n")
        self.process.stdin.flush()
        answer = json.loads(self.process.stdout.readline())
        self.odd, self.bytes = answer["odd"], answer["bytes"]
        return answer["told"]


@contextmanager
def opened(port: int, paths: Sequence[str]) -> Iterator[Opened]:
    """The streams at `paths`, each of which has been told something."""
    command = [sys.executable, "-m", "tests.bench.open_pages", str(port)]
    process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
    try:
        assert process.stdin
        assert process.stdout
        process.stdin.write(json.dumps(list(paths)) + "\n")
        process.stdin.flush()
        assert process.stdout.readline() == "ready\n"
        yield Opened(process)
    finally:
        process.kill()
        process.communicate()


def delays(told: Told, calls: Sequence[int], over: int = 0) -> tuple[list[float], int]:
    """Seconds from each of the `calls` (ns) to each page that it changes, and how many of those it never reached.

    The pages are in the order of their turns, and the first of them are `over`; each call takes the next one, and is
    there when a page says at most so many ahead as that leaves it: what a later call left says it too.
    """
    found, missing = [], 0
    for number, moments in enumerate(told[over:]):
        for call, begun in enumerate(calls[: number + 1]):
            most = number - call - 1
            at = next((moment for moment, ahead in moments if ahead <= most and moment >= begun), None)
            if at is None:
                missing += 1
            else:
                found.append((at - begun) / 1e9)
    return found, missing


def heard(told: Told, calls: Sequence[int]) -> tuple[list[float], int]:
    """The same for pages that each call changes, such as a hall: until a page is told anything."""
    found, missing = [], 0
    for moments in told:
        for begun in calls:
            at = next((moment for moment, _ in moments if moment >= begun), None)
            if at is None:
                missing += 1
            else:
                found.append((at - begun) / 1e9)
    return found, missing


def right_again(told: Told, since: int, over: int) -> list[float | None]:
    """Seconds from `since` (ns) until each page said what is true where so many are `over`; None: it never did."""
    found: list[float | None] = []
    for number, moments in enumerate(told):
        true = max(number - over, -1)
        at = next((moment for moment, ahead in moments if ahead == true and moment >= since), None)
        found.append(at and (at - since) / 1e9)
    return found
