"""A hall as a process of its own: `python -m tests.display.hall.process STORE AHEAD NOTES`.

AHEAD is a file with the seconds that its clock is ahead. On NOTES, a file, it writes a line for each call that it
announces. On SIGUSR1 its own loop stands still for so long that the screen has to say so.
"""

import signal
import sys
import time
from datetime import UTC, datetime, timedelta
from pathlib import Path

from data.store import Store
from display.hall.app import Hall, HallApp

BLOCKED_S = 12


def main(store: str, ahead: str, notes: str) -> int:
    """Until it is ended by a signal."""

    def clock() -> datetime:
        return datetime.now(UTC) + timedelta(seconds=float(Path(ahead).read_text() or 0))

    app = HallApp(lambda: Store.open(store, clock=clock), clock, hall=Hall(mute=True))
    begin = app._announcements._begin_next

    def begin_next(now: datetime) -> None:
        begin(now)
        if call := app._announcements._current:
            with Path(notes).open("a") as file:
                print(call.ticket, call.window, file=file)

    app._announcements._begin_next = begin_next
    signal.signal(signal.SIGUSR1, lambda *_: time.sleep(BLOCKED_S))
    app.run()
    return app.return_code or 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
