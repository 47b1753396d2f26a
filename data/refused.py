"""What a person can do wrong, said in one sentence."""

from datetime import date, datetime, time

STORE_CODES = frozenset({"store-missing", "store-newer", "store-read-only", "store-full", "store-busy", "not-a-store"})


class Refused(Exception):
    """An act that is not done, with its reason.

    `code` is one of the codes of the README, for programs. `text` is the English sentence with `{placeholders}`, which
    is its key in the catalogues; `values` fill it, and each language writes days and times its own way. `message` is
    the English sentence, filled.
    """

    def __init__(self, code: str, text: str, **values: object) -> None:
        self.code = code
        self.text = text
        self.values = values
        self.message = text.format_map({key: plain(value) for key, value in values.items()}) if values else text
        super().__init__(code, self.message)

    @property
    def of_store(self) -> bool:
        """Whether the store could not be used, rather than the act not be done."""
        return self.code in STORE_CODES

    def __str__(self) -> str:
        return self.message


def plain(value: object) -> object:
    """A day or a time as programs write it, to the minute; anything else as it is."""
    if isinstance(value, datetime):
        return f"{value:%Y-%m-%d %H:%M}"
    if isinstance(value, time):
        return f"{value:%H:%M}"
    return value.isoformat() if isinstance(value, date) else value


def mark(text: str) -> str:
    """The text itself: marks a message that is translated where it is shown."""
    return text
