"""What somebody typed: may it be kept?"""

from data.refused import Refused

LONGEST = 500


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
