"""Which ticket is meant by what was typed?"""

# Cyrillic letters that look like those of a ticket number.
ALIKE = str.maketrans("АВЕКМНОРСТУХ", "ABEKMHOPCTYX")


def number(text: str) -> str:
    """A ticket's number as it is written on the ticket: " a7 " is A007."""
    text = "".join(text.upper().translate(ALIKE).split())
    series = text.rstrip("0123456789")
    return series + text[len(series) :].zfill(3) if series != text else text
