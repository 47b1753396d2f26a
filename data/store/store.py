"""A store that is held open: one connection, and transactions on it."""

import secrets
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from typing import Any, NoReturn, Self, TypeVar

from data.centre import Centre, from_document
from data.clock import Clock, moment, reader, system
from data.store.backends import Backend, backend
from data.store.recognise import ROW, recognise, tables
from data.store.refusals import refusal
from data.store.statement import Statement, Values, prepare

Row = tuple[Any, ...]
T = TypeVar("T")
NOTHING: Values = {}
DOCUMENT = "SELECT document FROM centre"


@dataclass
class Transaction:
    """A transaction that is open; what it wrote is dropped at its end unless it is to `keep`."""

    keep: bool = True


class Store:
    """The store of one centre, open. Threads may share it: they take turns."""

    def __init__(self, backend: Backend, clock: Clock, random_bytes: Callable[[int], bytes]) -> None:
        self.backend = backend
        self.random_bytes = random_bytes
        self.micros = reader(clock)
        self._lock = threading.RLock()
        self._connection: Any = None
        self._centre: Centre | None = None
        self._centre_revision = -1

    @classmethod
    def open(
        cls,
        url: str,
        *,
        clock: Clock = system,
        random_bytes: Callable[[int], bytes] = secrets.token_bytes,
        synchronous: str = "FULL",
    ) -> Self:
        """The store at `url`: sqlite:///PATH, postgresql://…, or a path.

        `clock` tells an aware datetime. An older store is copied aside and upgraded. Raises Refused: `store-missing`,
        `store-newer`, `not-a-store` and the other codes of a store that cannot be used.
        """
        store = cls(backend(url, synchronous), clock, random_bytes)
        try:
            store.revision()
        except BaseException:
            store.close()
            raise
        return store

    @classmethod
    def create(
        cls,
        url: str,
        fill: Callable[[Self], None],
        *,
        clock: Clock = system,
        random_bytes: Callable[[int], bytes] = secrets.token_bytes,
    ) -> bool:
        """Make the store at `url` and `fill` it, in one transaction; False where there is one already.

        Many may try at once: one of them does it. Raises Refused `not-a-store`, and the other codes of a store.
        """
        with cls(backend(url), clock, random_bytes) as store:
            return store.translated(lambda: store._create(fill))

    def _create(self, fill: Callable[[Self], None]) -> bool:
        from data.store.shape import definitions

        with self.backend.locked():
            self._connection = self.backend.connect(create=True)
            found = tables(self.backend, self._connection)
            if found:
                recognise(self.backend, self._connection)
                return False
            self.backend.begin_write(self._connection)
            for definition in definitions(self.backend.compiler):
                self._connection.execute(definition)
            fill(self)
            self._connection.execute(self.backend.commit)
            return True

    def close(self) -> None:
        """Give the connection back; the next use opens it again."""
        with self._lock:
            connection, self._connection = self._connection, None
            if connection is not None:
                connection.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *exception: object) -> None:
        self.close()

    @property
    def url(self) -> str:
        """Where the store lies, without a password."""
        return self.backend.shown

    @property
    def centre(self) -> Centre:
        """How the centre is set up, as of the last time that this store was read."""
        if self._centre is None:
            raise refusal("store-missing", self.url)
        return self._centre

    def now(self) -> datetime:
        """The clock's time, aware, in UTC."""
        return moment(self.micros())

    @contextmanager
    def transaction(self, *, told: bool = True) -> Iterator[Transaction]:
        """Everything inside is written, or nothing. Writers take turns; Refused `store-busy` after five seconds.

        Who waits for changes is told of it, where the database can.
        """
        transaction = Transaction()
        prepare(self.backend.compiler)
        with self._lock:
            connection = self._begin(self.backend.begin_write)
            try:
                yield transaction
                commit = self.backend.commit if told else "COMMIT"
                connection.execute(commit if transaction.keep else "ROLLBACK")
            except BaseException as error:
                self._roll_back(error)
                raise

    @contextmanager
    def snapshot(self) -> Iterator[None]:
        """Everything inside is read as it stood at one moment."""
        with self._lock:
            connection = self._begin(self.backend.begin_read)
            try:
                yield
                connection.execute("COMMIT")
            except BaseException as error:
                self._roll_back(error)
                raise

    def run(self, statement: Statement, values: Values = NOTHING) -> Any:
        """Run a statement on the held connection; answers with the DBAPI cursor."""
        return self._connection.execute(*statement.bound(self.backend.compiler, values))

    def one(self, statement: Statement, values: Values = NOTHING) -> Row | None:
        """The first row, or None."""
        return self.run(statement, values).fetchone()

    def all(self, statement: Statement, values: Values = NOTHING) -> list[Row]:
        """All rows."""
        return self.run(statement, values).fetchall()

    def revision(self) -> int:
        """The newest revision; reads the centre again where it changed."""
        with self.snapshot():
            revision, centre_revision = self._connection.execute(ROW).fetchone()[1:]
            self.keep_up(centre_revision)
            return revision

    def keep_up(self, centre_revision: int) -> None:
        """Read the centre again where it is not that of `centre_revision`."""
        if centre_revision != self._centre_revision:
            document = self._connection.execute(DOCUMENT).fetchone()
            self._centre = from_document(document[0] if document else "")
            self._centre_revision = centre_revision

    def translated(self, job: Callable[[], T]) -> T:
        """Do a job with the database; its errors come as Refused."""
        try:
            return job()
        except self.backend.error as error:
            self._fail(error)

    def _begin(self, begin: Callable[[Any], None]) -> Any:
        try:
            connection = self._connect()
            begin(connection)
            return connection
        except self.backend.error as error:
            self._fail(error)

    def _connect(self) -> Any:
        if self._connection is not None and self.backend.gone():
            self.close()
        if self._connection is None:
            connection = self.backend.connect()
            try:
                recognise(self.backend, connection)
            except BaseException:
                connection.close()
                raise
            self._connection, self._centre_revision = connection, -1
        return self._connection

    def _roll_back(self, error: BaseException) -> None:
        try:
            self._connection.execute("ROLLBACK")
        except self.backend.error:
            self.close()
        if isinstance(error, self.backend.error):
            self._fail(error)

    def _fail(self, error: Exception) -> NoReturn:
        """The database's own error as a sentence; what is a fault of ours goes on as it is."""
        refused = self.backend.refusal(error)
        if refused is None:
            raise error
        if refused.code == "store-missing":
            self.close()
        raise refused from error
