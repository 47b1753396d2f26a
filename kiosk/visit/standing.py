"""Where does a visitor stand, and until when?"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import TYPE_CHECKING

from data.clock import SECOND
from kiosk.visit.comfort import Comfort
from kiosk.visit.offered import Offered
from kiosk.visit.steps import BESIDE, IDLE, LIMITS, WAITING, WARNING, WAY, Errand, Step, asked

if TYPE_CHECKING:
    from data.views import Ticket

START = Comfort()


@dataclass(frozen=True, slots=True)
class Standing:
    """Where a visitor stands. Times are in microseconds since the epoch; `since` is when the step began or was touched.

    `before` are the steps that this one leads back to, the nearest last. `language` is that of the screen, `own` the
    visitor's, and so of the ticket. `search` and `code` are what was typed so far, `signs`
    those of which one is chosen for the code, `aloud` says that screens are read,
    `engaged` that somebody is there. `key` is the request key: one for a visit and a service, whatever is tried again.
    `late` says that the store did not answer as it should. `text` is what a told visitor reads.
    """

    step: Step
    since: int
    began: int
    comfort: Comfort = START
    before: tuple[Step, ...] = ()
    engaged: bool = False
    language: str = ""
    own: str = ""
    agency: str = ""
    search: str = ""
    reason: str = ""
    service: str = ""
    slot: datetime | None = None
    code: str = ""
    signs: str = ""
    errand: Errand = ""
    key: str = ""
    late: bool = False
    text: str = ""
    values: Mapping[str, object] = field(default_factory=dict)
    ticket: "Ticket | None" = None
    paper: str = ""
    aloud: bool = False

    @property
    def choosing(self) -> bool:
        """Whether there is something to choose."""
        return self.step in WAY or self.step in BESIDE

    @property
    def waiting(self) -> bool:
        """Whether the visitor waits for the store."""
        return self.step in WAITING

    @property
    def chooses_service(self) -> bool:
        """Whether a service is being chosen, or will be after what is asked aside."""
        return any(step in ("agency", "service", "instead") for step in (*self.before, self.step))

    @property
    def place(self) -> str:
        """Tells one question to one visitor from every other."""
        of = self.service if self.step == "instead" else self.agency
        return f"{self.began} {self.step} {of} {self.search}"

    @property
    def job(self) -> str:
        """The name of what is asked of the store for this visitor."""
        return self.key if self.step == "taking" else f"{self.began}-{self.errand}-{self.service}-{self.code}"

    def left(self, now: int) -> int:
        """The whole seconds until this step ends by itself."""
        return max(0, LIMITS.get(self.step, IDLE + WARNING) - (now - self.since) // SECOND)

    def warned(self, now: int) -> bool:
        """Whether nothing has been touched for so long that the visitor may have gone."""
        return self.choosing and self.engaged and self.left(now) <= WARNING

    def can_go_back(self, offered: Offered) -> bool:
        """Whether there is anything before this question."""
        return bool(self.before or self.search or self.step != asked(offered)[0])

    @property
    def typing(self) -> str:
        """What was typed so far of what is asked for."""
        return self.code if self.step == "code" else self.search if self.step in ("agency", "service") else ""

    @property
    def follows(self) -> bool:
        """Whether it stands on the screen, or will again after what is asked aside, how a scanned ticket stands."""
        return self.choosing and "scanned" in (*self.before, self.step)

    def waits_for(self, job: str) -> bool:
        """Whether the visitor waits for the answer to `job`."""
        return self.waiting and self.job == job
