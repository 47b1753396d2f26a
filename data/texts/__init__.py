"""In which words? Catalogues in gettext's format, read as they are."""

from collections.abc import Mapping
from functools import cache
from gettext import c2py
from importlib.resources import files

from data.refused import mark

__all__ = ["Words", "mark", "name", "own_name", "words"]

LONGEST = 8
OWN_NAME = mark("English")
"""In each catalogue the name of its own language."""


class Words:
    """The texts of one language. A message that it lacks is said in English."""

    def __init__(self, language: str, one: Mapping[str, str], many: Mapping[str, tuple[str, ...]], plural: str) -> None:
        self.language = language
        self._one = one
        self._many = many
        self._form = c2py(plural)

    def __call__(self, message: str, /, **values: object) -> str:
        """The message in this language, its `{placeholders}` filled with `values`."""
        text = self._one.get(message) or message
        return text.format(**values) if values else text

    def count(self, one: str, many: str, n: int, /, **values: object) -> str:
        """The message in the form that the language uses for `n`, which also fills `{n}`."""
        forms = self._many.get(one)
        text = forms[self._form(n)] if forms else one if n == 1 else many
        return text.format(n=n, **values)


@cache
def words(language: str) -> Words:
    """The texts of `language` ("az"); of English where there is no catalogue for it."""
    file = files(__name__) / f"{language}.po"
    if not language.isalpha() or len(language) > LONGEST or not file.is_file():
        return Words("en", {}, {}, "n != 1")
    from babel.messages.pofile import read_po  # not before the first paint of a screen

    with file.open("rb") as po:
        catalogue = read_po(po, locale=language)
    one = {message.id: str(message.string) for message in catalogue if isinstance(message.id, str) and message.id}
    many = {message.id[0]: tuple(message.string or ()) for message in catalogue if isinstance(message.id, tuple)}
    return Words(language, one, many, catalogue.plural_expr)


def own_name(language: str) -> str:
    """What `language` calls itself; its code where there is no catalogue of it."""
    say = words(language)
    return say(OWN_NAME) if say.language == language else language.upper()


def name(names: Mapping[str, str], language: str) -> str:
    """A name of the centre's own in `language`, or in the first language that has it."""
    return names.get(language) or next(iter(names.values()))
