"""A browser whose every page is watched: what its console says, and whom it asks."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any
from urllib.parse import urlsplit

from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Page, Request, sync_playwright

CHROMIUM = "/usr/bin/chromium"
OPTIONS = ["--no-sandbox", "--disable-dev-shm-usage", "--disable-gpu", "--autoplay-policy=user-gesture-required"]
PHONE = (390, 844)
SMALL = (320, 640)
TV = (1920, 1080)
WAIT_MS = 10_000


@contextmanager
def chromium() -> Iterator[Browser]:
    """Debian's browser, without a window."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=OPTIONS)
        try:
            yield browser
        finally:
            browser.close()


class Visitors:
    """Opens browsers of visitors: each has its own storage. `faults` are what must be empty at the end."""

    def __init__(self, browser: Browser, address: str) -> None:
        self.browser, self.address = browser, address
        self.host = urlsplit(address).netloc
        self.faults: list[str] = []
        self.expected: list[str] = []
        self.opened: list[BrowserContext] = []

    def __call__(self, size: tuple[int, int] = PHONE, **options: Any) -> Page:
        """A page of a new visitor, with `options` of Playwright's new_context; nothing is open in it yet."""
        width, height = size
        context = self.browser.new_context(
            **{"viewport": {"width": width, "height": height}, "base_url": self.address, "locale": "en-GB", **options}
        )
        context.set_default_timeout(WAIT_MS)
        context.on("request", self._asked)
        context.on("console", self._said)
        context.on("weberror", lambda error: self.faults.append(f"error: {error.error}"))
        self.opened.append(context)
        return context.new_page()

    def expect(self, *words: str) -> None:
        """What the console may say in this test, as the browser does of itself when the net is away."""
        self.expected += words

    def close(self) -> None:
        """Let all go, and fail where a page said or asked for what it must not."""
        for context in self.opened:
            context.close()
        assert not self.faults, "\n".join(self.faults)

    def _asked(self, request: Request) -> None:
        target = urlsplit(request.url)
        if target.scheme not in ("data", "blob") and target.netloc != self.host:
            self.faults.append(f"asked another host: {request.url}")

    def _said(self, message: ConsoleMessage) -> None:
        if message.type in ("error", "warning") and not any(words in message.text for words in self.expected):
            self.faults.append(f"console: {message.text} ({message.location.get('url', '')})")
