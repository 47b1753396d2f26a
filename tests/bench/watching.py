"""Another process that waits for changes: `python -m tests.bench.watching STORE` prints a line for each call it sees.

A line is the revision and the nanoseconds of the monotonic clock, which all processes of a machine share.
"""

import sys
import time

from data import changes, log
from data.store import Store


def main(url: str) -> None:
    """Until it is ended by a signal."""
    with Store.open(url) as store:
        seen = changes.newest(store)
        print("ready", flush=True)
        while True:
            newest = changes.wait(store, seen=seen, timeout=60)
            for call in log.calls(store, since=seen):
                print(call.revision, time.monotonic_ns(), flush=True)
            seen = newest


if __name__ == "__main__":
    main(sys.argv[1])
