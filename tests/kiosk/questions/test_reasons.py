"""Priority: asked of those who want it, with a reason that only the operator sees."""

from pathlib import Path

import pytest

from data import board, desk, log, window
from data.centre import default
from kiosk.questions.asked import question
from kiosk.visit.question import NORMAL, PRIORITY, SETTINGS
from tests.kiosk.kiosks import EACH_SIZE, running
from tests.kiosk.walks import Walk, offered


def test_a_reason_goes_with_the_ticket_and_can_be_taken_back() -> None:
    walk = Walk(offered(default()))
    walk.choose("en")
    assert walk.choose(PRIORITY).step == "reasons"
    assert walk.names() == ["Disability", "Pregnant or with an infant", "Elderly", "Veteran, or family of the fallen"]
    assert walk.choose("elderly").step == "agency"
    assert walk.visit.reason == "elderly"
    walk.choose("interior", PRIORITY)
    assert walk.names()[-1] == "Without priority"
    assert (walk.choose(NORMAL).step, walk.visit.reason) == ("service", "")


def test_it_is_in_the_settings_too_and_leads_back_there() -> None:
    walk = Walk(offered(default()))
    walk.choose("en", SETTINGS)
    assert "Priority" in walk.names()
    assert walk.choose(PRIORITY, "veteran").step == "settings"


def test_a_centre_without_reasons_does_not_offer_it() -> None:
    walk = Walk()
    walk.choose("en")
    assert question(walk.visit, walk.offered).beside is None
    walk.choose(SETTINGS)
    assert "Priority" not in walk.names()


def test_another_reason_makes_another_request() -> None:
    walk = Walk(offered(default()))
    first = walk.choose("en", "interior", "passport").key
    walk.visit = walk.visit.told("No.", {}, walk.now)
    walk.wait(10)
    walk.choose(PRIORITY, "elderly")
    assert walk.choose("passport").key != first


@pytest.mark.parametrize("size", EACH_SIZE)
async def test_by_keypad_alone_to_a_ticket_with_its_mark(tmp_path: Path, size: tuple[int, int]) -> None:
    async with running(tmp_path, default(), size) as kiosk:
        await kiosk.press("2", "9", "3")
        await kiosk.shows("Priority: yes")
        await kiosk.press("1", "1")
        await kiosk.reach("ticket")
        await kiosk.shows("Identity card · Priority")
        with kiosk.open() as store:
            window.open(store, window=1)
            window.next(store, window=1)
            in_hand = desk.read(store, window=1).in_hand
            assert in_hand
            assert (in_hand.class_, in_hand.reason) == ("priority", "elderly")
            hall = str(board.read(store)) + " ".join(str(event) for event in log.events(store))
            assert "elderly" not in hall
