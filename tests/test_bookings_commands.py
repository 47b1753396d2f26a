"""The commands of bookings, as people and programs see them."""

import json
import re
from collections.abc import Iterator
from io import StringIO
from pathlib import Path

import numpy as np
import pytest
import zxingcpp

from data import booking_file, setup
from data.booking_file import Outcome
from data.cli import bookings, keeping, visitors
from data.cli.bookings import picture
from data.refused import Refused
from data.store import Store
from tests.clocks import MovableClock
from tests.commands import Commands
from tests.data.bookable import SLOT, bookable
from tests.test_command_line import TICKET, has_shape

BOOKED = TICKET | {"slot": str}
LISTED = {"slot": str, "service": str, "state": str, "ticket": str, "name": str, "language": str, "service_day": str}
FILE = "service;at;name\nnotary;2026-11-25T11:20;Əli\nnotary;noon;Vəli\nnotary;2026-11-25T11:40;Vəli\n"


class Terminal(StringIO):
    """What is printed there, a person sees."""

    def isatty(self) -> bool:
        return True


@pytest.fixture
def novbe(sqlite_url: str, clock: MovableClock, monkeypatch: pytest.MonkeyPatch) -> Commands:
    """Commands on a store whose clock stands."""
    setup.init(sqlite_url, bookable(), clock=clock)
    for module in (bookings, visitors, keeping):
        monkeypatch.setattr(module, "opened", lambda: Store.open(sqlite_url, clock=clock))
    return Commands(sqlite_url)


def test_book_look_and_check_in(novbe: Commands, clock: MovableClock) -> None:
    line = ("book", "notary", "--at", "2026-11-25T11:20", "--name", "Əli", "--language", "ru", "--key", "k", "--json")
    booked = novbe(*line).json
    assert has_shape(booked, BOOKED)
    assert (booked["ticket"], booked["state"], booked["language"], booked["ahead"]) == ("", "booked", "ru", None)
    assert (booked["slot"], booked["service_day"]) == ("2026-11-25T11:20:00.000000+04:00", "2026-11-25")
    assert novbe(*line).json == novbe("ticket", booked["code"], "--json").json == booked
    assert novbe("ticket", booked["code"]).out == f"2026-11-25 11:20  notary  booked  {booked['qr']}\n"
    early = novbe("check-in", booked["code"], "--json")
    assert (early.code, early.json["error"], "10:50" in early.json["message"]) == (1, "too-soon", True)
    clock.set(SLOT)
    checked_in = novbe("check-in", booked["qr"].lower(), "--json").json
    assert has_shape(checked_in, BOOKED)
    assert (checked_in["ticket"], checked_in["state"], checked_in["ahead"]) == ("C001", "waiting", 0)
    assert novbe("ticket", booked["code"]).out.startswith("C001  2026-11-25 11:20  notary  waiting, 0 ahead  ")
    events = [json.loads(event) for event in novbe("log").out.splitlines()]
    assert [event["act"] for event in events] == ["init", "book", "check-in"]
    assert events[1]["slot"] == "2026-11-25T07:20:00.000000+00:00"
    assert novbe("verify").code == 0


def test_a_late_one_is_told_why_its_ticket_is_like_any_other(novbe: Commands, clock: MovableClock) -> None:
    code = novbe("book", "notary", "--at", "2026-11-25 11:20+04:00", "--json").json["code"]
    clock.set(SLOT)
    clock.advance(minutes=11)
    first, second = novbe("check-in", code).out.splitlines()
    assert first.startswith("C001")
    assert second == "The time of the appointment is over, so this is a ticket like any other."


def test_a_booking_that_is_cancelled(novbe: Commands) -> None:
    code = novbe("book", "notary", "--at", "2026-11-25T11:20", "--json").json["code"]
    assert novbe("cancel", code, "--json").json["state"] == "cancelled"
    done = novbe("cancel", code)
    assert (done.code, done.err) == (1, "This appointment has been cancelled, so this cannot be done.\n")


@pytest.mark.parametrize(
    ("line", "code"),
    [
        ("book notary --at 2026-11-25T11:21", "not-a-slot"),
        ("book notary --at 2026-11-25", "not-allowed"),
        ("book notary --at noon", "not-allowed"),
        ("book notary --at 0001-01-01T00:00", "not-allowed"),
        ("book tax --at 2026-11-25T11:20", "not-bookable"),
        ("book visa --at 2026-11-25T11:20", "unknown-service"),
        ("book notary --at 2026-11-25T11:20 --language de", "not-allowed"),
        ("check-in 0", "unknown-code"),
        ("bookings import nowhere.csv", "bad-bookings-file"),
    ],
)
def test_what_is_refused(novbe: Commands, line: str, code: str) -> None:
    done = novbe(*line.split(), "--json")
    assert (done.code, done.json["error"], done.err) == (1, code, done.json["message"] + "\n")


@pytest.mark.parametrize(
    "line", ["book", "book notary", "check-in", "bookings --day x", "bookings import", "bookings x"]
)
def test_a_line_that_cannot_be_parsed_is_exit_2(line: str, tmp_path: Path) -> None:
    done = Commands(str(tmp_path / "q.db"))(*line.split())
    assert (done.code, done.out, "Traceback" in done.err) == (2, "", False)


def test_the_list(novbe: Commands) -> None:
    assert novbe("bookings").out == "There are no bookings.\n"
    for at, name in (("2026-11-26T09:00", "\x1b[2JB\nB"), ("2026-11-25T11:20", "Ə")):
        novbe("book", "notary", "--at", at, "--name", name)
    today, tomorrow = novbe("bookings").out.splitlines()
    assert today == "2026-11-25 11:20  notary  booked  -  Ə"
    assert tomorrow == "2026-11-26 09:00  notary  booked  -  [2JBB"
    listed = novbe("bookings", "--day", "2026-11-26", "--json").json["bookings"]
    assert [has_shape(booking, LISTED) for booking in listed] == [True]
    assert novbe("bookings", "--day", "2026-11-27", "--json").json == {"bookings": []}


def test_an_import(novbe: Commands, tmp_path: Path) -> None:
    file = tmp_path / "b.csv"
    file.write_text(FILE, "utf-8-sig")
    done = novbe("bookings", "import", str(file))
    assert (done.code, done.err) == (1, f"{file}:3: A time is written like this: 2026-11-25T10:20.\n")
    assert re.fullmatch(
        r"2026-11-25 11:20  notary  booked  NOVBE:\w{17}\n2026-11-25 11:40  .*\n2 booked, 0 known before, 1 wrong.\n",
        done.out,
    )
    again = novbe("bookings", "import", str(file), "--json")
    assert (again.code, again.json["booked"], len(again.json["known"])) == (1, [], 2)
    assert again.json["wrong"][0] | {"message": ""} == {"line": 3, "error": "not-allowed", "message": ""}
    assert has_shape(again.json["known"][1], BOOKED | {"line": int})
    file.write_text(FILE.replace("notary;noon;Vəli\n", ""), "utf-8")
    assert novbe("bookings", "import", str(file)).code == 0
    assert len(novbe("bookings", "--json").json["bookings"]) == 2


def test_what_an_import_has_booked_is_said_though_the_store_is_lost_meanwhile(
    novbe: Commands, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def lost(store: Store, file: Path) -> Iterator[Outcome]:
        yield next(rows(store, file))
        raise Refused("store-full", "There is no space left.")

    rows = booking_file.take_in
    monkeypatch.setattr(booking_file, "take_in", lost)
    file = tmp_path / "b.csv"
    file.write_text(FILE, "utf-8")
    done = novbe("bookings", "import", str(file))
    assert (done.code, done.err) == (1, "There is no space left.\n")
    assert re.fullmatch(r"2026-11-25 11:20  notary  booked  NOVBE:\w{17}\n", done.out)


def test_the_code_of_a_booking_is_shown_as_a_qr_on_a_terminal(novbe: Commands, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tests.commands.StringIO", Terminal)
    out = novbe("book", "notary", "--at", "2026-11-25T11:20").out
    line, _, code = out.partition("\n")
    assert code.strip() == picture(line.split()[-1]).strip()
    assert novbe("book", "notary", "--at", "2026-11-25T11:40", "--json").json["state"] == "booked"


def test_the_picture_is_a_qr_of_the_payload() -> None:
    lines = [re.sub(r"\x1b\[[\d;]*m", "", line) for line in picture("NOVBE:0123456789ABCDEFG").splitlines()]
    lit = {" ": (0, 0), "▀": (1, 0), "▄": (0, 1), "█": (1, 1)}
    dots = np.array([[lit[char][half] for char in line.replace("\xa0", " ")] for line in lines for half in (0, 1)])
    (code,) = zxingcpp.read_barcodes(np.kron(dots.astype(np.uint8) * 255, np.ones((4, 4), dtype=np.uint8)))
    assert code.text == "NOVBE:0123456789ABCDEFG"
