"""`novbe log` as a process: it follows, and it ends quietly."""

import json
import os
import signal
import subprocess
from typing import Any

import pytest

from tests.commands import COMMAND, ROOT, Commands


@pytest.fixture
def novbe(sqlite_url: str) -> Commands:
    """Commands on a new store."""
    commands = Commands(sqlite_url)
    assert commands("init").code == 0
    return commands


def started(novbe: Commands, *arguments: str, **more: Any) -> subprocess.Popen[str]:
    """A command in a process of its own, which ctrl+c reaches though it may not reach a job in the background."""
    return subprocess.Popen(
        [*COMMAND, *arguments],
        cwd=ROOT,
        env=novbe.process_environment(),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),
        **more,
    )


def test_follow_prints_what_happens_and_ends_quietly(novbe: Commands) -> None:
    following = started(novbe, "log", "--follow", "--since", "1")
    assert following.stdout
    assert following.stderr
    try:
        for number in (1, 2):
            novbe("take", "notary")
            event = json.loads(following.stdout.readline())
            assert (event["act"], event["ticket"]) == ("take", f"F00{number}")
        following.send_signal(signal.SIGINT)
        out, err = following.communicate(timeout=10)
    finally:
        following.kill()
    assert out == ""
    assert "Traceback" not in err
    assert following.returncode in (0, 1, 130)


def test_a_reader_that_goes_away_ends_the_log_quietly(novbe: Commands) -> None:
    for _ in range(3):
        novbe("take", "notary")
    shell = f"{' '.join(COMMAND)} log | head -1"
    done = subprocess.run(
        shell, shell=True, cwd=ROOT, env=novbe.process_environment(), capture_output=True, text=True, check=False
    )
    assert (json.loads(done.stdout)["act"], done.stderr) == ("init", "")
    reading, writing = os.pipe()
    os.close(reading)
    gone = subprocess.run(
        [*COMMAND, "log"],
        cwd=ROOT,
        env=novbe.process_environment(),
        stdout=writing,
        stderr=subprocess.PIPE,
        check=False,
    )
    os.close(writing)
    assert gone.stderr == b""
