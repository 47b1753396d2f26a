"""Which values may stand in a centre file, and what is said of the others?"""

import re
import unicodedata
from contextlib import suppress
from datetime import date
from typing import Annotated
from zoneinfo import ZoneInfo

from pydantic import AfterValidator, BeforeValidator, Field, ValidationInfo
from pydantic_core import PydanticCustomError

from data.centre.faults import Fault, must, once, whole
from data.centre.spans import MINUTE
from data.clock import HOUR

ID = "{file}: {key}: {value} must be 1 to 40 small letters a-z, digits and hyphens"
SERIES = "{file}: {key}: {value} must be one or two capital letters"
LANGUAGE = '{file}: {key}: {value} must be a language code of two or three small letters, such as "az"'
COUNTRY = '{file}: {key}: {value} must be a country of the package holidays, such as "AZ"'
DATE = '{file}: {key}: {value} must be a date, such as "2026-12-31"'
DURATION = '{file}: {key}: {value} must be at least "1m"'
A_DAY = '{file}: {key}: {value} must be at most "24h"'
LABEL = "{file}: {key}: {value} must be a text on one line, and not blank"
ZONE = '{file}: {key}: {value} must be a time zone, such as "Asia/Baku"'
NETWORK = '{file}: {key}: {value} must be a network, such as "10.0.0.0/8" or "192.168.1.7"'
ADDRESS = '{file}: {key}: {value} must be 1 to 43 letters A-Z, digits and $ % * + - . / : as in "HTTPS://Q.EXAMPLE.AZ"'

STORED = "stored"
MOST = 1_000_000


def known_country(code: str, info: ValidationInfo) -> str:
    """The code itself; a Fault when a file names one whose public holidays are not known."""
    if info.context != STORED:  # 50 ms of each start of a screen
        from holidays import list_supported_countries

        if code not in list_supported_countries():
            raise Fault(COUNTRY)
    return code


def day(value: object) -> str:
    """An ISO date, from TOML's or from text; a Fault when it is none."""
    text = value.isoformat() if isinstance(value, date) else value
    if isinstance(text, str) and re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", text):
        with suppress(ValueError):
            return date.fromisoformat(text).isoformat()
    raise Fault(DATE)


def lasts(micros: int) -> int:
    """The duration itself, at least a minute."""
    if micros < MINUTE:
        raise Fault(DURATION)
    return micros


def within_a_day(micros: int) -> int:
    """The duration itself, at most 24 hours."""
    if micros > 24 * HOUR:
        raise Fault(A_DAY)
    return micros


def known_zone(key: str) -> bool:
    """Is there such a time zone?"""
    try:
        return bool(ZoneInfo(key))
    except (ValueError, LookupError, OSError):
        return False


def readable(text: str) -> bool:
    """Is there something to see, and nothing that moves the cursor?"""
    return bool(text.strip()) and not any(unicodedata.category(c) in {"Cc", "Zl", "Zp"} for c in text)


def unique(values: tuple[str, ...]) -> tuple[str, ...]:
    """The values themselves; a Fault when one is there twice."""
    once(values)
    return values


def web_address(text: str) -> str:
    """The address in capitals, as its QR needs it, and without a slash at its end.

    With a slash and a code it still makes a QR of version 3 (61 characters at level M), which an 80x24 kiosk can show.
    """
    bare = text.rstrip("/")
    if not re.fullmatch(r"[0-9A-Za-z$%*+\-./:]{1,43}", bare):
        raise Fault(ADDRESS)
    return bare.upper()


def only_stored(value: object, info: ValidationInfo) -> object:
    """The value as the store kept it. A file has no such key: there, a thing is retired by leaving it out."""
    if info.context != STORED:
        raise PydanticCustomError("extra_forbidden", "not in a file")
    return value


def matches(pattern: str, text: str) -> AfterValidator:
    """A check that a whole string matches `pattern`, said as `text`."""
    return must(re.compile(pattern).fullmatch, text)


def network(text: str) -> str:
    """The network as Python writes it, one address as that; a Fault when it is none."""
    from ipaddress import ip_network  # only a file that is read, or a centre that names some, needs it

    try:
        return str(ip_network(text, strict=False))
    except ValueError:
        raise Fault(NETWORK) from None


Id = Annotated[str, matches(r"[a-z0-9-]{1,40}", ID)]
Language = Annotated[str, matches(r"[a-z]{2,3}", LANGUAGE)]
Series = Annotated[str, matches(r"[A-Z]{1,2}", SERIES)]
Name = Annotated[dict[Language, Annotated[str, must(readable, LABEL)]], Field(min_length=1)]
Count = Annotated[int, whole(0, MOST)]
Date = Annotated[str, BeforeValidator(day)]
Network = Annotated[str, AfterValidator(network)]
must_last = AfterValidator(lasts)
Retired = Annotated[bool, BeforeValidator(only_stored)]
