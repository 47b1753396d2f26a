"""What do the templates of the pages say, and which of their words can't be translated?"""

import re
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path

from jinja2 import Environment, nodes

ENVIRONMENT = Environment()
READ = frozenset({
    "title", "alt", "placeholder", "label", "summary", "aria-label", "aria-description", "aria-placeholder",
    "aria-roledescription", "aria-valuetext", "aria-braillelabel", "aria-brailleroledescription",
})  # fmt: skip
"""Attributes that a person reads or hears, in any tag."""
BUTTONS = frozenset({"button", "submit", "reset"})
TOLD = frozenset({"description", "application-name", "apple-mobile-web-app-title"})
"""What of `<meta>` a person reads."""
NOT_SHOWN = frozenset({"script", "style"})
SAME_EVERYWHERE = frozenset({"Növbə"})
WORD = re.compile(r"[^\W\d_]{2,}")
WORDS = re.compile(r"[^\W\d_]{2,}[,;:.!?…]*\s+[^\W\d_]{2,}")
HOLE = "\ufffc"
"""Stands where a template fills something in."""
OPENING, CLOSING = "([{", ")]}"
COMPARED = frozenset({"==", "!=", "in", "is"})


def templates(root: Path) -> list[Path]:
    """The templates of the pages."""
    return sorted((root / "display" / "web" / "pages").rglob("*.html"))


def said(source: str) -> Iterator[tuple[str | tuple[str, str], int]]:
    """What a template says or counts, and the line: the calls with a literal."""
    for call in ENVIRONMENT.parse(source).find_all(nodes.Call):
        texts = [_text(argument) for argument in call.args]
        match call.node, texts:
            case nodes.Name(name="say"), [str(text), *_]:
                yield text, call.lineno
            case nodes.Name(name="count"), [str(one), str(many), *_]:
                yield (one, many), call.lineno


def untranslated(source: str) -> list[tuple[int, str]]:
    """The lines and words of a template that a person would read in one language only.

    They stand between tags, or in an attribute that is read, and are not what `say` or a value fills in.
    """
    reader = _Reader()
    reader.feed(_plain(source))
    reader.close()
    return reader.found


def _text(argument: nodes.Expr) -> str | None:
    return argument.value if isinstance(argument, nodes.Const) and isinstance(argument.value, str) else None


def _plain(source: str) -> str:
    """The template as HTML on the same lines: what is filled in is a hole, but for literals that no call takes."""
    parts: list[str] = []
    depth, before, block = 0, "", ""
    for _, kind, value in ENVIRONMENT.lex(source):
        if kind == "data":
            parts.append(value)
        elif kind == "variable_begin":
            parts.append(HOLE)
        elif kind == "operator":
            depth += (value in OPENING) - (value in CLOSING)
        elif kind == "string" and not (depth or before in COMPARED or block not in ("", "set")):
            parts.append(value[1:-1])
        if kind not in ("data", "string"):
            parts.append("\n" * value.count("\n"))
        if kind == "block_end" or (before.startswith("{%") and kind == "name"):
            block = value if kind == "name" else ""
        before = before if kind == "whitespace" else value
    return "".join(parts)


class _Reader(HTMLParser):
    """Reads as a person does, or a screen reader."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[tuple[int, str]] = []
        self._hidden = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        self._hidden = tag if tag in NOT_SHOWN else ""
        for name, value in given.items():
            if name in READ or _told(tag, name, given) or (name.startswith("data-") and WORDS.search(value)):
                self._read(value)

    def handle_endtag(self, tag: str) -> None:
        self._hidden = ""

    def handle_data(self, data: str) -> None:
        if not self._hidden:
            self._read(data)

    def _read(self, text: str) -> None:
        for place, line in enumerate(text.split("\n")):
            words = line.replace(HOLE, " ").strip()
            if WORD.search(words) and words not in SAME_EVERYWHERE:
                self.found.append((self.getpos()[0] + place, words))


def _told(tag: str, name: str, given: dict[str, str]) -> bool:
    button = tag == "input" and name == "value" and given.get("type") in BUTTONS
    return button or (tag == "meta" and name == "content" and given.get("name") in TOLD)
