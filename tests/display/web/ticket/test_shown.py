"""What a page and its stream say: made once for all tickets that stand alike."""

import json
from dataclasses import replace
from timeit import repeat

import pytest

from data.texts import right_to_left
from data.views import Followed
from display.web.render import Pages
from display.web.ticket import rating
from display.web.ticket.shown import Shown, When
from tests.display.web.ticket.markup import read
from tests.display.web.ticket.tellings import CODE, LANGUAGES, STATES, UNNUMBERED, appointment, followed, place

PLACE = place()
NOW = When("12:00", 0, False)
MAY = {"waiting": frozenset({"cancel", "postpone"}), "served": frozenset({"rate"})}
ALL = [*(followed(state, may=MAY.get(state, frozenset())) for state in STATES), *map(appointment, UNNUMBERED)]


@pytest.fixture
def shown() -> Shown:
    """Makes pages of the centre."""
    return Shown(Pages(lambda: PLACE))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("one", ALL, ids=lambda one: f"{one.ticket.state}{one.ticket.ticket}")
def test_every_page_is_sound(shown: Shown, one: Followed, language: str) -> None:
    page = read(bytes(shown.page(PLACE, one, language, NOW).body).decode())
    assert page.faults() == []
    assert page.root == {"lang": language, "dir": "rtl" if right_to_left(language) else "ltr"}
    assert "Cards <b>" in page.text or language == "ar"
    assert "\ue000" not in page.text + page.title
    assert page.title


@pytest.mark.parametrize("one", ALL, ids=lambda one: f"{one.ticket.state}{one.ticket.ticket}")
def test_the_page_and_its_first_message_say_the_same(shown: Shown, one: Followed) -> None:
    body = bytes(shown.page(PLACE, one, "en", NOW).body).decode()
    news = json.loads(shown.message(PLACE, one, "en", NOW))
    assert f'<div id="live">{news["live"]}</div>' in body
    assert f'<div class="acts" id="acts">{news["acts"]}</div>' in body
    assert read(body).title == news["title"]


def test_a_message_has_the_number_and_the_code_of_its_own_ticket(shown: Shown) -> None:
    first = followed(may=MAY["waiting"])
    second = replace(first, ticket=replace(first.ticket, ticket="A008", code="Z" * 17))
    one, other = (json.loads(shown.message(PLACE, each, "en", NOW)) for each in (first, second))
    assert "A007" in one["live"]
    assert f"/{CODE}/cancel" in one["acts"]
    assert "A008" in other["live"]
    assert f"/{'Z' * 17}/cancel" in other["acts"]
    assert CODE not in json.dumps(other)


def test_a_message_says_state_calls_and_of_when_it_is(shown: Shown) -> None:
    news = json.loads(shown.message(PLACE, followed("called", calls=2), "en", When("09:05", 70, True)))
    assert (news["state"], news["calls"], news["at"], news["age"], news["lost"]) == ("called", 2, "09:05", 70, True)
    assert news["title"] == "▶ A007 → 3"
    assert news["say"] == "A007. Please go to window 3."


def test_a_centre_that_is_set_up_anew_is_shown_anew(shown: Shown) -> None:
    before = shown.message(PLACE, followed(), "en", NOW)
    services = (PLACE.services[0].model_copy(update={"name": {"en": "Licences"}}), *PLACE.services[1:])
    after = shown.message(PLACE.model_copy(update={"services": services}), followed(), "en", NOW)
    assert b"Licences" not in before
    assert b"Licences" in after


def test_a_message_that_was_made_costs_next_to_nothing(shown: Shown) -> None:
    some = [followed(ahead=ahead, may=MAY["waiting"]) for ahead in range(100)]

    def say() -> None:
        for one in some:
            shown.message(PLACE, one, "az", NOW)

    say()
    assert min(repeat(say, number=1, repeat=20)) / len(some) < 40e-6


def test_without_a_script_the_page_comes_again_but_not_while_it_is_rated(shown: Shown) -> None:
    def refreshes(one: Followed) -> bool:
        body = bytes(shown.page(PLACE, one, "en", NOW).body).decode()
        return '<noscript><meta http-equiv="refresh" content="15"></noscript>' in body

    assert refreshes(followed())
    assert refreshes(followed("called"))
    assert not refreshes(followed("served", may=MAY["served"]))
    assert not refreshes(followed("expired"))


def test_a_store_that_is_lost_is_told_without_a_script_too(shown: Shown) -> None:
    page = shown.page(PLACE, followed(), "en", When("09:05", 70, True))
    assert '<p class="banner" id="banner">No connection. As of 09:05.</p>' in bytes(page.body).decode()


def test_a_form_that_comes_back_is_as_it_was(shown: Shown) -> None:
    one = followed("served", may=MAY["served"])
    page = shown.page(PLACE, one, "en", NOW, form=rating.form("en", {"cost": "agree"}))
    seen = read(bytes(page.body).decode())
    assert page.status_code == 422
    assert seen.faults() == []
    assert seen.checked == ["cost-agree"]
    assert "Please say how satisfied you are with the visit." in seen.text
