"""A screen that nobody sees, with the kiosk's terminal on it: sway without outputs, foot, and keys by wtype."""

import os
import shutil
import subprocess
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path
from subprocess import DEVNULL

import psutil

from tests.programs import needs

WAIT_S = 20.0
PAUSE_S = 0.05
STILL_S = 0.4
NOBODY = ("setpriv", "--reuid=nobody", "--regid=nogroup", "--clear-groups")
HEADLESS = {"WLR_BACKENDS": "headless", "WLR_LIBINPUT_NO_DEVICES": "1", "WLR_RENDERER": "pixman"}


def as_nobody() -> tuple[str, ...]:
    """What a compositor is started with: none of them runs as root."""
    return NOBODY if os.geteuid() == 0 else ()


def until(condition: Callable[[], object], what: str, seconds: float = WAIT_S) -> None:
    """Wait until `condition` holds."""
    end = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < end, what
        time.sleep(PAUSE_S)  # between two looks; what is waited for ends it


class Compositor:
    """Where terminals can be shown."""

    def __init__(self, folder: Path, process: "subprocess.Popen[bytes]") -> None:
        self.process = process
        until(lambda: [*folder.glob("wayland-?")] and [*folder.glob("sway-ipc*")], "sway has not started")
        self.environment = {
            **os.environ,
            "XDG_RUNTIME_DIR": str(folder),
            "WAYLAND_DISPLAY": next(folder.glob("wayland-?")).name,
            "SWAYSOCK": str(next(folder.glob("sway-ipc*"))),
            "LANG": "C.UTF-8",
        }
        self.terminals: list[psutil.Popen] = []

    def open(self, settings: Path, *command: str, **environment: str) -> psutil.Popen:
        """Run a command in a foot of its own, as the settings say."""
        command = ("foot", "-c", str(settings), *command)
        started = psutil.Popen(command, env=self.environment | environment, stdout=DEVNULL, stderr=DEVNULL)
        self.terminals.append(started)
        return self.terminals[-1]

    def press(self, *keys: str, held: tuple[str, ...] = ()) -> None:
        """Press keys by their XKB names, a moment apart."""
        for key in keys:
            with_held = [part for name in held for part in ("-M", name)]
            self._run("wtype", "-s", "60", *with_held, "-k", key, "-s", "60")

    def windows(self) -> int:
        """How many terminals there are to be seen."""
        return self._run("swaymsg", "-t", "get_tree").count(b'"app_id": "foot"')

    def picture(self) -> bytes:
        """What is on the screen."""
        return self._run("grim", "-t", "ppm", "-")

    def still(self) -> bytes:
        """What is on the screen, once it changes no more."""
        seen = [b"", self.picture()]
        while seen[-1] != seen[-2]:
            time.sleep(STILL_S)  # between two pictures, which are compared: nothing tells when a screen is at rest
            seen.append(self.picture())
        return seen[-1]

    def _run(self, *command: str) -> bytes:
        return subprocess.run(command, env=self.environment, check=True, capture_output=True).stdout


def for_nobody(folder: Path) -> None:
    """Make a folder that is nobody's where the tests run as root; the folders of pytest above it are root's alone."""
    folder.mkdir()
    if as_nobody():
        shutil.chown(folder, "nobody")
        for parent in folder.parents:
            if parent.owner() == "root" and not parent.stat().st_mode & 0o001:
                parent.chmod(parent.stat().st_mode | 0o711)


@contextmanager
def compositor(folder: Path, environment: Mapping[str, str] = HEADLESS) -> Iterator[Compositor]:
    """A compositor; all on it is ended at the end."""
    needs("sway", "foot", "wtype", "grim", "swaymsg")
    for_nobody(folder)
    settings = folder / "config"
    settings.write_text("output HEADLESS-1 resolution 1920x1080\n")
    own = {**os.environ, **environment, "XDG_RUNTIME_DIR": str(folder), "HOME": str(folder)}
    own.pop("WAYLAND_DISPLAY", None)
    sway = [*as_nobody(), "sway", "-c", str(settings)]
    process = subprocess.Popen(sway, env=own, stdout=DEVNULL, stderr=DEVNULL)
    opened: Compositor | None = None
    try:
        opened = Compositor(folder, process)
        yield opened
    finally:
        for terminal in opened.terminals if opened else []:
            _end(terminal)
        process.terminate()
        process.wait(10)


def _end(terminal: psutil.Popen) -> None:
    if terminal.poll() is None:
        for process in (*terminal.children(recursive=True), terminal):
            with suppress(psutil.NoSuchProcess):
                process.kill()
    terminal.wait(10)
