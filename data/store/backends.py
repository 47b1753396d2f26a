"""Which kind of database does a URL name?"""

from contextlib import AbstractContextManager
from pathlib import Path
from typing import TYPE_CHECKING, Any, LiteralString, Protocol

from data.refused import Refused
from data.store.refusals import refusal

if TYPE_CHECKING:
    from sqlalchemy import Dialect


class Watch(Protocol):
    """Tells whether anybody has committed since it was last asked."""

    def changed(self) -> bool: ...

    def close(self) -> None: ...


class Backend(Protocol):
    """What the kinds of database differ in."""

    @property
    def error(self) -> type[Exception]: ...

    kind: str
    commit: str
    tables: LiteralString
    shown: str

    @property
    def compiler(self) -> "Dialect": ...

    def connect(self, *, create: bool = False) -> Any: ...

    def gone(self) -> bool: ...

    def begin_write(self, connection: Any) -> None: ...

    def begin_read(self, connection: Any) -> None: ...

    def locked(self) -> AbstractContextManager[None]: ...

    def copy_aside(self, connection: Any, shape: int) -> None: ...

    def refusal(self, error: Exception) -> Refused | None: ...

    def watch(self) -> Watch: ...


def backend(url: str, synchronous: str = "FULL") -> Backend:
    """The kind of database for `url`: sqlite:///PATH[?mode=ro], postgresql://…, or a path.

    Raises Refused `not-a-store` for another scheme, `store-missing` where the driver is not installed.
    """
    scheme, separator, rest = url.partition("://")
    if not separator or scheme == "sqlite":
        return _sqlite(rest.removeprefix("/") if separator else url, synchronous)
    if scheme in ("postgresql", "postgres", "postgresql+psycopg"):
        return _postgres(url, synchronous)
    raise refusal("not-a-store", f"{scheme}://…")


def _sqlite(path: str, synchronous: str) -> Backend:
    from data.store.sqlite import Sqlite

    path, _, query = path.partition("?")
    return Sqlite(Path(path).expanduser(), mode="ro" if query == "mode=ro" else "rw", synchronous=synchronous)


def _postgres(url: str, synchronous: str) -> Backend:
    try:
        from data.store.postgres import Postgres
    except ImportError as error:
        raise Refused("store-missing", "PostgreSQL needs the extra: pip install 'novbe[postgres]'.") from error
    return Postgres(url, synchronous=synchronous)
