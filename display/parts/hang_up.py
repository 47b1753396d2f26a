"""Is the terminal gone? Where nobody sends SIGHUP, Textual would read its end for ever, as fast as it can."""

import asyncio
import os
import sys
import time
from collections.abc import Callable
from contextlib import suppress
from select import POLLIN, poll
from threading import Thread

GRACE_S = 0.8


def watch(gone: Callable[[], object], exit_code: int) -> Callable[[], None]:
    """Have the running loop call `gone` once the terminal of stdin has hung up; what is returned ends the watch.

    Textual may block for ever then, on a thread that could not write: so after 0.8 s the process ends with `exit_code`
    whatever it does. Does nothing where stdin is no terminal.
    """
    if sys.__stdin__ is None or not sys.__stdin__.isatty():
        return lambda: None
    loop = asyncio.get_running_loop()
    ended, end = os.pipe()
    news = poll()
    news.register(sys.__stdin__.fileno(), 0)  # hears of nothing but a hang-up
    news.register(ended, POLLIN)

    def wait() -> None:
        heard = [number for number, _ in news.poll()]
        os.close(ended)
        if ended not in heard:
            with suppress(RuntimeError):  # the loop has ended already
                loop.call_soon_threadsafe(gone)
            time.sleep(GRACE_S)
            os._exit(exit_code)

    Thread(target=wait, name="hang-up", daemon=True).start()
    return lambda: os.close(end)
