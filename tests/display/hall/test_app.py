"""What a visitor sees in the hall."""

import pytest
from textual.widget import Widget

from data.centre import Centre, default
from display.hall.plan import plan
from display.parts.big import BigText
from tests.clocks import MovableClock
from tests.display.hall.sight import big, lit, marked, tick, tiles
from tests.display.hall.stage import Stage
from tests.screens import faint, text, until

MORE = [(120, 34), (160, 45), (240, 67), (320, 45), (67, 120), (108, 96)]
SIZES = [(80, 24), (200, 60), (60, 100), (60, 24), *(pytest.param(size, marks=pytest.mark.slow) for size in MORE)]
NASTY = ["Tax [A]", "[/]", "🎫 " * 60, "x" * 200, "[bold red]Й[/bold red]", "{name} %s \\"]


@pytest.mark.parametrize("size", SIZES)
async def test_the_newest_calls_are_big_and_the_others_below(stage: Stage, size: tuple[int, int]) -> None:
    tickets = [f"A{n:03d}" for n in range(14, 0, -1)]
    stage.call(*reversed(tickets), window=3)
    room = plan(*size).tiles
    async with stage.app().run_test(size=size) as pilot:
        await until(pilot, lambda: big(pilot) == [[ticket, "3"] for ticket in tickets[:room]])
        await until(pilot, lambda: f"{tickets[room]} → 3" in text(pilot))
        assert f"{tickets[room - 1]} → 3" not in text(pilot)
        assert not marked(pilot)


@pytest.mark.parametrize("size", SIZES)
async def test_letters_are_five_rows_high_and_level(stage: Stage, size: tuple[int, int]) -> None:
    stage.call(*(f"A{n:03d}" for n in range(14)), window=12)
    shared = plan(*size)
    async with stage.app().run_test(size=size) as pilot:
        await until(pilot, lambda: len(tiles(pilot)) == shared.tiles)
        await until(pilot, lambda: all(letters.fit for letters in tiles(pilot)[-1].query(BigText)))
        for tile in tiles(pilot)[0], tiles(pilot)[-1]:
            ticket, window = (inked(letters) for letters in tile.query(BigText))
            assert len(ticket) >= (5 if size != (60, 24) else 4)
            assert abs(len(ticket) - len(window)) <= 1
            assert shared.upright or ticket[-1] == window[-1]


def inked(letters: BigText) -> list[int]:
    """The rows on which there is something of the letters."""
    return [y for y in range(letters.size.height) if len({segment.style for segment in letters.render_line(y)}) > 1]


def hostile(centre: Centre) -> Centre:
    """The same centre with names that try to break the screen, and 24 services."""
    services = [
        service.model_copy(update={"id": f"s{n}", "name": dict.fromkeys(("az", "en", "ru"), NASTY[n % len(NASTY)])})
        for n, service in enumerate([*centre.services] * 6)
    ]
    about = centre.about.model_copy(update={"name": {"az": "[/] Mərkəz " * 30}})
    return centre.model_copy(update={"services": tuple(services), "about": about})


def whole(widget: Widget) -> bool:
    """Whether nothing of it is outside of what it is in."""
    around = [outer for outer in widget.ancestors if isinstance(outer, Widget)]
    return not widget.size or all(outer.region.contains_region(widget.region) for outer in around)


@pytest.mark.parametrize("size", SIZES)
async def test_nothing_is_cut_and_everything_can_be_read(stage: Stage, centre: Centre, size: tuple[int, int]) -> None:
    stage.centre = hostile(centre)
    stage.call(*(f"AB{n}" for n in range(990, 1010)), window=999)
    stage.wait({f"s{n}": 1234 for n in range(24)})
    async with stage.app().run_test(size=size) as pilot:
        await until(pilot, lambda: "1234" in text(pilot))
        await until(pilot, lambda: all(map(whole, pilot.app.query("Page *").results(Widget))))
        await until(pilot, lambda: "→ 999" in text(pilot))
        assert not faint(pilot)
        top, *_, foot = text(pilot).split("\n")
        assert "…" in top
        assert top.endswith("10:20  ")
        assert foot.endswith("22:0123456789abcdef  ")


async def test_a_call_flashes_with_a_mark_and_rests(stage: Stage, clock: MovableClock) -> None:
    async with stage.app().run_test(size=(120, 34)) as pilot:
        await until(pilot, lambda: "0123456789ab" in text(pilot))
        stage.call("A007")
        await until(pilot, lambda: lit(pilot))
        assert not faint(pilot)
        assert marked(pilot) == ["A007"]
        seen = []
        for _ in range(40):
            clock.advance(0.25)
            tick(pilot)
            seen.append(bool(lit(pilot)))
            assert marked(pilot) == (["A007"] if len(seen) < 20 else [])
        rises = sum(now and not before for before, now in zip([True, *seen], seen, strict=False))
        assert 1 + rises == 3
        assert not any(seen[10:])


async def test_whatever_else_happens_a_call_keeps_its_mark(stage: Stage, clock: MovableClock) -> None:
    async with stage.app().run_test(size=(120, 34)) as pilot:
        await until(pilot, lambda: "0123456789ab" in text(pilot))
        stage.call("A007")
        await until(pilot, lambda: lit(pilot) == ["A007"])
        stage.wait({"tax": 77})
        await until(pilot, lambda: "77" in text(pilot))
        assert marked(pilot) == lit(pilot) == ["A007"]


async def test_a_burst_is_announced_call_by_call(stage: Stage, clock: MovableClock) -> None:
    async with stage.app().run_test(size=(120, 34)) as pilot:
        await until(pilot, lambda: "0123456789ab" in text(pilot))
        stage.call("A001", "A002", "A003", "A004", "A005")
        await until(pilot, lambda: marked(pilot))
        seen = []
        for _ in range(60):
            await pilot.pause()
            seen += [ticket for ticket in marked(pilot) if ticket not in seen[-1:]]
            clock.advance(0.5)
            tick(pilot)
        assert seen == ["A001", "A002", "A003", "A004", "A005"]


async def test_a_recall_flashes_again(stage: Stage, clock: MovableClock) -> None:
    stage.call("A001", "A002")
    async with stage.app().run_test(size=(80, 24)) as pilot:
        await until(pilot, lambda: big(pilot))
        stage.call("A001")
        await until(pilot, lambda: lit(pilot) == ["A001"])


async def test_without_calls_it_welcomes_in_each_language_in_turn(stage: Stage, clock: MovableClock) -> None:
    welcomes = {"Xoş gəlmisiniz", "Welcome", "Добро пожаловать"}
    async with stage.app().run_test(size=(80, 24)) as pilot:
        await until(pilot, lambda: any(welcome in text(pilot) for welcome in welcomes))
        seen = set()
        for _ in range(3):
            clock.advance(10)
            tick(pilot)
            await pilot.pause()
            seen |= {welcome for welcome in welcomes if welcome in text(pilot)}
        assert seen == welcomes


async def test_captions_change_their_language_every_ten_seconds(stage: Stage, clock: MovableClock) -> None:
    stage.call("A007")
    async with stage.app().run_test(size=(80, 24)) as pilot:
        captions = []
        for _ in range(6):
            clock.advance(5)
            tick(pilot)
            await until(pilot, lambda: any(word in text(pilot) for word in ("Pəncərə", "Window", "Окно")))
            captions += [word for word in ("Pəncərə", "Window", "Окно") if word in text(pilot)]
        assert sorted(captions) == sorted(["Pəncərə", "Window", "Окно"] * 2)


async def test_a_language_without_a_catalogue_has_the_names_of_the_centre(stage: Stage, centre: Centre) -> None:
    about = centre.about.model_copy(update={"languages": ("de",), "name": {"en": "Centre", "de": "Bürgeramt"}})
    stage.centre = centre.model_copy(update={"about": about})
    async with stage.app().run_test(size=(80, 24)) as pilot:
        await until(pilot, lambda: "Bürgeramt" in text(pilot))
        assert "Welcome" in text(pilot)


async def test_the_time_is_that_of_the_centre(stage: Stage, clock: MovableClock) -> None:
    async with stage.app().run_test(size=(80, 24)) as pilot:
        await until(pilot, lambda: "10:20" in text(pilot))
        clock.advance(minutes=1)
        tick(pilot)
        await until(pilot, lambda: "10:21" in text(pilot))


async def test_a_new_day_clears_the_board_without_an_act(stage: Stage, clock: MovableClock) -> None:
    stage.call("A007")
    async with stage.app().run_test(size=(80, 24)) as pilot:
        await until(pilot, lambda: big(pilot))
        stage.log.clear()
        clock.advance(hours=14)
        tick(pilot)
        await until(pilot, lambda: not big(pilot))


@pytest.mark.slow
async def test_nothing_grows(stage: Stage, clock: MovableClock) -> None:
    async with stage.app().run_test(size=(120, 34)) as pilot:
        await until(pilot, lambda: "0123456789ab" in text(pilot))
        widgets, timers = len(pilot.app.query("*")), len(pilot.app._timers)
        for n in range(60):
            stage.call(f"A{n:03d}")
            clock.advance(6)
            await until(pilot, lambda n=n: marked(pilot) == [f"A{n:03d}"])
        assert (len(pilot.app.query("*")), len(pilot.app._timers)) == (widgets, timers)


@pytest.mark.parametrize("size", SIZES)
async def test_the_default_centre_fits(stage: Stage, size: tuple[int, int]) -> None:
    stage.centre = default()
    stage.call(*(f"A{n:03d}" for n in range(20)))
    stage.wait({service.id: 3 for service in stage.centre.services})
    async with stage.app().run_test(size=size) as pilot:
        await until(pilot, lambda: text(pilot).count("   3 ") > 2)
        assert not faint(pilot)


async def test_it_grows_and_shrinks_with_the_terminal(stage: Stage) -> None:
    stage.call("A001", "A002", "A003", "A004", "A005")
    async with stage.app().run_test(size=(80, 24)) as pilot:
        await until(pilot, lambda: len(big(pilot)) == 1)
        await pilot.resize_terminal(200, 60)
        await until(pilot, lambda: len(big(pilot)) == 5)
        await pilot.resize_terminal(60, 23)
        await until(pilot, lambda: "60 x 24" in text(pilot))
        await pilot.resize_terminal(120, 34)
        await until(pilot, lambda: len(big(pilot)) == 2)
