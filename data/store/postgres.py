"""PostgreSQL: one database for the machines of a centre. Needs the extra `postgres`."""

from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from typing import TYPE_CHECKING, LiteralString

import psycopg
from psycopg import errors
from psycopg.sql import SQL, Identifier

from data.refused import Refused
from data.store.refusals import refusal

if TYPE_CHECKING:
    from sqlalchemy import Dialect

LOCK = 0x6E6F766265
OPTIONS = "-c lock_timeout=5s -c default_transaction_isolation=read\\ committed -c client_min_messages=warning"


class UnusableAddress(psycopg.Error):
    """A URL that names no database."""


CODES: tuple[tuple[type[Exception], str], ...] = (
    (errors.LockNotAvailable, "store-busy"),
    (errors.ReadOnlySqlTransaction, "store-read-only"),
    (errors.InsufficientPrivilege, "store-read-only"),
    (errors.DiskFull, "store-full"),
    (errors.UndefinedTable, "store-missing"),
    (psycopg.OperationalError, "store-missing"),
    (UnusableAddress, "store-missing"),
)


class Postgres:
    """A store in a database. Its attributes say where it differs from the other kind."""

    error: type[Exception] = psycopg.Error
    kind = "postgres"
    commit = "NOTIFY novbe; COMMIT"
    tables: LiteralString = "SELECT tablename FROM pg_tables WHERE schemaname = current_schema()"

    def __init__(self, url: str, *, synchronous: str = "FULL") -> None:
        self._url = url.replace("postgresql+psycopg:", "postgresql:", 1)
        self.shown = without_password(self._url)
        self._synchronous = "on" if synchronous == "FULL" else "off"

    @property
    def compiler(self) -> "Dialect":
        """What compiles statements for this kind."""
        return _compiler()

    def connect(self, *, create: bool = False) -> psycopg.Connection:
        """A connection of its own, in autocommit; psycopg.Error when there is no such database."""
        options = f"{OPTIONS} -c synchronous_commit={self._synchronous}"
        try:
            return psycopg.connect(self._url, autocommit=True, connect_timeout=5, options=options)
        except psycopg.ProgrammingError:
            raise UnusableAddress from None  # its text shows the URL

    def gone(self) -> bool:
        """A database that goes away ends the connection, and so says it itself."""
        return False

    def begin_write(self, connection: psycopg.Connection) -> None:
        """Begin; the first statement of an act waits for the lock of the store's row, in the order of arrival."""
        connection.execute("BEGIN")

    def begin_read(self, connection: psycopg.Connection) -> None:
        """Begin; all that follows is read from one snapshot."""
        connection.execute("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY")

    @contextmanager
    def locked(self) -> Iterator[None]:
        """Nobody else creates or upgrades the store meanwhile."""
        with self.connect() as connection:
            connection.execute("SET lock_timeout = '60s'")
            connection.execute("SELECT pg_advisory_lock(%s)", (LOCK,))
            yield

    def copy_aside(self, connection: psycopg.Connection, shape: int) -> None:
        """A copy of the tables as they are, in a schema named by their shape."""
        schema = f"novbe_shape_{shape}"
        tables = connection.execute(self.tables).fetchall()
        connection.execute(SQL("CREATE SCHEMA {}").format(Identifier(schema)))
        for (table,) in tables:
            copy = SQL("CREATE TABLE {} AS TABLE {}").format(Identifier(schema, table), Identifier(table))
            connection.execute(copy)

    def refusal(self, error: Exception) -> Refused | None:
        """The error as a sentence; None when it is a fault of ours."""
        code = next((code for kind, code in CODES if isinstance(error, kind)), None)
        return refusal(code, self.shown) if code else None

    def watch(self) -> "PostgresWatch":
        """A watch with a connection of its own, which LISTEN needs."""
        return PostgresWatch(self)


class PostgresWatch:
    """Tells whether anybody has committed since it was last asked."""

    def __init__(self, backend: Postgres) -> None:
        self._connection = backend.connect()
        self._connection.execute("LISTEN novbe")
        self._first = True

    def changed(self) -> bool:
        """True the first time and after each commit; psycopg.Error when the connection is lost."""
        heard = list(self._connection.notifies(timeout=0))
        changed, self._first = self._first or bool(heard), False
        return changed

    def close(self) -> None:
        """Give the connection back."""
        self._connection.close()


@cache
def _compiler() -> "Dialect":
    from sqlalchemy.dialects import postgresql

    return postgresql.dialect(paramstyle="format")


def without_password(url: str) -> str:
    """The URL as it may be shown: the user but no password, the host and the database; of the options only the host."""
    scheme, _, rest = url.partition("://")
    account, at, place = rest.rpartition("@")
    place, _, options = place.partition("?")
    host = [option for option in options.split("&") if option.startswith("host=")]
    return f"{scheme}://{account.partition(':')[0]}{at}{place}{'?' if host else ''}{'&'.join(host)}"
