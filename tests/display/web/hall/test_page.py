"""/hall as a browser gets it: the board of its zone, without a script and without what does not belong there."""

import httpx
import pytest

from data import board
from data.refused import Refused
from data.zone import WHOLE, Zone
from display.web.hall.shows import Shows
from tests.clocks import MovableClock
from tests.display.web.centres import Centre
from tests.display.web.served import Served, until

TV = "10.0.0.7"


def window(number: int) -> Zone:
    return Zone(((number, number),))


@pytest.fixture
def centre_of(sqlite_url: str, clock: MovableClock, served_sqlite: Served) -> Centre:
    acting = Centre(sqlite_url, clock)
    acting.open(1, 2, 3)
    return acting


def hall(served: Served, query: str = "") -> str:
    answer = httpx.get(f"{served.address}/hall{query}")
    assert answer.status_code == 200
    return answer.text


def test_the_calls_stand_there_newest_first(centre_of: Centre, served_sqlite: Served) -> None:
    centre_of.take(times=3)
    called = [centre_of.call(number)[0] for number in (1, 2, 3)]
    until(lambda: called[2] in hall(served_sqlite))
    page = hall(served_sqlite)
    assert page.index(called[2]) < page.index(called[1]) < page.index(called[0])
    assert "Centre" in page or "Mərkəz" in page


def test_without_a_script_it_loads_itself_anew(calm: Served) -> None:
    page = hall(calm)
    assert '<noscript><meta http-equiv="refresh" content="10"></noscript>' in page
    assert "style=" not in page
    assert "://" not in page


def test_a_zone_shows_its_own_calls_and_queues(centre_of: Centre, served_sqlite: Served) -> None:
    centre_of.take("id-card")
    centre_of.take("tax")
    (here,), (there,) = centre_of.call(1), centre_of.call(2)
    until(lambda: there in hall(served_sqlite))
    one, other = hall(served_sqlite, "?windows=1"), hall(served_sqlite, "?services=tax")
    assert (here in one, there in one) == (True, False)
    assert (here in other, there in other) == (False, True)
    assert 'data-zone="windows=1-1"' in one


@pytest.mark.parametrize(
    ("query", "status"),
    [("?windows=77", 404), ("?services=none", 404), ("?windows=a", 400), ("?windows=1&windows=2", 400), ("?x=1", 200)],
)
def test_a_zone_that_is_none_has_a_page_that_says_so(calm: Served, query: str, status: int) -> None:
    answer = httpx.get(f"{calm.address}/hall{query}")
    assert answer.status_code == status
    assert answer.headers["content-type"].startswith("text/html")
    assert status == 200 or "<h1" in answer.text


def test_no_code_is_on_it(centre_of: Centre, served_sqlite: Served) -> None:
    centre_of.take(times=3)
    (called,) = centre_of.call(1)
    until(lambda: called in hall(served_sqlite))
    assert not [code for code in centre_of.codes if code in hall(served_sqlite).upper()]


def test_the_head_of_the_log_is_there_to_be_noted(centre_of: Centre, served_sqlite: Served) -> None:
    centre_of.take()
    with centre_of.store() as store:
        read = board.read(store)
    until(lambda: f"{read.revision}:{read.head[:16]}<" in hall(served_sqlite))


def test_so_many_zones_are_shown_at_once_and_the_whole_hall_always(calm: Served) -> None:
    async def asked() -> tuple[int, str]:
        shows, code = Shows(calm.web, most=2), ""
        watched = [shows.of(window(number), TV) for number in (1, 2)]
        with watched[0].screen(TV), watched[1].screen(TV):
            assert shows.of(window(1), TV) is watched[0]
            shows.of(WHOLE, TV)
            try:
                shows.of(window(3), "192.0.2.9")
            except Refused as refused:
                code = refused.code
        shows.of(window(3), TV)
        for show in [*watched, shows.of(WHOLE, TV), shows.of(window(3), TV)]:
            show.close()
        return len(shows), code

    assert calm.wait(asked()) == (3, "too-many")


def test_one_address_leaves_room_for_the_screens_of_others(calm: Served) -> None:
    async def asked() -> None:
        shows = Shows(calm.web, most=3, of_one=2)
        watched = [shows.of(window(number), "192.0.2.9") for number in (1, 2)]
        with watched[0].screen("192.0.2.9"), watched[1].screen("192.0.2.9"), watched[1].screen("192.0.2.9"):
            with pytest.raises(Refused) as refused:
                shows.of(window(3), "192.0.2.9")
            assert refused.value.values["retry_after"] == 60
            assert shows.of(window(2), "192.0.2.9") is watched[1]
            assert shows.of(WHOLE, "192.0.2.9").zone == WHOLE
            others = shows.of(window(3), TV)
            with others.screen(TV):
                for number in (
                    4,
                    5,
                ):  # what is watched makes no room
                    with pytest.raises(Refused):
                        shows.of(window(number), "198.51.100.1")
        assert not any(show.watched or show.over for show in (*watched, others))
        watched.append(shows.of(window(6), "192.0.2.9"))
        for show in (*watched, others, shows.of(WHOLE, TV)):
            show.close()

    calm.wait(asked())


@pytest.mark.parametrize("written", ["1-3", "1-2,3", "3,2,1", "2-3,1-2", "1,1-3,1-3"])
def test_windows_are_one_zone_however_they_are_written(calm: Served, written: str) -> None:
    assert 'data-zone="windows=1-3"' in hall(calm, f"?windows={written}")
