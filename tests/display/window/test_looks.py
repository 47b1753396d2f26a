"""What is on the screen can be read, whatever the names, the language and the size."""

from pathlib import Path

import pytest
from rich.color_triplet import ColorTriplet

from data import centre, messages, setup, visitor
from data.store import Store
from display.window.buttons import KeyButton
from display.window.keys import AFTER_KEYS, KEYS, LETTERS
from tests.clocks import MovableClock
from tests.display.window import days
from tests.display.window.at_window import EACH_SIZE, SIZES, AtWindow, at_window

NAMES = ["Tax [A]", "[/]", "🏛🧾 " * 40, "Ə" * 200, "%s {n} {ticket} $primary"]


def open_store(path: Path, clock: MovableClock) -> Store:
    """A centre whose one window serves a service of each name, with somebody waiting for each."""
    services = [{"id": f"s{n}", "agency": "all", "series": "A", "name": {"en": name}} for n, name in enumerate(NAMES)]
    tables: dict[str, object] = {
        "centre": {"id": "odd", "trust": "local", "name": {"en": "[/]"}, "timezone": "Asia/Baku", "languages": ["en"]},
        "agencies": [{"id": "all", "name": {"en": "[A]"}}],
        "services": services,
        "windows": [{"number": 1, "services": [service["id"] for service in services]}],
    }
    setup.init(str(path), centre.check(tables, "odd.toml"), clock=clock)
    return Store.open(str(path), clock=clock)


async def test_names_of_any_kind_do_no_harm(tmp_path: Path, clock: MovableClock) -> None:
    with open_store(tmp_path / "odd.db", clock) as store:
        taken = [visitor.take(store, service=f"s{number}") for number in range(len(NAMES))]
        async with at_window(store, clock) as operator:
            await operator.press("w")
            for ticket, name in zip(taken, NAMES, strict=True):
                await operator.until(lambda: operator.able("c"))
                await operator.press("c")
                await operator.until_seen(f"● {ticket.ticket} called", " ".join(name.split())[:8])
                await operator.press("t")
                await operator.answer("")
                await operator.until_seen(f"● {ticket.ticket} sent to: ")
                visitor.cancel(store, code=ticket.code)


@pytest.mark.parametrize(("size", "language"), list(zip(SIZES, ["az", "en", "ru"], strict=True)))
async def test_all_text_stands_out_from_its_ground(
    store: Store, clock: MovableClock, size: tuple[int, int], language: str
) -> None:
    days.just_called(store, clock)
    async with at_window(store, clock, size=size, language=language) as operator:
        assert faint(operator) == {}
        await operator.press("c")
        assert faint(operator) == {}
        await operator.press("h")
        await operator.until_seen("Esc")
        assert not any(text for text in faint(operator) if "Esc" in text or "Enter" in text)


@pytest.mark.parametrize("size", EACH_SIZE)
async def test_breaks_and_messages_and_targets_stand_out_too(
    store: Store, clock: MovableClock, size: tuple[int, int]
) -> None:
    days.on_break(store, clock)
    messages.message(store, window=1, text="Passports first, please.")
    async with at_window(store, clock, size=size) as operator:
        await operator.until_seen("On a break", "Passports first, please.", "■ late")
        assert faint(operator) == {}


@pytest.mark.parametrize("size", EACH_SIZE)
async def test_no_button_is_cut(store: Store, clock: MovableClock, size: tuple[int, int]) -> None:
    days.free(store, clock)
    async with at_window(store, clock, size=size) as operator:
        buttons = operator.app.query(KeyButton)
        assert len(buttons) == len(LETTERS)
        assert all(operator.app.screen.region.contains_region(button.region) for button in buttons)
        for button in buttons:
            assert button.render().plain in operator.sees


async def test_the_longest_message_is_whole(store: Store, clock: MovableClock) -> None:
    days.called(store, clock)
    text = " ".join(f"word{n:03}" for n in range(62))
    messages.message(store, window=1, text=text)
    async with at_window(store, clock) as operator:
        await operator.until_seen("m  Read", *text.split())


async def test_all_keys_are_listed_on_the_smallest_screen(store: Store, clock: MovableClock) -> None:
    days.called(store, clock)
    async with at_window(store, clock) as operator:
        await operator.press("?")
        await operator.until_seen("Any key goes back", *(operator.app.say(key.about) for key in (*KEYS, *AFTER_KEYS)))


def faint(operator: AtWindow) -> dict[str, float]:
    """The texts whose contrast is under 7:1."""
    found = {}
    for strip in operator.app.screen._compositor.render_strips():
        for text, style, _ in strip:
            if style and style.color and style.bgcolor and any(letter.isalnum() for letter in text):
                ratio = contrast(style.color.triplet, style.bgcolor.triplet)
                if ratio < 7:
                    found[text] = ratio
    return found


def contrast(one: ColorTriplet | None, other: ColorTriplet | None) -> float:
    assert one is not None
    assert other is not None
    bright, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (bright + 0.05) / (dark + 0.05)


def _luminance(colour: ColorTriplet) -> float:
    red, green, blue = (v / 12.92 if v <= 0.03928 else ((v + 0.055) / 1.055) ** 2.4 for v in colour.normalized)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
