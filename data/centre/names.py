"""Which names has a centre, and in which of its languages are they missing?"""

from collections.abc import Iterator, Mapping, Sequence

from data.centre.entries import About, Agency, Break, Reason, Service
from data.centre.faults import Fault, Place, dotted

NAMELESS = "{file}: {key}: must be in at least one of: {allowed}"

Names = Mapping[Place, dict[str, str]]


def names(
    about: About,
    reasons: Sequence[Reason],
    breaks: Sequence[Break],
    agencies: Sequence[Agency],
    services: Sequence[Service],
) -> dict[Place, dict[str, str]]:
    """All names, by their places in the file."""
    found: dict[Place, dict[str, str]] = {("centre", "name"): about.name}
    if about.news:
        found[("centre", "news")] = about.news
    tables = (("reasons", reasons), ("breaks", breaks), ("agencies", agencies), ("services", services))
    for table, entries in tables:
        found |= {(table, index, "name"): entry.name for index, entry in enumerate(entries)}
    found |= {("services", index, "where"): one.where for index, one in enumerate(services) if one.where}
    return found


def put_in_order(names: Names, languages: Sequence[str]) -> None:
    """Put each name in the order of the centre's languages: the first that a name has stands for those it lacks."""
    for name in names.values():
        ordered = {language: name[language] for language in languages if language in name} | name
        name.clear()
        name.update(ordered)


def check(names: Names, languages: Sequence[str]) -> None:
    """Raise the Fault of the first name that is in none of the languages."""
    for place, name in names.items():
        if name.keys().isdisjoint(languages):
            raise Fault(NAMELESS, place, allowed=", ".join(languages))


def missing(names: Names, languages: Sequence[str]) -> Iterator[str]:
    """Each name that is missing in a language, as `services.3.name.ru`: the Russian name of the third service."""
    for place, name in names.items():
        yield from (dotted((*place, language)) for language in languages if language not in name)
