"""Is a call recorded, and from which clips is it put together?

A centre may have a person speak instead of the machine. The clips are WAV files in a folder, in one folder each
language (`az`, `en`), named by what is said in them; `chime.wav` beside those folders is heard instead of the chime.

| file | says, for example |
|---|---|
| `A012-3.wav` | the whole call of this ticket to this window; heard instead of all that follows |
| `before.wav` | what comes before the ticket: "Ticket" |
| `A012.wav`, or else `A.wav` and a number | the ticket |
| `between.wav` | what comes between ticket and window: "window", "nömrəli talon" |
| `window-3.wav` | the window as the sentence needs it: "three", "üçüncü" |
| `after.wav` | what comes after the window: "pəncərəyə yaxınlaşın" |
| `12.wav` | a number: itself, or else `100.wav` to `900.wav` and the rest, `20.wav` to `90.wav` and the ones |

`before`, `between` and `after` may be missing, and nothing is said there. So 0 to 20, the tens, the hundreds, the
letters and the windows are enough where numbers are joined as in English or Azerbaijani; elsewhere 0 to 99.
Where any other clip is missing or cannot be read, the call is not recorded, and the machine speaks.
"""

import re
import unicodedata
from collections.abc import Sequence
from pathlib import Path

from display.parts.speech import samples, wav
from display.parts.speech.engine import Sound, Unspoken

PAUSE = 0.06
"""Seconds between two clips of a sentence."""
TICKET = re.compile(r"([^\W\d_]*)0*(\d+)")
SAFE = re.compile(r"[^/\\\x00.]+")
"""A name of a file, and not a way to another folder."""
LONGEST = 12.0
"""Seconds; what is longer is no call."""


def chime(folder: Path) -> Sound | None:
    """The recorded chime, if there is one; Unspoken when it can't be read."""
    file = _there(folder, "chime")
    return _one(file) if file else None


def call(folder: Path, ticket: str, window: int) -> Sound | None:
    """The call of `ticket` to `window` from the clips of one language; Unspoken when one can't be read.

    None when it isn't recorded.
    """
    if whole := _there(folder, f"{ticket}-{window}"):
        return _one(whole)
    number, place = _ticket(folder, ticket), _there(folder, f"window-{window}")
    if not (number and place):
        return None
    before, between, after = (_there(folder, part) for part in ("before", "between", "after"))
    return _one([*before, *number, *between, *place, *after])


def numbers(folder: Path, ticket: str, window: int) -> Sound | None:
    """The same with nothing said but the numbers of ticket and window."""
    files = _all([_ticket(folder, ticket), _there(folder, f"window-{window}")])
    return _one(files) if files else None


def _ticket(folder: Path, ticket: str) -> list[Path]:
    """The clips of a ticket; none when it can't be said with those that there are."""
    found = TICKET.fullmatch(unicodedata.normalize("NFC", ticket))
    if not found:
        return []
    if whole := _there(folder, ticket):
        return whole
    letters = [_there(folder, found[1])] if _there(folder, found[1]) else [_there(folder, one) for one in found[1]]
    return _all([*letters, _number(folder, int(found[2]))])


def _number(folder: Path, value: int) -> list[Path]:
    """The clips of a number up to 999: the fewest that say it."""
    if whole := _there(folder, str(value)):
        return whole
    for size in (100, 10):
        most, rest = value - value % size, value % size
        if most and rest:
            return _all([_there(folder, str(most)), _number(folder, rest)])
    return []


def _all(parts: Sequence[list[Path]]) -> list[Path]:
    """The clips of all parts; none when one has none."""
    return [file for part in parts for file in part] if all(parts) else []


def _there(folder: Path, name: str) -> list[Path]:
    """The clip of that name, if there is one: some systems write a letter such as Ö as an O with two dots."""
    plain = SAFE.fullmatch(name)
    names = dict.fromkeys(unicodedata.normalize(form, name) for form in ("NFC", "NFD")) if plain else ()
    return [file for one in names if (file := folder / f"{one}.wav").is_file()][:1]


def _one(files: list[Path]) -> Sound:
    return _short(samples.joined([_read(file) for file in files], PAUSE), files[0])


def _read(file: Path) -> Sound:
    sound = samples.trimmed(wav.read(file))
    if not sound.samples:
        raise Unspoken(f"{file}: nothing is heard in it")
    return _short(sound, file)


def _short(sound: Sound, file: Path) -> Sound:
    if sound.seconds > LONGEST:
        raise Unspoken(f"{file}: longer than {LONGEST:.0f} seconds")
    return sound
