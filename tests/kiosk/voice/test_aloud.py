"""Who has asked for it once hears every screen; any key ends what is being said."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

from data import visitor
from data.store import Store
from data.views import Ticket
from display.parts.speech import voice
from display.parts.speech.sentences import Sentence
from tests.kiosk.kiosks import running
from tests.screens import scan


class Recorder:
    """A voice that writes down what it is told to say."""

    said: list[tuple[str, int]]
    speaking = False
    stopped = 0

    def __init__(self, post: Any) -> None:
        type(self).said = []

    def start(self) -> None: ...

    def close(self) -> None: ...

    def say(self, sentences: Sequence[Sentence], volume: int) -> None:
        self.said.append((" ".join(sentence.text for sentence in sentences), volume))

    def stop(self) -> None:
        Recorder.stopped += 1


@pytest.fixture(autouse=True)
def recorder(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(voice, "Voice", Recorder)
    Recorder.said, Recorder.speaking = [], False


async def test_every_screen_is_read_to_who_asked_for_it_and_to_nobody_after(tmp_path: Path) -> None:
    async with running(tmp_path) as kiosk:
        await kiosk.press("2")
        assert Recorder.said == []
        await kiosk.press("full_stop")
        assert Recorder.said[-1][0].startswith("Choose an agency")
        assert Recorder.said[-1][0].endswith("Press the full stop to hear this again. Press the star for settings.")
        await kiosk.press("1")
        assert "Press 2: Passport" in Recorder.said[-1][0]
        await kiosk.press("2")
        await kiosk.reach("ticket")
        assert "Your number is A001." in Recorder.said[-1][0]
        assert "0 people ahead" in Recorder.said[-1][0]
        count = len(Recorder.said)
        await kiosk.press("x")
        await kiosk.reach("language")
        await kiosk.press("2")
        assert len(Recorder.said) == count


async def test_the_volume_is_that_of_the_visitor(tmp_path: Path) -> None:
    async with running(tmp_path) as kiosk:
        await kiosk.press("2", "asterisk", "6", "0", "full_stop")
        assert Recorder.said[-1][1] == 4


async def test_a_key_ends_what_is_being_said_and_a_repeat_says_it_again(tmp_path: Path) -> None:
    async with running(tmp_path) as kiosk:
        await kiosk.press("2", "full_stop")
        before, stopped = len(Recorder.said), Recorder.stopped
        await kiosk.press("down")
        assert Recorder.stopped > stopped
        await kiosk.press("full_stop")
        assert len(Recorder.said) == before + 1


async def test_a_ticket_is_said_to_its_end(tmp_path: Path) -> None:
    async with running(tmp_path) as kiosk:
        await kiosk.press("2", "full_stop", "2")
        await kiosk.reach("ticket")
        Recorder.speaking = True
        for _ in range(3):
            await kiosk.after(19)
        assert kiosk.app.visit.step == "ticket"
        Recorder.speaking = False
        await kiosk.after(19)
        assert kiosk.app.visit.step == "ticket"
        await kiosk.after(2)
        assert kiosk.app.visit.step == "language"


async def test_the_warning_is_said_and_does_not_put_off_the_end(tmp_path: Path) -> None:
    async with running(tmp_path) as kiosk:
        await kiosk.press("2", "full_stop")
        await kiosk.after(60)
        assert Recorder.said[-1][0].startswith("Are you still there?")
        Recorder.speaking = True
        await kiosk.after(20)
        assert kiosk.app.visit.step == "language"


async def test_a_change_of_volume_is_heard(tmp_path: Path) -> None:
    async with running(tmp_path) as kiosk:
        await kiosk.press("2", "full_stop", "asterisk")
        before = len(Recorder.said)
        await kiosk.press("6")
        assert len(Recorder.said) == before + 1
        assert Recorder.said[-1][0].startswith("Volume 4 of 5. Settings")
        assert Recorder.said[-1][1] == 4


async def test_a_scanned_ticket_in_a_new_state_is_said_again(tmp_path: Path) -> None:
    tickets: list[Ticket] = []

    def take(store: Store) -> None:
        tickets.extend(visitor.take(store, service="agency-1-service-1", language="en") for _ in range(2))

    async with running(tmp_path, before=take) as kiosk:
        await scan(kiosk.pilot, tickets[1].code)
        await kiosk.shows("1 person ahead")
        await kiosk.press("full_stop")
        count = len(Recorder.said)
        kiosk.meanwhile(lambda store: visitor.cancel(store, code=tickets[0].code))
        await kiosk.shows("0 people ahead")
        assert len(Recorder.said) == count
        kiosk.meanwhile(lambda store: visitor.cancel(store, code=tickets[1].code))
        await kiosk.shows("This ticket has been cancelled.")
        assert "This ticket has been cancelled." in Recorder.said[-1][0]
