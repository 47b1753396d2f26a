"""What is seen at a glance, on a page alone, and whatever the names, the size and the moment."""

from pathlib import Path

import pytest

from data import alerts, centre, setup, visitor, window
from data.store import Store
from tests import screens
from tests.clocks import MovableClock
from tests.display.supervisor.at_supervisor import SIZES, AtSupervisor, at_supervisor

NAMES = ["Tax [A]", "[/]", "🏛🧾 " * 40, "Ə" * 200, "%s {n} {ticket} $primary"]
LARGE = SIZES[1:]
PRINTER = "printer tcp://10.0.0.5:9100"


def busy(store: Store, clock: MovableClock) -> None:
    """Window 1 serves A001, one waits too long for an identity card, nobody serves a tax certificate, no paper."""
    window.open(store, window=1)
    visitor.take(store, service="id-card")
    window.call(store, window=1)
    window.start(store, window=1)
    visitor.take(store, service="id-card")
    visitor.take(store, service="tax-certificate")
    alerts.tell(store, PRINTER, "paper-out")
    clock.advance(minutes=16)


@pytest.mark.parametrize("size", LARGE)
async def test_all_is_seen_at_a_glance_where_there_is_room(
    store: Store, clock: MovableClock, size: tuple[int, int]
) -> None:
    busy(store, clock)
    async with at_supervisor(store, clock, size=size) as it:
        await it.until_seen(
            *("A001", "Serving", "16 min", "■ 16 min", "100 % of 1", "□ 0", "o windows", "10:15"),
            *("□ No window", "■ Late", "! Device", "× Silent", "no paper.", "3 Alerts ! 5"),
            "3 came, 0 served, 2 waiting.",
        )


async def test_in_a_small_terminal_each_part_has_a_page(store: Store, clock: MovableClock) -> None:
    busy(store, clock)
    async with at_supervisor(store, clock, size=(80, 24)) as it:
        await it.until_seen("▸1 Windows", "A001", "Serving", "16 min", "3 Alerts ! 5")
        await it.press("2")
        await it.until_seen("▸2 Queues", "Identity card", "■ 16 min", "100 % of 1", "□ 0", "● Given")
        assert "Serving" not in it.sees
        await it.click("#page-3")
        await it.until_seen("▸3 Alerts", "no window is open.", "A002 has waited 16 min", PRINTER, "for 16")
        await it.press("4")
        await it.until_seen("▸4 Day", "1 called", "░ arrivals", "10:15", "10:30")
        await it.press("0")
        await it.until_seen("▸1 Windows", "Serving")


async def test_a_day_on_which_nothing_has_happened_has_no_curve_yet(store: Store, clock: MovableClock) -> None:
    async with at_supervisor(store, clock, size=(80, 24)) as it:
        await it.press("4")
        await it.until_seen("▸4 Day", "0 came", "Nothing yet")
        assert not any(sign in it.sees for sign in "┌│░")
        window.open(store, window=1)
        await it.until_seen("o windows", "┌", "10:15")
        assert "Nothing yet" not in it.sees


async def test_a_part_alone_has_more_room(store: Store, clock: MovableClock) -> None:
    busy(store, clock)
    async with at_supervisor(store, clock) as it:
        await it.until_seen("+ 9 more")
        await it.press("2")
        await it.until_seen("▸2 Queues", "Benefits and social assistance")
        assert "more" not in it.sees
        await it.press("0")
        await it.until_seen("▸0 All", "Alerts: 5")


async def test_what_needs_somebody_comes_and_goes(store: Store, clock: MovableClock) -> None:
    async with at_supervisor(store, clock) as it:
        await it.until_seen("● Nothing needs you now.")
        visitor.take(store, service="tax-certificate")
        await it.until_seen("□ No window", "Tax debt certificate: 1 person waits,")
        clock.advance(minutes=11)
        await it.until_seen("■ Late", "■ 11 min")
        window.open(store, window=10)
        window.call(store, window=10)
        await it.until_seen("● Nothing needs you now.")


async def test_the_keys_are_told(store: Store, clock: MovableClock) -> None:
    async with at_supervisor(store, clock, size=(80, 24)) as it:
        await it.press("question_mark")
        await it.until_seen(
            "stop the tickets of a service, or allow them again", "Any key goes back", "end the service day"
        )
        await it.press("x")
        await it.until(lambda: "Any key goes back" not in it.sees)


@pytest.mark.parametrize("size", SIZES)
async def test_names_of_any_kind_do_no_harm(tmp_path: Path, clock: MovableClock, size: tuple[int, int]) -> None:
    services = [{"id": f"s{n}", "agency": "all", "series": "A", "name": {"en": name}} for n, name in enumerate(NAMES)]
    tables: dict[str, object] = {
        "centre": {"id": "odd", "trust": "local", "name": {"en": "[/]"}, "timezone": "Asia/Baku", "languages": ["en"]},
        "agencies": [{"id": "all", "name": {"en": "[A]"}}],
        "services": services,
        "windows": [{"number": 1, "services": [service["id"] for service in services]}],
    }
    setup.init(str(tmp_path / "odd.db"), centre.check(tables, "odd.toml"), clock=clock)
    with Store.open(str(tmp_path / "odd.db"), clock=clock) as store:
        for number in range(len(NAMES)):
            visitor.take(store, service=f"s{number}")
        alerts.tell(store, "[b]printer[/]", "[/]")
        async with at_supervisor(store, clock, size=size, language="en") as it:
            for page in "01234":
                await it.press(page)
                await it.until_seen("[/]")
            await it.press("2")
            await it.until_seen("Tax [A]", "%s {n} {ticket}")
            for key in "twmfrs":
                await it.press(key)
                await it.asked()
                await it.press("escape")


@pytest.mark.parametrize("size", SIZES)
async def test_all_text_stands_out_from_its_ground(store: Store, clock: MovableClock, size: tuple[int, int]) -> None:
    busy(store, clock)
    async with at_supervisor(store, clock, size=size) as it:
        for page in "01234":
            await it.press(page)
            await it.until_seen(f"▸{page if page != '0' or size != SIZES[0] else '1'}")
            assert readable(it) == set()
        await it.press("w")
        await it.answer("1")
        await it.asked()
        assert not any(text for text in readable(it) if "Identity" in text or "Esc" in text)


def readable(it: AtSupervisor) -> set[str]:
    """The texts whose contrast is under 7:1."""
    return screens.faint(it.pilot)


async def test_a_store_that_is_away_is_said_and_nothing_is_done(
    store: Store, clock: MovableClock, tmp_path: Path
) -> None:
    file = tmp_path / "novbe.db"
    async with at_supervisor(store, clock) as it:
        await it.until_seen("● Nothing needs you now.")
        file.rename(tmp_path / "away.db")
        await it.until_seen("× What you see stands since 10:20.")
        await it.press("t")
        assert "Which service?" not in it.sees
        (tmp_path / "away.db").rename(file)
        await it.until(lambda: "× What you see" not in it.sees)
        clock.advance(1)
        await it.press("t")
        await it.until_seen("Which service?")
