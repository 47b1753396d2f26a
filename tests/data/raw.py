"""SQL past the program: what anybody can do who has the database's own tool."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import psycopg

Connection = Any
ERRORS = (sqlite3.IntegrityError, psycopg.IntegrityError)


@contextmanager
def connected(url: str) -> Iterator[Connection]:
    """A connection of its own, in autocommit; foreign keys hold only where they are switched on."""
    if url.startswith("postgres"):
        with psycopg.connect(url, autocommit=True) as connection:
            yield connection
        return
    connection = sqlite3.connect(url.removeprefix("sqlite:///"), isolation_level=None)
    try:
        yield connection
    finally:
        connection.close()


def run(url: str, *statements: str) -> None:
    """Run the statements, whatever the foreign keys say."""
    with connected(url) as connection:
        if url.startswith("postgres"):
            connection.execute("SET session_replication_role = replica")
        for statement in statements:
            connection.execute(statement)


def rows(url: str, query: str) -> list[tuple[Any, ...]]:
    """What a query gives."""
    with connected(url) as connection:
        return connection.execute(query).fetchall()


def blob(url: str, value: bytes) -> str:
    """Bytes as the database's SQL writes them."""
    return f"decode('{value.hex()}', 'hex')" if url.startswith("postgres") else f"x'{value.hex()}'"


@contextmanager
def edited(url: str, table: str, key: str, column: str, value: str) -> Iterator[None]:
    """One value of the row where `key` holds is another one, for as long as this lasts."""
    kept = f'CREATE TABLE kept AS SELECT "{column}" FROM "{table}" WHERE {key}'
    run(url, kept, f'UPDATE "{table}" SET "{column}" = {value} WHERE {key}')
    try:
        yield
    finally:
        back = f'UPDATE "{table}" SET "{column}" = (SELECT "{column}" FROM kept) WHERE {key}'
        run(url, back, "DROP TABLE kept")


@contextmanager
def removed(url: str, table: str, key: str) -> Iterator[None]:
    """The rows where `key` holds are not there, for as long as this lasts."""
    run(url, f'CREATE TABLE kept AS SELECT * FROM "{table}" WHERE {key}', f'DELETE FROM "{table}" WHERE {key}')
    try:
        yield
    finally:
        run(url, f'INSERT INTO "{table}" SELECT * FROM kept', "DROP TABLE kept")
