"""What is kept? The tables, with the last guards that no code path can break."""

from sqlalchemy import CheckConstraint, Index, UniqueConstraint
from sqlmodel import Field, SQLModel

from data.columns import ascii_text, big, binary, listed, partial
from data.lifecycle import State
from data.tables import BOOKED, HELD, ON_HOLD, UNPRINTED, UNPURGED, WAITING


class Store(SQLModel, table=True):
    """The one row that is lock, clock and log: the newest revision, the digest and the time of its event."""

    __table_args__ = (CheckConstraint("id = 1"),)

    id: int = Field(primary_key=True)
    shape: int
    revision: int = big()
    head: str
    at: int = big()
    arrival: int = big()
    service_day: str
    centre_revision: int = big()


class Centre(SQLModel, table=True):
    """How the centre is set up: the centre file as it was last accepted, as JSON."""

    __table_args__ = (CheckConstraint("id = 1"),)

    id: int = Field(primary_key=True)
    document: str


class Service(SQLModel, table=True):
    """A service that tickets may name."""

    id: str = Field(primary_key=True)


class Window(SQLModel, table=True):
    """A window, open or closed, and the revision of its last event.

    The `person` who is signed on has it `since` then, with the screen of this `session`; `pause` is the reason of a
    break that is going on.
    """

    __table_args__ = (CheckConstraint("state IN ('closed', 'open')"),)

    number: int = Field(primary_key=True, sa_column_kwargs={"autoincrement": False})
    state: str
    revision: int = big()
    person: int | None = Field(foreign_key="person.id")
    since: int | None = big(nullable=True)
    session: str | None
    pause: str | None
    pause_since: int | None = big(nullable=True)


class WindowService(SQLModel, table=True):
    """Which window serves what."""

    __tablename__ = "window_service"  # pyright: ignore[reportAssignmentType]

    window: int = Field(primary_key=True, foreign_key="window.number", sa_column_kwargs={"autoincrement": False})
    service: str = Field(primary_key=True, foreign_key="service.id")


class Ticket(SQLModel, table=True):
    """A ticket; the columns are those of `data.records.Ticket`."""

    __table_args__ = (
        UniqueConstraint("service_day", "series", "number"),
        CheckConstraint("number >= 1"),
        CheckConstraint(f"number IS NOT NULL OR state IN ({listed([State.BOOKED, State.CANCELLED, State.NO_SHOW])})"),
        CheckConstraint("class_ IN ('immediate', 'normal', 'priority')"),
        CheckConstraint(f"state IN ({listed(list(State))})"),
        partial("ticket_in_hand", "window", where=HELD, unique=True),
        partial("ticket_waiting", "service", "service_day", "place", "id", "arrival", where=WAITING),
        partial("ticket_booked", "service_day", where=BOOKED),
        partial("ticket_on_hold", "service_day", where=ON_HOLD),
        partial("ticket_unpurged", "service_day", where=UNPURGED),
        partial("ticket_of_slot", "service_day", "service", "slot", where="slot IS NOT NULL"),
        partial("ticket_on_board", "service_day", "call_revision", where="call_revision IS NOT NULL"),
    )

    id: int = big(primary_key=True)
    service_day: str
    series: str
    number: int | None
    code: str | None = ascii_text(unique=True)
    request_key: str | None = Field(unique=True)
    seal: bytes = binary()
    first_service: str = Field(foreign_key="service.id")
    service: str = Field(foreign_key="service.id")
    class_: str
    language: str
    state: str
    arrival: int = big()
    place: int = big()
    revision: int = big()
    acted_at: int = big()
    window: int | None = Field(foreign_key="window.number")
    calls: int
    first_called_at: int | None = big(nullable=True)
    called_at: int | None = big(nullable=True)
    call_revision: int | None = big(nullable=True)
    started_at: int | None = big(nullable=True)
    requeues: int
    requeued_at: int | None = big(nullable=True)
    slot: int | None = big(nullable=True)
    steps: str | None
    for_window: int | None
    postpones: int


class Event(SQLModel, table=True):
    """An event of the log; the columns are those of `data.records.Event`."""

    __table_args__ = (CheckConstraint("revision >= 1"), Index("event_ticket", "ticket_id"))

    revision: int = big(primary_key=True)
    at: int = big()
    act: str
    ticket_id: int | None = big(nullable=True)
    ticket: str | None
    service_day: str | None
    service: str | None
    class_: str | None
    window: int | None
    services: str | None
    place: int | None = big(nullable=True)
    arrival: int | None = big(nullable=True)
    out_of_turn: bool | None
    clock_set_back: bool | None
    seal: bytes | None = binary(nullable=True)
    salted: bytes | None = binary(nullable=True)
    slot: int | None = big(nullable=True)
    person: int | None
    steps: str | None
    for_window: int | None
    digest: bytes = binary()


class Note(SQLModel, table=True):
    """A reason that the log knows only by its salted hash; a purge may empty it."""

    revision: int = big(primary_key=True)
    salt: bytes = binary()
    text: str


class Printing(SQLModel, table=True):
    """The outbox of the printers: a ticket to be printed, and what became of it."""

    __table_args__ = (
        CheckConstraint("state IN ('dropped', 'printed', 'sending', 'waiting')"),
        partial("printing_open", "printer", "id", where=UNPRINTED),
    )

    id: int | None = Field(default=None, primary_key=True)
    ticket_id: int = big(foreign_key="ticket.id")
    printer: str
    copy_: bool
    state: str
    asked_at: int = big()
    state_at: int = big()
    problem: str | None


class Alert(SQLModel, table=True):
    """Something that somebody must see to, as long as it lasts."""

    source: str = Field(primary_key=True)
    problem: str
    since: int = big()


class Person(SQLModel, table=True):
    """An operator or a supervisor. The log knows a person by this number only: a purge may empty the name."""

    __table_args__ = (CheckConstraint("role IN ('operator', 'supervisor')"),)

    id: int | None = Field(default=None, primary_key=True)
    name: str = Field(unique=True)
    role: str
    pin: str
    active: bool
    disabled_at: int | None = big(nullable=True)


class Attempt(SQLModel, table=True):
    """The wrong PINs typed for a name at a window since the last right one; window 0 is the command line."""

    name: str = Field(primary_key=True)
    window: int = Field(primary_key=True, sa_column_kwargs={"autoincrement": False})
    wrong: int
    wrong_at: int = big()


class Presence(SQLModel, table=True):
    """When a screen was last known to live."""

    source: str = Field(primary_key=True)
    at: int = big()


class Message(SQLModel, table=True):
    """What a supervisor tells a window, until it was read."""

    id: int | None = Field(default=None, primary_key=True)
    window: int = Field(foreign_key="window.number")
    person: int | None = Field(foreign_key="person.id")
    text: str
    at: int = big()
    read_at: int | None = big(nullable=True)


class Rating(SQLModel, table=True):
    """How often a question about a service was answered so on a service day: counts only, so that nobody's answers
    can be found among them, nor stay together."""

    __table_args__ = (CheckConstraint("count >= 1"),)

    service_day: str = Field(primary_key=True)
    service: str = Field(primary_key=True, foreign_key="service.id")
    question: str = Field(primary_key=True)
    answer: str = Field(primary_key=True)
    count: int


class Rated(SQLModel, table=True):
    """A ticket whose visit was rated: how, nobody knows."""

    ticket_id: int = big(primary_key=True, foreign_key="ticket.id")


class Maintenance(SQLModel, table=True):
    """The code that opens a kiosk's maintenance, as a salted hash, and the wrong tries since the last right one."""

    __table_args__ = (CheckConstraint("id = 1"),)

    id: int = Field(primary_key=True)
    salt: bytes = binary()
    hash: bytes = binary()
    wrong: int
    wrong_at: int = big()
