"""Waiting for news, with a limit."""

import asyncio


class Bell:
    """Wakes all who wait for it. In one loop."""

    __slots__ = ("_waiting",)

    def __init__(self) -> None:
        self._waiting: set[asyncio.Future[None]] = set()

    def ring(self) -> None:
        """Wake all who wait now."""
        waiting, self._waiting = self._waiting, set()
        for one in waiting:
            _wake(one)

    async def wait(self, seconds: float | None = None) -> None:
        """Until it rings, and at most so long, if that is given."""
        loop = asyncio.get_running_loop()
        woken: asyncio.Future[None] = loop.create_future()
        self._waiting.add(woken)
        # Not asyncio.timeout, which cancels the task: with thousands that wait this is half the work.
        limit = None if seconds is None else loop.call_later(seconds, _wake, woken)
        try:
            await woken
        finally:
            if limit:
                limit.cancel()
            self._waiting.discard(woken)


def _wake(one: asyncio.Future[None]) -> None:
    if not one.done():
        one.set_result(None)
