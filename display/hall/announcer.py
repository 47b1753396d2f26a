"""Which calls are said in the hall, and how loud? Each call that is announced, unless there is to be no sound."""

import os
from collections.abc import Callable, Sequence
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from textual.message import Message

from data.refused import Refused, mark
from data.views import Call
from display.parts.calls.announcements import Shown

if TYPE_CHECKING:
    from data.centre import Centre
    from display.hall.speaker import Said, Speaker

Post = Callable[[Message], object]

OFF = mark("Sound is off.")
QUIET = mark("Sound is off during the quiet hours.")
DAY = 24 * 60


def speaker(post: Post) -> "Speaker":
    """The thread that speaks, with what this machine has."""
    from display.hall.speaker import Speaker  # when first something is said

    return Speaker(post)


def missing(recorded: bool) -> Refused | None:
    """Why a call would not be heard on this machine, if so; where calls are `recorded`, no engine is needed."""
    from display.parts.speech import found  # after the first paint

    return found.no_player() or (None if recorded else found.no_engine())


def no_folder(folder: Path) -> Refused | None:
    """Why there can be no recorded calls in `folder`, if so."""
    if os.path.isdir(folder):
        return None
    return Refused("not-allowed", "There is no folder {folder}. Make it first.", folder=str(folder))


class Announcer:
    """Has the call that is announced said while it is shown, so that every sound has its picture.

    `silent` is why a call would not be heard now, if so, and `unrecorded` why the machine speaks although recorded
    calls are asked for. `clips` is a folder of these instead of that which the centre names.
    """

    def __init__(
        self,
        post: Post,
        *,
        mute: bool = False,
        clips: Path | None = None,
        speaker: "Callable[[Post], Speaker]" = speaker,
        missing: Callable[[bool], Refused | None] = missing,
    ) -> None:
        self.silent: Refused | None = Refused("no-speech", OFF) if mute else None
        self.unrecorded: Refused | None = None
        self._post = post
        self._mute = mute
        self._clips = clips
        self._make, self._find_missing = speaker, missing
        self._speaker: Speaker | None = None
        self._announced: Call | None = None
        self._saying: Call | None = None
        self._missing: Refused | None = None
        self._failed: Refused | None = None
        self._looked = False

    def keep_up(self, shown: Shown, centre: "Centre", now: datetime) -> bool:
        """Have what is announced said, and nothing else any more; whether it begins to be said just now.

        `said` is to be told when it is over.
        """
        begun, self._announced = shown.announced != self._announced, shown.announced
        if begun and self._saying and self._speaker:
            self._speaker.hush()
            self._saying = None
        off = self._off(centre, now)
        if (begun or not self._looked) and not off:
            self._look(self._folder(centre))
        self.silent = off or self._missing or self._failed
        if off or not begun or not shown.announced:
            return False
        self._say(shown.announced, shown, centre)
        return True

    def said(self, said: "Said") -> None:
        """A call is over; it was heard, or it was not."""
        self._failed = said.silent
        if self._saying == said.call:
            self._saying = None

    def close(self) -> None:
        """Say no more; waits at most one second."""
        if self._speaker:
            self._speaker.close()

    def _look(self, folder: Path | None) -> None:
        """See what this machine lacks; without their folder there are no recorded calls."""
        self.unrecorded = folder and no_folder(folder)
        self._missing, self._looked = self._find_missing(folder is not None and not self.unrecorded), True

    def _say(self, call: Call, shown: Shown, centre: "Centre") -> None:
        from display.hall.spoken import Announcement, languages

        if self._speaker is None:
            self._speaker = self._make(self._post)
            self._speaker.start()
        said_in = languages(call, centre.languages[0], shown.manner)
        self._speaker.say(Announcement(call, said_in, shown.manner, centre.hall.volume, self._folder(centre)))
        self._saying = call

    def _off(self, centre: "Centre", now: datetime) -> Refused | None:
        """Why nothing is to be said, if so."""
        if self._mute or not centre.hall.volume:
            return Refused("no-speech", OFF)
        return Refused("no-speech", QUIET) if quiet(centre.hall.quiet, now, centre.zone) else None

    def _folder(self, centre: "Centre") -> Path | None:
        return self._clips or (Path(centre.hall.clips).expanduser() if centre.hall.clips else None)


def quiet(spans: Sequence[str], now: datetime, zone: ZoneInfo) -> bool:
    """Whether the clocks of `zone` show a time within one of `spans`, such as "22:00-07:00", its end not included."""
    from data.centre.hours import span

    local = now.astimezone(zone)
    minutes = local.hour * 60 + local.minute
    found = [ends for ends in map(span, spans) if ends]
    return any(start <= at < end for start, end in found for at in (minutes, minutes + DAY))
