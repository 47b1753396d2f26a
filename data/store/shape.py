"""The tables of a new store, as SQL."""

from sqlalchemy import Dialect, MetaData
from sqlalchemy.schema import CreateIndex, CreateTable

from data import models

TABLES: MetaData = models.Ticket.metadata


def definitions(dialect: Dialect) -> list[str]:
    """CREATE TABLE and CREATE INDEX for everything in `data.models`, in an order that foreign keys allow."""
    tables = TABLES.sorted_tables
    made = [str(CreateTable(table).compile(dialect=dialect)) for table in tables]
    indexes = sorted((index for table in tables for index in table.indexes), key=lambda index: str(index.name))
    return made + [str(CreateIndex(index).compile(dialect=dialect)) for index in indexes]
