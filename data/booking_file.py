"""Which bookings does a CSV file hold, and which of its rows are wrong?"""

import csv
import hashlib
import io
import itertools
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from data import typed, views, visitor
from data.refused import Refused
from data.store import Store

NEEDED = ("service", "at")
MORE = ("name", "language", "key")


class Row(NamedTuple):
    """One row of the file, as it was typed, and the line that it begins on."""

    line: int
    service: str
    at: str
    name: str
    language: str
    key: str


class Outcome(NamedTuple):
    """What became of a row: a booking, which may have been `known` before; or why there is none."""

    line: int
    booking: views.Ticket | None = None
    known: bool = False
    wrong: Refused | None = None


def take_in(store: Store, file: Path) -> Iterator[Outcome]:
    """Book what the rows of a file say, one after the other; a row that was taken in before books nothing more.

    Raises Refused `bad-bookings-file` where it cannot be read as a whole, and the codes of a store.
    """
    same: Counter[Row] = Counter()
    for row in rows(file):
        if isinstance(row, Outcome):
            yield row
            continue
        content = row._replace(line=0)
        same[content] += 1
        yield _book(store, row, row.key or _derived(content, same[content]))


def rows(file: Path) -> Iterator[Row | Outcome]:
    """The rows below the header, without empty ones. Raises Refused as `take_in` does."""
    text = io.StringIO(_text(file), newline=None)  # whatever ends its lines
    header = text.readline()
    reader = csv.reader(itertools.chain([header], text), delimiter=";" if ";" in header else ",", strict=True)
    columns = _columns(file, _next(reader))
    while True:
        line = reader.line_num + 1
        try:
            values = _next(reader)
        except StopIteration:
            return
        if values is None:
            yield _wrong(line, "This row cannot be read: a quotation mark is missing or one too many.")
        elif len(values) > len(columns):
            yield _wrong(line, "This row has more values than the first line has columns.")
        elif any(values):
            found = dict(zip(columns, values, strict=False))
            yield Row(line, *(found.get(column, "") for column in (*NEEDED, *MORE)))


def _next(reader: Iterator[list[str]]) -> list[str] | None:
    """The values of the next row; None where it is no CSV, StopIteration at the end."""
    try:
        return [value.strip() for value in next(reader)]
    except csv.Error:
        return None


def _text(file: Path) -> str:
    try:
        text = file.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError:
        raise Refused(
            "bad-bookings-file", "{file} is not text in UTF-8. Save it as CSV in UTF-8.", file=str(file)
        ) from None
    except (OSError, ValueError) as error:
        problem = getattr(error, "strerror", None) or str(error)
        raise Refused(
            "bad-bookings-file", "{file} cannot be read: {problem}.", file=str(file), problem=problem
        ) from None
    if "\0" in text:
        raise Refused("bad-bookings-file", "{file} is not text in UTF-8. Save it as CSV in UTF-8.", file=str(file))
    if not text.strip():
        raise Refused(
            "bad-bookings-file", "{file} is empty. Its first line must be: {columns}.", file=str(file), columns=_all()
        )
    return text


def _columns(file: Path, header: Sequence[str] | None) -> list[str]:
    columns = [name.lower() for name in header or ()]
    known = set(columns) <= {*NEEDED, *MORE} and len(set(columns)) == len(columns)
    if not (known and set(columns) >= set(NEEDED)):
        text = "The first line of {file} must name its columns: {columns}; {needed} are needed."
        raise Refused("bad-bookings-file", text, file=str(file), columns=_all(), needed=", ".join(NEEDED))
    return columns


def _all() -> str:
    return ",".join((*NEEDED, *MORE))


def _derived(content: Row, time: int) -> str:
    """A request key that is the same whenever the same row is there for the same `time`."""
    return "csv:" + hashlib.sha256("\n".join((*content[1:], str(time))).encode()).hexdigest()


def _book(store: Store, row: Row, key: str) -> Outcome:
    before = store.revision()
    try:
        at = typed.moment(row.at, store.centre.zone)
        booking = visitor.book(store, service=row.service, at=at, language=row.language or None, name=row.name, key=key)
    except Refused as refused:
        if refused.of_store:
            raise
        return Outcome(row.line, wrong=refused)
    return Outcome(row.line, booking, known=booking.revision <= before)


def _wrong(line: int, text: str) -> Outcome:
    return Outcome(line, wrong=Refused("not-allowed", text))
