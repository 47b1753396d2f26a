"""A window goes from hand to hand: in use, taken over, handed over, on a break."""

from pathlib import Path

from data import setup, visitor
from data.centre import read
from data.store import Store
from tests.clocks import MovableClock
from tests.conftest import CENTRE
from tests.display.window import days, staff
from tests.display.window.at_window import at_window

# Keys and what they lead to, a minute after another.
DAY: list[tuple[list[str], str]] = [
    (["w"], "The window is open"),
    (["p", "enter"], "The break has begun"),
    (["p"], "The break is over"),
    (["c"], "A001 called"),
    (["r"], "A001 called once more"),
    (["x", "enter"], "A001 has not come"),
    (["v", "down", "enter"], "A001 waits again"),
    (["c"], "A001 called"),
    (["q"], "A001 is back in its place"),
    (["z"], "Taken back: A001"),
    (["s"], "A001 is being served"),
    (["h", "down", "enter"], "A001 is on hold"),
    (["b", "enter"], "A001 called back from hold"),
    (["t", "enter"], "A001 sent to: Passport"),
    (["i", "enter"], "A005 is being served"),
    (["n"], "A005 served · A001 called"),
    (["s"], "A001 is being served"),
    (["f"], "A001 served"),
    (["o", "down", "down", "enter", "down", "enter"], "A003 called"),
    (["n"], "A003 is being served"),
    (["f"], "A003 served"),
]


async def test_a_window_in_use_says_by_whom_since_when(store: Store, clock: MovableClock) -> None:
    staff.hired(store)
    staff.at(store, "Rauf")
    async with at_window(store, clock) as operator:
        await operator.until_seen("Rauf is signed on here since 10:20.")
        await staff.types(operator, "escape", *"Aysel", "enter", *"9053", "enter")
        await staff.says(operator, "Window 1 is in use by Rauf since 10:20.")
        assert operator.desk.person == "Rauf"


async def test_a_supervisor_takes_a_window_over_and_the_other_screen_says_so(store: Store, clock: MovableClock) -> None:
    days.called(store, clock)
    staff.hired(store)
    async with at_window(store, clock) as rauf, at_window(store, clock) as leyla:
        await staff.sign_on(rauf, "Rauf")
        await leyla.until_seen("Rauf is signed on here")
        clock.advance(minutes=1)
        await staff.types(leyla, "escape", *"Leyla", "enter", *"4711", "enter")
        await leyla.until_seen("Window 1 is in use by Rauf since 10:32.", "Take it over")
        await staff.types(leyla, "escape")
        await leyla.until(lambda: "Esc Cancel" not in leyla.sees)
        assert leyla.desk.person == "Rauf"
        await staff.types(leyla, *"4711", "enter")
        await leyla.until_seen("Take it over")
        await staff.types(leyla, "enter")
        await leyla.until_seen("Leyla", "Called", "Identity card")
        await rauf.until(lambda: rauf.app.door.shut)
        await staff.says(rauf, "Leyla has taken this window over, at 10:33.")
        assert not any(text in rauf.sees for text in staff.VISITORS)
        await leyla.press("s")
        await leyla.until_seen("● A002 is being served")


async def test_a_supervisor_who_has_gone_leaves_nobody_to_take_it_over(store: Store, clock: MovableClock) -> None:
    staff.hired(store)
    staff.at(store, "Rauf")
    async with at_window(store, clock) as leyla:
        await leyla.until_seen("Rauf is signed on here")
        await staff.types(leyla, "escape", *"Leyla", "enter", *"4711", "enter")
        await leyla.until_seen("Take it over")
        clock.advance(minutes=9)
        await leyla.until(lambda: "Take it over" not in leyla.sees)
        await staff.types(leyla, "enter")
        await staff.says(leyla, "Window 1 is in use by Rauf")
        assert leyla.desk.person == "Rauf"


async def test_with_a_ticket_in_hand_the_window_is_handed_over(store: Store, clock: MovableClock) -> None:
    days.serving(store, clock)
    staff.hired(store)
    async with at_window(store, clock) as operator:
        await staff.sign_on(operator, "Rauf")
        await operator.press("e")
        await operator.until_seen("A002 stays in hand here for whoever signs on next.")
        await staff.types(operator, "enter")
        await staff.says(operator, "You are signed off.")
        assert operator.hand == ("A002", "serving")
        await staff.types(operator, "shift+tab", *"Aysel", "enter", *"9053", "enter")
        await operator.until_seen("Aysel", "Being served")
        await operator.press("f")
        await operator.until_seen("● A002 served")


async def test_a_break_is_said_in_large_and_ends_with_a_key(store: Store, clock: MovableClock) -> None:
    days.free(store, clock)
    staff.hired(store)
    async with at_window(store, clock) as operator:
        await staff.sign_on(operator, "Rauf")
        await operator.press("p")
        await operator.until_seen("Why is there a break?")
        await staff.types(operator, "enter")
        await operator.until_seen("On a break since 10:32", "Break", "Press n or p to come back.")
        assert operator.desk.pause
        await operator.press("c")
        await operator.until_seen("! This is a break: p ends it.")
        assert operator.hand is None
        clock.advance(minutes=9)
        await staff.says(operator, "Rauf is on a break since 10:32.")
        await staff.types(operator, *"8264", "enter")
        await operator.until_seen("On a break since 10:32", "Press n or p to come back.")
        await operator.press("n")
        await operator.until_seen("● The break is over", "Nothing in hand")
        await operator.press("c")
        await operator.until_seen("● A002 called")


async def test_each_act_is_noted_as_that_of_who_is_signed_on(tmp_path: Path, clock: MovableClock) -> None:
    path = str(tmp_path / "signed.db")
    breaks = '[[breaks]]\nid = "lunch"\nname = { en = "Lunch" }\n\n[[windows]]\nnumber = 1\n'
    signed = CENTRE.replace('trust = "local"\n', "").replace("[[windows]]\nnumber = 1\n", breaks)
    setup.init(path, read(signed, "centre.toml"), clock=clock)
    with Store.open(path, clock=clock) as store:
        staff.hired(store)
        for _ in range(4):
            visitor.take(store, service="id-card")
        async with at_window(store, clock) as operator:
            await staff.sign_on(operator, "Rauf")
            for keys, said in DAY:
                clock.advance(1 if keys == ["z"] else 61)
                await operator.press(*keys)
                await operator.until_seen(f"● {said}")
            await operator.press("e")
            await staff.says(operator, "You are signed off.")
        done = staff.acts(store)
    assert {person for _, person in done} == {2}
    assert {act for act, _ in done} >= {
        *("sign-on", "open", "break", "back", "call", "recall", "no-show", "revive", "requeue", "start", "hold"),
        *("resume", "transfer", "undo", "walk-in", "finish", "sign-off", "close"),
    }
