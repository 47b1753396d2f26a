"""The README says what is so: its code runs, its commands are there, its codes are the ones that can be refused."""

import ast
import re
import tomllib
from pathlib import Path

import pytest

import novbe
from data import setup
from tests.commands import Commands

ROOT = Path(novbe.__file__).parent
README = (ROOT / "README.md").read_text("utf-8")
SOURCES = [path for room in ("data", "display", "kiosk") for path in (ROOT / room).rglob("*.py")]


def test_the_python_in_it_runs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (code,) = re.findall(r"```python\n(.*?)```", README, re.DOTALL)
    url = f"sqlite:///{tmp_path}/novbe.db"
    setup.init(url)
    exec(compile(code.replace("sqlite:////tmp/novbe.db", url), "README.md", "exec"), {})


def test_its_commands_are_those_there_are() -> None:
    table = README.split("| command | does |")[1].split("\n\n")[0]
    shown = set(re.findall(r"`(?:novbe )?([a-z-]+)[^`]*`", table))
    listed = set(re.findall(r"^    ([a-z-]+)(?: {2,}\S|$)", Commands("")("--help").out, re.MULTILINE))
    assert shown == listed


def test_its_options_are_those_there_are() -> None:
    for command, options in re.findall(r"`novbe ([a-z-]+(?: add)?)([^`]*--[^`]*)`", README):
        known = Commands("")(*command.split(), "--help").out
        assert all(option in known for option in re.findall(r"--[a-z]+", options)), command


def test_its_codes_are_those_that_the_program_refuses_with() -> None:
    listed = README.split("The codes:")[1].split("From Python")[0]
    assert set(re.findall(r"`([a-z-]+)`", listed)) == {code for path in SOURCES for code in _codes(path)}


def _codes(path: Path) -> set[str]:
    """The codes in calls of Refused and refusal, and in the tables of a store's codes."""
    text = path.read_text("utf-8")
    calls = [node for node in ast.walk(ast.parse(text)) if isinstance(node, ast.Call)]
    named = [call for call in calls if getattr(call.func, "id", "") in ("Refused", "refusal") and call.args]
    first = {call.args[0].value for call in named if isinstance(call.args[0], ast.Constant)}
    return {str(code) for code in first} | set(re.findall(r'"(store-[a-z-]+|not-a-store|bad-centre-file)"', text))


def test_its_links_lead_somewhere() -> None:
    for target in re.findall(r"\]\(([^)#]+)\)", README):
        assert target.startswith("https://") or (ROOT / target).is_file(), target


def test_its_rooms_are_the_folders_that_there_are() -> None:
    rooms = set(re.findall(r"^\| `([a-z]+)/` \|", README, re.MULTILINE))
    packages = {path.parent.name for path in ROOT.glob("*/__init__.py")}
    assert rooms == packages


def test_its_two_commands_are_all_the_set_up() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    assert "pip install uv && uv run novbe kiosk" in README
    assert "pip install uv && uv run pytest" in README
    assert project["project"]["scripts"] == {"novbe": "novbe:main"}
    assert "pip install uv && uv run pytest" in (ROOT / ".ci" / "run").read_text("utf-8")
