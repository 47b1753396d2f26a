"""Many open pages in one process: `python -m tests.bench.open_pages PORT` keeps a stream open for each path it is told.

It reads a JSON list of paths, prints a line when each page has been told something, and answers each further line with
what every page was told since: moments by the monotonic clock, which all processes of a machine share. A page comes
back as a browser's does: after the time that the server told, 3 s otherwise.
"""

import asyncio
import json
import re
import sys
from time import monotonic_ns

TOGETHER = 50
RETRY = 3.0
REQUEST = "GET {path} HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nAccept: text/event-stream\r\n\r\n"
TOLD = re.compile(rb"^data: ?({.*)$", re.MULTILINE)
PAUSE = re.compile(rb"^retry: ?([0-9]+)$", re.MULTILINE)
AHEAD = re.compile(rb'"title": ?"[A-Z]+[0-9]+ \xc2\xb7 ([0-9,]*)')
WAITS = re.compile(rb'"state": ?"waiting"')


class Page(asyncio.Protocol):
    """One page; `told` are moments in ns with the people ahead, -1 where it says another state than waiting."""

    def __init__(self, port: int, path: str) -> None:
        self.port, self.path = port, path
        self.told: list[tuple[int, int]] = []
        self.first = asyncio.Event()
        self.statuses: list[int] = []
        self.bytes = 0
        self._retry = RETRY
        self._rest = b""

    async def open(self) -> None:
        """Connect; after a pause, as often as it takes."""
        loop = asyncio.get_running_loop()
        while True:
            try:
                await loop.create_connection(lambda: self, "127.0.0.1", self.port)
                return
            except OSError:
                await asyncio.sleep(self._retry)

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        assert isinstance(transport, asyncio.Transport)
        self._rest = b""
        transport.write(REQUEST.format(path=self.path, port=self.port).encode())

    def data_received(self, data: bytes) -> None:
        now = monotonic_ns()
        self.bytes += len(data)
        *events, self._rest = (self._rest + data).split(b"\n\n")
        for event in events:
            self._read(event, now)

    def _read(self, event: bytes, now: int) -> None:
        if event.startswith(b"HTTP/1.1 "):
            self.statuses.append(int(event[9:12]))
        if pause := PAUSE.search(event):
            self._retry = int(pause[1]) / 1000
        if found := TOLD.search(event):
            self.told.append((now, value(found[1])))
            self.first.set()

    def connection_lost(self, exc: Exception | None) -> None:
        later.add(asyncio.get_running_loop().create_task(self._again()))

    async def _again(self) -> None:
        await asyncio.sleep(self._retry)
        await self.open()


later: set[asyncio.Task[None]] = set()


def value(told: bytes) -> int:
    """What a page was told, as a number that only falls."""
    if not WAITS.search(told):
        return -1
    ahead = AHEAD.search(told)
    return int(ahead[1].replace(b",", b"") or 0) if ahead else -1


async def main(port: int) -> None:
    """Until stdin ends."""
    pages = [Page(port, path) for path in json.loads(await line())]
    for begin in range(0, len(pages), TOGETHER):
        some = pages[begin : begin + TOGETHER]
        await asyncio.gather(*(page.open() for page in some))
        await asyncio.gather(*(page.first.wait() for page in some))
    print("ready", flush=True)
    while await line():
        told = [page.told for page in pages]
        for page in pages:
            page.told = page.told[-1:]
        odd = sum(status != 200 for page in pages for status in page.statuses)
        print(json.dumps({"told": told, "odd": odd, "bytes": sum(page.bytes for page in pages)}), flush=True)


async def line() -> str:
    """The next line of stdin, empty at its end."""
    return await asyncio.to_thread(sys.stdin.readline)


if __name__ == "__main__":
    asyncio.run(main(int(sys.argv[1])))
