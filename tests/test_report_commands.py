"""`novbe report`, as people and programs see it."""

import csv
import io
import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from data import setup, visitor, window
from data.cli import report as command
from data.reports.blocks import BLOCKS, duration
from data.reports.charts import Chart, Series, svg, top
from data.reports.definitions import DEFINITIONS, SATISFACTION
from data.reports.figures import NAMES
from data.reports.separated import harmless
from data.store import Store
from data.texts import words
from tests.clocks import MovableClock
from tests.commands import Commands
from tests.data.reports.days import Days, centre
from tests.data.reports.read_page import Page

BIES = ("hour", "weekday", "day", "service", "agency", "window", "operator", "class", "language")


@pytest.fixture
def store(sqlite_url: str, clock: MovableClock) -> Iterator[Store]:
    """An open store in which nothing has happened yet."""
    setup.init(sqlite_url, centre("Europe/Berlin"), clock=clock)
    with Store.open(sqlite_url, clock=clock, synchronous="NORMAL") as opened:
        yield opened


@pytest.fixture
def novbe(store: Store, sqlite_url: str, clock: MovableClock, monkeypatch: pytest.MonkeyPatch) -> Commands:
    """Commands on a store whose clock stands."""
    monkeypatch.setattr(command, "opened", lambda: Store.open(sqlite_url, clock=clock))
    return Commands(sqlite_url)


@pytest.fixture
def lived(store: Store, clock: MovableClock) -> Store:
    """A store with a day at random."""
    Days(store, clock, 4).go_on(150)
    return store


@pytest.mark.parametrize("by", BIES)
def test_all_formats_say_the_same(novbe: Commands, lived: Store, by: str) -> None:
    document = json.loads(novbe("report", "--by", by, "--format", "json").out)
    groups = document["groups"]
    assert groups
    rows = list(csv.DictReader(io.StringIO(novbe("report", "--by", by, "--format", "csv").out, newline="")))
    assert [row["group"] for row in rows] == [harmless(group["group"]) for group in groups]
    for row, group in zip(rows, groups, strict=True):
        assert {name: row[name] for name in NAMES} == {name: plain(group[name]) for name in NAMES}
    page = Page(novbe("report", "--by", by, "--format", "html").out)
    table = novbe("report", "--by", by).out.splitlines()
    for block in BLOCKS:
        shown = page.tables[block.title][1:]
        expected = [*groups, {"name": "together", **document["total"]}]
        for cells, figures in zip(shown, expected, strict=True):
            assert cells[0] == figures["name"]
            values = [cell.split("=")[0] if "=" in cell else "" for cell in cells[1:]]
            assert values == [plain(figures[column.figure]) for column in block.columns]
        first = max(number for number, line in enumerate(table) if line == block.title) + 2
        lines = table[first : first + len(expected)]
        for line, cells in zip(lines, shown, strict=True):
            assert line.endswith("  ".join(cells[-1:]).split("=")[-1])
            assert [cell.split("=")[-1] for cell in cells[1:]] == re.split(r" {2,}", line.strip())[-len(cells) + 1 :]


def plain(value: object) -> str:
    """A figure as CSV and the attributes of HTML have it."""
    return "" if value is None else str(value)


def test_one_json_object(novbe: Commands, lived: Store) -> None:
    done = novbe("report", "--format", "json")
    document = done.json
    assert {"from", "to", "by", "head", "groups", "total", "made", "timezone", "clock_set_back"} == set(document)
    assert (document["from"], document["to"], document["by"]) == ("2026-11-25", "2026-11-25", "hour")
    assert re.fullmatch(r"[0-9]+:[0-9a-f]{16}", document["head"])
    assert document["head"].startswith(f"{lived.revision()}:")
    assert list(document["total"]) == list(NAMES)
    for figure in NAMES:
        if figure.endswith(("_mean_s", "_max_s")):
            n = document["total"][f"{figure.rsplit('_', 2)[0]}_n"]
            assert (document["total"][figure] is None) == (n == 0)


def test_the_table_fits_into_80_columns_and_tells_what_it_means(novbe: Commands, lived: Store) -> None:
    for by in ("hour", "service", "class"):
        lines = novbe("report", "--by", by).out.splitlines()
        assert max(map(len, lines)) <= 80
    text = " ".join(" ".join(lines).split())
    for definition in DEFINITIONS:
        assert f"{definition.figure}: {definition.text}" in text
    assert "Service day: Wednesday, November 25, 2026" in lines
    assert "Made: " in text
    assert "(Europe/Berlin)" in text


def test_a_page_needs_nothing_else_and_can_be_read_aloud(novbe: Commands, lived: Store) -> None:
    text = novbe("report", "--by", "service", "--format", "html").out
    page = Page(text)
    assert not page.unclosed
    assert not re.search(r'(src|href|url)\s*[=(]|<script|<link|@import|//(?!www\.w3\.org/2000/svg")', text)
    assert page.all("html") == [{"lang": "en", "dir": "ltr"}]
    assert page.texts["title"][0] == page.texts["h1"][0] == "Report: Centre <of> all & everything"
    assert len(page.all("title")) == 1 + len(page.all("svg")) + len(page.all("rect")) - legends(page)
    assert len(page.all("svg")) == 3
    for svg_ in page.all("svg"):
        title, told = (svg_["aria-labelledby"] or "").split()
        assert svg_["role"] == "img"
        assert {title, told} <= {attributes.get("id") for _, attributes in page.elements}
    assert {cell.get("scope") for cell in page.all("th")} == {"col", "row"}
    assert len(page.all("caption")) == len(page.all("table")) == len(BLOCKS)
    assert len(page.all("h1")) == 1
    assert "=Identity card <b>" in [row[0] for row in page.tables["Visitors"]]
    assert "<b>" not in text
    assert "prefers-color-scheme: dark" in text
    assert "size: A4" in text
    for definition in DEFINITIONS:
        assert definition.text in page.texts["dd"]


def legends(page: Page) -> int:
    """How many boxes only say what a colour means."""
    return sum(box["width"] == "10" for box in page.all("rect"))


def test_names_and_texts_are_in_the_language_of_the_terminal(novbe: Commands, lived: Store) -> None:
    text = novbe("report", "--by", "service", "--format", "html", NOVBE_LANGUAGE="az").out
    page = Page(text)
    assert page.all("html")[0]["lang"] == "az"
    assert "Vəsiqə" in [row[0] for rows in page.tables.values() for row in rows]
    assert Page(novbe("report", "--format", "html", NOVBE_LANGUAGE="ar").out).all("html")[0]["dir"] == "rtl"


def test_no_name_is_a_formula_in_a_spreadsheet(novbe: Commands, lived: Store) -> None:
    out = novbe("report", "--by", "service", "--format", "csv").out
    assert "\r\nid-card,'=Identity card <b>," in out
    assert out.count("\r\n") == out.count("\n") == 4
    assert [harmless(text) for text in ("-1", "+1", "@x", "\tx", "x")] == ["'-1", "'+1", "'@x", "'\tx", "x"]


def test_a_file_appears_whole_or_not_at_all(novbe: Commands, lived: Store, tmp_path: Path) -> None:
    file = tmp_path / "report.csv"
    file.write_text("before")
    done = novbe("report", "--format", "csv", "--out", str(file))
    assert (done.code, done.out) == (0, f"The report is in {file}.\n")
    assert file.read_bytes().decode() == novbe("report", "--format", "csv").out
    assert sorted(each.name for each in tmp_path.iterdir() if "report" in each.name) == ["report.csv"]
    for wrong in (tmp_path, tmp_path / "nowhere" / "x", tmp_path / "nul\0"):
        refused = novbe("report", "--format", "json", "--out", str(wrong))
        assert (refused.code, refused.json["error"], refused.err.count("\n")) == (1, "bad-report-file", 1)
    assert sorted(each.name for each in tmp_path.iterdir() if each.name.startswith(".")) == []


def test_what_cannot_be_is_said_in_a_sentence(novbe: Commands) -> None:
    assert novbe("report", "--from", "yesterday").code == 2
    assert novbe("report", "--by", "moon").code == 2
    done = novbe("report", "--from", "2026-11-25", "--to", "2026-11-24", "--format", "json")
    assert (done.code, done.json["error"]) == (1, "not-allowed")
    assert done.err == (
        "A report cannot end (Tuesday, November 24, 2026) before it begins (Wednesday, November 25, 2026).\n"
    )


def test_nothing_has_happened(novbe: Commands) -> None:
    for form in ("table", "csv", "html"):
        out = novbe("report", "--by", "class", "--format", form).out
        assert "NaN" not in out
    first = next(csv.DictReader(io.StringIO(novbe("report", "--by", "class", "--format", "csv").out)))
    assert (first["arrived"], first["wait_mean_s"], first["no_show_share"], first["occupancy"]) == ("0", "", "", "")
    assert "Normal           0       –        –          –        –" in novbe("report", "--by", "class").out
    assert novbe("report", "--from", "1900-01-01", "--to", "9999-12-31").code == 0


def test_a_day_is_told_by_the_hour_and_more_of_them_by_the_day(
    novbe: Commands, store: Store, clock: MovableClock
) -> None:
    window.open(store, window=1)
    visitor.take(store, service="passport")
    clock.advance(days=2)
    visitor.take(store, service="passport")
    assert [group["group"] for group in novbe("report", "--format", "json").json["groups"]] == ["07:00"]
    several = novbe("report", "--from", "2026-11-25", "--format", "json").json
    days = ["2026-11-25", "2026-11-26", "2026-11-27"]
    assert (several["by"], [group["group"] for group in several["groups"]]) == ("day", days)
    weekdays = novbe("report", "--from", "2026-11-20", "--by", "weekday", "--format", "json").json["groups"]
    assert [group["group"] for group in weekdays] == ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]
    assert weekdays[0]["name"] == "Monday"


def test_minutes_and_seconds() -> None:
    assert [duration(seconds) for seconds in (0, 0.4, 59.6, 725, 3599.6, 3725)] == [
        *("0:00", "0:00", "1:00", "12:05"),
        *("1:00:00", "1:02:05"),
    ]


def test_a_chart_reaches_a_round_number_and_says_each_bar() -> None:
    chart = Chart("key", "Title <x>", "told", ["a&b", "c"], [Series("n", [3, None])], str)
    assert [top(most, 1) for most in (0, 3, 5, 9, 80, 81, 100)] == [4, 4, 8, 20, 80, 100, 100]
    assert [top(most, 60) for most in (59, 900)] == [240, 1200]
    assert round(top(0.97, 0.01), 6) == 1
    text = svg(chart)
    assert text.count("<rect") == 1
    assert "<title>a&amp;b: n 3</title>" in text
    assert "Title &lt;x&gt;" in text


def test_the_readme_tells_the_same_definitions() -> None:
    text = " ".join((Path(__file__).parent.parent / "README.md").read_text("utf-8").split())
    for definition in (*DEFINITIONS, *SATISFACTION):
        assert f"| {definition.figure} | {definition.text} |" in text


def test_the_messages_are_marked() -> None:
    say = words("en")
    assert all(say(definition.text) for definition in DEFINITIONS)
