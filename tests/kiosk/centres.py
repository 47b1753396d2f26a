"""Centres that the tests of the kiosk use."""

from collections.abc import Mapping, Sequence

from data import centre
from data.centre import Centre

HEAD = """
[centre]
id = "test"
trust = "local"
name = {{ az = "Mərkəz", en = "Centre", ru = "Центр" }}
timezone = "Asia/Baku"
languages = [{languages}]
{more}
"""
AGENCY = """
[[agencies]]
id = "{id}"
name = {{ az = "{name}", en = "{name}" }}
"""
SERVICE = """
[[services]]
id = "{id}"
agency = "{agency}"
series = "A"
name = {{ az = "{name}", en = "{name}" }}
{more}
"""
WINDOW = """
[[windows]]
number = 1
services = [{services}]
"""


def a_centre(
    services: Mapping[str, Sequence[str]], languages: Sequence[str] = ("az", "en", "ru"), more: str = "", each: str = ""
) -> Centre:
    """A centre of agencies with the names of their `services`; `more` adds to [centre], `each` to every service."""
    agencies = [(f"agency-{at}", name, offered) for at, (name, offered) in enumerate(services.items(), 1)]
    parts = [HEAD.format(languages=quoted(languages), more=more)]
    ids = []
    for agency, called, offered in agencies:
        parts.append(AGENCY.format(id=agency, name=called))
        for at, name in enumerate(offered, 1):
            ids.append(f"{agency}-service-{at}")
            parts.append(SERVICE.format(id=ids[-1], agency=agency, name=name, more=each))
    return centre.read("".join([*parts, WINDOW.format(services=quoted(ids))]), "test.toml")


def quoted(values: Sequence[str]) -> str:
    """The values as they stand in a TOML list."""
    return ", ".join(f'"{value}"' for value in values)


TWO = a_centre({"Interior": ["Identity card", "Passport"], "Tax": ["Company"]})
