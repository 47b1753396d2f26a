"""Which messages does the code say, and where?"""

import ast
from collections import defaultdict
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

import data
from tests.data import templates

ROOT = Path(data.__file__).parent.parent
ROOMS = ("data", "display", "kiosk")
REFUSALS = {"Refused": 1, "Fault": 0}
"""The place of the message among the arguments."""

Message = str | tuple[str, str]
Named = Mapping[str, list[ast.Constant]]


class Saying(NamedTuple):
    """A message, and the literals of the source that it is made of."""

    message: Message
    parts: tuple[ast.Constant, ...]


def messages() -> dict[Message, list[str]]:
    """Each message that the code and the templates say or mark, and its places: "kiosk/view.py:12"."""
    found: dict[Message, list[str]] = defaultdict(list)
    for path in sources(*ROOMS):
        where = path.relative_to(ROOT).as_posix()
        tree = ast.parse(path.read_text("utf-8"))
        for saying in sayings(tree):
            found[saying.message].append(f"{where}:{saying.parts[0].lineno}")
        for node in ast.walk(tree):
            if isinstance(node, ast.Constant) and where.startswith("data/") and _is_of_a_fault(node.value):
                found[str(node.value)].append(f"{where}:{node.lineno}")
    for path in templates.templates(ROOT):
        for message, line in templates.said(path.read_text("utf-8")):
            found[message].append(f"{path.relative_to(ROOT).as_posix()}:{line}")
    return dict(found)


def sources(*rooms: str) -> list[Path]:
    """The modules of `rooms`."""
    return sorted(path for room in rooms for path in (ROOT / room).rglob("*.py"))


def sayings(tree: ast.Module) -> Iterator[Saying]:
    """What the calls of one module say, mark, count or refuse with: a literal, or a name that stands for one."""
    named = _named(tree)
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            yield from _said(node, named)


def _said(call: ast.Call, named: Named) -> Iterator[Saying]:
    called = _name(call.func)
    texts = [_texts(argument, named) for argument in call.args]
    if called == "count" and len(texts) >= 3:
        for one, many in zip(texts[0], texts[1], strict=True):
            yield Saying((str(one.value), str(many.value)), (one, many))
    elif called in ("say", "mark", "words(…)") or called in REFUSALS:
        for text in [*texts, [], []][REFUSALS.get(called, 0)]:
            yield Saying(str(text.value), (text,))


def _is_of_a_fault(value: object) -> bool:
    """The sentences about a centre file stand in constants and tables, and all begin alike."""
    return isinstance(value, str) and value.startswith(("{file}: ", "{first} "))


def _named(tree: ast.Module) -> Named:
    named: Named = defaultdict(list)
    for node in ast.walk(tree):
        if isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Name):
            named[node.targets[0].id].extend(_texts(node.value, {}))
    return named


def _texts(node: ast.expr, named: Named) -> list[ast.Constant]:
    match node:
        case ast.Constant(value=str()):
            return [node]
        case ast.Name(id=name):
            return named.get(name, [])
        case ast.IfExp():
            return [*_texts(node.body, named), *_texts(node.orelse, named)]
    return []


def _name(called: ast.expr) -> str:
    """What is called: `say`, `self.say` and `words(language)` are what says a message."""
    match called:
        case ast.Attribute(attr=name) | ast.Name(id=name):
            return name
        case ast.Call(func=ast.Name(id="words")):
            return "words(…)"
    return ""
