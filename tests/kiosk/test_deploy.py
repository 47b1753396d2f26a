"""What stands around a kiosk in a public hall: it comes back whatever happens, and there is no way out of it."""

import os
import re
import shutil
import subprocess
import sys
import termios
from configparser import ConfigParser
from contextlib import suppress
from pathlib import Path

import psutil
import pytest

from kiosk import deploy
from kiosk.lock import QUIT
from tests.kiosk.compositor import HEADLESS, as_nobody, compositor, for_nobody, until
from tests.programs import needs

DEPLOY = Path(deploy.__file__).parent
FOOT = DEPLOY / "foot.ini"
STOCK = Path("/etc/xdg/foot/foot.ini")
KIOSK = (sys.executable, "-m", "kiosk", "--locked")
ROOT = DEPLOY.parents[1]
BINDINGS = ("key-bindings", "search-bindings", "url-bindings", "mouse-bindings")
SOON_S = 2.0


def settings(file: Path, *more: Path) -> ConfigParser:
    """The files as one, with what stands in them twice."""
    read = ConfigParser(strict=False, interpolation=None)
    read.optionxform = str  # pyright: ignore[reportAttributeAccessIssue]
    read.read([file, *more], "utf-8")
    return read


def test_the_service_comes_back_at_once_and_for_ever() -> None:
    unit = settings(DEPLOY / "novbe-kiosk.service")
    assert unit["Service"]["Restart"] == "always"
    assert int(unit["Service"]["RestartSec"]) <= 1
    assert unit["Unit"]["StartLimitIntervalSec"] == "0"
    assert unit["Service"]["RestartPreventExitStatus"] == unit["Service"]["SuccessExitStatus"] == str(QUIT)


def test_the_service_is_not_root_and_has_no_shell() -> None:
    unit = settings(DEPLOY / "novbe-kiosk.service")["Service"]
    assert unit["User"] == "kiosk"
    assert unit["NoNewPrivileges"] == "yes"
    assert "SHELL=/usr/sbin/nologin" in (DEPLOY / "novbe-kiosk.service").read_text()
    assert "--locked" in (DEPLOY / "novbe-kiosk").read_text()


def test_the_terminal_binds_nothing() -> None:
    bound = settings(FOOT, DEPLOY / "foot-newer.ini")
    assert {value for section in BINDINGS for value in bound[section].values()} == {"none"}
    assert bound["scrollback"]["lines"] == "0"


def test_all_that_foot_binds_is_unbound() -> None:
    needs("foot")
    stock, ours = settings_of_stock(), settings(FOOT, DEPLOY / "foot-newer.ini")
    assert "Control+Shift+n" in stock["key-bindings", "spawn-terminal"]
    left = [where for where, keys in stock.items() if keys != "none" and where[1] not in ours[where[0]]]
    assert not left


def settings_of_stock() -> dict[tuple[str, str], str]:
    """What foot says that it binds, where nothing else is set."""
    found, section = {}, ""
    for line in STOCK.read_text("utf-8").splitlines():
        if name := re.fullmatch(r"\[(.+)\]", line):
            section = name[1]
        elif section in BINDINGS and (pair := re.match(r"# ([a-z-]+) ?= ?(.*)", line)) and pair[1][:4] != "pipe":
            found[section, pair[1]] = pair[2]
    return found


def test_the_readme_says_where_each_file_goes() -> None:
    steps = (ROOT / "README.md").read_text("utf-8").split("## A kiosk in a public hall")[1].split("\n## ")[0]
    files = [file.name for file in DEPLOY.iterdir() if file.is_file() and file.suffix != ".py"]
    assert len(files) == 6
    assert [file for file in files if file not in steps] == []


@pytest.mark.slow
def test_foot_takes_the_settings() -> None:
    needs("foot")
    checked = subprocess.run(["foot", "--check-config", "-c", FOOT], capture_output=True, text=True, check=False)
    assert checked.returncode == 0, checked.stderr


@pytest.mark.slow
def test_systemd_takes_the_unit(tmp_path: Path) -> None:
    needs("systemd-analyze")
    unit = tmp_path / "novbe-kiosk.service"
    text = (DEPLOY / "novbe-kiosk.service").read_text("utf-8")
    unit.write_text(text.replace("/usr/local/bin/novbe-kiosk", shutil.which("true") or ""))
    checked = subprocess.run(["systemd-analyze", "verify", unit], capture_output=True, text=True, check=False)
    assert (checked.returncode, checked.stderr) == (0, "")


@pytest.mark.slow
@pytest.mark.parametrize(("says", "ends"), [("exit 4", 4), ("exit 3", 3), ("kill -9 $$", 137), ("kill -9 $PPID", 1)])
def test_it_ends_as_the_kiosk_ends(tmp_path: Path, says: str, ends: int) -> None:
    needs("cage", "foot", "Xwayland", "setpriv")
    folder = tmp_path / "run"
    for_nobody(folder)
    fake, script = folder / "novbe", folder / "novbe-kiosk"
    fake.write_text(f'#!/bin/sh\necho "$@" >{folder}/arguments\n{says}\n')
    shutil.copy(DEPLOY / "novbe-kiosk", script)
    shutil.copy(FOOT, folder)
    own = {"NOVBE": str(fake), "NOVBE_FOOT": f"{folder}/foot.ini", "RUNTIME_DIRECTORY": str(folder)}
    for file in (fake, script):
        file.chmod(0o755)
    ended = subprocess.run(
        [*as_nobody(), script],
        env={"PATH": os.environ["PATH"], "XDG_RUNTIME_DIR": str(folder), "HOME": str(folder), **HEADLESS, **own},
        capture_output=True,
        check=False,
        timeout=30,
    )
    assert ended.returncode == ends, ended.stderr.decode()
    assert (folder / "arguments").read_text() == "kiosk --locked\n"


@pytest.mark.slow
def test_in_a_compositor_there_is_no_way_out_and_nothing_hangs(tmp_path: Path) -> None:
    with compositor(tmp_path / "run") as screen:
        empty = screen.picture()
        for killed in ("kiosk", "terminal"):
            terminal = screen.open(FOOT, *KIOSK, NOVBE_STORE=str(tmp_path / "store.db"), PYTHONPATH=str(ROOT))
            until(terminal.children, "there is no kiosk")
            (kiosk,) = terminal.children()
            until(lambda kiosk=kiosk: takes_all_keys(kiosk), "it does not take its keys")
            until(lambda: (tmp_path / "store.db").exists() and screen.still() != empty, "the kiosk is not shown")
            before = screen.still()
            screen.press("2")
            until(lambda before=before: screen.picture() != before, "a key changes nothing")
            for key in ("n", "r", "u", "c", "v"):
                screen.press(key, held=("ctrl", "shift"))
            screen.press("F1", "F11", "Super_L", "Print")
            screen.press("q", "c", "z", "d", "backslash", held=("ctrl",))
            screen.press("F4", "Tab", held=("alt",))
            assert screen.windows() == 1
            assert psutil.pid_exists(kiosk.pid)
            assert [one.pid for one in terminal.children(recursive=True)] == [kiosk.pid]
            (kiosk if killed == "kiosk" else terminal).kill()
            until(lambda terminal=terminal: terminal.poll() is not None, "the terminal stays", SOON_S)
            until(lambda kiosk=kiosk: gone(kiosk), "the kiosk lives on without a terminal", SOON_S)
            assert terminal.returncode != 0
            until(lambda: screen.windows() == 0, "its window stays")


def takes_all_keys(process: psutil.Process) -> bool:
    """Whether its terminal hands every key on to it, none to the kernel."""
    with open(f"/proc/{process.pid}/fd/0", "rb", buffering=0) as terminal:
        return not termios.tcgetattr(terminal)[3] & termios.ISIG


def gone(process: psutil.Process) -> bool:
    """Whether it has ended, be it that nobody has noticed yet."""
    with suppress(psutil.NoSuchProcess):
        return process.status() == psutil.STATUS_ZOMBIE
    return True


@pytest.mark.slow
def test_the_compositor_can_tell(tmp_path: Path) -> None:
    """As foot comes, ctrl+shift+n does open a shell: so the test before this one would see it."""
    needs("foot")
    with compositor(tmp_path / "run") as screen:
        screen.open(STOCK, "sleep", "60")
        until(lambda: screen.windows() == 1, "foot has not started")
        screen.press("n", held=("ctrl", "shift"))
        screen.press("n", held=("ctrl", "shift"))
        until(lambda: screen.windows() > 1, "ctrl+shift+n opens nothing")
