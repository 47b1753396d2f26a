"""The ticket on the screen: whole, readable by a phone, and gone in time."""

from pathlib import Path

import pytest

from display.parts.big import BigText
from tests.kiosk.centres import a_centre
from tests.kiosk.codes import decoded
from tests.kiosk.kiosks import EACH_SIZE, running

ADDRESSES = ["", "HTTPS://Q.EXAMPLE.AZ", "HTTPS://" + "A" * 35]


@pytest.mark.parametrize("address", ADDRESSES)
@pytest.mark.parametrize("size", EACH_SIZE)
async def test_the_qr_is_the_ticket_and_everything_fits(tmp_path: Path, size: tuple[int, int], address: str) -> None:
    long = "A service with a name so long that it takes all three of the lines that there are for it beside a QR " * 2
    centre = a_centre({"Only": [long, "Two"]}, ["en"], more=f'address = "{address}"' if address else "")
    async with running(tmp_path, centre, size) as kiosk:
        await kiosk.press("enter")
        await kiosk.reach("ticket")
        ticket = kiosk.app.visit.ticket
        assert ticket
        assert decoded(kiosk.pilot) == ticket.qr
        for part in kiosk.app.query("#info, #info *, QR"):
            assert part.parent
            assert part.region.area == part.outer_size.area > 0
            assert kiosk.app.screen.region.contains_region(part.region)
        assert "it is your ticket." in " ".join(kiosk.shown.split())


async def test_the_number_is_drawn_large(tmp_path: Path) -> None:
    async with running(tmp_path) as kiosk:
        await kiosk.press("2", "2")
        await kiosk.reach("ticket")
        number = kiosk.app.query_one(BigText)
        assert number.value == "A001"
        assert number.size.height >= 5


async def test_it_counts_down_and_goes_home_by_itself(tmp_path: Path) -> None:
    async with running(tmp_path) as kiosk:
        await kiosk.press("2", "2")
        await kiosk.shows("This closes in 20 seconds.")
        await kiosk.after(19)
        await kiosk.shows("This closes in 1 second.")
        await kiosk.after(1)
        await kiosk.shows("Выберите язык")
        assert kiosk.focused == "Azərbaycanca"


@pytest.mark.parametrize("key", ["tab", "enter", "escape", "a", "down", "f5"])
async def test_any_key_leads_home(tmp_path: Path, key: str) -> None:
    async with running(tmp_path) as kiosk:
        await kiosk.press("2", "2")
        await kiosk.reach("ticket")
        await kiosk.press(key)
        await kiosk.reach("language")


async def test_nothing_of_the_last_visitor_remains(tmp_path: Path) -> None:
    async with running(tmp_path) as kiosk:
        await kiosk.press("2", "1", "down")
        await kiosk.after(80)
        await kiosk.reach("language")
        assert kiosk.focused == "Azərbaycanca"
        await kiosk.press("1", "1")
        assert kiosk.focused == "Identity card"
