"""A store of every released shape opens; an older one is copied aside and upgraded, whole or not at all."""

import sqlite3
from collections.abc import Iterator
from pathlib import Path
from threading import Thread

import psycopg
import pytest
from sqlalchemy import NullPool, create_engine, inspect

from data import board, visitor, window
from data.log import verify
from data.refused import Refused
from data.store import Store
from data.store.shape import definitions
from data.store.steps import STEPS, Steps
from data.store.upgrade import SHAPE, upgrade
from tests import postgres
from tests.clocks import MovableClock
from tests.data import raw, shapes
from tests.data.kinds import sqlite_only

FIRST = "ALTER TABLE ticket ADD COLUMN postponed INTEGER", "UPDATE ticket SET postponed = 0"
SECOND = ("CREATE TABLE booking (id INTEGER)",)


def everywhere(*steps: tuple[str, ...]) -> Steps:
    """The steps from the newest shape on, the same for both kinds."""
    return {SHAPE + at: {"sqlite": step, "postgres": step} for at, step in enumerate(steps)}


GOOD = everywhere(FIRST, SECOND)
FAILING = everywhere(FIRST, (*SECOND, "INSERT INTO nowhere VALUES (1)"))
DATABASE_ERRORS = (sqlite3.Error, psycopg.Error)


def kind(url: str) -> str:
    return "postgres" if url.startswith("postgres") else "sqlite"


@pytest.fixture(params=range(1, SHAPE + 1))
def kept(request: pytest.FixtureRequest, url: str) -> str:
    """A store as a released version wrote it; its URL."""
    shapes.load(url, shapes.file(kind(url), request.param).read_text("utf-8"))
    return url


def test_a_store_of_every_released_shape_opens(kept: str, clock: MovableClock) -> None:
    clock.advance(days=1, minutes=10)
    head = raw.rows(kept, "SELECT revision, head FROM store")[0]
    with Store.open(kept, clock=clock) as store:
        verdict = verify(store, head=head)
        assert (verdict.ok, verdict.error, verdict.head) == (True, None, head[1])
        assert [call.ticket for call in board.read(store).calls] == ["B001"]
        assert [queue.waiting for queue in board.read(store).waiting] == [1, 0, 0, 0]
        assert visitor.take(store, service="id-card", key="a-key").ticket == "A001"
        assert visitor.take(store, service="id-card").ticket == "A002"
        called = window.call(store, window=1)
        assert called
        assert called.ticket == "A001"
        assert verify(store).ok


def test_the_newest_shape_is_kept_as_it_is(url: str) -> None:
    """Whoever changes a table adds a step and a shape; then `python -m tests.data.shapes` keeps the new one."""
    with Store.open(_new(url)) as store:
        tables = [definition.strip() for definition in definitions(store.backend.compiler)]
    text = shapes.file(kind(url)).read_text("utf-8")
    assert text.split(shapes.ENDS)[: len(tables)] == tables
    assert set(STEPS) == set(range(1, SHAPE))


@pytest.fixture
def fresh(request: pytest.FixtureRequest, url: str, tmp_path: Path) -> Iterator[str]:
    """A new store of the same kind; its URL."""
    if kind(url) == "sqlite":
        yield _new(f"sqlite:///{tmp_path / 'fresh.db'}")
        return
    with postgres.database(request.getfixturevalue("postgres_server")) as other:
        yield _new(other)


def test_an_upgraded_store_has_the_tables_of_a_new_one(kept: str, fresh: str, clock: MovableClock) -> None:
    with Store.open(kept, clock=clock):
        pass
    assert described(kept) == described(fresh)


def described(url: str) -> dict[str, object]:
    """Columns, keys, checks and indexes of each table, by what they say and not by their names."""
    engine = create_engine(url.replace("postgresql:", "postgresql+psycopg:"), poolclass=NullPool)
    found = inspect(engine)
    return {
        table: (
            sorted((c["name"], str(c["type"]), c["nullable"]) for c in found.get_columns(table)),
            found.get_pk_constraint(table)["constrained_columns"],
            sorted(key["constrained_columns"] for key in found.get_foreign_keys(table)),
            sorted(unique["column_names"] for unique in found.get_unique_constraints(table)),
            sorted(" ".join(check["sqltext"].split()) for check in found.get_check_constraints(table)),
            sorted((i["name"], i["column_names"], bool(i["unique"])) for i in found.get_indexes(table)),
        )
        for table in found.get_table_names()
    }


def _new(url: str) -> str:
    shapes.days(url)
    return url


def test_steps_are_applied_and_a_copy_lies_aside(store: Store, url: str, tmp_path: Path) -> None:
    taken = visitor.take(store, service="tax")
    window.open(store, window=3)
    connection = store.backend.connect()
    upgrade(store.backend, connection, SHAPE, steps=GOOD, newest=SHAPE + 2)
    connection.close()
    assert raw.rows(url, "SELECT shape, revision FROM store") == [(SHAPE + 2, 3)]
    assert raw.rows(url, "SELECT code, postponed FROM ticket") == [(taken.code, 0)]
    assert raw.rows(url, "SELECT count(*) FROM booking") == [(0,)]
    aside = f'novbe_shape_{SHAPE}."ticket"' if kind(url) == "postgres" else "ticket"
    copy = url if kind(url) == "postgres" else f"sqlite:///{tmp_path / f'novbe.db.shape-{SHAPE}'}"
    assert raw.rows(copy, f"SELECT code FROM {aside}") == [(taken.code,)]
    if kind(url) == "sqlite":
        with Store.open(copy) as kept:
            assert verify(kept).ok


def test_a_step_that_fails_leaves_the_store_as_it_was(store: Store, url: str) -> None:
    visitor.take(store, service="tax")
    before = raw.rows(url, "SELECT * FROM store"), raw.rows(url, "SELECT * FROM ticket")
    for _ in range(2):
        connection = store.backend.connect()
        with pytest.raises(DATABASE_ERRORS):
            upgrade(store.backend, connection, SHAPE, steps=FAILING, newest=SHAPE + 2)
        connection.close()
        assert (raw.rows(url, "SELECT * FROM store"), raw.rows(url, "SELECT * FROM ticket")) == before
    with pytest.raises(DATABASE_ERRORS):
        raw.rows(url, "SELECT * FROM booking")
    assert visitor.take(store, service="tax").ticket == "B002"
    connection = store.backend.connect()
    upgrade(store.backend, connection, SHAPE, steps=GOOD, newest=SHAPE + 2)
    connection.close()
    assert raw.rows(url, "SELECT shape FROM store") == [(SHAPE + 2,)]


def test_of_many_that_open_it_one_upgrades(store: Store, url: str) -> None:
    errors: list[Exception] = []

    def attempt() -> None:
        connection = store.backend.connect()
        try:
            upgrade(store.backend, connection, SHAPE, steps=GOOD, newest=SHAPE + 2)
        except Exception as error:
            errors.append(error)
        finally:
            connection.close()

    threads = [Thread(target=attempt) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert errors == []
    assert raw.rows(url, "SELECT shape FROM store") == [(SHAPE + 2,)]


def test_a_store_of_a_newer_version_is_refused(store: Store, url: str) -> None:
    store.close()
    raw.run(url, f"UPDATE store SET shape = {SHAPE + 1}")
    before = raw.rows(url, "SELECT * FROM store")
    with pytest.raises(Refused) as caught:
        Store.open(url)
    assert caught.value.code == "store-newer"
    with pytest.raises(Refused) as caught:
        store.revision()
    assert caught.value.code == "store-newer"
    assert raw.rows(url, "SELECT * FROM store") == before


@sqlite_only
def test_a_store_that_is_as_new_as_the_program_gets_no_copy(store: Store, tmp_path: Path) -> None:
    assert {file.name for file in tmp_path.iterdir()} <= {"novbe.db", "novbe.db-wal", "novbe.db-shm", "novbe.db.lock"}
