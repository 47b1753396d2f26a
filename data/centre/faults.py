"""What is wrong with a centre file, in one sentence."""

import json
import re
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from pydantic import AfterValidator, BeforeValidator, ValidationError

from data.refused import Refused

SHOWN = 60
CODE = "bad-centre-file"
UNKNOWN = "{file}: {key} is not a known key; allowed: {allowed}"
NUMBER = "{file}: {key}: {value} must be a whole number from {least} to {most}"
TWICE = "{file}: {key}: {value} is there twice; it may be there once"
WRONG = "{file}: {key}: {value} is not allowed"
SEVERAL = "{first} (and {more} more)"
TABLE = "{file}: {key}: {value} must be a table"
SENTENCES = {
    "missing": "{file}: {key} is missing",
    "extra_forbidden": UNKNOWN,
    "string_type": "{file}: {key}: {value} must be text in quotes",
    "tuple_type": "{file}: {key}: {value} must be a list",
    "dict_type": TABLE,
    "model_type": TABLE,
    "literal_error": "{file}: {key}: {value} must be one of: {allowed}",
    "too_short": "{file}: {key}: must have at least one entry",
}

Place = tuple[int | str, ...]
Keys = Mapping[str, Sequence[str]]


class Fault(ValueError):
    """A wrong value: `text` filled with `values` says so; `at` leads from the checked value to the wrong part of it."""

    def __init__(self, text: str, at: Place = (), **values: object) -> None:
        self.text = text
        self.at = at
        self.values = values
        super().__init__(text)


def must(test: Callable[[str], object], text: str) -> AfterValidator:
    """A check on a string: one for which `test` gives nothing is a fault, said as `text`."""

    def check(value: str) -> str:
        if not test(value):
            raise Fault(text)
        return value

    return AfterValidator(check)


def whole(least: int, most: int) -> BeforeValidator:
    """A check for a whole number from `least` to `most`, both included; true and false are no numbers."""

    def check(value: object) -> int:
        if isinstance(value, bool) or not isinstance(value, int) or not least <= value <= most:
            raise Fault(NUMBER, least=least, most=most)
        return value

    return BeforeValidator(check)


def once(values: Sequence[object], before: Place = (), after: Place = ()) -> None:
    """Raise the Fault of the first value that was there before; its place is its index between `before` and `after`."""
    for index, value in enumerate(values):
        if value in values[:index]:
            raise Fault(TWICE, (*before, index, *after), value=shown(value))


def refusal(error: ValidationError, file: str, keys: Keys) -> Refused:
    """The first fault of `error` as `bad-centre-file`, and how many more there are.

    `keys` are the known keys of each table of the file, and under "" those of the file itself.
    """
    faults = error.errors(include_url=False)
    # a mistyped key often makes another one missing: the typing error comes first
    faults.sort(key=lambda fault: fault["type"] != "extra_forbidden")
    first = sentence(faults[0], file, keys)
    return first if len(faults) == 1 else Refused(CODE, SEVERAL, first=first.message, more=len(faults) - 1)


def sentence(fault: Mapping[str, Any], file: str, keys: Keys) -> Refused:
    """One fault, as pydantic describes it, in our words."""
    place: Place = tuple(part for part in fault["loc"] if part != "[key]")
    own = fault.get("ctx", {}).get("error")
    if not isinstance(own, Fault):
        known = ", ".join(keys.get("" if len(place) == 1 else str(place[0]), ()))
        allowed = fault.get("ctx", {}).get("expected", known)
        own = Fault(SENTENCES.get(fault["type"], WRONG), allowed=allowed)
    values = {"value": shown(fault["input"])} | own.values
    return Refused(CODE, own.text, file=file, key=dotted(place + own.at), **values)


def dotted(place: Place) -> str:
    """A place in the file as a person finds it: `services.3.series` is the series of the third service."""
    return ".".join(str(part + 1) if isinstance(part, int) else bare(part) for part in place)


def bare(key: str) -> str:
    """A key as it may stand in TOML: in quotes when it needs them."""
    return key if re.fullmatch(r"[A-Za-z0-9_-]{1,60}", key) else shown(key)


def shown(value: object) -> str:
    """A value as the file writes it, cut to 60 characters, with nothing in it that a terminal obeys."""
    try:
        text = json.dumps(value, ensure_ascii=False, default=str)
    except ValueError:  # an integer of thousands of digits
        return "…"
    text = "".join(c if c.isprintable() else f"\\u{ord(c):04x}" for c in text[: SHOWN + 1])
    return text if len(text) <= SHOWN else text[: SHOWN - 1] + "…"
