"""The commands of bookings: book, bookings, check-in."""

import io
import sys
from argparse import ArgumentTypeError, Namespace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from data.cli.answers import REFUSED, answer, answering, fields_of, said
from data.cli.commands import JSON, add, argument
from data.cli.opened import opened
from data.cli.visitors import CODE, show

if TYPE_CHECKING:
    from data import views
    from data.booking_file import Outcome
    from data.cli.commands import Commands

LATE = "The time of the appointment is over, so this is a ticket like any other."


def day(text: str) -> date:
    """A day as it was typed."""
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise ArgumentTypeError("must be a day, such as 2026-11-25") from None


def describe(commands: "Commands") -> None:
    """Add the commands."""
    add(
        commands,
        "book",
        book,
        "Book a slot of a service.",
        argument("service", metavar="SERVICE", help="the id of a service, such as id-card"),
        argument("--at", required=True, metavar="TIME", help="when it begins, such as 2026-11-25T10:20"),
        argument("--name", metavar="NAME", help="whose it is"),
        argument("--language", metavar="L", help="the visitor's language, such as az"),
        argument("--key", metavar="KEY", help="a request key: the same key gives the same booking again"),
        JSON,
    )
    add(commands, "check-in", check_in, "Give a booking its number, now that its holder is here.", CODE, JSON)
    listed = argument("--day", metavar="DAY", type=day, help="only those of this day")
    parser = add(commands, "bookings", bookings, "List the bookings of today and later, or import some.", listed, JSON)
    more = parser.add_subparsers(metavar="[import FILE.csv]")
    file = argument("file", metavar="FILE.csv", type=Path, help="columns: service, at, name, language, key")
    add(more, "import", take_in, "Book what a file says.", file, JSON)


def book(given: Namespace) -> None:
    """`novbe book`"""
    from data import typed, visitor

    with answering(given.json), opened() as store:
        at = typed.moment(given.at, store.centre.zone)
        booked = visitor.book(
            store, service=given.service, at=at, language=given.language, name=given.name, key=given.key
        )
        show(given.json, booked)
        if not given.json and sys.stdout.isatty():
            print(picture(booked.qr))


def check_in(given: Namespace) -> None:
    """`novbe check-in`"""
    from data import visitor
    from data.bookings import came_late

    with answering(given.json), opened() as store:
        ticket = visitor.check_in(store, code=given.code)
        show(given.json, ticket)
        if not given.json and came_late(store.centre, ticket):
            print(LATE)


def bookings(given: Namespace) -> None:
    """`novbe bookings`"""
    from data.bookings import coming

    with answering(given.json), opened() as store:
        found = coming(store, day=given.day)
        lines = "\n".join(map(_line, found)) or "There are no bookings."
        answer(given.json, {"bookings": [fields_of(booking) for booking in found]}, lines)


def take_in(given: Namespace) -> int:
    """`novbe bookings import`"""
    from data import booking_file

    outcomes = []
    with answering(given.json), opened() as store:
        for outcome in booking_file.take_in(store, given.file):
            outcomes.append(outcome)
            _tell(given, outcome)  # at once: should the store be lost, what is booked has been said
    wrong = [(done.line, done.wrong) for done in outcomes if done.wrong]
    new = [(done.line, done.booking) for done in outcomes if done.booking and not done.known]
    known = [(done.line, done.booking) for done in outcomes if done.booking and done.known]
    fields = {
        "booked": [{"line": line} | fields_of(booking) for line, booking in new],
        "known": [{"line": line} | fields_of(booking) for line, booking in known],
        "wrong": [{"line": line, "error": refused.code, "message": said(refused)} for line, refused in wrong],
    }
    answer(given.json, fields, f"{len(new)} booked, {len(known)} known before, {len(wrong)} wrong.")
    return REFUSED if wrong else 0


def _tell(given: Namespace, outcome: "Outcome") -> None:
    if outcome.wrong:
        print(f"{given.file}:{outcome.line}: {said(outcome.wrong)}", file=sys.stderr)
    elif outcome.booking and not outcome.known and not given.json:
        show(False, outcome.booking)


def picture(payload: str) -> str:
    """The QR code of a payload in half blocks, black on white, for a terminal."""
    import qrcode

    code, text = qrcode.QRCode(border=4), io.StringIO()
    code.add_data(payload, optimize=0)
    code.print_ascii(text, tty=False, invert=True)
    return "".join(f"\x1b[97;40m{line}\x1b[0m\n" for line in text.getvalue().splitlines())


def _line(booking: "views.Booking") -> str:
    name = "".join(filter(str.isprintable, booking.name))
    number = booking.ticket or "-"
    return f"{booking.slot:%Y-%m-%d %H:%M}  {booking.service}  {booking.state}  {number}  {name}".rstrip()
