"""What was on the code, when the keyboard's layout was not the one that its scanner types for?"""

LATIN = "qwertyuiop[]asdfghjkl;'zxcvbnm,./QWERTYUIOP{}ASDFGHJKL:\"ZXCVBNM<>?"
LAYOUTS = (
    "йцукенгшщзхъфывапролджэячсмитьбю.ЙЦУКЕНГШЩЗХЪФЫВАПРОЛДЖЭЯЧСМИТЬБЮ,",
    "qüertyuiopöğasdfghjklıəzxcvbnmçş.QÜERTYUİOPÖĞASDFGHJKLIƏZXCVBNMÇŞ,",
)
"""The same keys in the same order, alone and with Shift: Russian, Azerbaijani."""
TABLES = tuple(dict(zip(layout, LATIN, strict=True)) for layout in LAYOUTS)


def in_latin(text: str) -> str:
    """`text` as a Latin keyboard had typed it; as it is, where it need not come from another layout.

    A code is ASCII. So letters beyond it are those of a layout, if that one has all the letters of the text.
    """
    if text.isascii():
        return text
    for table in TABLES:
        if all(sign in table for sign in text if sign.isalpha()):
            return "".join(table.get(sign, sign) for sign in text)
    return text
