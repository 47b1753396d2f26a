"""Which letters does a key give, by the layout of the keyboard?"""

# A Russian or an Azerbaijani keyboard has another letter on the same spot.
SPOTS = {
    "q": "й", "w": "цü", "e": "у", "r": "к", "t": "е", "y": "н", "u": "г", "i": "шİ", "o": "щ", "p": "з",
    "a": "ф", "s": "ы", "d": "в", "f": "а", "g": "п", "h": "р", "j": "о", "k": "л", "l": "д",
    "z": "я", "x": "ч", "c": "с", "v": "м", "b": "и", "n": "т", "m": "ь",
}  # fmt: skip


def spellings(letter: str) -> str:
    """All that the key of `letter` may give, whatever the layout and caps lock, as Textual's bindings want it."""
    letters = letter + SPOTS[letter]
    return ",".join(dict.fromkeys(letters + letters.upper()))
