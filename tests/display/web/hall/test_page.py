"""/hall as a browser gets it: the board of its zone, without a script and without what does not belong there."""

import httpx
import pytest

from data import board
from data.refused import Refused
from data.zone import Zone
from display.web.hall.shows import Shows
from tests.clocks import MovableClock
from tests.display.web.centres import Centre
from tests.display.web.served import Served, until


@pytest.fixture
def centre_of(url: str, clock: MovableClock, served: Served) -> Centre:
    acting = Centre(url, clock)
    acting.open(1, 2, 3)
    return acting


def hall(served: Served, query: str = "") -> str:
    answer = httpx.get(f"{served.address}/hall{query}")
    assert answer.status_code == 200
    return answer.text


def test_the_calls_stand_there_newest_first(centre_of: Centre, served: Served) -> None:
    centre_of.take(times=3)
    called = [centre_of.call(number)[0] for number in (1, 2, 3)]
    until(lambda: called[2] in hall(served))
    page = hall(served)
    assert page.index(called[2]) < page.index(called[1]) < page.index(called[0])
    assert "Centre" in page or "Mərkəz" in page


def test_without_a_script_it_loads_itself_anew(served_sqlite: Served) -> None:
    page = hall(served_sqlite)
    assert '<noscript><meta http-equiv="refresh" content="10"></noscript>' in page
    assert "style=" not in page
    assert "://" not in page


def test_a_zone_shows_its_own_calls_and_queues(centre_of: Centre, served: Served) -> None:
    centre_of.take("id-card")
    centre_of.take("tax")
    (here,), (there,) = centre_of.call(1), centre_of.call(2)
    until(lambda: there in hall(served))
    one, other = hall(served, "?windows=1"), hall(served, "?services=tax")
    assert (here in one, there in one) == (True, False)
    assert (here in other, there in other) == (False, True)
    assert 'data-zone="windows=1-1"' in one


@pytest.mark.parametrize(
    ("query", "status"),
    [("?windows=77", 404), ("?services=none", 404), ("?windows=a", 400), ("?windows=1&windows=2", 400), ("?x=1", 200)],
)
def test_a_zone_that_is_none_has_a_page_that_says_so(served_sqlite: Served, query: str, status: int) -> None:
    answer = httpx.get(f"{served_sqlite.address}/hall{query}")
    assert answer.status_code == status
    assert answer.headers["content-type"].startswith("text/html")
    assert status == 200 or "<h1" in answer.text


def test_no_code_is_on_it(centre_of: Centre, served: Served) -> None:
    centre_of.take(times=3)
    (called,) = centre_of.call(1)
    until(lambda: called in hall(served))
    assert not [code for code in centre_of.codes if code in hall(served).upper()]


def test_the_head_of_the_log_is_there_to_be_noted(centre_of: Centre, served: Served) -> None:
    centre_of.take()
    with centre_of.store() as store:
        read = board.read(store)
    until(lambda: f"{read.revision}:{read.head[:16]}<" in hall(served))


def test_so_many_zones_are_shown_at_once_and_the_whole_hall_always(served_sqlite: Served) -> None:
    async def asked() -> tuple[int, str]:
        shows, code = Shows(served_sqlite.web, most=2), ""
        watched = [shows.of(Zone(((number, number),))) for number in (1, 2)]
        with watched[0].screen(), watched[1].screen():
            assert shows.of(Zone(((1, 1),))) is watched[0]
            shows.of(Zone())
            try:
                shows.of(Zone(((3, 3),)))
            except Refused as refused:
                code = refused.code
        shows.of(Zone(((3, 3),)))
        for show in [*watched, shows.of(Zone()), shows.of(Zone(((3, 3),)))]:
            show.close()
        return len(shows), code

    assert served_sqlite.wait(asked()) == (3, "too-many")
