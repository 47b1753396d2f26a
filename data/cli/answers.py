"""How the command line answers: a line for people, one JSON object for programs, and an exit code."""

import dataclasses
import json
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import date, datetime
from typing import Any

from data.environment import environment
from data.refused import Refused

REFUSED, NOBODY = 1, 3


@contextmanager
def answering(as_json: bool) -> Iterator[None]:
    """What is refused inside is said on stderr, and as JSON on stdout; then the command ends with exit code 1."""
    try:
        yield
    except Refused as refused:
        message = said(refused)
        if as_json:
            write({"error": refused.code, "message": message})
        print(message, file=sys.stderr)
        sys.exit(REFUSED)


def answer(as_json: bool, fields: Mapping[str, Any], line: str) -> None:
    """Print the fields as JSON, or the line."""
    if as_json:
        write(fields)
    else:
        print(line)


def said(refused: Refused) -> str:
    """The sentence in the language of whoever sits at the terminal."""
    from data.texts import words

    return words(environment().language)(refused.text, **refused.values)


def write(fields: Mapping[str, Any]) -> None:
    """One JSON object on one line of stdout; what is no text in it, such as a file's name, stays escaped."""
    line = json.dumps(fields, ensure_ascii=False, default=_text)
    print(line.encode(errors="backslashreplace").decode(), flush=True)


def fields_of(view: Any) -> dict[str, Any]:
    """A view's fields by their JSON names; `window`, `slot` and `steps` are left out where there is none."""
    return {
        name.rstrip("_"): value
        for name, value in dataclasses.asdict(view).items()
        if not (name in ("window", "slot", "steps") and value in (None, ()))
    }


def _text(value: object) -> str:
    if isinstance(value, datetime):
        return value.isoformat(timespec="microseconds")
    if isinstance(value, date):
        return value.isoformat()
    raise TypeError(f"{type(value).__name__} has no JSON form")
