"""What the tables hold, the guards in them that no code path can break, and the plans of what is asked often."""

import re
import sqlite3

import pytest
from sqlalchemy import TableClause
from sqlalchemy.dialects import postgresql, sqlite

from data import act, admission, board, bookings, desk, popular, purge, slots, tables, tickets, turn, visitor, window
from data.lifecycle import State
from data.records import Event, Ticket
from data.store import Statement, Store
from data.store.shape import TABLES, definitions
from data.zone import Zone
from tests.clocks import MovableClock
from tests.data import moments, raw

DIALECTS = {"sqlite": sqlite.dialect(), "postgresql": postgresql.dialect()}


def test_a_record_is_a_row() -> None:
    assert tuple(TABLES.tables["ticket"].columns.keys()) == Ticket._fields
    assert tuple(TABLES.tables["event"].columns.keys()) == Event._fields


def test_statements_name_the_tables_as_they_are() -> None:
    named = {table.name: table.columns.keys() for table in vars(tables).values() if isinstance(table, TableClause)}
    assert named == {name: table.columns.keys() for name, table in TABLES.tables.items()}


@pytest.mark.parametrize("dialect", DIALECTS)
def test_the_partial_indexes_are_partial(dialect: str) -> None:
    made = "\n".join(definitions(DIALECTS[dialect]))
    in_hand = r"CREATE UNIQUE INDEX ticket_in_hand ON ticket \(\"?window\"?\) WHERE state IN \('called', 'serving'\)"
    waiting = r"CREATE INDEX ticket_waiting ON ticket \(service, service_day, place, id[^)]*\) WHERE state = 'waiting'"
    assert re.search(in_hand, made)
    assert re.search(waiting, made)
    assert len(re.findall(r"CREATE UNIQUE INDEX", made)) == 1


@pytest.mark.parametrize("dialect", DIALECTS)
def test_times_places_and_revisions_have_64_bits(dialect: str) -> None:
    big = {"at", "arrival", "place", "revision", "id", "acted_at", "called_at", "call_revision", "ticket_id"}
    for table in ("ticket", "event"):
        for column in TABLES.tables[table].columns:
            if column.name in big:
                assert column.type.compile(DIALECTS[dialect]) == "BIGINT", column


@pytest.fixture
def two(store: Store, clock: MovableClock) -> None:
    """A001 is called at window 1, A002 waits, B001 is called at window 3."""
    moments.called(store, clock)
    visitor.take(store, service="id-card", key="k")
    visitor.take(store, service="tax")
    window.call(store, window=3, ticket="B001", reason="asked")


def test_guards_hold_against_raw_sql(store: Store, url: str, two: None) -> None:
    """Whatever the program does wrong, these cannot be."""
    same = [f'"{name}"' for name in Ticket._fields if name not in ("id", "code", "request_key")]
    twin = f"INSERT INTO ticket (id, {', '.join(same)}) SELECT 900, {', '.join(same)} FROM ticket WHERE id = "
    (a_code,) = raw.rows(url, "SELECT code FROM ticket WHERE number = 1 AND series = 'A'")[0]
    broken = {
        "a second ticket in hand at a window": "UPDATE ticket SET state = 'called', \"window\" = 1 WHERE number = 2",
        "a third": "UPDATE ticket SET \"window\" = 1 WHERE series = 'B'",
        "the same number twice": "UPDATE ticket SET number = 2 WHERE number = 1 AND series = 'A'",
        "a copy of a ticket": f"{twin} (SELECT max(id) FROM ticket)",
        "an unknown state": "UPDATE ticket SET state = 'lost' WHERE number = 2",
        "a state in other letters": "UPDATE ticket SET state = 'WAITING' WHERE number = 2",
        "an unknown class": "UPDATE ticket SET class_ = 'vip' WHERE number = 2",
        "one who waits without a number": "UPDATE ticket SET number = NULL WHERE number = 2",
        "one in hand without a number": "UPDATE ticket SET number = NULL WHERE series = 'B'",
        "number zero": "UPDATE ticket SET number = 0 WHERE number = 2",
        "the same code twice": f"UPDATE ticket SET code = '{a_code}' WHERE number = 2",
        "the same key twice": "UPDATE ticket SET request_key = 'k' WHERE number = 1 AND series = 'A'",
        "no place": "UPDATE ticket SET place = NULL WHERE number = 2",
        "two events of one revision": "UPDATE event SET revision = 2 WHERE revision = 3",
        "an unknown state of a window": "UPDATE \"window\" SET state = 'ajar' WHERE number = 1",
        "a second row of the store": "INSERT INTO store SELECT 2, shape, revision, head, at, arrival, service_day, "
        "centre_revision FROM store",
    }
    for statement in broken.values():
        with pytest.raises(raw.ERRORS):
            raw.run(url, statement)


def test_foreign_keys_hold(store: Store, url: str, two: None) -> None:
    with raw.connected(url) as connection:
        if url.startswith("sqlite"):
            connection.execute("PRAGMA foreign_keys = ON")
        for broken in (
            "UPDATE ticket SET service = 'visa' WHERE number = 2",
            'UPDATE ticket SET "window" = 77 WHERE number = 2',
            'DELETE FROM "window" WHERE number = 1',
            "DELETE FROM service WHERE id = 'tax'",
        ):
            with pytest.raises(raw.ERRORS):
                connection.execute(broken)


def test_every_state_may_be_stored(store: Store, url: str, two: None) -> None:
    for state in State:
        with raw.edited(url, "ticket", "number = 2", "state", f"'{state}'"):
            pass


def test_a_number_is_missing_only_before_a_check_in(store: Store, url: str, two: None) -> None:
    for state in State:
        unnumbered = f"UPDATE ticket SET number = NULL, state = '{state}', \"window\" = NULL WHERE number = 2"
        with raw.connected(url) as connection:
            connection.execute("BEGIN")
            if state in (State.BOOKED, State.CANCELLED, State.NO_SHOW):
                connection.execute(unnumbered)
            else:
                with pytest.raises(raw.ERRORS):
                    connection.execute(unnumbered)
            connection.execute("ROLLBACK")


def plan(sqlite_store: Store, statement: Statement, **values: object) -> list[str]:
    """What SQLite does for a statement, a line a step."""
    sql, bound = statement.bound(sqlite_store.backend.compiler, values)
    with sqlite3.connect(sqlite_store.url.removeprefix("sqlite:///")) as connection:
        found = connection.execute(f"EXPLAIN QUERY PLAN {sql}", bound).fetchall()
    connection.close()
    return [line[3] for line in found]


DAY = {"day": "2026-11-25"}


@pytest.fixture
def history(sqlite_store: Store, clock: MovableClock) -> Store:
    """A store in which the planner knows that there is much of everything."""
    moments.served(sqlite_store, clock)
    path = sqlite_store.url.removeprefix("sqlite:///")
    with sqlite3.connect(path) as connection:
        connection.execute("ANALYZE")
        connection.execute("UPDATE sqlite_stat1 SET stat = replace(stat, '1 ', '1000000 ')")
        connection.execute("UPDATE sqlite_stat1 SET stat = '1000000 8' WHERE tbl = 'event' AND idx = 'event_ticket'")
        connection.execute("UPDATE sqlite_stat1 SET stat = '1000000 1' WHERE tbl = 'event' AND idx <> 'event_ticket'")
    connection.close()
    return sqlite_store


@pytest.mark.parametrize("known", ["sqlite_store", "history"])
def test_the_next_ticket_is_found_through_the_waiting_ones(known: str, request: pytest.FixtureRequest) -> None:
    steps = plan(request.getfixturevalue(known), turn.NEXT, window=1, paused_since=0, at=0, **DAY)
    waiting = [step for step in steps if "candidate" in step]
    assert len(waiting) == 1
    assert all(step.startswith("SEARCH") for step in steps if "sender" in step or "serves" in step)
    assert re.match(
        r"SEARCH candidate USING (COVERING )?INDEX ticket_waiting \(service=\? AND service_day=\?", waiting[0]
    )
    correlated = steps[steps.index(next(step for step in steps if "CORRELATED" in step)) :]
    assert not any("TEMP B-TREE" in step for step in correlated[: correlated.index(waiting[0]) + 1])
    assert not any(step.startswith("SCAN") for step in steps)


@pytest.mark.parametrize(
    ("statement", "values", "index"),
    [
        (tickets.AHEAD, {"service": "tax", "place": 1, "ticket_id": 1, **DAY}, "ticket_waiting"),
        (tickets.ALIKE, {"first": "a0", "last": "aZ"}, "sqlite_autoindex_ticket"),
        (tickets.BY_KEY, {"key": "x"}, "sqlite_autoindex_ticket"),
        (tickets.BY_NUMBER, {"series": "A", "number": 1, **DAY}, "sqlite_autoindex_ticket"),
        (tickets.IN_HAND, {"window": 1}, "ticket_in_hand"),
        (board.calls_of_day(), {"most": 20, **DAY}, "ticket_on_board"),
        (board.calls_of_day(Zone(((2, 3),), ("tax",))), {"most": 20, **DAY}, "ticket_on_board"),
        (slots.HELD, {"first": "2026-11-24", "last": "2026-11-26"}, "ticket_of_slot"),
        (bookings.COMING, {"first": "2026-11-25", "last": "9999-12-31"}, "ticket_of_slot"),
        (act.LEFT_OVER[1], DAY, "ticket_on_hold"),
        (purge.TOO_FAR, {"until": "2026-10-26", "n": 2_000}, "ticket_unpurged"),
        (purge.TICKETS, {"until": "2026-10-26", "code": None, "request_key": None}, "ticket_unpurged"),
        (act.NEXT, {}, "ticket_unpurged"),
        (act.LEFT_OVER[2], DAY, "ticket_booked"),
        (admission.LAST_NUMBER, {"series": "A", **DAY}, "sqlite_autoindex_ticket"),
    ],
)
@pytest.mark.parametrize("known", ["sqlite_store", "history"])
def test_what_is_asked_often_is_found_through_an_index(
    known: str, request: pytest.FixtureRequest, statement: Statement, values: dict[str, object], index: str
) -> None:
    steps = [step for step in plan(request.getfixturevalue(known), statement, **values) if "ticket" in step]
    assert all(step.startswith("SEARCH ticket USING") and index in step for step in steps), steps
    assert steps


def test_the_quota_is_counted_in_its_day_only(sqlite_store: Store) -> None:
    for statement, values in (tickets.TAKEN, {"service": "tax"}), (tickets.TAKEN_OF_EACH, {}):
        step, *_ = plan(sqlite_store, statement, **values, **DAY)
        assert step.startswith("SEARCH ticket USING INDEX sqlite_autoindex_ticket"), step


@pytest.mark.parametrize("known", ["sqlite_store", "history"])
def test_the_most_wanted_services_are_counted_in_their_days_only(known: str, request: pytest.FixtureRequest) -> None:
    steps = plan(request.getfixturevalue(known), popular.TAKEN, since="2026-10-28", **DAY)
    assert re.match(r"SEARCH ticket USING INDEX \w+ \(service_day>\? AND service_day<\?\)", steps[0]), steps


@pytest.mark.parametrize("known", ["sqlite_store", "history"])
def test_a_reason_is_found_by_its_ticket(known: str, request: pytest.FixtureRequest) -> None:
    steps = plan(request.getfixturevalue(known), desk.REASON, ticket_id=2)
    assert [step.split(" USING")[0] for step in steps if "SEARCH" in step] == ["SEARCH event", "SEARCH note"], steps
    assert not any("SCAN" in step for step in steps), steps


@pytest.mark.parametrize("known", ["sqlite_store", "history"])
def test_what_is_purged_is_looked_for_from_what_is_kept_aside(known: str, request: pytest.FixtureRequest) -> None:
    """Never through all tickets, nor all events."""
    for statement in (purge.NOTES, purge.RATERS):
        steps = plan(request.getfixturevalue(known), statement, until="2026-10-26", before=0, since="2026-10-26")
        assert [step for step in steps if "SCAN" in step] in (["SCAN note"], ["SCAN rated"])
        assert all("(id=?)" in step for step in steps if "SEARCH ticket" in step), steps


def test_what_is_old_beside_the_tickets_is_looked_for_by_its_number(sqlite_store: Store) -> None:
    """Up to the first that stays, and never through what is kept for weeks."""
    for statement in (purge.PRINTINGS, purge.MESSAGES):
        steps = plan(sqlite_store, statement, before=2, at=3, passed_over=1)
        assert "USING INTEGER PRIMARY KEY (rowid<?)" in steps[0]
        assert not any("TEMP B-TREE" in step for step in steps), steps


@pytest.mark.parametrize("known", ["sqlite_store", "history"])
def test_who_waits_is_looked_for_among_the_waiting_only(known: str, request: pytest.FixtureRequest) -> None:
    for statement, values in ((board.QUEUES, {}), (act.LEFT_OVER[0], DAY)):
        steps = plan(request.getfixturevalue(known), statement, **values)
        assert all("ticket_waiting" in step for step in steps), steps
