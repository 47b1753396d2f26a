"""Every call is said while it is shown, once and in order."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from data.centre import Centre
from data.refused import Refused
from display.hall import speaker as module
from display.hall.announcer import Announcer, quiet
from display.parts.calls.announcements import Shown
from tests.clocks import MORNING
from tests.display.hall.announcing import Room, until


@pytest.fixture(autouse=True)
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "MINDED", 0.001)


@pytest.fixture
def room(centre: Centre) -> Iterator[Room]:
    room = Room(centre)
    yield room
    room.announcer.close()


def with_hall(centre: Centre, **settings: Any) -> Centre:
    return centre.model_copy(update={"hall": centre.hall.model_copy(update=settings)})


def voices(room: Room) -> list[str]:
    return [voice for _, voice, _ in room.engine.said]


def test_a_call_is_said_in_the_language_of_its_ticket_then_in_the_centres_first(room: Room) -> None:
    room.call("A012", language="ru")
    assert voices(room) == ["ru", "az"]
    room.watch(10)
    room.call("A013", language="az")
    assert voices(room) == ["ru", "az", "az"]


def test_a_burst_of_thirty_is_said_once_each_in_order_and_each_with_its_picture(room: Room) -> None:
    tickets = [f"A{n:03d}" for n in range(1, 31)]
    room.call(*tickets)
    seen = room.watch(240)
    assert [ticket for ticket, _ in room.heard] == tickets
    assert all(ticket == shown for ticket, shown in room.heard)
    assert room.said == tickets
    turns = [now for before, now in zip([None, *seen], seen, strict=False) if now and now != before]
    assert turns in (tickets, tickets[1:])
    assert room.ticket is None


def test_a_burst_is_said_in_fewer_words_and_in_full_again_when_it_is_over(room: Room) -> None:
    room.call(*(f"A{n:03d}" for n in range(1, 31)))
    room.watch(240)
    assert voices(room) == ["en"] * 26 + ["en", "az"] * 4
    assert sum("window" in markup for markup, _, _ in room.engine.said) >= 26
    assert sum("Ticket" in markup for markup, _, _ in room.engine.said) == 5 + 4
    assert sum("talon" in markup for markup, _, _ in room.engine.said) == 4


def test_a_turn_lasts_as_long_as_its_sound_and_no_shorter_than_the_dwell(centre: Centre) -> None:
    room = Room(centre)
    room.call("A001", "A002", language="ru")
    length = room.player.played[0].sound.seconds
    seen = room.watch(30)
    assert seen.count("A001") * 0.25 == pytest.approx(max(length, 5), abs=0.5)
    room.centre = with_hall(centre, volume=1)
    room.plan.dwell = 12
    room.call("A003")
    assert room.watch(20).count("A003") * 0.25 == pytest.approx(12, abs=0.5)
    room.announcer.close()


def test_a_recall_is_said_again(room: Room) -> None:
    room.call("A001")
    room.watch(10)
    room.call("A001")
    room.watch(10)
    assert room.said == ["A001", "A001"]


def test_an_undone_call_is_silenced_at_once_and_the_next_is_said(room: Room) -> None:
    room.call("A001", "A002")
    room.watch(1)
    room.leave("A001")
    until(lambda: room.player.played[0].stopped)
    room.watch(10)
    assert room.said == ["A002"]


@pytest.mark.parametrize("hall", [{"volume": 0}, {"quiet": ("10:00-11:00",)}, {"quiet": ("22:00-10:21",)}])
def test_where_there_is_to_be_no_sound_the_picture_is_as_always(centre: Centre, hall: dict[str, Any]) -> None:
    room = Room(with_hall(centre, **hall))
    room.call("A001", "A002")
    seen = room.watch(12)
    assert (seen.count("A001"), seen.count("A002")) == (19, 20)
    assert not room.player.played
    assert room.announcer.silent


def test_without_sound_on_the_command_line(centre: Centre) -> None:
    room = Room(centre, mute=True)
    assert room.announcer.silent
    room.call("A001")
    assert not room.player.played
    assert room.announcer.silent.text == "Sound is off."


def test_after_the_quiet_hours_calls_are_said(centre: Centre) -> None:
    room = Room(with_hall(centre, quiet=("22:00-10:21",)))
    room.call("A001")
    room.watch(60)
    assert room.announcer.silent is None
    room.call("A002")
    assert [ticket for ticket, _ in room.heard] == ["A002"]
    room.announcer.close()


@pytest.mark.parametrize(
    ("spans", "times"),
    [
        (
            ("22:00-07:00",),
            {"21:59": False, "22:00": True, "23:59": True, "00:00": True, "06:59": True, "07:00": False},
        ),
        (
            ("12:00-13:00", "18:00-24:00"),
            {"11:59": False, "12:30": True, "13:00": False, "18:00": True, "00:00": False},
        ),
        ((), {"03:00": False}),
    ],
)
def test_quiet_hours_go_by_the_clock_of_the_centre(
    centre: Centre, spans: tuple[str, ...], times: dict[str, bool]
) -> None:
    for time, expected in times.items():
        hour, minute = map(int, time.split(":"))
        now = MORNING.astimezone(centre.zone).replace(hour=hour, minute=minute)
        assert quiet(spans, now.astimezone(MORNING.tzinfo), centre.zone) is expected, time


def test_what_the_machine_lacks_is_known_before_the_first_call_and_looked_for_again(room: Room) -> None:
    room.missing = Refused("no-speech", "Nothing can be read aloud: espeak-ng is not installed.")
    room.tick()
    assert room.announcer.silent is room.missing
    room.missing = None
    room.call("A001")
    assert room.announcer.silent is None


def test_a_centre_with_clips_needs_no_engine(centre: Centre, tmp_path: Path) -> None:
    asked: list[bool] = []

    def missing(recorded: bool) -> None:
        asked.append(recorded)

    for clips in (None, tmp_path):
        Announcer(print, clips=clips, missing=missing).keep_up(Shown(), centre, MORNING)
    Announcer(print, missing=missing).keep_up(Shown(), with_hall(centre, clips=str(tmp_path)), MORNING)
    assert asked == [False, True, True]


def test_clips_whose_folder_is_not_there_are_known(centre: Centre, tmp_path: Path) -> None:
    asked: list[bool] = []
    announcer = Announcer(print, missing=asked.append)
    announcer.keep_up(Shown(), with_hall(centre, clips=str(tmp_path / "gone")), MORNING)
    assert announcer.unrecorded
    assert str(tmp_path / "gone") in announcer.unrecorded.values.values()
    assert asked == [False]


def test_a_failure_is_seen_until_a_call_is_heard_again(room: Room) -> None:
    room.engine.problem = ValueError("odd")
    room.call("A001", "A002")
    room.watch(4)
    assert room.announcer.silent
    assert "odd" in room.announcer.silent.message
    room.engine.problem = None
    room.watch(10)
    assert room.announcer.silent is None
