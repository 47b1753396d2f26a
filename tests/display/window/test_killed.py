"""A window whose process died keeps its ticket, and gives it back to who had it."""

from pathlib import Path

import pytest

from data import desk, setup, visitor
from data.store import Store
from tests.display.window import staff
from tests.terminal import Terminal, terminals


@pytest.mark.slow
def test_who_had_the_window_gets_it_back_with_the_ticket_in_hand(tmp_path: Path) -> None:
    path = tmp_path / "novbe.db"
    setup.init(str(path))
    environment = {"NOVBE_STORE": str(path), "NOVBE_LANGUAGE": "en"}
    command = ("display", "window", "1", "--language", "en")
    with Store.open(str(path)) as store, terminals(f"novbe-killed-{abs(hash(path))}", environment) as opened:
        staff.hired(store)
        opened.open("display", "window", "2")  # goes on, and tmux with it
        screen = opened.open(*command)
        screen.shows("Sign on to use this window.")
        typed(screen, "Rauf", "8264")
        screen.shows("The window is closed")
        screen.press("n")
        screen.shows("Nothing in hand")
        ticket = visitor.take(store, service="id-card").ticket
        screen.shows(ticket)
        screen.press("c")
        screen.shows(f"● {ticket} called")
        screen.kill()

        again = opened.open(*command)
        again.shows("Rauf is signed on here since")
        assert ticket not in again.text()
        assert held(store) == (ticket, "called", "Rauf")
        typed(again, "8264")
        again.shows("Called for")
        again.press("s")
        again.shows(f"● {ticket} is being served")
        assert held(store) == (ticket, "serving", "Rauf")
        again.press("f")
        again.shows(f"● {ticket} served")


def typed(screen: Terminal, *lines: str) -> None:
    """Type each line, with Enter."""
    for line in lines:
        screen.press(*line, "Enter")


def held(store: Store) -> tuple[str, str, str]:
    """The ticket in hand, its state, and who is signed on."""
    now = desk.read(store, window=1)
    return (now.in_hand.ticket, now.in_hand.state, now.person) if now.in_hand else ("", "", now.person)
