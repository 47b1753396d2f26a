"""Which secrets of digits are good enough, how are they kept, and how long must who guesses them wait?"""

from typing import TYPE_CHECKING

from data.clock import HOUR, SECOND

if TYPE_CHECKING:
    from argon2 import PasswordHasher

MOST = 64
FREE_TRIES, FIRST_WAIT, LONGEST_WAIT = 3, 30 * SECOND, HOUR
RUN = "0123456789"
YEARS = range(1900, 2100)
# The least for Argon2id in OWASP's Password Storage Cheat Sheet.
MEMORY_KIB, PASSES, LANES = 19456, 2, 1
NOBODYS = "$argon2id$v=19$m=19456,t=2,p=1$qzCHaa4p4dmdzHNmhiasuQ$zyIE1jaV+/xVKLnMCPU1vx4mWlDAKh0QeYBpuMAJi8s"
"""No PIN is right for it: who tries a name that is not there waits for as long as for one that is."""


def digits(secret: str, least: int) -> bool:
    """Whether it is `least` to 64 digits, as every keyboard types them."""
    return secret.isascii() and secret.isdecimal() and least <= len(secret) <= MOST


def guessable(secret: str) -> bool:
    """Whether anybody would try these digits first: fewer than three different ones, a run, or a year."""
    runs = secret in RUN * 2 or secret in RUN[::-1] * 2
    return len(set(secret)) < 3 or runs or (len(secret) == 4 and int(secret) in YEARS)


def wait(wrong: int, wrong_at: int, now: int) -> int:
    """µs before the next try, after so many wrong ones; a clock that was set back by over an hour is let pass."""
    if wrong < FREE_TRIES or wrong_at - now > HOUR:
        return 0
    pause = min(FIRST_WAIT << min(wrong - FREE_TRIES, 20), LONGEST_WAIT)
    return max(0, wrong_at + pause - now)


def hashed(pin: str) -> str:
    """The PIN as it is kept: an argon2id string with a salt of its own. Takes some 20 to 100 ms."""
    return _hasher().hash(pin)


def right(pin: str, kept: str | None) -> bool:
    """Whether it is the PIN of which `kept` is the hash; without one it is wrong, and takes as long."""
    from argon2.exceptions import Argon2Error, InvalidHashError

    try:
        return _hasher().verify(kept or NOBODYS, pin) and kept is not None
    except (Argon2Error, InvalidHashError, UnicodeError):
        return False


def _hasher() -> "PasswordHasher":
    from argon2 import PasswordHasher  # not for commands that ask no PIN

    return PasswordHasher(time_cost=PASSES, memory_cost=MEMORY_KIB, parallelism=LANES)
