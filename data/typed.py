"""What somebody typed: may it be kept, and which moment is it?"""

from datetime import datetime, tzinfo

from data.refused import Refused

LONGEST = 500
EXAMPLE = "2026-11-25T10:20"


def needed(reason: str | None) -> str:
    """The reason, trimmed. Raises Refused `reason-missing` where there is none, `not-allowed` as `kept` does."""
    if not reason or not reason.strip():
        raise Refused("reason-missing", "This needs a reason.")
    return kept(reason.strip())


def kept(text: str) -> str:
    """The text itself, where every database can keep it; Refused `not-allowed` for another."""
    if len(text) > LONGEST:
        raise Refused("not-allowed", "This is too long: at most {n} characters.", n=LONGEST)
    if "\0" in text or any("\ud800" <= character <= "\udfff" for character in text):
        raise Refused("not-allowed", "This has characters that are not text.")
    return text


def moment(text: str, zone: tzinfo) -> datetime:
    """A date and time such as 2026-11-25T10:20, by the clock of `zone` where it says no offset; aware.

    Raises Refused `not-allowed` for another text, and for a time that the clock jumps over.
    """
    try:
        found = datetime.fromisoformat(text.strip())
    except ValueError:
        found = None
    if found is None or len(text.strip()) <= len("2026-11-25") or not 1900 < found.year < 3000:
        raise Refused("not-allowed", "A time is written like this: {example}.", example=EXAMPLE)
    if found.tzinfo is not None:
        return found
    aware = found.replace(tzinfo=zone)
    if datetime.fromtimestamp(aware.timestamp(), zone).replace(tzinfo=None) != found:
        raise Refused("not-allowed", "There is no such time on that day: the clocks are put forward.")
    return aware
