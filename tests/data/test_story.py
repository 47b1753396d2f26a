"""The log of one ticket, told in words."""

import pytest

from data import setup, shifts, story, supervise, visitor, window
from data.centre import read
from data.overview.views import Story
from data.refused import Refused
from data.store import Store
from tests.clocks import MovableClock
from tests.commands import Commands
from tests.conftest import CENTRE
from tests.data import raw
from tests.data.bookable import SLOT, bookable, booked, minutes
from tests.data.people.staff import staff


def told(store: Store, ticket: str = "A001", language: str = "en") -> Story:
    return story.read(store, ticket=ticket, language=language)


def texts(found: Story) -> list[str]:
    return [chapter.text for chapter in found.chapters]


def test_a_visit_is_told_from_the_ticket_to_the_finish(store: Store, clock: MovableClock) -> None:
    by = shifts.sign_on(store, window=1, by=staff(store)["Leyla"])
    window.open(store, window=1, by=by)
    visitor.take(store, service="id-card")
    clock.advance(minutes=3)
    window.call(store, window=1, by=by)
    clock.advance(30)
    window.recall(store, window=1, by=by)
    window.start(store, window=1, by=by)
    window.hold(store, window=1, reason="a photo is missing", by=by)
    window.resume(store, window=1, ticket="A001", by=by)
    window.start(store, window=1, by=by)
    window.finish(store, window=1, by=by)
    found = told(store)
    assert (found.ticket, found.service, found.state) == ("A001", "id-card", "served")
    assert texts(found) == [
        "Ticket taken for: Identity card.",
        "Called to window 1.",
        "Called once more to window 1.",
        "Began to be served at window 1.",
        "Put on hold at window 1.",
        "Called back from hold to window 1.",
        "Began to be served at window 1.",
        "Served at window 1.",
    ]
    assert [chapter.by for chapter in found.chapters] == ["", *["Leyla"] * 7]
    assert [chapter.reason for chapter in found.chapters if chapter.reason] == ["a photo is missing"]
    assert (found.chapters[1].at - found.chapters[0].at).total_seconds() == 180


def test_what_was_undone_is_told_as_such(store: Store, clock: MovableClock) -> None:
    window.open(store, window=1)
    visitor.take(store, service="id-card")
    clock.advance(5)
    window.call(store, window=1)
    clock.advance(5)
    window.undo(store, window=1)
    found = told(store)
    assert texts(found)[1:] == ["Called to window 1.", "What was done at 10:20:05 was taken back."]
    assert [chapter.undone for chapter in found.chapters] == [False, True, False]


def test_what_is_out_of_the_ordinary_is_told_with_its_reason(store: Store, clock: MovableClock) -> None:
    window.open(store, window=1)
    window.open(store, window=3)
    visitor.take(store, service="id-card", class_="priority", reason="was here before")
    window.call(store, window=1, ticket="A001", reason="cannot wait")
    window.transfer(store, window=1, service="tax")
    window.call(store, window=3)
    window.send_back(store, window=3)
    supervise.front(store, ticket="A001", reason="is ill")
    window.remove(store, ticket="A001", reason="has left")
    assert texts(told(store)) == [
        "Ticket taken with priority for: Identity card.",
        "Called out of turn to window 1.",
        "Sent by window 1 to: Tax.",
        "Called to window 3.",
        "Sent by window 3 to window 1: Identity card.",
        "Put in front of the others.",
        "Taken out by the staff.",
    ]
    reasons = [chapter.reason for chapter in told(store).chapters]
    assert reasons == ["was here before", "cannot wait", "", "", "", "is ill", "has left"]


def test_a_reason_that_was_purged_is_told_no_more(store: Store, url: str) -> None:
    visitor.take(store, service="tax")
    window.remove(store, ticket="B001", reason="has left")
    raw.run(url, "DELETE FROM note")
    assert [chapter.reason for chapter in told(store, "B001").chapters] == ["", ""]


def test_a_person_whose_name_was_emptied_is_told_by_number(store: Store, url: str) -> None:
    leyla = staff(store)["Leyla"]
    visitor.take(store, service="tax")
    window.remove(store, ticket="B001", reason="x", by=leyla)
    raw.run(url, f"UPDATE person SET name = '' WHERE id = {leyla.person}")
    assert told(store, "B001").chapters[-1].by == f"Person {leyla.person}"


def test_steps_and_walk_ins_are_told(sqlite_url: str, clock: MovableClock) -> None:
    steps = CENTRE.replace('series = "B"', 'series = "B"\nthen = ["notary"]')
    setup.init(sqlite_url, read(steps, "centre.toml"), clock=clock)
    with Store.open(sqlite_url, clock=clock) as store:
        window.open(store, window=2)
        came = window.walk_in(store, window=2, service="tax")
        window.finish(store, window=2)
        assert texts(told(store, came.ticket)) == [
            "Came to window 2 without a ticket: Tax.",
            "Served at window 2, and goes on to: Notary.",
        ]


def test_an_appointment_is_told_from_its_making(sqlite_url: str, clock: MovableClock) -> None:
    setup.init(sqlite_url, bookable(), clock=clock)
    with Store.open(sqlite_url, clock=clock) as store:
        ticket, missed = booked(store), booked(store, SLOT + minutes(20))
        clock.set(SLOT)
        visitor.check_in(store, code=ticket.code)
        assert texts(told(store, ticket.code)) == [
            "Appointment made for Wednesday, November 25, 2026, 11:20: Notary.",
            "Came to the appointment, and got number C001.",
        ]
        clock.advance(days=1)
        visitor.take(store, service="tax")
        assert texts(told(store, missed.code))[-1] == "Nobody came for the appointment in time."


def test_a_number_is_todays_unless_another_day_is_named(store: Store, clock: MovableClock) -> None:
    first = visitor.take(store, service="tax")
    clock.advance(days=1)
    visitor.take(store, service="tax")
    assert told(store, "B001").service_day.isoformat() == "2026-11-26"
    yesterday = story.read(store, ticket="B001", language="en", day=first.service_day)
    assert yesterday.chapters[-1].text == "Expired: the service day was over."
    with pytest.raises(Refused) as caught:
        told(store, "B002")
    assert caught.value.code == "unknown-ticket"


def test_the_command_tells_it_by_the_clock_of_the_centre(
    sqlite_store: Store, sqlite_url: str, clock: MovableClock
) -> None:
    leyla = staff(sqlite_store)["Leyla"]
    ticket = visitor.take(sqlite_store, service="tax")
    clock.advance(61)
    window.remove(sqlite_store, ticket="B001", reason="has\x1b left", by=leyla)
    run = Commands(sqlite_url)
    lines = [
        "2026-11-25 10:20:00  Ticket taken for: Tax.",
        "2026-11-25 10:21:01  Taken out by the staff.  Leyla  has left",
    ]
    day = ("--day", "2026-11-25")
    assert run("story", "B001", *day).out.splitlines() == lines
    assert run("story", ticket.code).out.splitlines() == lines
    found = run("story", "b1", *day, "--json").json
    assert (found["ticket"], found["state"]) == ("B001", "removed")
    assert [chapter["act"] for chapter in found["chapters"]] == ["take", "remove"]
    assert run("story", "B009", *day, "--json").json["error"] == "unknown-ticket"
