"""SQLAlchemy expressions, compiled once for each dialect and then run on the DBAPI connection as plain SQL."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple
from weakref import WeakSet

if TYPE_CHECKING:
    from sqlalchemy import Dialect
    from sqlalchemy.sql.elements import ClauseElement

Values = Mapping[str, Any] | tuple[Any, ...]
_fresh: "WeakSet[Statement]" = WeakSet()


class Compiled(NamedTuple):
    """SQL, the names of its parameters in their order, and the constants that SQLAlchemy bound in it."""

    sql: str
    names: tuple[str, ...]
    constants: dict[str, Any]


class Statement:
    """An expression with named parameters; `columns` are what an UPDATE sets from values of the same name."""

    def __init__(self, expression: "ClauseElement", columns: Sequence[str] | None = None) -> None:
        self._expression = expression
        self._columns = columns
        self._compiled: dict[str, Compiled] = {}
        _fresh.add(self)

    def bound(self, dialect: "Dialect", values: Values = ()) -> tuple[str, tuple[Any, ...]]:
        """The SQL for `dialect` with its parameters in order: from `values` by name, or a tuple that has them so.

        By position, since sqlite3 would look each name up at each run: 5 µs for the columns of an event.
        """
        sql, names, constants = self._compiled.get(dialect.name) or self.compile(dialect)
        if isinstance(values, tuple):
            return sql, values
        named = {**constants, **values} if constants else values
        return sql, tuple([named[name] for name in names])

    def compile(self, dialect: "Dialect") -> Compiled:
        """Compile for `dialect`, and remember."""
        compiled = self._expression.compile(
            dialect=dialect, column_keys=self._columns, compile_kwargs={"render_postcompile": True}
        )
        constants = {name: value for name, value in (compiled.params or {}).items() if value is not None}
        positions: Sequence[str] = getattr(compiled, "positiontup", None) or ()
        self._compiled[dialect.name] = Compiled(str(compiled), tuple(positions), constants)
        return self._compiled[dialect.name]


def prepare(dialect: "Dialect") -> None:
    """Compile what has been written since the last time; before a lock is held, or others would wait 30 ms for it."""
    while _fresh:
        try:
            statement = _fresh.pop()
        except KeyError:  # another thread has just taken the last one
            return
        statement.compile(dialect)
