"""The words of a paper: in the visitor's language, where there are letters for it on this machine."""

from collections.abc import Mapping
from datetime import datetime
from zoneinfo import ZoneInfo

from data.centre.settings import Centre
from data.clock import micros
from data.paper.fonts import drawable
from data.texts import right_to_left, words


class Spoken:
    """What a centre says to one visitor. A text or a name that no font can draw is said in a language that it can."""

    def __init__(self, centre: Centre, language: str) -> None:
        self._centre = centre
        self._language = language
        self._say = words(language)
        self.right_to_left = right_to_left(language)

    def __call__(self, message: str, /, **values: object) -> str:
        """A message of the catalogues."""
        text = self._say(message, **values)
        return text if drawable(text) else message.format(**values)

    def count(self, one: str, many: str, n: int) -> str:
        """A message in the form that the language uses for `n`."""
        text = self._say.count(one, many, n)
        return text if drawable(text) else (one if n == 1 else many).format(n=n)

    def date(self, moment: datetime) -> str:
        """The date of a local time, with its weekday."""
        text = self._say.date(moment.date())
        return text if drawable(text) else moment.date().isoformat()

    def time(self, moment: datetime) -> str:
        """Hour and minute of a local time."""
        return self._say.time(moment)

    def name(self, names: Mapping[str, str]) -> str:
        """A name of the centre's own; with the characters that can be drawn where it is so in no language."""
        order = (self._language, *self._centre.languages, *names)
        known = [names[language] for language in order if language in names]
        return next(filter(drawable, known), known[0])

    def service(self, key: str) -> str:
        """The name of a service."""
        return self.name(self._centre.service(key).name)

    def where(self, key: str) -> str:
        """Where to wait for a service; nothing where the centre does not say."""
        where = self._centre.service(key).where
        return self.name(where) if where else ""

    @property
    def zone(self) -> ZoneInfo:
        return self._centre.zone

    def check_in(self, slot: datetime) -> tuple[datetime, datetime]:
        """From when until when a booking of `slot` can be checked in, by the centre's clock."""
        first, last = self._centre.check_in(micros(slot))
        return self._centre.wall(first), self._centre.wall(last)
