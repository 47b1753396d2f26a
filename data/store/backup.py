"""A consistent copy of a store that is in use."""

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from sqlalchemy import insert, select

from data.refused import Refused
from data.store.shape import TABLES, definitions
from data.store.sqlite import Sqlite
from data.store.statement import Statement
from data.store.store import Store

PAGE = 1000
REVISION = "SELECT revision FROM store"


def backup(store: Store, file: Path) -> int:
    """Copy everything, as it stood at one moment, into a new SQLite store at `file`; its revision.

    The copy appears whole or not at all. Raises Refused `not-allowed` where there is such a file, and the codes of a
    store.
    """
    if file.exists():
        raise Refused("not-allowed", "{file} is there already. Choose another name.", file=str(file))
    if not file.parent.is_dir():
        raise Refused("not-allowed", "There is no folder {folder}. Make it first.", folder=str(file.parent))
    with _appearing(file) as unfinished, store.snapshot():
        copy = Sqlite(unfinished)
        try:
            return _copy(store, copy)
        except copy.error as error:
            raise copy.refusal(error) or error from None


def _copy(store: Store, copy: Sqlite) -> int:
    connection = copy.connect(create=True)
    try:
        connection.execute("BEGIN IMMEDIATE")
        for definition in definitions(copy.compiler):
            connection.execute(definition)
        for table in TABLES.sorted_tables:
            rows = store.run(Statement(select(table)))
            sql, _ = Statement(insert(table)).bound(copy.compiler)
            while page := rows.fetchmany(PAGE):
                connection.executemany(sql, page)
        connection.execute("COMMIT")
        return connection.execute(REVISION).fetchone()[0]
    finally:
        connection.close()


@contextmanager
def _appearing(file: Path) -> Iterator[Path]:
    """A name beside `file` to write to, which becomes `file` when all went well."""
    unfinished = file.with_name(f".{file.name}.{os.getpid()}")
    try:
        yield unfinished
        unfinished.rename(file)
    finally:
        with suppress(OSError):
            unfinished.unlink()
