"""The commands of a supervisor, and those of a window that are new with them."""

from collections.abc import Callable
from pathlib import Path

import pytest

from data.store import Store
from tests.commands import Commands
from tests.conftest import CENTRE


@pytest.fixture
def novbe(sqlite_store: Store, sqlite_url: str) -> Commands:
    """The command line of a centre with trust "local"."""
    return Commands(sqlite_url)


@pytest.fixture
def set_up(novbe: Commands, tmp_path: Path) -> Callable[[str, str], None]:
    """Set the centre up with another centre file."""

    def change(old: str, new: str) -> None:
        file = tmp_path / "changed.toml"
        file.write_text(CENTRE.replace(old, new), encoding="utf-8")
        assert novbe("init", str(file)).code == 0

    return change


def test_a_walk_in_and_sending_back(novbe: Commands, sqlite_store: Store) -> None:
    for window in ("1", "2"):
        novbe("open", window)
    made = novbe("walk-in", "1", "passport", "--json")
    assert (made.code, made.json["ticket"], made.json["state"], made.json["window"]) == (0, "A001", "serving", 1)
    assert novbe("send-back", "1", "--json").json["error"] == "not-allowed"
    novbe("transfer", "1", "tax")
    novbe("call", "2")
    back = novbe("send-back", "2")
    assert (back.code, back.out.split()[:3]) == (0, ["A001", "passport", "waiting,"])
    assert novbe("call", "2").code == 3
    assert novbe("call", "1").code == 0


def test_in_front_with_a_reason(novbe: Commands) -> None:
    for _ in range(2):
        novbe("take", "tax")
    assert novbe("front", "B002", "--json").json["error"] == "reason-missing"
    front = novbe("front", "b2", "--reason", "faints", "--json")
    assert (front.code, front.json["class"], front.json["ahead"]) == (0, "immediate", 0)


def test_a_window_is_assigned(novbe: Commands) -> None:
    done = novbe("assign", "1", "tax", "notary")
    assert (done.code, done.out) == (0, "Window 1 is closed: tax, notary\n")
    assert novbe("assign", "1", "tax", "--json").json["services"] == ["tax"]
    assert novbe("assign", "1").code == 2


def test_a_service_is_stopped_and_allowed_again(novbe: Commands) -> None:
    stopped = novbe("service", "close", "tax", "--json")
    assert (stopped.code, stopped.json["service"]) == (0, "tax")
    assert stopped.json["closed_on"]
    taken = novbe("take", "tax")
    assert (taken.code, taken.err.startswith("No more tickets are given for this service today.")) == (1, True)
    assert novbe("service", "open", "tax").out == "tax gives tickets in its hours.\n"
    assert novbe("take", "tax").code == 0
    assert novbe("service").code == 2
    assert novbe("service", "close", "moon", "--json").json["error"] == "unknown-service"


def test_a_message(novbe: Commands, sqlite_store: Store) -> None:
    told = novbe("message", "1", "Come to room 5", "--json")
    assert (told.code, told.json["text"], told.json["message"]) == (0, "Come to room 5", 1)
    assert novbe("message", "1", " ").code == 1


def test_the_day_is_closed(novbe: Commands, sqlite_store: Store) -> None:
    novbe("open", "1")
    waiting = novbe("take", "tax", "--json").json["code"]
    novbe("walk-in", "1", "passport")
    busy = novbe("day", "close")
    assert (busy.code, busy.err) == (1, "The day cannot be closed while a ticket is in hand. Window: 1.\n")
    novbe("finish", "1")
    closed = novbe("day", "close", "--json")
    assert closed.code == 0
    assert (closed.json["expired"], closed.json["no_shows"], closed.json["windows"]) == (1, 0, [1])
    assert novbe("ticket", waiting, "--json").json["state"] == "expired"
    assert novbe("verify").code == 0


def test_a_ticket_of_several_steps_shows_them(novbe: Commands, set_up: Callable[[str, str], None]) -> None:
    set_up('series = "B"', 'series = "B"\nthen = ["notary"]')
    assert novbe("take", "tax", "--json").json["steps"] == ["notary"]
    assert "steps" not in novbe("take", "notary", "--json").json
