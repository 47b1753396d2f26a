"""How is 3-cü said? Azerbaijani ordinals in words, which espeak-ng does not make of a number and its ending."""

import re

ORDINAL = re.compile(r"\b(\d{1,6})-?(?:[ıiuüIİUÜ]?[nN])?[cC][ıiuüIİUÜ]")
ONES = ("", "bir", "iki", "üç", "dörd", "beş", "altı", "yeddi", "səkkiz", "doqquz")
TENS = ("", "on", "iyirmi", "otuz", "qırx", "əlli", "altmış", "yetmiş", "səksən", "doxsan")
ENDINGS = {"a": "ı", "ı": "ı", "e": "i", "ə": "i", "i": "i", "o": "u", "u": "u", "ö": "ü", "ü": "ü"}
"""The vowel of the ending by the last vowel of the word."""


def in_words(text: str) -> str:
    """`text` with each ordinal such as "23-cü" as it is said."""
    return ORDINAL.sub(lambda found: ordinal(int(found[1])), text)


def ordinal(number: int) -> str:
    """`number`, from 0 to 999,999, as an ordinal: its last word takes the ending, in harmony with its last vowel."""
    words = _cardinal(number) or ["sıfır"]
    vowel = ENDINGS[[letter for letter in words[-1] if letter in ENDINGS][-1]]
    link = "" if words[-1][-1] in ENDINGS else vowel
    return f"{' '.join(words)}{link}nc{vowel}"


def _cardinal(number: int) -> list[str]:
    thousands, below = divmod(number, 1000)
    start = [*(_cardinal(thousands) if thousands > 1 else ()), "min"] if thousands else []
    hundreds, below = divmod(below, 100)
    middle = [ONES[hundreds] if hundreds > 1 else "", "yüz"] if hundreds else []
    return [word for word in (*start, *middle, TENS[below // 10], ONES[below % 10]) if word]
