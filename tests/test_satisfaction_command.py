"""`novbe report --satisfaction`, as people and programs see it."""

import csv
import io
import json
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest

from data import ratings, setup, visitor, window
from data.centre import read
from data.cli import report as command
from data.ratings import QUESTIONS
from data.refused import Refused
from data.reports.definitions import SATISFACTION
from data.reports.satisfied import NAMES, TITLES
from data.store import Store
from tests.clocks import MovableClock
from tests.commands import Commands
from tests.conftest import CENTRE
from tests.data.reports.read_page import Page

RANGE = ("--from", "2026-11-01", "--to", "2026-12-31")


@pytest.fixture
def store(sqlite_url: str, clock: MovableClock) -> Iterator[Store]:
    """An open store in which nobody has come yet."""
    text = CENTRE.replace('"Identity card"', '"=Identity card <b>"')
    setup.init(sqlite_url, read(text, "centre.toml"), clock=clock)
    with Store.open(sqlite_url, clock=clock, synchronous="NORMAL") as opened:
        yield opened


@pytest.fixture
def novbe(store: Store, sqlite_url: str, clock: MovableClock, monkeypatch: pytest.MonkeyPatch) -> Commands:
    """Commands on a store whose clock stands."""
    monkeypatch.setattr(command, "opened", lambda: Store.open(sqlite_url, clock=clock))
    return Commands(sqlite_url)


def rate(store: Store, service: str, overall: str, *more: str) -> None:
    """Somebody is served, and rates the visit; the first attributes too."""
    code = visitor.take(store, service=service).code
    number = next(each.number for each in store.centre.windows if service in each.serves)
    with suppress(Refused):  # it is open already
        window.open(store, window=number)
    for act in (window.call, window.start, window.finish):
        act(store, window=number)
    answers = dict(zip(list(QUESTIONS)[1:], more, strict=False))
    ratings.rate(store, code=code, answers={"overall": overall, **answers})


@pytest.fixture
def rated(store: Store, clock: MovableClock) -> Store:
    """Of ten in November eight are satisfied with the passport; one in December with the card."""
    for good in (True,) * 8 + (False,) * 2:
        rate(store, "passport", "satisfied" if good else "dissatisfied", "agree")
    clock.advance(days=10)
    rate(store, "id-card", "very-satisfied")
    return store


def test_one_json_object(novbe: Commands, rated: Store) -> None:
    found = novbe("report", "--satisfaction", *RANGE, "--format", "json").json
    assert set(found) == {"from", "to", "head", "made", "timezone", "groups", "total"}
    assert [(group["month"], group["service"]) for group in found["groups"]] == [
        ("2026-11", "passport"),
        ("2026-12", "id-card"),
    ]
    told = {name: found["groups"][0][f"overall_{name}"] for name in ("n", "satisfied", "share", "low", "high")}
    assert told == {"n": 10, "satisfied": 8, "share": 0.8, "low": 0.4902, "high": 0.9433}
    assert (found["groups"][0]["time_n"], found["groups"][0]["time_share"]) == (0, None)
    assert (found["total"]["overall_n"], found["total"]["access_satisfied"]) == (11, 10)


def test_all_formats_say_the_same(novbe: Commands, rated: Store) -> None:
    document = json.loads(novbe("report", "--satisfaction", *RANGE, "--format", "json").out)
    out = novbe("report", "--satisfaction", *RANGE, "--format", "csv").out
    rows = list(csv.DictReader(io.StringIO(out, newline="")))
    assert [row["name"] for row in rows] == ["Passport", "'=Identity card <b>"]
    for row, group in zip(rows, document["groups"], strict=True):
        assert {name: row[name] for name in NAMES} == {
            name: "" if group[name] is None else str(group[name]) for name in NAMES
        }
    lines = novbe("report", "--satisfaction", *RANGE).out.splitlines()
    page = Page(novbe("report", "--satisfaction", *RANGE, "--format", "html").out)
    assert max(map(len, lines)) <= 80
    for heading in TITLES.values():
        first = lines.index(heading) + 2
        for line, cells in zip(lines[first : first + 3], page.tables[heading][1:], strict=True):
            assert line.split() == " ".join(cells).split()
    assert page.tables["Satisfied with the visit"][1][2:] == ["10", "8", "80 %", "49–94 %"]
    assert page.tables["Satisfied with the visit"][2][2:] == ["1", "1", "100 %", "21–100 %"]


def test_every_figure_is_explained(novbe: Commands, rated: Store) -> None:
    text = " ".join(novbe("report", "--satisfaction").out.split())
    page = Page(novbe("report", "--satisfaction", "--format", "html").out)
    for definition in SATISFACTION:
        assert f"{definition.figure}: {definition.text}" in text
        assert definition.text in page.texts["dd"]
    assert not page.unclosed
    assert page.all("html") == [{"lang": "en", "dir": "ltr"}]


def test_nobody_has_rated(novbe: Commands) -> None:
    rows = [line.split() for line in novbe("report", "--satisfaction").out.splitlines()]
    assert rows.count(["together", "0", "–", "–", "–"]) == len(TITLES)
    assert novbe("report", "--satisfaction", "--format", "csv").out.count("\r\n") == 1
    assert novbe("report", "--satisfaction", "--format", "json").json["groups"] == []


def test_groups_of_another_kind_are_refused(novbe: Commands) -> None:
    done = novbe("report", "--satisfaction", "--by", "hour", "--format", "json")
    assert (done.code, done.json["error"]) == (1, "not-allowed")
    assert done.err == "Satisfaction is told by service and month: leave out --by.\n"


def test_into_a_file(novbe: Commands, rated: Store, tmp_path: Path) -> None:
    file = tmp_path / "satisfaction.csv"
    assert novbe("report", "--satisfaction", "--format", "csv", "--out", str(file)).code == 0
    assert file.read_bytes().decode() == novbe("report", "--satisfaction", "--format", "csv").out
