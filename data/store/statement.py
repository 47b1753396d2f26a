"""SQLAlchemy expressions, compiled once for each dialect and then run on the DBAPI connection as plain SQL."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from sqlalchemy import Dialect
    from sqlalchemy.sql.elements import ClauseElement

Values = Mapping[str, Any]
_fresh: "list[Statement]" = []


class Statement:
    """An expression with named parameters; `columns` are what an UPDATE sets from values of the same name."""

    def __init__(self, expression: "ClauseElement", columns: Sequence[str] | None = None) -> None:
        self._expression = expression
        self._columns = columns
        self._compiled: dict[str, tuple[str, dict[str, Any]]] = {}
        _fresh.append(self)

    def sql(self, dialect: "Dialect") -> tuple[str, dict[str, Any]]:
        """The SQL for `dialect`, and the constants that SQLAlchemy bound in it."""
        compiled = self._compiled.get(dialect.name)
        return compiled or self._compile(dialect)

    def _compile(self, dialect: "Dialect") -> tuple[str, dict[str, Any]]:
        compiled = self._expression.compile(
            dialect=dialect, column_keys=self._columns, compile_kwargs={"render_postcompile": True}
        )
        constants = {name: value for name, value in (compiled.params or {}).items() if value is not None}
        self._compiled[dialect.name] = str(compiled), constants
        return self._compiled[dialect.name]


def prepare(dialect: "Dialect") -> None:
    """Compile what has been written since the last time; before a lock is held, or others would wait 30 ms for it."""
    while _fresh:
        _fresh.pop().sql(dialect)
