"""What a screen needs before it starts."""

import gc
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import cache
from typing import TYPE_CHECKING

from data.cli.answers import answering
from data.environment import environment

if TYPE_CHECKING:
    from data.opening import Opener
    from data.store import Store


@contextmanager
def screen() -> Iterator[Callable[[], "Store"]]:
    """How to open the store that the environment names, for a screen's thread; a refusal ends with exit code 1.

    Where there is no store yet it is made, and once the screen is left, stderr tells where it lies. Meanwhile nobody
    looks for garbage, of which a start makes hardly any: that takes 15 ms. The screen switches it on again.
    """
    gc.disable()
    made: list[str] = []

    @cache
    def opener() -> "Opener":
        from data.opening import Opener  # not before the first paint

        return Opener(environment().store, created=made.append)

    with answering(False):
        try:
            yield lambda: opener()()
        finally:
            gc.enable()
            for url in made:
                print(f"The store was created: {url}", file=sys.stderr)
