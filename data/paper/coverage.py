"""Which characters does a font have? Read from the table `cmap` of its file.

https://learn.microsoft.com/typography/opentype/spec/cmap: the formats 4 and 12, which every font of today has.
"""

import struct
from bisect import bisect_right
from functools import cache
from pathlib import Path
from typing import NamedTuple

UNICODE = {(3, 10), (3, 1), (0, 3), (0, 4), (0, 6)}


class Coverage(NamedTuple):
    """Ranges of code points, in order, that a font has."""

    starts: tuple[int, ...]
    ends: tuple[int, ...]

    def __contains__(self, character: object) -> bool:
        code = ord(str(character))
        at = bisect_right(self.starts, code) - 1
        return at >= 0 and code <= self.ends[at]


@cache
def coverage(file: Path) -> Coverage:
    """What the font in `file` has, the first one of a collection; nothing where the file is no such font."""
    try:
        data = file.read_bytes()
        ranges = sorted(_ranges(data, _cmap(data)))
    except (OSError, struct.error, KeyError):
        ranges = []
    return Coverage(tuple(start for start, _ in ranges), tuple(end for _, end in ranges))


def _cmap(data: bytes) -> int:
    """Where the best subtable begins. KeyError when there is none."""
    font = struct.unpack_from(">I", data, 12)[0] if data[:4] == b"ttcf" else 0
    count = struct.unpack_from(">H", data, font + 4)[0]
    tables = dict(struct.unpack_from(">4s4xI", data, font + 12 + 16 * at) for at in range(count))
    cmap = tables[b"cmap"]
    found = {}
    for at in range(struct.unpack_from(">H", data, cmap + 2)[0]):
        platform, encoding, offset = struct.unpack_from(">HHI", data, cmap + 4 + 8 * at)
        form = struct.unpack_from(">H", data, cmap + offset)[0]
        if (platform, encoding) in UNICODE and form in (4, 12):
            found[form] = cmap + offset
    return found[max(found, default=0)]


def _ranges(data: bytes, at: int) -> list[tuple[int, int]]:
    if struct.unpack_from(">H", data, at)[0] == 12:
        groups = struct.unpack_from(">I", data, at + 12)[0]
        return [struct.unpack_from(">II", data, at + 16 + 12 * group) for group in range(groups)]
    doubled = struct.unpack_from(">H", data, at + 6)[0]
    count = doubled // 2
    ends = struct.unpack_from(f">{count}H", data, at + 14)
    starts = struct.unpack_from(f">{count}H", data, at + 16 + doubled)
    return [(start, end) for start, end in zip(starts, ends, strict=True) if start < 0xFFFF]
