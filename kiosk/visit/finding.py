"""Which services do these letters find?"""

import unicodedata
from collections.abc import Iterable, Iterator, Mapping

Words = tuple[str, ...]

PLAIN = str.maketrans({"ə": "e", "ı": "i", "ё": "е", "ø": "o", "đ": "d", "ł": "l"})
"""Letters that Unicode does not take apart, by the ones that they are found with; ё as well, but never й."""
LATIN_ENDS = "\u024f"
MARKS = "\u0300", "\u036f"


def plain(text: str) -> str:
    """`text` in small letters, the Latin ones without their marks: "Şəxsi" and "sexsi" are the same."""
    taken_apart = (_bare(letter) for letter in unicodedata.normalize("NFC", text.casefold()))
    return "".join(taken_apart).translate(PLAIN)


def cut(text: str) -> Words:
    """The words of `text`, plain: what stands between signs that are neither letters nor digits."""
    return tuple("".join(sign if sign.isalnum() else " " for sign in plain(text)).split())


def find(search: str, names: Mapping[str, Iterable[Words]]) -> Iterator[str]:
    """The keys of `names`, in their order, that have a name with a word that begins as each word of `search`."""
    begins = cut(search)
    for key, called in names.items():
        if any(_matches(begins, words) for words in called):
            yield key


def _matches(begins: Words, words: Words) -> bool:
    return all(any(word.startswith(begin) for word in words) for begin in begins)


def _bare(letter: str) -> str:
    if letter > LATIN_ENDS and not "\u1e00" <= letter <= "\u1eff":
        return "" if MARKS[0] <= letter <= MARKS[1] else letter
    return "".join(part for part in unicodedata.normalize("NFD", letter) if not MARKS[0] <= part <= MARKS[1])
