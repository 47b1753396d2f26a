"""SQLite: one file, written by many processes of one machine."""

import errno
import os
import random
import sqlite3
import time
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from copy import copy
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, LiteralString

from data.refused import Refused
from data.store.refusals import refusal

if TYPE_CHECKING:
    from sqlalchemy import Dialect

CONNECT_TIMEOUT_S = 5.0
BUSY_TIMEOUT_S = 5.0
FIRST_PAUSE_S, LONGEST_PAUSE_S = 0.0002, 0.004
CODES = {
    "SQLITE_BUSY": "store-busy",
    "SQLITE_LOCKED": "store-busy",
    "SQLITE_READONLY": "store-read-only",
    "SQLITE_FULL": "store-full",
    "SQLITE_IOERR": "store-full",
    "SQLITE_NOTADB": "not-a-store",
    "SQLITE_CORRUPT": "not-a-store",
    "SQLITE_CANTOPEN": "store-missing",
}


class Sqlite:
    """A store in a file. Its attributes say where it differs from the other kind."""

    error: type[Exception] = sqlite3.Error
    kind = "sqlite"
    commit = "COMMIT"
    tables: LiteralString = "SELECT name FROM sqlite_master WHERE type = 'table'"

    def __init__(self, path: Path, *, mode: str = "rw", synchronous: str = "FULL") -> None:
        self.path = path.absolute()
        self.shown = f"sqlite:///{self.path}"
        self._mode = mode
        self._synchronous = synchronous
        self._inode = 0

    @property
    def compiler(self) -> "Dialect":
        """What compiles statements for this kind."""
        return _compiler()

    def connect(self, *, create: bool = False) -> sqlite3.Connection:
        """A connection of its own; sqlite3.Error when there is no such file, unless it may be created."""
        mode = "rwc" if create else self._mode
        connection = sqlite3.connect(
            f"{self.path.as_uri()}?mode={mode}",
            uri=True,
            timeout=CONNECT_TIMEOUT_S,
            isolation_level=None,
            check_same_thread=False,
        )
        try:
            self._prepare(connection)
        except BaseException:
            connection.close()
            raise
        return connection

    def _prepare(self, connection: sqlite3.Connection) -> None:
        """WAL needs the handler's patience while others connect; afterwards our own retry is fairer."""
        if self._mode != "ro" and self._may_be_ours(connection):
            connection.execute("PRAGMA journal_mode = WAL")
        connection.execute(f"PRAGMA synchronous = {self._synchronous}")
        connection.execute("PRAGMA foreign_keys = ON")
        connection.execute("PRAGMA secure_delete = ON")  # what is purged must not stay in the file
        connection.execute("PRAGMA busy_timeout = 0")
        self._inode = os.stat(self.path).st_ino

    def _may_be_ours(self, connection: sqlite3.Connection) -> bool:
        """The mode of the journal stays in the file, and somebody else's stays as it is."""
        found = {name for (name,) in connection.execute(self.tables)}
        return not found or {"store", "ticket", "event"} <= found

    def gone(self) -> bool:
        """Whether the file was removed or replaced: a held connection would go on writing where nobody looks."""
        try:
            return os.stat(self.path).st_ino != self._inode
        except OSError:
            return True

    def begin_write(self, connection: sqlite3.Connection) -> None:
        """Take the write lock, trying again after a jittered pause: SQLite's own handler starves a writer."""
        patient(lambda: connection.execute("BEGIN IMMEDIATE"))

    def begin_read(self, connection: sqlite3.Connection) -> None:
        """Take the snapshot at once; a reader is only ever kept waiting while another recovers the log of a crash."""

        def attempt() -> None:
            connection.execute("BEGIN")
            try:
                connection.execute("SELECT revision FROM store").fetchone()
            except sqlite3.Error:
                connection.execute("ROLLBACK")
                raise

        patient(attempt)

    @contextmanager
    def locked(self) -> Iterator[None]:
        """Nobody else creates or upgrades the store meanwhile. Raises Refused when its folder cannot be written."""
        from filelock import FileLock

        if self._mode == "ro":
            raise refusal("store-read-only", self.shown)
        if self.path.is_dir():
            raise refusal("not-a-store", self.shown)
        try:
            self.path.parent.mkdir(parents=True, exist_ok=True)
            lock = FileLock(f"{self.path}.lock", timeout=60)
            lock.acquire()
        except OSError as error:
            raise refusal("store-full" if error.errno == errno.ENOSPC else "store-read-only", self.shown) from error
        try:
            yield
        finally:
            lock.release()

    def copy_aside(self, connection: sqlite3.Connection, shape: int) -> None:
        """A copy of the store as it is, beside it, named by its shape."""
        # From a connection of its own: SQLite copies nothing from one that holds the write lock, and waits for ever.
        with closing(self.connect()) as source, closing(sqlite3.connect(f"{self.path}.shape-{shape}")) as aside:
            source.backup(aside)

    def refusal(self, error: Exception) -> Refused | None:
        """The error as a sentence; None when it is a fault of ours."""
        name = getattr(error, "sqlite_errorname", "")
        code = next((code for prefix, code in CODES.items() if name.startswith(prefix)), None)
        if code == "store-missing" and self.path.exists() and not os.access(self.path, os.W_OK):
            code = "store-read-only"
        if code == "store-missing" and self.path.is_dir():
            code = "not-a-store"
        return refusal(code, self.shown) if code else None

    def watch(self) -> "SqliteWatch":
        """A watch with a connection of its own, which PRAGMA data_version needs."""
        return SqliteWatch(self)


class SqliteWatch:
    """Tells whether anybody has committed since it was last asked."""

    def __init__(self, backend: Sqlite) -> None:
        self._backend = copy(backend)
        self._connection = self._backend.connect()
        self._seen: int | None = None

    def changed(self) -> bool:
        """True the first time and after each commit by others; sqlite3.Error when the file is gone."""
        if self._backend.gone():
            raise refusal("store-missing", self._backend.shown)
        version = self._connection.execute("PRAGMA data_version").fetchone()[0]
        changed, self._seen = version != self._seen, version
        return changed

    def close(self) -> None:
        """Give the connection back."""
        self._connection.close()


@cache
def _compiler() -> "Dialect":
    from sqlalchemy.dialects import sqlite

    return sqlite.dialect(paramstyle="qmark")


def patient(attempt: Callable[[], object]) -> None:
    """Make the attempt until it is not busy, for BUSY_TIMEOUT_S in all; then the last sqlite3.Error goes on."""
    deadline = time.monotonic() + BUSY_TIMEOUT_S
    pause = FIRST_PAUSE_S
    while True:
        try:
            attempt()
            return
        except sqlite3.OperationalError as error:
            if not error.sqlite_errorname.startswith("SQLITE_BUSY") or time.monotonic() > deadline:
                raise
        time.sleep(pause * random.uniform(0.5, 1.5))
        pause = min(pause * 2, LONGEST_PAUSE_S)
