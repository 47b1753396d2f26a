"""A phone that takes a ticket."""

import re

import httpx

from tests.display.web.served import Served

KEY = re.compile(r'name="key" value="([A-Z0-9]+)"')


class Phone:
    """Opens the page and sends its form, as a browser does; follows no redirect."""

    def __init__(self, served: Served, **headers: str) -> None:
        self.address, self.headers = served.address, headers
        self.key = ""

    def ask(self, path: str, method: str = "GET", **fields: str) -> httpx.Response:
        data = fields if method == "POST" else None
        return httpx.request(method, self.address + path, headers=self.headers, data=data, timeout=20)

    def open(self, language: str = "en") -> str:
        """The page; its key is kept."""
        answer = self.ask(f"/take?language={language}")
        assert answer.status_code == 200
        self.key = KEY.findall(answer.text)[0]
        return answer.text

    def send(self, service: str = "passport", language: str = "en", **fields: str) -> httpx.Response:
        """Choose a service on the page that is open."""
        return self.ask("/take", "POST", key=self.key, service=service, language=language, **fields)

    def take(self, service: str = "passport", **fields: str) -> str:
        """Open the page and choose; the code of the ticket."""
        self.open()
        answer = self.send(service, **fields)
        assert answer.status_code == 303, answer.text
        return answer.headers["location"].removeprefix("/")
