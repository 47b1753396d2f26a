"""What a locked kiosk does not hear. The terminal around it must be locked as well."""

import asyncio
import signal

DEAF_TO = (signal.SIGINT, signal.SIGQUIT, signal.SIGTSTP)
QUIT = 4
"""The exit code after "Quit" in the maintenance screen: a service manager does not start the kiosk again then."""


def close_ears() -> None:
    """Let the keyboard's signals pass unheard; SIGTERM and SIGHUP still end the app, for a service manager."""
    loop = asyncio.get_running_loop()
    for number in DEAF_TO:
        loop.add_signal_handler(number, lambda: None)


def open_ears() -> None:
    """Hear them again."""
    loop = asyncio.get_running_loop()
    for number in DEAF_TO:
        loop.remove_signal_handler(number)
