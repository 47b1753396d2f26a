"""In which words? Catalogues in gettext's format, read as they are."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime, time
from functools import cache
from gettext import c2py
from importlib.resources import files

from data.refused import mark

__all__ = ["Words", "mark", "name", "own_name", "right_to_left", "shown_name", "words", "written"]

LONGEST = 8
FIRST = 2
"""Entries of a catalogue that are read at once, as what the first screen of a kiosk says of each language; the others
when one is needed. All of six languages take 20 ms."""
MOMENTS = (date, time)
OWN_NAME = mark("English")
"""In each catalogue the name of its own language."""
DATE_AND_TIME = mark("{date}, {time}")
RIGHT_TO_LEFT = frozenset({
    "ar", "apc", "bal", "bgn", "ckb", "dv", "fa", "he", "ks", "lrc", "mzn",
    "nqo", "ps", "rhg", "sd", "sdh", "skr", "syr", "trw", "ug", "ur", "yi",
})  # fmt: skip
"""As CLDR says; asked before the first choice at the kiosk, and reading CLDR takes 4 ms for each language."""


class Words:
    """The texts of one language, by the entries of its catalogue. A message that it lacks is said in English."""

    def __init__(self, language: str, entries: Sequence[str]) -> None:
        self.language = language
        self._one: dict[str, str] = {}
        self._many: dict[str, tuple[str, ...]] = {}
        self._unread, first = entries[FIRST:], entries[:FIRST]
        self._read(first)

    def __call__(self, message: str, /, **values: object) -> str:
        """The message in this language, its `{placeholders}` filled with `values`, days and times as `date`, `time`."""
        if message not in self._one:
            self._read_on()
        text = self._one.get(message) or message
        return text.format_map(self._in_words(values)) if values else text

    def count(self, one: str, many: str, n: int, /, **values: object) -> str:
        """The message in the form that the language uses for `n`, which also fills `{n}`."""
        self._read_on()
        forms = self._many.get(one)
        text = forms[self._form(n)] if forms else one if n == 1 else many
        return text.format_map({"n": n, **self._in_words(values)})

    def _read_on(self) -> None:
        if self._unread:
            self._read(self._unread)
            self._unread = ()  # only now: another thread may be asking for one of them

    def _read(self, entries: Sequence[str]) -> None:
        if not entries:
            return
        from babel.messages.pofile import read_po  # not before the first paint of a screen

        catalogue = read_po("\n\n".join(entries).splitlines(), locale=self.language)
        for message in catalogue:
            if isinstance(message.id, str) and message.id:
                self._one[message.id] = str(message.string)
            elif isinstance(message.id, tuple):
                self._many[message.id[0]] = tuple(message.string or ())
        self._form = c2py(catalogue.plural_expr)

    def _in_words(self, values: Mapping[str, object]) -> dict[str, object]:
        return {key: self._moment(value) if isinstance(value, MOMENTS) else value for key, value in values.items()}

    def _moment(self, value: "datetime | date | time") -> str:
        if isinstance(value, time):
            return self.time(value)
        if not isinstance(value, datetime):
            return self.date(value)
        return self(DATE_AND_TIME, date=self.date(value), time=self.time(value))

    def date(self, day: date) -> str:
        """Weekday and date, as CLDR writes them in full: "mercredi 25 novembre 2026"."""
        from babel.dates import format_date  # not before the first paint of a screen

        return format_date(day, "full", locale=self.language)

    def short(self, moment: datetime) -> str:
        """Weekday, day, month and time, as short as CLDR writes them: "mer. 25 nov., 10:20"."""
        from babel.dates import format_skeleton  # not before the first paint of a screen

        return self(DATE_AND_TIME, date=format_skeleton("MMMEd", moment, locale=self.language), time=self.time(moment))

    def time(self, moment: datetime | time) -> str:
        """Hour and minute of the time as it is given: "09:05", by 24 hours and with these digits in every language."""
        return f"{moment:%H:%M}"


@cache
def words(language: str) -> Words:
    """The texts of `language` ("az"); of English where there is no catalogue for it."""
    file = files(__name__) / f"{language}.po"
    if not language.isalpha() or len(language) > LONGEST or not file.is_file():
        return Words("en", ())
    # Without the first entry, the header, which would take as long as all else: the plural rule is that of Babel.
    _, *entries = file.read_text("utf-8").split("\n\n")
    return Words(language, entries)


def own_name(language: str) -> str:
    """What `language` calls itself; its code where there is no catalogue of it."""
    say = words(language)
    return say(OWN_NAME) if say.language == language else language.upper()


def shown_name(language: str) -> str:
    """What a screen calls `language`: what it calls itself, or its code where the terminal cannot show that."""
    return own_name(language) if written(language) else language.upper()


def right_to_left(language: str) -> bool:
    """Whether `language` is written from right to left."""
    return language in RIGHT_TO_LEFT


def written(language: str) -> bool:
    """Whether a screen of a terminal can show `language`: terminals know no right-to-left scripts."""
    return not right_to_left(language)


def name(names: Mapping[str, str], language: str) -> str:
    """A name of the centre's own in `language`, or in the first that it has: it is in the order of the centre's."""
    return names.get(language) or next(iter(names.values()))
