"""What a supervisor does from the screen, with keys alone and with the mouse alone, whatever the size."""

from collections.abc import Awaitable, Callable

import pytest

from data import desk, visitor, window
from data.store import Store
from tests.clocks import MovableClock
from tests.display.supervisor.at_supervisor import EACH_SIZE, AtSupervisor, at_supervisor

Steps = Callable[[AtSupervisor], Awaitable[None]]


def stocked(store: Store, clock: MovableClock) -> None:
    """A001 and A002 wait for an identity card, A003 is being served at window 1, A004 did not come there."""
    window.open(store, window=1)
    window.open(store, window=2)
    for _ in range(4):
        visitor.take(store, service="id-card")
    window.call(store, window=1, ticket="A004", reason="x")
    clock.advance(30)
    window.recall(store, window=1)
    clock.advance(60)
    window.no_show(store, window=1)
    window.call(store, window=1, ticket="A003", reason="x")
    window.start(store, window=1)
    clock.advance(120)


async def _stop_by_keys(it: AtSupervisor) -> None:
    await it.press("t")
    await it.answer(*"passp")


async def _stop_by_mouse(it: AtSupervisor) -> None:
    await it.click("#key-t")
    await it.choose("Passport")


@pytest.mark.parametrize("size", EACH_SIZE)
@pytest.mark.parametrize("act", [_stop_by_keys, _stop_by_mouse])
async def test_tickets_of_a_service_are_stopped_and_allowed_again(
    store: Store, clock: MovableClock, size: tuple[int, int], act: Steps
) -> None:
    async with at_supervisor(store, clock, size=size) as it:
        await act(it)
        await it.until_seen("● Tickets stopped: Passport")
        assert next(line for line in it.overview.lines if line.service == "passport").tickets == "stopped"
        clock.advance(1)
        await act(it)
        await it.until_seen("● Tickets allowed again: Passport")
        assert next(line for line in it.overview.lines if line.service == "passport").tickets == "given"


async def _assign_by_keys(it: AtSupervisor) -> None:
    await it.press("w")
    await it.answer("1")
    await it.answer("space", "down", "space", "down", "space")


async def _assign_by_mouse(it: AtSupervisor) -> None:
    await it.click("#key-w")
    await it.choose("Window 1 ·")
    await it.choose("□ Driving licence")
    await it.choose("■ Identity card")
    await it.choose("■ Passport")
    await it.click("#do")


@pytest.mark.parametrize("size", EACH_SIZE)
@pytest.mark.parametrize("act", [_assign_by_keys, _assign_by_mouse])
async def test_a_window_serves_something_else(
    store: Store, clock: MovableClock, size: tuple[int, int], act: Steps
) -> None:
    async with at_supervisor(store, clock, size=size) as it:
        await act(it)
        await it.until_seen("● Window 1 serves something else now")
        assert it.overview.posts[0].services == ("driving-licence",)


async def _message_by_keys(it: AtSupervisor) -> None:
    await it.press("m")
    await it.answer("down")
    await it.answer(*"Come")


async def _message_by_mouse(it: AtSupervisor) -> None:
    await it.click("#key-m")
    await it.choose("Window 2 ·")
    await it.choose("Please come to the supervisor.")


@pytest.mark.parametrize("size", EACH_SIZE)
@pytest.mark.parametrize("act", [_message_by_keys, _message_by_mouse])
async def test_a_window_is_told_something(store: Store, clock: MovableClock, size: tuple[int, int], act: Steps) -> None:
    stocked(store, clock)
    async with at_supervisor(store, clock, size=size) as it:
        await act(it)
        await it.until_seen("● The message is on its way")
        (message,) = desk.read(store, window=2).messages
        assert message.text in ("Come", "Please come to the supervisor.")
        assert desk.read(store, window=1).messages == ()


async def _front_by_keys(it: AtSupervisor) -> None:
    await it.press("f")
    await it.answer(*"a2")
    await it.answer(*"is ill")


async def _front_by_mouse(it: AtSupervisor) -> None:
    await it.click("#key-f")
    await it.choose("A002 ·")
    await it.choose("Cannot wait")


@pytest.mark.parametrize("size", EACH_SIZE)
@pytest.mark.parametrize("act", [_front_by_keys, _front_by_mouse])
async def test_a_ticket_comes_to_the_front(
    store: Store, clock: MovableClock, size: tuple[int, int], act: Steps
) -> None:
    stocked(store, clock)
    async with at_supervisor(store, clock, size=size) as it:
        await act(it)
        await it.until_seen("● A002 is in front now")
        following = desk.read(store, window=2).next
        assert following is not None
        assert following.ticket == "A002"


async def _remove_by_keys(it: AtSupervisor) -> None:
    await it.press("r")
    await it.answer("1")
    await it.answer("down")


async def _remove_by_mouse(it: AtSupervisor) -> None:
    await it.click("#key-r")
    await it.choose("A001 ·")
    await it.choose("Has left")


@pytest.mark.parametrize("size", EACH_SIZE)
@pytest.mark.parametrize("act", [_remove_by_keys, _remove_by_mouse])
async def test_a_ticket_is_taken_out(store: Store, clock: MovableClock, size: tuple[int, int], act: Steps) -> None:
    stocked(store, clock)
    async with at_supervisor(store, clock, size=size) as it:
        await act(it)
        await it.until_seen("● A001 has been taken out")
        assert "A001" not in [one.ticket for one in it.overview.people]


async def _revive_by_keys(it: AtSupervisor) -> None:
    await it.press("v")
    await it.answer("down")
    await it.answer("1")


async def _revive_by_mouse(it: AtSupervisor) -> None:
    await it.click("#key-v")
    await it.choose("A004 ·")
    await it.choose("Window 1 ·")


@pytest.mark.parametrize("size", EACH_SIZE)
@pytest.mark.parametrize("act", [_revive_by_keys, _revive_by_mouse])
async def test_a_no_show_waits_again(store: Store, clock: MovableClock, size: tuple[int, int], act: Steps) -> None:
    stocked(store, clock)
    async with at_supervisor(store, clock, size=size) as it:
        await act(it)
        await it.until_seen("● A004 waits again")
        assert "A004" in [one.ticket for one in it.overview.people if one.state == "waiting"]


async def _undo_by_keys(it: AtSupervisor) -> None:
    await it.press("z")
    await it.answer("1")


async def _undo_by_mouse(it: AtSupervisor) -> None:
    await it.click("#key-z")
    await it.choose("Window 1 ·")


@pytest.mark.parametrize("size", EACH_SIZE)
@pytest.mark.parametrize("act", [_undo_by_keys, _undo_by_mouse])
async def test_the_last_act_of_a_window_is_taken_back(
    store: Store, clock: MovableClock, size: tuple[int, int], act: Steps
) -> None:
    stocked(store, clock)
    window.finish(store, window=1)
    async with at_supervisor(store, clock, size=size) as it:
        await act(it)
        await it.until_seen("● Taken back: A003")
        hand = desk.read(store, window=1).in_hand
        assert hand is not None
        assert hand.ticket == "A003"


async def _story_by_keys(it: AtSupervisor) -> None:
    await it.press("s")
    await it.answer(*"a3")


async def _story_by_mouse(it: AtSupervisor) -> None:
    await it.click("#key-s")
    await it.choose("A003 ·")


@pytest.mark.parametrize("size", EACH_SIZE)
@pytest.mark.parametrize("act", [_story_by_keys, _story_by_mouse])
async def test_a_story_is_told(store: Store, clock: MovableClock, size: tuple[int, int], act: Steps) -> None:
    stocked(store, clock)
    async with at_supervisor(store, clock, size=size) as it:
        await act(it)
        await it.until_seen("The story of A003", "Ticket taken for: Identity card.", "Called out of turn to window 1.")
        await (it.press("escape") if act is _story_by_keys else it.click("#back"))
        await it.until(lambda: "The story of" not in it.sees)


async def _close_by_keys(it: AtSupervisor) -> None:
    await it.press("d")
    await it.asked()
    await it.until_seen("2 people will not be served: A001, A002")
    await it.press("enter")


async def _close_by_mouse(it: AtSupervisor) -> None:
    await it.click("#key-d")
    await it.until_seen("2 people will not be served: A001, A002")
    await it.click("#do")


@pytest.mark.parametrize("size", EACH_SIZE)
@pytest.mark.parametrize("act", [_close_by_keys, _close_by_mouse])
async def test_the_day_is_closed_once_nothing_is_in_hand(
    store: Store, clock: MovableClock, size: tuple[int, int], act: Steps
) -> None:
    stocked(store, clock)
    async with at_supervisor(store, clock, size=size) as it:
        await act(it)
        await it.until_seen("! The day cannot be closed while a ticket is in hand. Window: 1.")
        window.finish(store, window=1)
        clock.advance(1)
        await it.until(lambda: it.app.seen and it.app.seen.overview.posts[0].hand is None)
        await act(it)
        await it.until_seen("● The service day is closed")
        assert not it.overview.people
        assert all(post.state == "closed" for post in it.overview.posts)
