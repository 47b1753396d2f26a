"""The command line: names, types and exit codes are exactly those of the README."""

import json
import re
from pathlib import Path
from typing import Any

import pytest

from tests.commands import Commands
from tests.conftest import CENTRE

TIME = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}\+00:00")
TICKET = {
    "ticket": str,
    "code": str,
    "qr": str,
    "service": str,
    "class": str,
    "language": str,
    "state": str,
    "ahead": int | None,
    "service_day": str,
    "at": str,
    "revision": int,
}
OF_A_WINDOW = TICKET | {"window": int}
EVENT = {
    "revision": int,
    "at": str,
    "act": str,
    "ticket": str,
    "service": str,
    "class": str,
    "window": int,
    "services": list,
    "place": int,
    "out_of_turn": bool,
    "salted": str,
    "digest": str,
}
MORE = {"service_day", "taken", "arrival", "clock_set_back", "seal"}
"""Keys that an event may have besides."""
COMMANDS = """
    kiosk window hall supervisor web init take book bookings check-in ticket postpone open close call next recall
    start finish no-show requeue hold resume transfer revive undo cancel remove board log verify backup alerts
    walk-in send-back sign-on sign-off break back people front assign message service day story report
"""


@pytest.fixture
def novbe(url: str, tmp_path: Path) -> Commands:
    """Commands on a store without waiting times, so that each act is possible at once."""
    rules = '[rules]\nrecall_after = "0s"\nno_show_calls = 0\nno_show_after = "0s"\nrequeue_pause = "0s"\n'
    (tmp_path / "centre.toml").write_text(CENTRE + rules, "utf-8")
    commands = Commands(url)
    assert commands("init", str(tmp_path / "centre.toml")).code == 0
    return commands


def has_shape(fields: dict[str, Any], shape: dict[str, Any]) -> bool:
    """The keys are exactly these, of these types; times are written as they should be."""
    assert set(fields) == set(shape), set(fields) ^ set(shape)
    for key, kind in shape.items():
        assert isinstance(fields[key], kind), (key, fields[key])
        assert not isinstance(fields[key], bool) or kind is bool
    assert "at" not in fields or TIME.fullmatch(fields["at"])
    return True


def test_every_command_is_there() -> None:
    help_ = Commands("")("--help").out
    listed = re.findall(r"^    ([a-z-]+)(?: {2,}\S|$)", help_.split("commands:")[1], re.MULTILINE)
    assert sorted(listed) == sorted(COMMANDS.split())
    for command in COMMANDS.split():
        assert Commands("")(command, "--help").code == 0


def test_take_ticket_and_cancel(novbe: Commands) -> None:
    taken = novbe("take", "id-card", "--class", "priority", "--language", "ru", "--key", "k", "--json").json
    assert has_shape(taken, TICKET)
    assert (taken["ticket"], taken["class"], taken["language"], taken["ahead"]) == ("A001", "priority", "ru", 0)
    assert taken["qr"] == f"NOVBE:{taken['code']}"
    assert novbe("take", "id-card", "--class", "priority", "--key", "k", "--json").json == taken
    code = taken["code"]
    place = json.loads(novbe("log").out.splitlines()[-1])["place"]
    for written in (code, code.lower(), f"https://q.example.az/{code.lower()}", taken["qr"], code.replace("0", "O")):
        assert novbe("ticket", written, "--json").json == taken
    for written in (code.replace("1", "I"), code.lower().replace("1", "l"), code.replace("0", "o").replace("1", "L")):
        assert novbe("ticket", written, "--json").json == taken
    later = novbe("postpone", code.lower(), "--json").json
    assert has_shape(later, TICKET)
    assert (later["state"], later["ahead"], later["revision"]) == ("waiting", 0, 3)
    said = json.loads(novbe("log").out.splitlines()[-1])
    assert (said["act"], said["ticket"], said["place"]) == ("postpone", "A001", place + 600_000_000)
    assert "A001" in novbe("postpone", code).out
    assert novbe("postpone", code).code == 0
    assert novbe("postpone", code, "--json").json["error"] == "too-often"
    gone = novbe("cancel", code.lower(), "--json").json
    assert has_shape(gone, TICKET)
    assert (gone["state"], gone["ahead"], gone["revision"]) == ("cancelled", None, 6)
    assert novbe("postpone", code, "--json").json["error"] == "not-allowed"
    assert novbe("take", "tax", "--class", "immediate", "--reason", "fell ill", "--json").json["class"] == "immediate"


def test_each_act_of_a_window(novbe: Commands) -> None:
    for service in ("id-card", "passport", "tax", "passport"):
        novbe("take", service)
    opened = novbe("open", "1", "--json").json
    assert has_shape(opened, {"window": int, "state": str, "services": list, "at": str, "revision": int})
    assert (opened["window"], opened["state"], opened["services"]) == (1, "open", ["id-card", "passport"])
    steps = [
        ("call 1", "A001", "called"),
        ("recall 1", "A001", "called"),
        ("start 1", "A001", "serving"),
        ("hold 1 --reason photo", "A001", "on-hold"),
        ("resume 1 a001", "A001", "called"),
        ("requeue 1", "A001", "waiting"),
        ("undo 1", "A001", "called"),
        ("no-show 1", "A001", "no-show"),
        ("revive 1 A001", "A001", "waiting"),
        ("call 1 --ticket A004 --reason asked", None, "unknown-ticket"),
        ("call 1 --ticket A003 --reason asked", "A003", "called"),
        ("start 1", "A003", "serving"),
        ("transfer 1 tax", "A003", "waiting"),
        ("next 1", "A001", "called"),
        ("start 1", "A001", "serving"),
        ("finish 1", "A001", "served"),
    ]
    for line, ticket, state in steps:
        done = novbe(*line.split(), "--json")
        if ticket is None:
            assert (done.code, done.json["error"]) == (1, state), line
            continue
        assert done.code == 0, (line, done)
        assert has_shape(done.json, OF_A_WINDOW | ({"finished": str | None} if line.startswith("next") else {}))
        assert (done.json["ticket"], done.json["state"], done.json["window"]) == (ticket, state, 1), line
    removed = novbe("remove", "B001", "--reason", "left", "--json").json
    assert (removed["state"], set(removed) - {"window"}) == ("removed", set(TICKET))
    assert novbe("close", "1", "--json").json["state"] == "closed"
    assert novbe("verify").code == 0


def test_nobody_to_call_is_exit_3(novbe: Commands) -> None:
    novbe("open", "1")
    done = novbe("call", "1", "--json")
    assert (done.code, done.json, done.err) == (3, {"ticket": None}, "")
    done = novbe("next", "1", "--json")
    assert (done.code, done.json) == (3, {"ticket": None, "finished": None})
    novbe("take", "id-card")
    assert novbe("next", "1", "--json").json["finished"] is None
    novbe("start", "1")
    novbe("take", "id-card")
    assert novbe("next", "1", "--json").json["finished"] == "A001"
    novbe("start", "1")
    done = novbe("next", "1", "--json")
    assert (done.code, done.json) == (3, {"ticket": None, "finished": "A002"})
    assert novbe("call", "1").code == 3


def test_board(novbe: Commands) -> None:
    novbe("take", "id-card")
    novbe("take", "tax")
    novbe("open", "1")
    novbe("call", "1")
    board = novbe("board", "--json").json
    assert has_shape(board, {"centre": str, "revision": int, "head": str, "calls": list, "waiting": list})
    (call,) = board["calls"]
    assert has_shape(call, {"ticket": str, "window": int, "at": str, "revision": int, "service": str, "language": str})
    assert [queue["service"] for queue in board["waiting"]] == ["id-card", "passport", "tax", "notary"]
    for queue in board["waiting"]:
        assert has_shape(queue, {"service": str, "waiting": int, "oldest_wait_s": int | None})
    assert [queue["waiting"] for queue in board["waiting"]] == [0, 0, 1, 0]
    assert (board["centre"], board["revision"], call["ticket"]) == ("test", 5, "A001")
    assert "A001 → 1" in novbe("board").out


def test_log(novbe: Commands) -> None:
    novbe("take", "tax", "--class", "immediate", "--reason", "fell ill")
    novbe("open", "3")
    novbe("call", "3")
    for more in ((), ("--json",)):
        events = [json.loads(line) for line in novbe("log", *more).out.splitlines()]
        assert [event["act"] for event in events] == ["init", "take", "open", "call"]
        assert [event["revision"] for event in events] == [1, 2, 3, 4]
        for event in events:
            known = {key: value for key, value in event.items() if key not in MORE}
            assert has_shape(known, {key: EVENT[key] for key in known})
    assert {"place", "salted", "class", "service", "ticket"} <= set(events[1])
    assert events[3]["services"] == ["id-card", "passport", "tax", "notary"]
    assert events[3]["out_of_turn"] is False
    assert "fell ill" not in novbe("log").out
    assert [json.loads(line)["revision"] for line in novbe("log", "--since", "2").out.splitlines()] == [3, 4]
    assert novbe("log", "--since", "4").out == novbe("log", "--since", "9" * 30).out == ""


def test_verify(novbe: Commands) -> None:
    novbe("take", "tax")
    done = novbe("verify", "--json")
    assert has_shape(done.json, {"ok": bool, "revision": int, "head": str, "error": str | None})
    assert (done.code, done.json["ok"], done.json["revision"], done.json["error"]) == (0, True, 2, None)
    head = done.json["head"]
    assert novbe("board", "--json").json["head"] == head
    novbe("take", "tax")
    assert novbe("verify", "--head", f"2:{head}", "--json").json["ok"]
    for wrong in (f"1:{head}", f"3:{head}", "99:abc", "2:00"):
        done = novbe("verify", "--head", wrong, "--json")
        assert (done.code, done.json["ok"], type(done.json["error"])) == (1, False, str)
        assert novbe("verify", "--head", wrong).code == 1


def test_backup(novbe: Commands, tmp_path: Path) -> None:
    novbe("take", "tax", "--key", "k")
    file = tmp_path / "copy.db"
    done = novbe("backup", str(file), "--json")
    assert (done.code, done.json["revision"]) == (0, 2)
    restored = Commands(str(file))
    head = novbe("verify", "--json").json["head"]
    assert restored("verify", "--head", f"2:{head}", "--json").json["ok"]
    assert restored("take", "tax", "--key", "k", "--json").json == novbe("take", "tax", "--key", "k", "--json").json
    assert restored("log").out == novbe("log").out
    assert novbe("backup", str(file)).code == 1


@pytest.mark.parametrize(
    "line",
    ["", "dance", "take", "take a b", "open", "open one", "open 1.5", "take tax --colour red", "log --since x", "hold",
     "verify --head x", "verify --head 1", "verify --head x:y", "verify --head 1:", "resume 1", "remove"],
)  # fmt: skip
def test_a_line_that_cannot_be_parsed_is_exit_2(line: str, tmp_path: Path) -> None:
    done = Commands(str(tmp_path / "q.db"))(*line.split())
    assert (done.code, done.out) == (2, "")
    assert done.err
    assert "Traceback" not in done.err
    assert list(tmp_path.iterdir()) == []


def test_what_is_refused_is_said_in_the_language_of_the_terminal(novbe: Commands) -> None:
    done = novbe("open", "77", "--json", NOVBE_LANGUAGE="az")
    assert done.json == {"error": "unknown-window", "message": "77 nömrəli pəncərə yoxdur."}
    assert done.err == "77 nömrəli pəncərə yoxdur.\n"
    assert novbe("open", "77", LC_ALL="ru_RU.UTF-8", NOVBE_LANGUAGE="").err == "Окна 77 нет.\n"
    assert novbe("open", "77", NOVBE_LANGUAGE="de").err == "There is no window 77.\n"


def test_without_json_a_line_is_for_people(novbe: Commands) -> None:
    assert "A001" in novbe("take", "id-card").out
    for line in ("open 1", "call 1", "board", "verify"):
        done = novbe(*line.split())
        assert (done.code, done.err) == (0, "")
        assert not done.out.startswith("{")
