"""The SQL that leads from each released shape to the next one, for each kind of database."""

from collections.abc import Mapping

SQLITE_KEY, POSTGRES_KEY = "INTEGER NOT NULL PRIMARY KEY", "SERIAL PRIMARY KEY"
Steps = Mapping[int, Mapping[str, tuple[str, ...]]]

KEPT_COLUMNS = (
    "id, service_day, series, number, code, request_key, seal, first_service, service, class_, language, state, "
    "arrival, place, revision, acted_at, window, calls, first_called_at, called_at, call_revision, started_at, "
    "requeues, requeued_at"
)
NUMBERED = "number IS NOT NULL OR state IN ('booked', 'cancelled', 'no-show')"
OF_SLOT = "CREATE INDEX ticket_of_slot ON ticket (service_day, service, slot) WHERE slot IS NOT NULL"
BOOKED = "CREATE INDEX ticket_booked ON ticket (service_day) WHERE state = 'booked'"
EVENT_SLOT = "ALTER TABLE event ADD COLUMN slot BIGINT"
ALERT = "CREATE TABLE alert (source VARCHAR NOT NULL PRIMARY KEY, problem VARCHAR NOT NULL, since BIGINT NOT NULL)"
PRINTING_OPEN = "CREATE INDEX printing_open ON printing (printer, id) WHERE state IN ('sending', 'waiting')"


def _printing(key: str) -> str:
    return f"""CREATE TABLE printing (
        id {key}, ticket_id BIGINT NOT NULL REFERENCES ticket (id), printer VARCHAR NOT NULL, copy_ BOOLEAN NOT NULL,
        state VARCHAR NOT NULL CHECK (state IN ('dropped', 'printed', 'sending', 'waiting')),
        asked_at BIGINT NOT NULL, state_at BIGINT NOT NULL, problem VARCHAR)"""


def _maintenance(binary: str) -> str:
    return f"""CREATE TABLE maintenance (
        id INTEGER NOT NULL PRIMARY KEY CHECK (id = 1), salt {binary} NOT NULL, hash {binary} NOT NULL,
        wrong INTEGER NOT NULL, wrong_at BIGINT NOT NULL)"""


PEOPLE = (
    "ALTER TABLE event ADD COLUMN person INTEGER",
    "ALTER TABLE event ADD COLUMN steps VARCHAR",
    "ALTER TABLE event ADD COLUMN for_window INTEGER",
    "ALTER TABLE ticket ADD COLUMN steps VARCHAR",
    "ALTER TABLE ticket ADD COLUMN for_window INTEGER",
    'ALTER TABLE "window" ADD COLUMN person INTEGER REFERENCES person (id)',
    'ALTER TABLE "window" ADD COLUMN since BIGINT',
    'ALTER TABLE "window" ADD COLUMN session VARCHAR',
    'ALTER TABLE "window" ADD COLUMN pause VARCHAR',
    'ALTER TABLE "window" ADD COLUMN pause_since BIGINT',
    """CREATE TABLE attempt (
        name VARCHAR NOT NULL, "window" INTEGER NOT NULL, wrong INTEGER NOT NULL, wrong_at BIGINT NOT NULL,
        PRIMARY KEY (name, "window"))""",
    "CREATE TABLE presence (source VARCHAR NOT NULL PRIMARY KEY, at BIGINT NOT NULL)",
)


def _person(key: str) -> str:
    return f"""CREATE TABLE person (
        id {key}, name VARCHAR NOT NULL UNIQUE,
        role VARCHAR NOT NULL CHECK (role IN ('operator', 'supervisor')), pin VARCHAR NOT NULL,
        active BOOLEAN NOT NULL)"""


def _message(key: str) -> str:
    return f"""CREATE TABLE message (
        id {key}, "window" INTEGER NOT NULL REFERENCES "window" (number), person INTEGER REFERENCES person (id),
        text VARCHAR NOT NULL, at BIGINT NOT NULL, read_at BIGINT)"""


RATINGS = (
    "ALTER TABLE ticket ADD COLUMN postpones INTEGER NOT NULL DEFAULT 0",
    "ALTER TABLE person ADD COLUMN disabled_at BIGINT",
    """CREATE TABLE rating (
        service_day VARCHAR NOT NULL, service VARCHAR NOT NULL REFERENCES service (id), question VARCHAR NOT NULL,
        answer VARCHAR NOT NULL, count INTEGER NOT NULL CHECK (count >= 1),
        PRIMARY KEY (service_day, service, question, answer))""",
    "CREATE TABLE rated (ticket_id BIGINT NOT NULL PRIMARY KEY REFERENCES ticket (id))",
    "CREATE INDEX ticket_unpurged ON ticket (service_day) "
    "WHERE code IS NOT NULL AND state IN ('cancelled', 'expired', 'no-show', 'removed', 'served')",
    "UPDATE person SET disabled_at = (SELECT at FROM store) WHERE NOT active",
)
CODES_IN_ORDER = 'ALTER TABLE ticket ALTER COLUMN code TYPE VARCHAR COLLATE "C"'


# SQLite cannot allow NULL in a column that is there: the table is made anew, and its indexes with it.
BOOKINGS_IN_SQLITE = (
    f"""CREATE TABLE ticket_2 (
        id BIGINT NOT NULL PRIMARY KEY, service_day VARCHAR NOT NULL, series VARCHAR NOT NULL, number INTEGER,
        code VARCHAR UNIQUE, request_key VARCHAR UNIQUE, seal BLOB NOT NULL,
        first_service VARCHAR NOT NULL REFERENCES service (id), service VARCHAR NOT NULL REFERENCES service (id),
        class_ VARCHAR NOT NULL CHECK (class_ IN ('immediate', 'normal', 'priority')), language VARCHAR NOT NULL,
        state VARCHAR NOT NULL CHECK (state IN ('booked', 'called', 'cancelled', 'expired', 'no-show', 'on-hold',
            'removed', 'served', 'serving', 'waiting')),
        arrival BIGINT NOT NULL, place BIGINT NOT NULL, revision BIGINT NOT NULL, acted_at BIGINT NOT NULL,
        window INTEGER REFERENCES window (number), calls INTEGER NOT NULL, first_called_at BIGINT, called_at BIGINT,
        call_revision BIGINT, started_at BIGINT, requeues INTEGER NOT NULL, requeued_at BIGINT, slot BIGINT,
        UNIQUE (service_day, series, number), CHECK (number >= 1), CHECK ({NUMBERED}))""",
    f"INSERT INTO ticket_2 ({KEPT_COLUMNS}) SELECT {KEPT_COLUMNS} FROM ticket",
    "DROP TABLE ticket",
    "ALTER TABLE ticket_2 RENAME TO ticket",
    "CREATE UNIQUE INDEX ticket_in_hand ON ticket (window) WHERE state IN ('called', 'serving')",
    "CREATE INDEX ticket_on_board ON ticket (service_day, call_revision) WHERE call_revision IS NOT NULL",
    "CREATE INDEX ticket_on_hold ON ticket (service_day) WHERE state = 'on-hold'",
    "CREATE INDEX ticket_waiting ON ticket (service, service_day, place, id, arrival) WHERE state = 'waiting'",
)
BOOKINGS_IN_POSTGRES = (
    "ALTER TABLE ticket ALTER COLUMN number DROP NOT NULL, ADD COLUMN slot BIGINT",
    f"ALTER TABLE ticket ADD CHECK ({NUMBERED})",
)
STEPS: Steps = {
    1: {
        "sqlite": (
            *BOOKINGS_IN_SQLITE,
            *(OF_SLOT, BOOKED, EVENT_SLOT, ALERT),
            *(_printing(SQLITE_KEY), PRINTING_OPEN, _maintenance("BLOB")),
        ),
        "postgres": (
            *BOOKINGS_IN_POSTGRES,
            *(OF_SLOT, BOOKED, EVENT_SLOT, ALERT),
            *(_printing(POSTGRES_KEY), PRINTING_OPEN, _maintenance("BYTEA")),
        ),
    },
    2: {
        "sqlite": (_person(SQLITE_KEY), *PEOPLE, _message(SQLITE_KEY)),
        "postgres": (_person(POSTGRES_KEY), *PEOPLE, _message(POSTGRES_KEY)),
    },
    3: {"sqlite": RATINGS, "postgres": (CODES_IN_ORDER, *RATINGS)},
}
"""For every released shape but the newest."""
