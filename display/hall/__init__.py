"""The hall screen: who goes where."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from data.clock import Clock

if TYPE_CHECKING:
    from data.store import Store


def run(open_store: "Callable[[], Store]", clock: Clock) -> int:
    """Show the hall until it is ended; gives the exit code."""
    from display.hall.app import HallApp  # Textual takes 140 ms, and `novbe --help` needs none of it

    app = HallApp(open_store, clock)
    app.run()
    return app.return_code or 0
