"""`novbe hall --windows 1-6 --services …`, as it is typed."""

import os
import re
import sys
from pathlib import Path

import pytest

from data import setup, visitor, window
from data.centre import Centre
from data.store import Store
from tests.bench.terminal import Terminal
from tests.commands import Commands

ROOT = Path(__file__).parents[3]


@pytest.mark.parametrize(
    "typed", [["--windows", "6-1"], ["--windows", "one"], ["--windows", ""], ["--services", "tax,"], ["--windows"]]
)
def test_what_is_no_zone_is_said_before_anything_starts(sqlite_url: str, typed: list[str]) -> None:
    result = Commands(sqlite_url)("hall", *typed)
    assert result.code == 2
    assert (
        "such as 1-6 or 1-6,9" in result.err or "such as id-card" in result.err or "expected one argument" in result.err
    )


def test_clips_that_are_no_folder_are_refused(sqlite_url: str, tmp_path: Path) -> None:
    (tmp_path / "clips").touch()
    for typed in (["--clips", str(tmp_path / "clips")], ["--mute", "--clips", str(tmp_path / "gone")]):
        result = Commands(sqlite_url)("hall", *typed)
        assert (result.code, result.err) == (1, f"There is no folder {typed[-1]}. Make it first.\n")


def test_the_centres_clips_that_are_not_there_are_told_once_the_screen_is_left(
    sqlite_url: str, centre: Centre, tmp_path: Path
) -> None:
    gone = str(tmp_path / "gone")
    setup.init(sqlite_url, centre.model_copy(update={"hall": centre.hall.model_copy(update={"clips": gone})}))
    with hall(sqlite_url, mute=False) as terminal:
        terminal.seconds_until("Mərkəz")
        terminal.seconds_after(b"\x11", f"There is no folder {re.escape(gone)}")


def hall(url: str, *typed: str, mute: bool = True) -> Terminal:
    """The hall of a store, on a terminal."""
    environment = {
        **os.environ,
        "NOVBE_STORE": url,
        "NOVBE_LANGUAGE": "en",
        "TERM": "xterm-256color",
        "LANG": "C.UTF-8",
    }
    command = [sys.executable, str(ROOT / "novbe.py"), "hall", *(["--mute"] if mute else []), *typed]
    return Terminal(command, environment, str(ROOT), (120, 34))


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        (("--windows", "1-3,9"), "There is no window 9."),
        (("--services", "tax,taxi"), "There is no service taxi."),
    ],
)
def test_a_zone_that_is_not_there_ends_it_with_a_sentence(
    sqlite_url: str, centre: Centre, typed: tuple[str, ...], said: str
) -> None:
    setup.init(sqlite_url, centre)
    with hall(sqlite_url, *typed) as terminal:
        terminal.watch(15, while_running=True)
        assert terminal.process.poll() == 1
        assert said in terminal.text.replace('"', "")


def test_a_zone_shows_its_calls_and_its_queues(sqlite_url: str, centre: Centre) -> None:
    setup.init(sqlite_url, centre)
    with Store.open(sqlite_url) as store:
        for number, service in ((1, "id-card"), (3, "tax")):
            window.open(store, window=number)
            visitor.take(store, service=service)
            window.call(store, window=number)
        for _ in range(7):
            visitor.take(store, service="notary")
        with hall(sqlite_url, "--windows", "1-2", "--services", "id-card,tax") as terminal:
            terminal.seconds_until(f"{store.revision()}:")
            assert any(name in terminal.text for name in centre.service("tax").name.values())
            assert not any(name in terminal.text for name in centre.service("notary").name.values())
