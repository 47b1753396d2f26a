"""What is said where the store cannot be used?"""

from data.refused import Refused, mark

UNREACHABLE = mark("The store cannot be reached.")


def refusal(error: OSError | Refused) -> Refused:
    """What went wrong with the store, as a sentence."""
    return error if isinstance(error, Refused) else Refused("store-missing", UNREACHABLE)
