"""Which literals in the code of a screen read like a text, and can't be translated?"""

import ast
import re
from collections.abc import Iterator
from itertools import pairwise

from tests.data.sayings import sayings

SHOWS = {
    "Content",
    "Static",
    "Label",
    "Button",
    "Digits",
    "update",
    "styled",
    "assemble",
    "from_text",
    "notify",
    "Text",
    "HTMLResponse",
}
"""Calls that show what they are given."""
SHOWN = {"placeholder", "label", "title", "tooltip", "border_title", "border_subtitle"}
"""Arguments that are shown."""
SHEETS = {"CSS", "DEFAULT_CSS", "CSS_PATH", "__all__"}
TECHNICAL = re.compile(
    r"(bold|reverse|underline|italic|dim|strike|not|auto|on|\$[\w-]+|\d+%|\s)+|\S+\.[a-z0-9]{2,4}|\w+_\w+|.*://.*"
)
"""A style, the name of a file, the name of something in a program, an address."""
PROTOCOL = re.compile(
    r"""
    [A-Z][A-Za-z]*(-[A-Z][A-Za-z]*)+            # the name of a header
    | [a-z]+/[\w.+-]+(;\ charset=[\w-]+)?       # a kind of content
    | (?=.*=)[a-z-]+(=\d+)?(,\ [a-z-]+(=\d+)?)* # directives, of which one has a number
    | [a-z-]*\ '(self|none)'                    # a policy of what a page may load
    | (;\ [A-Z][A-Za-z-]*(=[\w/]*)?)+           # attributes of a cookie
    | (data|event|id|retry):\ ?                 # fields of a stream
    | ([A-Z][a-z-]+:\ [*/]\n)+                  # what robots are told
    """,
    re.VERBOSE,
)
"""What programs say to each other by HTTP, and no page shows."""
HEADER = re.compile(r"([A-Z][A-Za-z]*-)*[A-Z][A-Za-z]*")
SAME_EVERYWHERE = {"Növbə", "novbe", "Python", "Textual", "Enter", "Esc"}
"""Products, and keys by what stands on them."""
MARKUP = re.compile(r"<[^<>]*>|{[^{}]*}")
WORD = re.compile(r"[^\W\d_]{2,}")
WORDS = re.compile(r"[^\W\d_]{2,}[,;:.!?…]*\s+[^\W\d_]{2,}")
SENTENCE = re.compile(r"^[^\W\d_]{2,}[^\w]*[.!?…]$")
BESIDE = re.compile(r"\s[^\W\d_]{2,}(\W|$)|(^|\W)[^\W\d_]{2,}[.,:;!?…]?\s")


def untranslatable(source: str, known: frozenset[str] = frozenset(), *, http: bool = False) -> list[tuple[int, str]]:
    """The lines and literals of `source` that a person would read, and that go by neither `say` nor `mark`.

    Two words in a row are one, a word with a capital letter, a word in an f-string, and any word in a call that shows
    it. Docstrings, annotations, style sheets, what an error says of its cause, and the names `known`, are not; nor,
    where the source speaks `http`, headers, patterns and what is logged.
    """
    tree = ast.parse(source)
    apart = {id(part) for saying in sayings(tree) for part in saying.parts}
    apart |= {id(node) for part in _unread(tree) for node in ast.walk(part)}
    if http:
        apart |= {id(node) for part in _of_http(tree) for node in ast.walk(part)}
    shown = {id(node) for node in _shown(tree)}
    formatted = {id(node) for joined in ast.walk(tree) if isinstance(joined, ast.JoinedStr) for node in joined.values}
    return sorted(
        (node.lineno, node.value)
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant)
        and isinstance(node.value, str)
        and id(node) not in apart
        and not (node.value in known or node.value.strip(" ,") in SAME_EVERYWHERE or TECHNICAL.fullmatch(node.value))
        and not (http and PROTOCOL.fullmatch(node.value))
        and (
            _reads(node.value)
            or (id(node) in formatted and BESIDE.search(MARKUP.sub("", node.value)))
            or id(node) in shown
        )
    )


def classes(source: str) -> Iterator[str]:
    """The classes that `source` defines: a selector names them."""
    yield from (node.name for node in ast.walk(ast.parse(source)) if isinstance(node, ast.ClassDef))


def _reads(text: str) -> bool:
    text = MARKUP.sub("", text)
    capital = any(one.isupper() and other.islower() for one, other in pairwise(text))
    return bool(WORDS.search(text) or capital or SENTENCE.search(text))


def _of_http(tree: ast.Module) -> Iterator[ast.AST]:
    """Headers with their values, patterns that something is matched with, and what is logged."""
    for node in ast.walk(tree):
        match node:
            case ast.Call(func=ast.Attribute(value=ast.Name(id="re" | "log"))):
                yield from node.args
            case ast.Dict() if any(_is_header(key) and "-" in ast.unparse(key) for key in node.keys if key):
                yield from _headers(node)
            case ast.keyword(arg="headers", value=ast.Dict() as given):
                yield from _headers(given)
            case (
                ast.Subscript(value=among, slice=key)
                | ast.Call(func=ast.Attribute(value=among, attr="get"), args=[key, *_])
            ) if any(isinstance(part, ast.Attribute) and part.attr == "headers" for part in ast.walk(among)):
                yield key


def _headers(given: ast.Dict) -> Iterator[ast.AST]:
    for key, value in zip(given.keys, given.values, strict=True):
        if key and _is_header(key):
            yield from (key, value)


def _is_header(key: ast.expr) -> bool:
    return isinstance(key, ast.Constant) and bool(HEADER.fullmatch(str(key.value)))


def _shown(tree: ast.Module) -> Iterator[ast.Constant]:
    """Literals with a word in them that go straight to what shows them, or by a name of the module."""
    named = {
        node.targets[0].id: node.value
        for node in ast.walk(tree)
        if isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Name)
    }
    for call in (node for node in ast.walk(tree) if isinstance(node, ast.Call)):
        name = call.func.attr if isinstance(call.func, ast.Attribute) else getattr(call.func, "id", "")
        given = [*call.args] if name in SHOWS else []
        given += [keyword.value for keyword in call.keywords if keyword.arg in SHOWN]
        for argument in given:
            first = argument.elts[0] if isinstance(argument, ast.Tuple) and argument.elts else argument
            literal = named.get(first.id, first) if isinstance(first, ast.Name) else first
            if isinstance(literal, ast.Constant) and isinstance(literal.value, str) and WORD.search(literal.value):
                yield literal


def _unread(tree: ast.Module) -> Iterator[ast.AST]:
    """The parts of a module that no screen shows."""
    for node in ast.walk(tree):
        match node:
            case ast.Expr(value=ast.Constant()):
                yield node
            case ast.Assign(targets=[ast.Name(id=name)], value=value) if name in SHEETS:
                yield value
            case ast.AnnAssign(target=ast.Name(id=name), value=ast.expr() as value) if name in SHEETS:
                yield value
            case ast.Raise(exc=ast.Call(func=ast.Name(id=name)) as error) if name != "Refused":
                yield error
            case ast.Call(func=ast.Attribute(attr="maketrans")):
                yield node
        for annotation in (getattr(node, "annotation", None), getattr(node, "returns", None)):
            if annotation is not None:
                yield annotation
