"""What does the paper of a ticket say, and in which words?"""

from collections.abc import Mapping
from datetime import datetime
from typing import TYPE_CHECKING

from data.centre.settings import Centre
from data.paper.fonts import drawable
from data.paper.parts import DOTS, Bar, Code, Large, Paper, Part, Rule, Sign, Text
from data.paper.picture import picture
from data.paper.spoken import Spoken
from data.refused import mark
from data.texts import own_name, right_to_left
from data.views import Ticket

if TYPE_CHECKING:
    from PIL.Image import Image

COPY = mark("COPY")
APPOINTMENT = mark("Your appointment")
BETWEEN = mark("Please check in at a kiosk between {first} and {last}: scan this code or type it.")
WAIT_HERE = mark("Please wait here:")
PRINTER_TEST = mark("Printer test")
SIGNS: Mapping[str, Sign] = {"priority": "priority", "immediate": "immediate"}
SMALL, BIG, TIME = 0.055, 0.09, 0.3
GROUPS = (4, 8, 12)
FRAME = "NOVBE:TEST"


def ticket(centre: Centre, view: Ticket, *, at: datetime | None = None, copy: bool = False) -> "Image":
    """The paper of a ticket or a booking, in the visitor's language, as wide as the centre's paper.

    `at` is the moment that the paper speaks of, that of the ticket's last event where none is given. A `copy` says so
    in large letters. The same arguments give the same picture.
    """
    return picture(described(centre, view, at=at, copy=copy))


def described(centre: Centre, view: Ticket, *, at: datetime | None = None, copy: bool = False) -> Paper:
    """The paper before it is drawn."""
    said = Spoken(centre, view.language)
    head: list[Part] = [Large(said(COPY), 0.16, white=True)] if copy else []
    head.append(Text(said.name(centre.name)))
    middle = _number(said, view, at or view.at) if view.ticket else _appointment(said, view)
    tail = [Code(view.qr), Text(grouped(view.code), bold=True)]
    return Paper(DOTS[centre.kiosk.paper], right_to_left(view.language), (*head, *middle, *tail))


def grouped(code: str) -> str:
    """A code in groups that can be read out and typed: any way of writing it is understood."""
    starts = (0, *GROUPS)
    return " ".join(code[start:end] for start, end in zip(starts, (*GROUPS, None), strict=True))


def test_page(centre: Centre) -> "Image":
    """A page that shows whether a printer is set up well: its width, its letters in every language, and a code."""
    said = Spoken(centre, centre.languages[0])
    names = [Text(own_name(language)) for language in centre.languages if drawable(own_name(language))]
    parts = (Rule(), Text(said.name(centre.name), bold=True), Text(said(PRINTER_TEST)), Large("A007"), *names)
    return picture(Paper(DOTS[centre.kiosk.paper], said.right_to_left, (*parts, Code(FRAME), Rule())))


def _number(said: Spoken, view: Ticket, at: datetime) -> list[Part]:
    """The parts of a ticket that has its number."""
    parts: list[Part] = [Large(view.ticket), Text(said.service(view.service), BIG, bold=True)]
    if view.class_ in SIGNS:
        parts.append(Bar(SIGNS[view.class_]))
    if view.ahead is not None:
        parts.append(Text(said.count("{n} person ahead", "{n} people ahead", view.ahead)))
    local = at.astimezone(said.zone)
    return [*parts, *_where(said, view), Rule(), Text(f"{said.date(local)}  {said.time(local)}", SMALL)]


def _appointment(said: Spoken, view: Ticket) -> list[Part]:
    """The parts of a booking: its slot, and when it may be checked in."""
    parts: list[Part] = [Text(said(APPOINTMENT), bold=True), Text(said.service(view.service), BIG, bold=True)]
    if view.slot is None:
        return parts
    slot = view.slot.astimezone(said.zone)
    first, last = said.check_in(view.slot)
    between = said(BETWEEN, first=said.time(first), last=said.time(last))
    return [*parts, Text(said.date(slot)), Large(said.time(slot), TIME), *_where(said, view), Text(between, SMALL)]


def _where(said: Spoken, view: Ticket) -> list[Part]:
    where = said.where(view.service)
    return [Text(said(WAIT_HERE), SMALL), Text(where, bold=True)] if where else []
