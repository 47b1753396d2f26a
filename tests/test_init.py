"""`novbe init`: where the store lies, and what is answered."""

from pathlib import Path

import pytest

from tests.commands import Commands
from tests.conftest import CENTRE
from tests.test_command_line import has_shape


def test_init(url: str, tmp_path: Path) -> None:
    file = tmp_path / "mine.toml"
    file.write_text(CENTRE, "utf-8")
    novbe = Commands(url)
    first = novbe("init", str(file), "--json")
    assert (first.code, first.err) == (0, "")
    assert has_shape(first.json, {"centre": str, "store": str, "revision": int, "missing": list})
    assert (first.json["centre"], first.json["revision"]) == ("test", 1)
    assert novbe("init", str(file), "--json").json == first.json
    assert novbe("init", "--json").json == first.json
    file.write_text(CENTRE.replace('en = "Tax"', 'en = "Taxes"'), "utf-8")
    assert novbe("init", str(file), "--json").json["revision"] == 2


def test_names_that_miss_a_language_are_listed(sqlite_url: str, tmp_path: Path) -> None:
    file, novbe = tmp_path / "mine.toml", Commands(sqlite_url)
    file.write_text(CENTRE.replace(', ru = "Налоги"', "").replace('az = "Maliyyə", ', ""), "utf-8")
    done = novbe("init", str(file), "--json")
    assert done.json["missing"] == ["agencies.2.name.az", "services.3.name.ru"]
    for said in (novbe("init", str(file)), novbe("init")):
        assert said.code == 0
        first, *missing = said.out.splitlines()
        assert first.startswith("Centre test, revision 1")
        assert missing == [f"Missing in the centre file: {key}" for key in done.json["missing"]]
    file.write_text(CENTRE, "utf-8")
    assert novbe("init", str(file), "--json").json["missing"] == []


@pytest.mark.parametrize("form", ["{path}", "sqlite:///{path}"])
def test_the_store_is_a_path_or_a_url(tmp_path: Path, form: str) -> None:
    novbe = Commands(form.format(path=tmp_path / "deep" / "folder" / "q.db"))
    assert novbe("init", "--json").json["store"] == f"sqlite:///{tmp_path / 'deep' / 'folder' / 'q.db'}"
    assert novbe("take", "id-card", "--json").json["ticket"] == "A001"
    assert (tmp_path / "deep" / "folder" / "q.db").is_file()


def test_a_relative_path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    for form in ("q.db", "sqlite:///q.db", "./q.db"):
        assert Commands(form)("init", "--json").json["store"] == f"sqlite:///{tmp_path / 'q.db'}"
