"""The command that tells what happened to one ticket."""

from argparse import Namespace
from typing import TYPE_CHECKING

from data.cli.answers import answer, answering, fields_of
from data.cli.bookings import day
from data.cli.commands import JSON, add, argument
from data.cli.opened import opened
from data.environment import environment

if TYPE_CHECKING:
    from datetime import tzinfo

    from data.cli.commands import Commands
    from data.overview.views import Chapter

TICKET = argument("ticket", metavar="TICKET", help="a ticket's number, such as A007, or its code")
DAY = argument("--day", metavar="DAY", type=day, help="the service day of the number; today where it is not given")
LANGUAGE = argument("--language", metavar="L", help="in which language, such as az")


def describe(commands: "Commands") -> None:
    """Add the command."""
    add(commands, "story", story, "Tell what happened to one ticket.", TICKET, DAY, LANGUAGE, JSON)


def story(given: Namespace) -> None:
    """`novbe story`"""
    from data import story

    with answering(given.json), opened() as store:
        language = given.language or environment().language
        told = story.read(store, ticket=given.ticket, language=language, day=given.day)
        lines = [_line(chapter, store.centre.zone) for chapter in told.chapters]
        answer(given.json, fields_of(told), "\n".join(lines))


def _line(chapter: "Chapter", zone: "tzinfo") -> str:
    """An act on a line; one that was taken back stands in brackets."""
    text = f"({chapter.text})" if chapter.undone else chapter.text
    about = [part for part in (chapter.by, "".join(filter(str.isprintable, chapter.reason))) if part]
    return "  ".join([f"{chapter.at.astimezone(zone):%Y-%m-%d %H:%M:%S}", text, *about])
