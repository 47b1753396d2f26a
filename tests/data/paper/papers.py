"""Tickets and centres for papers."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

import numpy as np
import zxingcpp
from PIL.Image import Image

from data.centre import Centre, read
from data.views import Ticket
from tests.clocks import MORNING
from tests.conftest import CENTRE

CODE = "0123456789ABCDEFG"
ARABIC = "بطاقة الهوية"
WHERE = 'where = { az = "2-ci zal", en = "Hall 2, windows 5-8", ru = "Зал 2", ar = "القاعة 2" }'
TAKEN = Ticket(
    ticket="A007",
    code=CODE,
    qr=f"NOVBE:{CODE}",
    service="id-card",
    class_="normal",
    language="az",
    state="waiting",
    ahead=7,
    service_day=MORNING.date(),
    at=MORNING,
    revision=3,
)
BOOKED = replace(TAKEN, ticket="", state="booked", ahead=None, slot=MORNING + timedelta(hours=1))


def a_centre(paper: int = 58, name: str = "Şəxsiyyət vəsiqəsi", more: str = "", **names: str) -> Centre:
    """The centre of the tests with Arabic, its first service called `name` and `names`, on a paper of so many mm."""
    text = CENTRE.replace('languages = ["az", "en", "ru"]', 'languages = ["az", "en", "ru", "fr", "es", "ar"]')
    others = "".join(f', {language} = "{own}"' for language, own in names.items())
    text = text.replace('name = { az = "Şəxsiyyət vəsiqəsi",', f'{more}\nname = {{ az = "{name}"{others},')
    return read(f"{text}\n[kiosk]\npaper = {paper}\n", "centre.toml")


def codes(image: Image) -> list[str]:
    """What a scanner reads from the picture."""
    return [found.text for found in zxingcpp.read_barcodes(np.array(image.convert("L")))]


def ink(image: Image) -> Any:
    """The dots of the picture that are black."""
    return ~np.array(image.convert("1"))
