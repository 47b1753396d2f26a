"""Taps on a corner open the maintenance screen over whatever the kiosk shows."""

from pathlib import Path

from textual import events

from data import maintenance
from data.store import Store
from kiosk import lock
from tests.kiosk.kiosks import Kiosk, running

CODE = "471193"


def with_code(store: Store) -> None:
    maintenance.set_code(store, CODE)


async def knock(kiosk: Kiosk) -> None:
    """Five taps on the corner at the bottom left, as a terminal tells of them."""
    for _ in range(5):
        kiosk.clock.advance(0.1)
        for kind in events.MouseDown, events.MouseUp:
            kiosk.app.post_message(kind(None, 1, kiosk.app.size.height - 1, 0, 0, 1, False, False, False))
        await kiosk.pilot.pause()


async def test_five_taps_and_the_code_quit_a_locked_kiosk(tmp_path: Path) -> None:
    async with running(tmp_path, before=with_code, locked=True) as kiosk:
        await kiosk.press("2")
        await knock(kiosk)
        await kiosk.shows("Enter the maintenance code")
        await kiosk.pilot.press(*CODE, "enter")
        await kiosk.shows("Software version")
        await kiosk.pilot.press("2")
        await kiosk.shows("This kiosk has no printer.")
        await kiosk.pilot.press("0", "1")
        await kiosk.pilot.pause()
        assert kiosk.app.return_code == lock.QUIT


async def test_ctrl_q_opens_it_on_a_locked_kiosk(tmp_path: Path) -> None:
    async with running(tmp_path, before=with_code, locked=True) as kiosk:
        await kiosk.press("2", "ctrl+q")
        await kiosk.shows("Enter the maintenance code")
        await kiosk.pilot.press("ctrl+q", "escape")
        await kiosk.shows("Choose a language")
        assert kiosk.app.is_running


async def test_who_leaves_it_leaves_the_kiosk_at_its_beginning(tmp_path: Path) -> None:
    async with running(tmp_path, before=with_code, locked=True) as kiosk:
        await kiosk.press("2", "1")
        await knock(kiosk)
        await kiosk.shows("Enter the maintenance code")
        await kiosk.pilot.press("escape")
        await kiosk.shows("Choose a language")
        assert kiosk.focused == "Azərbaycanca"
