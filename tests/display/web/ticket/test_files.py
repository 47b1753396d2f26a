"""The templates, the style and the script behind the pages of visitors."""

import re
from itertools import pairwise

import pytest
from textual.color import Color

from display.web import render, static_files
from tests.data.sayings import messages
from tests.screens import contrast

SAID = re.compile(r"""say\("([^"]+)"\)|say\('([^']+)'\)""")
PAIRS = (
    ("ink", "ground"), ("soft", "ground"), ("ink", "card"), ("soft", "card"), ("on-accent", "accent"),
    ("on-call", "call"), ("on-soon", "soon"), ("on-warn", "warn"), ("warn", "card"),
)  # fmt: skip
LINES = (("edge", "card"), ("edge", "ground"), ("accent", "ground"), ("accent", "card"))
NEWER = re.compile(r"\?\.|\?\?|=>|`|\b(async|await|import|export|let|const|class|fetch)\b")
"""What the phones do not know, and what newer ones than we need do."""


def looks() -> list[dict[str, Color]]:
    """The colours by name, of each look; a later one has what it does not set from that before of its brightness."""
    blocks = re.findall(r":root \{(.*?)\}", static_files.known()["style.css"].content.decode(), re.DOTALL)
    light, dark, plain, plain_dark = (
        {name: Color.parse(value) for name, value in re.findall(r"--([a-z-]+): (#[0-9a-f]+);", block)}
        for block in blocks
    )
    return [light, light | dark, light | plain, light | dark | plain_dark]


@pytest.mark.parametrize("look", range(4), ids=["light", "dark", "light, more contrast", "dark, more contrast"])
def test_words_can_be_read_and_edges_be_seen(look: int) -> None:
    colours = looks()[look]
    assert {pair: ratio for pair in PAIRS if (ratio := contrast(*(colours[name] for name in pair))) < 7} == {}
    assert {pair: ratio for pair in LINES if (ratio := contrast(*(colours[name] for name in pair))) < 3} == {}


def test_the_script_is_for_old_phones() -> None:
    script = re.sub(r'//[^\n]*|"[^"\n]*"', "", static_files.known()["ticket.js"].content.decode())
    assert not NEWER.findall(script)


def test_what_a_template_says_is_found_by_translators() -> None:
    said = {
        one or other for file in render.FOLDER.glob("*.html") for one, other in SAID.findall(file.read_text("utf-8"))
    }
    assert len(said) > 5
    assert said - {message for message in messages() if isinstance(message, str)} == set()


def test_no_rule_of_the_style_is_left_over() -> None:
    pages = "".join(file.read_text("utf-8") for file in render.FOLDER.rglob("*.html"))
    code = pages + "".join(file.content.decode() for name, file in static_files.known().items() if name.endswith(".js"))
    code += (render.FOLDER.parent / "ticket" / "told.py").read_text("utf-8")
    style = re.sub(r"/\*.*?\*/", "", static_files.known()["style.css"].content.decode(), flags=re.DOTALL)
    names = {name for head, _ in pairwise(re.split(r"[{}]", style)) for name in re.findall(r"\.([a-z-]+)", head)}
    assert {name for name in names if not re.search(rf"[\" ]{name}[\" {{]", code)} == set()
