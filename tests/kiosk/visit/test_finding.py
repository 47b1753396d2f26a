"""A service is found by the letters that anybody types, among 500, and in an order that stays."""

from pathlib import Path
from time import perf_counter

import pytest

from data import popular, setup, visitor
from data.centre import Centre
from data.store import Store
from kiosk.questions.asked import question
from kiosk.visit.directory import Directory
from kiosk.visit.finding import cut, find
from kiosk.visit.offered import Offered, Reader
from kiosk.visit.question import BACK
from tests.clocks import MovableClock
from tests.kiosk.centres import a_centre
from tests.kiosk.kiosks import EACH_SIZE, running
from tests.kiosk.walks import Walk

NAMES = {
    "card": "Şəxsiyyət vəsiqəsi",
    "light": "İşıq və Isıtma",
    "death": "Ölüm haqqında şəhadətnamə",
    "fir": "Ёлка и йод",
    "identity": "Carte d'identité (n° 2)",
    "ich": "Çıxarış, Güc",
}


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("sexs", "card"),
        ("ŞƏXS", "card"),
        ("vəs sex", "card"),
        ("isiq", "light"),
        ("IŞIQ", "light"),
        ("isit", "light"),
        ("olum", "death"),
        ("ölüm şəh", "death"),
        ("елк", "fir"),
        ("Ёл", "fir"),
        ("йод", "fir"),
        ("iden", "identity"),
        ("d'id", "identity"),
        ("2", "identity"),
        ("cix", "ich"),
        ("guc", "ich"),
    ],
)
def test_letters_find_with_and_without_their_marks(typed: str, found: str) -> None:
    names = {key: [cut(name)] for key, name in NAMES.items()}
    assert list(find(typed, names)) == [found]


@pytest.mark.parametrize("typed", ["siyyet", "иод", "zz", "sexs olum"])
def test_only_the_beginnings_of_words_of_one_name_find(typed: str) -> None:
    assert list(find(typed, {key: [cut(name)] for key, name in NAMES.items()})) == []


def many(agencies: int = 25, services: int = 20) -> Centre:
    """A centre of the size that the largest have."""
    return a_centre({f"Agency {at}": [f"Xidmət {at} {to}" for to in range(services)] for at in range(agencies)})


def test_each_letter_finds_at_once_among_five_hundred_services() -> None:
    directory = Directory(many())
    directory.found("")
    begun = perf_counter()
    assert len(directory.found("xid 24")) == 20
    assert perf_counter() - begun < 0.05


def test_the_names_of_all_languages_find() -> None:
    directory = Directory(a_centre({"One": ["a", "b"]}))
    service = directory.services[0].model_copy(update={"name": {"az": "Pasport", "ru": "Паспорт"}})
    centre = directory.centre.model_copy(update={"services": (service, directory.services[1])})
    assert [[one.id for one in Directory(centre).found(text)] for text in ("pas", "пас")] == [
        ["agency-1-service-1"]
    ] * 2


def test_what_is_taken_most_comes_first_and_else_the_order_of_the_file() -> None:
    centre = many(2, 10)
    plain = [one.id for one in Directory(centre).of("agency-1")]
    directory = Directory(centre, {"agency-1-service-7": 90, "agency-1-service-3": 90, "agency-2-service-1": 200})
    ordered = [one.id for one in directory.of("agency-1")]
    assert ordered[:2] == ["agency-1-service-3", "agency-1-service-7"]
    assert ordered[2:] == [one for one in plain if one not in ordered[:2]]
    assert [one.id for one in directory.often] == ["agency-2-service-1", "agency-1-service-3", "agency-1-service-7"]


def test_a_short_history_changes_no_order() -> None:
    centre = many(2, 10)
    directory = Directory(centre, {"agency-1-service-7": 90})
    assert list(directory.services) == list(centre.current_services)
    assert not directory.often


def test_the_order_stays_while_somebody_chooses() -> None:
    centre = many(2, 10)
    before, after = Offered(Directory(centre)), Offered(Directory(centre, {"agency-1-service-7": 500}))
    assert after.in_order_of(before).directory is before.directory
    other = Offered(Directory(many(2, 11)))
    assert other.in_order_of(before) is other


def test_letters_are_typed_taken_away_and_cleared() -> None:
    walk = Walk()
    walk.choose("en")
    assert walk.type("pas").search == "pas"
    assert question(walk.visit, walk.offered).title == "Search: pas_"
    assert walk.names() == ["Passport"]
    assert walk.visit.erased(walk.now).search == "pa"
    assert walk.choose(BACK).search == ""
    assert walk.visit.step == "agency"
    walk.type("com")
    assert walk.choose("agency-2-service-1").step == "taking"


def test_letters_that_find_nothing_say_so() -> None:
    walk = Walk()
    walk.choose("en", "agency-1")
    walk.type("zzz")
    assert question(walk.visit, walk.offered).text.startswith("No service begins like this.")
    assert walk.choose(BACK).step == "service"


@pytest.mark.parametrize("size", EACH_SIZE)
async def test_typing_finds_one_of_five_hundred_and_a_digit_takes_it(tmp_path: Path, size: tuple[int, int]) -> None:
    async with running(tmp_path, many(), size) as kiosk:
        await kiosk.press("2", "X", "i", "d", "space", "2")
        assert kiosk.app.visit.step == "taking" or kiosk.app.visit.step == "ticket"
        await kiosk.reach("ticket")


async def test_what_is_typed_stands_in_the_title(tmp_path: Path) -> None:
    async with running(tmp_path, many()) as kiosk:
        await kiosk.press("2", "ə", "backspace", "x", "İ")
        await kiosk.shows("Search: xİ_")
        await kiosk.press("escape")
        await kiosk.shows("Choose an agency")
        await kiosk.press("p", "q")
        await kiosk.shows("No service begins like this.")


async def test_what_most_visitors_come_for_stands_before_the_agencies(tmp_path: Path) -> None:
    def history(store: Store) -> None:
        for _ in range(100):
            visitor.take(store, service="agency-3-service-5")

    async with running(tmp_path, many(3, 5), (120, 34), history) as kiosk:
        await kiosk.press("2")
        assert kiosk.focused == "Agency 0"
        await kiosk.after(80)
        await kiosk.after(24 * 3600)
        await kiosk.reach("language")
        await kiosk.after(16)
        await kiosk.press("2")
        assert kiosk.focused == "Xidmət 2 4"
        await kiosk.press("1")
        await kiosk.reach("ticket")


def test_what_is_taken_most_is_read_once_a_service_day(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    clock, read = MovableClock(), []
    monkeypatch.setattr(popular, "taken", lambda store: read.append(store) or {})
    url = str(tmp_path / "store.db")
    setup.init(url, many(2, 2), clock=clock)
    with Store.open(url, clock=clock) as store:
        reader = Reader()
        found = [reader(store) for _ in range(4)]
        assert len(read) == 1
        assert found[1].directory is found[3].directory
        clock.advance(days=1)
        reader(store)
        assert len(read) == 2
