"""How is this centre set up? The centre file, read and checked, and brought together with what the store had."""

from collections.abc import Set
from os import PathLike
from pathlib import Path
from typing import TypeVar

from pydantic import ValidationError

from data.centre.entries import About, Agency, Break, Classes, Hall, Kiosk, Reason, Rules, Service, Window
from data.centre.faults import CODE, refusal
from data.centre.settings import Centre
from data.centre.values import STORED
from data.refused import Refused

__all__ = [
    "Agency",
    "Centre",
    "Classes",
    "Rules",
    "Service",
    "Window",
    "default",
    "from_document",
    "load",
    "merge",
    "read",
]

EMPTY = "{file}: is empty; it needs [centre], [[agencies]], [[services]] and [[windows]]"
UNREADABLE = "{file}: cannot be read: {problem}"
NOT_TOML = "{file}: must be TOML: {problem}"
NOT_UTF8 = "{file}: must be text in UTF-8; byte {place} is not"

Part = TypeVar("Part", Service, Window)

ONLY_STORED = ("retired", "assigned", "closed_on")
KEYS = {
    "": [field.alias or name for name, field in Centre.model_fields.items()],
    "centre": list(About.model_fields),
    "rules": list(Rules.model_fields),
    "classes": list(Classes.model_fields),
    "kiosk": list(Kiosk.model_fields),
    "hall": list(Hall.model_fields),
    "reasons": list(Reason.model_fields),
    "breaks": list(Break.model_fields),
    "agencies": list(Agency.model_fields),
    "services": [key for key in Service.model_fields if key not in ONLY_STORED],
    "windows": [key for key in Window.model_fields if key not in ONLY_STORED],
}


def default() -> Centre:
    """The centre that a store gets when nobody sets one up."""
    return load(Path(__file__).with_name("centre.toml"))


def load(path: str | PathLike[str]) -> Centre:
    """The centre of a file; Refused `bad-centre-file` when it cannot be read or is wrong."""
    try:
        text = Path(path).read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise Refused(CODE, NOT_UTF8, file=str(path), place=error.start + 1) from None
    except (OSError, ValueError) as error:
        problem = getattr(error, "strerror", None) or str(error)
        raise Refused(CODE, UNREADABLE, file=str(path), problem=problem) from None
    return read(text, str(path))


def read(text: str, file: str) -> Centre:
    """The centre that `text` sets up; Refused `bad-centre-file`, naming `file`, the key and what is allowed."""
    import tomllib  # 18 ms that only a set-up needs, not every start of a screen

    try:
        tables = tomllib.loads(text)
    except (ValueError, RecursionError) as error:
        raise Refused(CODE, NOT_TOML, file=file, problem=str(error)[-100:]) from None
    if not tables:
        raise Refused(CODE, EMPTY, file=file)
    return check(tables, file)


def check(tables: dict[str, object], file: str) -> Centre:
    """The centre that the tables of a file set up; Refused as `read` does."""
    try:
        return Centre.model_validate(tables)
    except ValidationError as error:
        raise refusal(error, file, KEYS) from None


def from_document(text: str) -> Centre:
    """The centre that `document` wrote; Refused `not-a-store` when it is something else."""
    try:
        return Centre.model_validate_json(text, context=STORED)
    except ValidationError:
        raise Refused("not-a-store", "The store does not hold a centre that can be read.") from None


def merge(old: Centre, new: Centre) -> Centre:
    """`new`, and after it the services and windows of `old` that it no longer has, retired.

    A window keeps the retired services that it had, after its own, so that those who wait for them are still called;
    an agency stays as long as one of its services does. What a supervisor has changed stays as well: a stopped service,
    and what a window is to serve where the file has the same services for it as before.
    """
    before = {service.id: service for service in old.services}
    current = tuple(stopped(service, before.get(service.id)) for service in new.services)
    ids, numbers = {service.id for service in new.services}, {window.number for window in new.windows}
    services = tuple(retire(service) for service in old.services if service.id not in ids)
    windows = tuple(retire(window) for window in old.windows if window.number not in numbers)
    known, needed = {agency.id for agency in new.agencies}, {service.agency for service in services}
    agencies = tuple(agency for agency in old.agencies if agency.id in needed - known)
    had = {window.number: window for window in old.windows}
    gone = {service.id for service in services}
    changed = {
        "agencies": new.agencies + agencies,
        "services": current + services,
        "windows": tuple(serving(window, had.get(window.number), gone) for window in new.windows) + windows,
    }
    return new.model_copy(update=changed)


def stopped(service: Service, before: Service | None) -> Service:
    """The service, stopped as it was `before`."""
    return service.model_copy(update={"closed_on": before.closed_on}) if before else service


def retire(part: Part) -> Part:
    """The same, retired."""
    return part.model_copy(update={"retired": True})


def serving(window: Window, before: Window | None, gone: Set[str]) -> Window:
    """The window as it is to be now, and after its own services those that are `gone` and that it served before."""
    if before is None:
        return window
    kept = tuple(dict.fromkeys(key for key in (*before.services, *before.serves) if key in gone))
    same = window.services == tuple(key for key in before.services if key not in gone)
    still = before.assigned if same and not gone >= {*before.serves} else None
    return window.model_copy(update={"services": window.services + kept, "assigned": still})
