"""A code that is typed, or chosen sign by sign."""

from datetime import timedelta
from pathlib import Path

import pytest

from data import visitor
from data.store import Store
from data.views import Ticket
from kiosk.hands.keys import complete
from kiosk.questions.asked import question
from kiosk.questions.code import SIGNS
from kiosk.visit.question import BACK, SETTINGS, TYPE_CODE
from tests.clocks import MORNING
from tests.kiosk.centres import a_centre
from tests.kiosk.kiosks import running
from tests.kiosk.walks import Walk

CENTRE = a_centre({"Only": ["One", "Two"]}, ["az", "en"], each='duration = "10m"')
SLOT = MORNING + timedelta(hours=1)


def test_what_begins_as_a_search_and_can_only_be_a_code_goes_on_as_one() -> None:
    walk = Walk()
    walk.choose("en")
    walk.type("pass")
    assert complete(walk.visit, walk.offered, walk.now).step == "agency"
    walk.visit = complete(walk.type("7"), walk.offered, walk.now)
    assert (walk.visit.step, walk.visit.code, walk.visit.search) == ("code", "PASS7", "")
    walk.type("0123456789ab")
    looking = complete(walk.visit, walk.offered, walk.now)
    assert (looking.errand, looking.code) == ("look", "PASS70123456789AB")


async def test_a_code_typed_into_a_search_is_a_code(tmp_path: Path) -> None:
    async with running(tmp_path, CENTRE) as kiosk:
        await kiosk.press("2", *"z7k3m9q2wzzzzzzzz")
        await kiosk.shows("There is no ticket with this code.")
        await kiosk.press("x")
        await kiosk.shows("Your code: Z7K3M9Q2WZZZZZZZZ_")
        await kiosk.press("backspace", "escape")
        await kiosk.shows("Choose a service")


async def test_a_code_that_begins_with_0_is_typed_and_the_way_back_is_another_key(tmp_path: Path) -> None:
    async with running(tmp_path, CENTRE) as kiosk:
        await kiosk.press("2", "asterisk", "plus", "2")
        assert "-   Back" in kiosk.shown
        await kiosk.press("0", "-", "1")
        await kiosk.shows("Your code: 01_")
        await kiosk.press("backspace", "backspace", "-")
        await kiosk.shows("Settings")


@pytest.mark.parametrize("text", [pytest.param("small", marks=pytest.mark.slow), "large"])
async def test_a_code_can_be_chosen_by_touch_alone(tmp_path: Path, text: str) -> None:
    taken: list[Ticket] = []

    def before(store: Store) -> None:
        taken.append(visitor.take(store, service="agency-1-service-1"))

    async with running(tmp_path, size=(200, 60), before=before) as kiosk:
        await kiosk.press("2", *("//" * (text == "large")), "*")
        while not kiosk.target("Enter the code of a ticket"):
            await kiosk.tap("Next page")
        await kiosk.tap("Enter the code of a ticket")
        await kiosk.tap("Choose the characters here")
        for sign in taken[0].code:
            for name in (" ".join(next(signs for signs in SIGNS if sign in signs)), sign):
                while not kiosk.target(name):
                    await kiosk.tap("Next page")
                await kiosk.tap(name)
        await kiosk.reach("scanned")
        assert kiosk.app.visit.ticket
        assert kiosk.app.visit.ticket.code == taken[0].code


async def test_a_wrong_sign_is_deleted_and_the_way_back_is_open(tmp_path: Path) -> None:
    async with running(tmp_path) as kiosk:
        await kiosk.press("2", "*", "+", "2", "+", "2", "5")
        await kiosk.shows("Your code: A_")
        await kiosk.press("9")
        await kiosk.shows("Your code: _")
        await kiosk.press("2", "5", "1", "0", "0")
        await kiosk.shows("Your code: _")
        await kiosk.press("-", "0")
        await kiosk.reach("agency")


def test_a_code_is_typed_where_it_is_asked_for() -> None:
    walk = Walk()
    walk.choose("en", SETTINGS, TYPE_CODE)
    assert walk.type("7k3m").code == "7K3M"
    assert question(walk.visit, walk.offered).title == "Your code: 7K3M_"
    assert walk.visit.erased(walk.now).code == "7K3"
    assert walk.choose(BACK).step == "settings"
    assert walk.visit.code == ""


def test_a_letter_on_the_language_screen_begins_a_code() -> None:
    assert Walk().type("q7").code == "Q7"
