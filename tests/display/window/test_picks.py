"""Tickets can be picked with the mouse alone, where their number can be typed."""

from textual.widgets import OptionList

from data import visitor, window
from data.store import Store
from tests.clocks import MovableClock
from tests.display.window import days
from tests.display.window.at_window import at_window


async def test_out_of_turn_one_of_those_who_wait(store: Store, clock: MovableClock) -> None:
    days.free(store, clock)
    async with at_window(store, clock) as operator:
        await operator.click("o")
        await operator.until_seen("Which ticket is called out of turn?", "A002  Identity card", "A001  Identity card")
        await operator.pilot.click(OptionList, offset=(3, 1))
        await operator.until_seen("Why is A001 called out of turn?")
        await operator.pilot.click(OptionList, offset=(3, 0))
        await operator.until_seen("● A001 called")
        assert operator.hand == ("A001", "called")


async def test_revived_is_one_of_those_who_did_not_come(store: Store, clock: MovableClock) -> None:
    days.not_come(store, clock)
    async with at_window(store, clock) as operator:
        await operator.click("v")
        await operator.until_seen("Which no-show waits again?", "A002  Identity card")
        await operator.pilot.click(OptionList, offset=(3, 0))
        await operator.until_seen("● A002 waits again")


async def test_a_service_for_who_has_no_ticket_is_one_of_the_windows(store: Store, clock: MovableClock) -> None:
    days.free(store, clock)
    async with at_window(store, clock) as operator:
        await operator.click("i")
        await operator.until_seen("Which service does the visitor need?", "Identity card", "Passport")
        assert "Vehicle" not in operator.sees
        await operator.pilot.click(OptionList, offset=(3, 1))
        await operator.until_seen("● A003 is being served")
        assert operator.desk.in_hand is not None
        assert operator.desk.in_hand.service == "passport"


async def test_sent_back_is_the_first_choice_only_while_somebody_sent_it(store: Store, clock: MovableClock) -> None:
    days.sent(store, clock)
    async with at_window(store, clock) as operator:
        await operator.press("t")
        await operator.until_seen("Where is A002 sent?", "Back to window 2, which sent it")
        await operator.press("enter")
        await operator.until_seen("● A002 sent back to: Identity card")
    assert visitor.take(store, service="passport")
    called = window.call(store, window=2)
    assert called is not None
    assert (called.ticket, called.service) == ("A002", "id-card")
