"""The code on the kiosk's screen, photographed, leads to the page of the ticket whose number stands beside it."""

import asyncio
from collections.abc import Iterator
from urllib.parse import urlsplit
from urllib.request import urlopen

import numpy as np
import pytest
import zxingcpp
from PIL import Image

from data import visitor
from data.clock import system
from tests.clocks import MovableClock
from tests.display.web.browser.place import Place, place
from tests.display.web.photo import Shot, photographed
from tests.pictures import kiosk_picture

SHOTS = {
    "straight": Shot(),
    "turned": Shot(turned=17),
    "upside down": Shot(turned=183, noisy=6),
    "from the side": Shot(tilted=0.35, blurred=1),
    "moving": Shot(turned=-8, tilted=0.15, blurred=2.5),
    "at night": Shot(turned=5, dim=0.75, noisy=14),
    "from afar": Shot(turned=9, tilted=0.1, away=2.2, blurred=0.7, noisy=6),
    "a bad camera": Shot(turned=-12, tilted=0.2, away=1.4, blurred=1.2, noisy=12, dim=0.5, quality=25),
}
SIZE = 80, 24


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Place]:
    """A served centre."""
    with place(tmp_path_factory.mktemp("photographed")) as opened:
        yield opened


@pytest.fixture(scope="module")
def screen(served: Place) -> Image.Image:
    """The kiosk's screen with a ticket for the notary."""
    return asyncio.run(kiosk_picture(served.url, MovableClock(system()), SIZE, keys="221"))


@pytest.mark.parametrize("shot", SHOTS.values(), ids=list(SHOTS))
def test_photographed_it_leads_to_the_page_of_its_ticket(served: Place, screen: Image.Image, shot: Shot) -> None:
    (code,) = zxingcpp.read_barcodes(np.asarray(photographed(screen, shot).convert("L")))
    scanned = urlsplit(code.text)
    assert scanned.netloc == "Q.EXAMPLE.AZ"
    assert scanned.path == scanned.path.upper()
    with urlopen(f"{served.address}{scanned.path}") as answer:
        page = answer.read().decode()
    ticket = visitor.ticket(served.store, code=scanned.path)
    assert ticket.service == "notary"
    assert ticket.ticket in page
