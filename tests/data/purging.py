"""A centre that keeps codes, reasons and names for two days, and one of its days."""

from collections.abc import Iterator
from datetime import timedelta

import pytest

from data import log, messages, ratings, setup, shifts, visitor, window
from data.centre import read
from data.store import Store
from tests.clocks import MORNING, MovableClock
from tests.data import raw
from tests.data.bookable import BOOKABLE, booked

PRINTER = "tcp://10.0.0.7"
TEXT = BOOKABLE.replace('trust = "local"', 'trust = "local"\nretention = 2')
BREAK = '\n[[breaks]]\nid = "lunch"\nname = { en = "Lunch" }\n'


@pytest.fixture
def store(url: str, clock: MovableClock) -> Iterator[Store]:
    """A store that keeps codes, reasons and names for two days."""
    setup.init(url, read(TEXT + BREAK, "centre.toml"), clock=clock)
    with Store.open(url, clock=clock) as opened:
        yield opened


@pytest.fixture
def lived(store: Store, clock: MovableClock) -> dict[str, str]:
    """A day; the codes of who was served, has gone, expires, is served to the end of it and longer, and comes later."""
    for number in (1, 2, 3):
        window.open(store, window=number)
    codes = {"served": visitor.take(store, service="id-card", key="a key", printer=PRINTER).code}
    codes["gone"] = visitor.take(store, service="tax", class_="immediate", reason="fell ill").code
    codes["later"] = booked(store, MORNING + timedelta(days=5), name="Leyla").code
    codes["came"] = booked(store, MORNING + timedelta(minutes=20), name="Əli").code
    visitor.check_in(store, code=codes["came"])
    for act in (window.call, window.start, window.finish):
        act(store, window=1)
    ratings.rate(store, code=codes["served"], answers={"overall": "satisfied", "cost": "agree"})
    visitor.cancel(store, code=codes["gone"])
    codes["in hand"] = visitor.take(store, service="tax").code
    window.call(store, window=2)
    window.start(store, window=2)
    window.hold(store, window=2, reason="fetches a photo")
    window.resume(store, window=2, ticket="B002")
    window.start(store, window=2)
    codes["expires"] = visitor.take(store, service="passport").code
    shifts.take_break(store, window=3, reason="lunch")
    messages.message(store, window=1, text="Ask Rəna")
    clock.advance(minutes=1)
    return codes


def codes(url: str) -> set[str]:
    """Those that are kept."""
    return {code for (code,) in raw.rows(url, "SELECT code FROM ticket") if code}


def texts(url: str) -> set[str]:
    """The reasons and names that are kept."""
    return {text for (text,) in raw.rows(url, "SELECT text FROM note")}


def purges(store: Store) -> list[str | None]:
    return [event.service_day for event in log.events(store) if event.act == "purge"]
