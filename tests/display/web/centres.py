"""What windows do in a served centre."""

from data import visitor, window
from data.store import Store
from tests.clocks import MovableClock


class Centre:
    """The store behind the pages, as the windows and the kiosk use it."""

    def __init__(self, url: str, clock: MovableClock) -> None:
        self.url, self.clock = url, clock
        self.codes: list[str] = []

    def open(self, *windows: int) -> None:
        with self.store() as store:
            for number in windows:
                window.open(store, window=number)

    def take(self, service: str = "passport", times: int = 1, language: str | None = None) -> None:
        with self.store() as store:
            taken = [visitor.take(store, service=service, language=language) for _ in range(times)]
        self.codes += [ticket.code for ticket in taken]

    def call(self, at: int, times: int = 1) -> list[str]:
        """Call, serve and finish so many, but the last stays called; their numbers."""
        called: list[str] = []
        with self.store() as store:
            for _ in range(times):
                if called:
                    window.start(store, window=at)
                    window.finish(store, window=at)
                ticket = window.call(store, window=at)
                assert ticket
                called.append(ticket.ticket)
        return called

    def store(self) -> Store:
        return Store.open(self.url, clock=self.clock)
