"""Open a store for a screen: where there is none yet, with the default centre."""

import json
import subprocess
import sys
from collections.abc import Callable

from data.refused import Refused
from data.store import Store


class Opener:
    """Opens the store at `url`, which the environment names as well, each time that it is called.

    Until it has done so once, it makes a store where there is none, and tells `created` where that lies. Afterwards it
    only opens: a store that went away is to come back, and not to be followed by an empty one.
    """

    def __init__(self, url: str, *, created: Callable[[str], None]) -> None:
        self._url = url
        self._created = created
        self._known = False
        self._calls = 0

    def __call__(self) -> Store:
        self._calls += 1
        try:
            store = Store.open(self._url)
        except Refused as refused:
            if self._known or refused.code != "store-missing" or not self._worth_making():
                raise
            self._created(made())
            store = Store.open(self._url)
        self._known = True
        return store

    def _worth_making(self) -> bool:
        """At the calls 1, 2, 4, 8 …: a server that cannot be reached for long should not cost a process a second."""
        return self._calls.bit_count() == 1


def made() -> str:
    """Make the store that the environment names, by `novbe init`; where it lies. Raises Refused as that does.

    In a process of its own: what only a new store needs would take 10 MB of a screen's memory for months.
    """
    command = [sys.executable, "-m", "novbe", "init", "--json"]
    done = subprocess.run(command, stdin=subprocess.DEVNULL, capture_output=True, encoding="utf-8", check=False)
    answer = json.loads(done.stdout)
    if "error" in answer:
        raise Refused(answer["error"], answer["message"])
    return answer["store"]
