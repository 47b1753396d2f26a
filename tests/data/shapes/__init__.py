"""A small store of every released shape, as SQL for each kind of database, so that an old store opens for ever.

When a version with a new shape is released: `python -m tests.data.shapes` writes the files of the newest shape.
"""

from collections.abc import Callable
from contextlib import suppress
from datetime import timedelta
from itertools import count
from pathlib import Path

from data import people, presence, ratings, setup, shifts, supervise, visitor, window
from data.centre import Centre, read
from data.refused import Refused
from data.store import Store
from data.store.shape import TABLES, definitions
from data.store.upgrade import SHAPE
from data.views import Signed
from tests.clocks import MORNING, MovableClock
from tests.data import raw
from tests.data.bookable import BOOKABLE, SLOT, booked

FOLDER = Path(__file__).parent
ENDS = ";\n"


def file(kind: str, shape: int = SHAPE) -> Path:
    """Where the store of a shape lies; `kind` is sqlite or postgres."""
    return FOLDER / f"{shape}.{kind}.sql"


def load(url: str, text: str) -> None:
    """Run the statements of a file on an empty database."""
    statements = text.split(ENDS)
    if url.startswith("sqlite"):
        statements = ["PRAGMA journal_mode = WAL", *statements]
    raw.run(url, *(statement for statement in statements if statement.strip()))


def dump(store: Store, url: str) -> str:
    """Every table and every row, as SQL."""
    made = [definition.strip() for definition in definitions(store.backend.compiler)]
    for table in TABLES.sorted_tables:
        key = ", ".join(f'"{column.name}"' for column in table.primary_key)
        for row in raw.rows(url, f'SELECT * FROM "{table.name}" ORDER BY {key}'):
            made.append(f'INSERT INTO "{table.name}" VALUES ({", ".join(literal(url, value) for value in row)})')
    return ENDS.join(made) + ENDS


def literal(url: str, value: object) -> str:
    """A value as SQL writes it."""
    match value:
        case None:
            return "NULL"
        case bool():
            return str(value).lower()
        case bytes():
            return raw.blob(url, value)
        case int():
            return str(value)
    return "'" + str(value).replace("'", "''") + "'"


def counted() -> Callable[[int], bytes]:
    """Random bytes that are the same each time."""
    numbers = count(1)
    return lambda size: (next(numbers) * 0x9E3779B97F4A7C15 % 2 ** (8 * size)).to_bytes(size, "big")


def centre() -> Centre:
    """The centre of the bookings: after the passport comes the tax, and windows may have a break."""
    breaks = '\n[[breaks]]\nid = "lunch"\nname = { en = "Lunch" }\n'
    return read(BOOKABLE.replace('id = "passport"', 'id = "passport"\nthen = ["tax"]') + breaks, "centre.toml")


def days(url: str) -> None:
    """Two days of a centre: a bit of everything that a store may hold."""
    clock = MovableClock()
    setup.init(url, centre(), clock=clock)
    with Store.open(url, clock=clock, random_bytes=counted()) as store:
        first_day(store, clock)
        in_the_hall(store)
        clock.set(MORNING + timedelta(days=1))
        visitor.take(store, service="id-card", key="a-key", language="ru")
        visitor.take(store, service="tax", class_="immediate", reason="fell ill")
        window.call(store, window=2)


def first_day(store: Store, clock: MovableClock) -> None:
    """A001 served, A002 on hold, B001 let others go, C001 did not come, nor did whoever booked; C002 has, and waits."""
    codes = list[str]()
    for service in ("id-card", "passport", "tax", "notary"):
        taken = visitor.take(store, service=service)
        if service == "tax":
            visitor.postpone(store, code=taken.code)
        clock.advance(minutes=1)
        codes.append(taken.code)
    for number in (1, 2, 3):
        window.open(store, window=number)
    window.call(store, window=1)
    window.start(store, window=1)
    window.next(store, window=1)
    ratings.rate(store, code=codes[0], answers={"overall": "satisfied", "cost": "agree"})
    window.hold(store, window=1, reason="fetches a photo")
    window.call(store, window=2)
    window.undo(store, window=2)
    window.call(store, window=3, ticket="C001", reason="agreed beforehand")
    clock.advance(60)
    window.recall(store, window=3)
    window.no_show(store, window=3)
    codes = [booked(store, SLOT + timedelta(minutes=minutes), name="Əli").code for minutes in (0, 20, 40, 60 * 48)]
    visitor.cancel(store, code=codes[1])
    clock.set(SLOT)
    visitor.check_in(store, code=codes[0])


def in_the_hall(store: Store) -> None:
    """A003 walked in and waits for the tax, B001 was sent back to window 2, C002 put in front; window 3 has a break."""
    leyla = people.add(store, "Leyla", "supervisor", "271828")
    with suppress(Refused):
        people.admit(store, name="Leyla", pin="314159", window=2)
    shifts.sign_on(store, window=2, by=Signed(leyla.person, leyla.name, leyla.role))
    window.walk_in(store, window=1, service="passport")
    window.finish(store, window=1)
    window.call(store, window=2)
    window.transfer(store, window=2, service="id-card")
    window.call(store, window=1)
    window.send_back(store, window=1)
    supervise.front(store, ticket="C002", reason="faints")
    supervise.assign(store, window=3, services=["notary", "tax"])
    supervise.close_service(store, service="notary")
    supervise.message(store, window=1, text="Come to room 5")
    shifts.take_break(store, window=3, reason="lunch")
    presence.beat(store, "hall one")
