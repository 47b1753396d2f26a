"""How long, and at what time of day? `"20m"` and `"04:00"` as the centre file writes them."""

import re
from typing import Annotated

from pydantic import BeforeValidator, PlainSerializer

from data.centre.faults import Fault
from data.clock import HOUR, SECOND

MINUTE = 60 * SECOND
UNITS = {"h": HOUR, "m": MINUTE, "s": SECOND}

SPAN = '{file}: {key}: {value} must be a whole number with s, m or h, such as "15s", "20m" or "24h"'
TIME = '{file}: {key}: {value} must be a time from "00:00" to "23:59"'


def micros(text: object) -> int:
    """Microseconds of a duration such as "15s", of at most six digits; a Fault when it is none."""
    if not isinstance(text, str) or not re.fullmatch(r"[0-9]{1,6}[smh]", text):
        raise Fault(SPAN)
    return int(text[:-1]) * UNITS[text[-1]]


def duration(micros: int) -> str:
    """The text from which `micros` reads the same number again."""
    unit = next(unit for unit, size in UNITS.items() if micros % size == 0)
    return f"{micros // UNITS[unit]}{unit}"


def minutes(text: object) -> int:
    """Minutes after midnight of a time such as "04:00"; a Fault when it is none."""
    if not isinstance(text, str) or not re.fullmatch(r"([01][0-9]|2[0-3]):[0-5][0-9]", text):
        raise Fault(TIME)
    return int(text[:2]) * 60 + int(text[3:])


def time_of_day(minutes: int) -> str:
    """The text from which `minutes` reads the same number again."""
    return f"{minutes // 60:02}:{minutes % 60:02}"


Micros = Annotated[int, BeforeValidator(micros), PlainSerializer(duration)]
Minutes = Annotated[int, BeforeValidator(minutes), PlainSerializer(time_of_day)]
