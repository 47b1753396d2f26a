"""How is a column, or an index over some rows, the same on every kind of database?"""

from typing import Any

from sqlalchemy import BigInteger, Index, LargeBinary, String, text
from sqlmodel import Field


def listed(values: list[str]) -> str:
    """The values as SQL lists them."""
    return ", ".join(f"'{value}'" for value in sorted(values))


def big(*, primary_key: bool = False, nullable: bool = False, foreign_key: str | None = None) -> Any:
    """A column of 64 bits everywhere; SQLModel's own `int` has 32 on PostgreSQL."""
    kwargs: dict[str, Any] = {"sa_column_kwargs": {"autoincrement": False}} if primary_key else {}
    if foreign_key:
        kwargs["foreign_key"] = foreign_key
    return Field(primary_key=primary_key, nullable=nullable, sa_type=BigInteger, **kwargs)


def binary(*, nullable: bool = False) -> Any:
    """A column of bytes."""
    return Field(nullable=nullable, sa_type=LargeBinary)


def ascii_text(*, unique: bool = False) -> Any:
    """A column of ASCII, which is in the order of the characters whatever language the database is set up for.

    Left to that, PostgreSQL has Z before T in Estonian, and CH after H in Czech.
    """
    return Field(unique=unique, sa_type=String().with_variant(String(collation="C"), "postgresql"))  # type: ignore[call-overload]


def partial(name: str, *columns: str, where: str, unique: bool = False) -> Index:
    """An index over the rows that `where` holds for, the same on every dialect."""
    return Index(name, *columns, unique=unique, sqlite_where=text(where), postgresql_where=text(where))
