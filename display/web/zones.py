"""Which part of the building is asked for?"""

import re
from collections.abc import Collection

from starlette.datastructures import QueryParams

from data import zone as zones
from data.centre import Centre
from data.refused import Refused, mark
from data.zone import Ranges, Zone

MOST = 32
"""Ranges of windows, and services, in one address."""
RANGE, SERVICE = r"[0-9]{1,3}(-[0-9]{1,3})?", r"[a-z0-9-]{1,40}"
WINDOWS = re.compile(rf"{RANGE}(,{RANGE}){{0,{MOST - 1}}}")
SERVICES = re.compile(rf"{SERVICE}(,{SERVICE}){{0,{MOST - 1}}}")
NAMES = frozenset({"windows", "services"})
UNKNOWN = {
    "unknown-window": mark("There is no such window here."),
    "unknown-service": mark("There is no such service here."),
}
BAD = mark("Write windows as in 1-6,9 and services as in id-card,passport, each once, and nothing else.")


def zone(query: QueryParams, centre: Centre, also: Collection[str] | None = ()) -> Zone:
    """The zone that `windows` and `services` of an address name.

    Raises Refused: bad-query, also for what is neither of them nor in `also` (None: whatever else there is);
    unknown-window and unknown-service.
    """
    others = query.keys() - NAMES - set(also or ())
    if (others and also is not None) or any(len(query.getlist(name)) > 1 for name in query.keys() & NAMES):
        raise Refused("bad-query", BAD)
    windows = zones.windows(_written(query.get("windows"), WINDOWS))
    if "windows" in query and not windows:
        raise Refused("bad-query", BAD)
    services = zones.services(_written(query.get("services"), SERVICES))
    try:
        Zone(windows, services).check(centre)
    except Refused as refused:  # its sentence has what was asked for in it
        raise Refused(refused.code, UNKNOWN[refused.code]) from None
    return Zone(merged(windows), tuple(sorted(services)))


def merged(windows: Ranges) -> Ranges:
    """The same windows in one way of writing: in order, and ranges that overlap or touch as one."""
    found: list[tuple[int, int]] = []
    for first, last in sorted(windows):
        if found and first <= found[-1][1] + 1:
            found[-1] = found[-1][0], max(last, found[-1][1])
        else:
            found.append((first, last))
    return tuple(found)


def address(zone: Zone) -> str:
    """The zone as it stands in an address, "" for the whole building."""
    windows = ",".join(f"{first}-{last}" for first, last in zone.windows)
    parts = [f"windows={windows}" if windows else "", f"services={','.join(zone.services)}" if zone.services else ""]
    return "&".join(filter(None, parts))


def _written(text: str | None, pattern: re.Pattern[str]) -> str:
    if text is not None and not pattern.fullmatch(text):
        raise Refused("bad-query", BAD)
    return text or ""
