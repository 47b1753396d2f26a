"""A centre file that tests begin with, and ways to change it."""

from collections.abc import Callable

import pytest

from data import centre
from data.refused import Refused

FILE = """
[centre]
id = "demo"
trust = "local"
name = { az = "Mərkəz", en = "Centre" }
timezone = "Asia/Baku"
languages = ["az", "en"]

[rules]

[[agencies]]
id = "interior"
name = { az = "Daxili işlər" }

[[agencies]]
id = "tax"
name = { en = "Tax" }

[[services]]
id = "id-card"
agency = "interior"
series = "A"
name = { en = "Identity card" }

[[services]]
id = "company"
agency = "tax"
series = "AB"
name = { en = "Company" }
target_wait = "20m"
quota = 200

[[windows]]
number = 1
services = ["id-card", "company"]

[[windows]]
number = 2
services = ["company"]
"""
ONE_SERVICE = (
    FILE[: FILE.index('\n[[services]]\nid = "company"')]
    + """
[[windows]]
number = 1
services = ["id-card"]

[[windows]]
number = 2
services = ["id-card"]
"""
)


def read(text: str) -> centre.Centre:
    return centre.read(text, "centre.toml")


def edited(old: str, new: str, text: str = FILE) -> str:
    assert old in text
    return text.replace(old, new, 1)


def refused(act: Callable[[], object]) -> Refused:
    with pytest.raises(Refused) as caught:
        act()
    return caught.value


def fault(old: str, new: str) -> str:
    refusal = refused(lambda: read(edited(old, new)))
    assert refusal.code == "bad-centre-file"
    assert "\n" not in refusal.message
    return refusal.message
