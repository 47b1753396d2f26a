"""Keys of forms: each is sent once, and only a page of ours can have given it."""

import hmac
from base64 import b32decode, b32encode
from collections.abc import Callable
from hashlib import sha256

from data.clock import SECOND

RANDOM, WHEN, SIGNED = 12, 4, 14
"""Bytes of a key: random ones, the minute it was given, and what signs both."""
LENGTH = -(-(RANDOM + WHEN + SIGNED) // 5) * 8
MINUTE = 60 * SECOND
LASTS = 24 * 60
"""Minutes: a page may stay open for so long."""


class Keys:
    """Gives keys and knows its own again, signed with a secret that lasts as long as the server runs."""

    def __init__(self, random_bytes: Callable[[int], bytes], micros: Callable[[], int]) -> None:
        self._random_bytes = random_bytes
        self._micros = micros
        self._secret = random_bytes(32)

    def new(self) -> str:
        """A key for one form: capital letters and digits."""
        body = self._random_bytes(RANDOM) + self._minute().to_bytes(WHEN, "big")
        return b32encode(body + self._sign(body)).decode()

    def valid(self, key: str) -> bool:
        """Whether the key was given here within the last day."""
        if len(key) != LENGTH or not key.isascii():
            return False
        try:
            whole = b32decode(key)
        except ValueError:
            return False
        body, signed = whole[: RANDOM + WHEN], whole[RANDOM + WHEN :]
        age = self._minute() - int.from_bytes(body[RANDOM:], "big")
        return hmac.compare_digest(signed, self._sign(body)) and -1 <= age <= LASTS

    def _sign(self, body: bytes) -> bytes:
        return hmac.digest(self._secret, body, sha256)[:SIGNED]

    def _minute(self) -> int:
        return self._micros() // MINUTE
