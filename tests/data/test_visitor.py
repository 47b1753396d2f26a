"""What a visitor does: takes a ticket, looks at it, gives it up."""

import re
from datetime import timedelta
from typing import Any

import pytest

from data import setup, visitor, window
from data.admission import ALPHABET, new_code
from data.centre import read
from data.log import verify
from data.store import Store
from tests.clocks import MORNING, MovableClock
from tests.conftest import CENTRE
from tests.data import raw
from tests.data.kinds import sqlite_only
from tests.data.refusing import refused


def test_a_ticket_as_it_was_taken(store: Store) -> None:
    taken = visitor.take(store, service="id-card", language="ru")
    assert (taken.ticket, taken.service, taken.class_, taken.language) == ("A001", "id-card", "normal", "ru")
    assert (taken.state, taken.ahead, taken.window) == ("waiting", 0, None)
    assert (taken.service_day.isoformat(), taken.at, taken.revision) == ("2026-11-25", MORNING, 2)
    assert re.fullmatch(f"[{ALPHABET}]{{17}}", taken.code)
    assert taken.qr == f"NOVBE:{taken.code}"
    assert visitor.ticket(store, code=taken.code) == taken
    assert visitor.take(store, service="tax").language == "az"


@sqlite_only
def test_services_of_one_series_share_their_numbers(store: Store) -> None:
    names = [visitor.take(store, service=service).ticket for service in ("id-card", "passport", "tax", "id-card")]
    assert names == ["A001", "A002", "B001", "A003"]


def test_the_qr_is_the_address_and_the_code(sqlite_url: str, clock: MovableClock) -> None:
    text = CENTRE.replace('id = "test"', 'id = "test"\naddress = "https://q.example.az/"')
    setup.init(sqlite_url, read(text, "centre.toml"), clock=clock)
    with Store.open(sqlite_url, clock=clock) as store:
        taken = visitor.take(store, service="tax")
        assert taken.qr == f"HTTPS://Q.EXAMPLE.AZ/{taken.code}"
        assert taken.qr.upper() == taken.qr
        for written in (taken.qr, taken.qr.lower(), f" {taken.qr}\n"):
            assert visitor.ticket(store, code=written).ticket == "B001"


def test_a_code_in_any_way_of_writing(store: Store, url: str) -> None:
    taken = visitor.take(store, service="id-card")
    raw.run(url, f"UPDATE ticket SET code = '0123456789ABCDE01' WHERE code = '{taken.code}'")
    for code in (
        "0123456789ABCDE01",
        "0123456789abcde01",
        "O123456789ABCDEOI",
        "o123456789abcdeol",
        "NOVBE:0123456789ABCDE01",
        "novbe:o123456789abcdeoi",
        "HTTPS://Q.EXAMPLE.AZ/0123456789ABCDE01",
        "https://q.example.az/t/0123456789abcde01",
        " 0123-4567 89AB-CDE0-1 ",
    ):
        assert visitor.ticket(store, code=code).ticket == "A001", code


def test_a_code_with_one_wrong_character(store: Store) -> None:
    code = visitor.take(store, service="id-card").code
    for place, character in enumerate(code):
        other = ALPHABET[(ALPHABET.index(character) + 1) % 32]
        wrong = code[:place] + other + code[place + 1 :]
        assert refused(store, lambda wrong=wrong: visitor.ticket(store, code=wrong)) == "unknown-code"
        assert refused(store, lambda wrong=wrong: visitor.cancel(store, code=wrong)) == "unknown-code"
    for wrong in ("", "U" * 17, code[:-1], code + "0", "A001", "é" * 17, "x" * 10_000, "\x00", "\ud800", "[/]"):
        assert refused(store, lambda wrong=wrong: visitor.ticket(store, code=wrong)) == "unknown-code"


def test_codes_cannot_be_guessed_from_one_another() -> None:
    assert new_code(b"\x00" * 11) == "0" * 17
    assert new_code(b"\xff" * 11) == "Z" * 17
    assert len({new_code(bytes([byte]) + b"\x00" * 10) for byte in range(256)}) == 256


@sqlite_only
def test_codes_come_from_the_random_bytes_of_the_store(store: Store) -> None:
    codes = {visitor.take(store, service="tax").code for _ in range(50)}
    assert len({code[:4] for code in codes}) > 45


def test_ahead_counts_who_waits_with_a_smaller_place(store: Store, clock: MovableClock) -> None:
    window.open(store, window=3)
    codes = []
    for class_ in ("normal", "normal", "priority"):
        codes.append(visitor.take(store, service="id-card", class_=class_).code)
        clock.advance(60)
    visitor.take(store, service="passport")
    ahead = lambda: [visitor.ticket(store, code=code).ahead for code in codes]  # noqa: E731
    assert ahead() == [1, 2, 0]
    window.call(store, window=3)
    assert ahead() == [0, 1, None]
    visitor.cancel(store, code=codes[0])
    assert ahead() == [None, 0, None]


@sqlite_only
def test_the_place_is_the_arrival_less_the_head_start(store: Store, url: str) -> None:
    for class_, reason in (("normal", None), ("priority", None), ("immediate", "fell ill")):
        visitor.take(store, service="tax", class_=class_, reason=reason)
    starts = [
        timedelta(microseconds=arrival - place) for arrival, place in raw.rows(url, "SELECT arrival, place FROM ticket")
    ]
    assert starts == [timedelta(0), timedelta(minutes=20), timedelta(hours=24)]


def test_one_key_is_one_ticket(store: Store, clock: MovableClock) -> None:
    first = visitor.take(store, service="id-card", key="k-1", language="en")
    clock.advance(60)
    before = store.revision()
    again = visitor.take(store, service="id-card", key="k-1", language="ru")
    assert (again, store.revision()) == (first, before)
    window.open(store, window=1)
    window.call(store, window=1)
    now = visitor.take(store, service="id-card", key="k-1")
    assert (now.code, now.state, now.ahead, now.window) == (first.code, "called", None, 1)
    assert (now.at, now.revision) == (first.at, first.revision)
    for service, class_ in (("passport", "normal"), ("id-card", "priority"), ("visa", "normal")):
        again = lambda s=service, c=class_: visitor.take(store, service=s, class_=c, key="k-1")  # noqa: E731
        assert refused(store, again) == "key-reused"
    window.transfer(store, window=1, service="tax")
    assert visitor.take(store, service="id-card", key="k-1").service == "tax"


def test_a_key_holds_when_the_service_is_closed_or_full(sqlite_url: str, clock: MovableClock) -> None:
    text = CENTRE.replace('series = "C"', 'series = "C"\nquota = 1')
    hours = text.replace('id = "test"', 'id = "test"\nhours = { wed = ["10:00-10:45"] }')
    setup.init(sqlite_url, read(hours, "centre.toml"), clock=clock)
    with Store.open(sqlite_url, clock=clock) as store:
        first = visitor.take(store, service="notary", key="k")
        assert visitor.take(store, service="notary", key="k") == first
        clock.advance(hours=5)
        assert visitor.take(store, service="notary", key="k").code == first.code
        clock.advance(days=7)
        assert visitor.take(store, service="notary", key="k").state == "expired"


@sqlite_only
def test_without_a_key_each_request_is_a_ticket(store: Store) -> None:
    assert [visitor.take(store, service="tax", key=key).ticket for key in (None, "", None, "")] == [
        f"B{number:03}" for number in range(1, 5)
    ]


def test_the_quota_of_a_day(sqlite_url: str, clock: MovableClock) -> None:
    text = CENTRE.replace('series = "C"', 'series = "C"\nquota = 2')
    setup.init(sqlite_url, read(text, "centre.toml"), clock=clock)
    with Store.open(sqlite_url, clock=clock) as store:
        visitor.take(store, service="notary")
        code = visitor.take(store, service="notary").code
        assert refused(store, lambda: visitor.take(store, service="notary")) == "quota-full"
        visitor.cancel(store, code=code)
        assert refused(store, lambda: visitor.take(store, service="notary", class_="priority")) == "quota-full"
        visitor.take(store, service="tax")
        clock.advance(days=1)
        assert visitor.take(store, service="notary").ticket == "C001"


def test_the_hours_of_a_centre(sqlite_url: str, clock: MovableClock) -> None:
    text = CENTRE.replace('id = "test"', 'id = "test"\nhours = { wed = ["10:00-10:45"] }')
    setup.init(sqlite_url, read(text, "centre.toml"), clock=clock)
    with Store.open(sqlite_url, clock=clock) as store:
        clock.set(MORNING + timedelta(minutes=10, seconds=-1))
        visitor.take(store, service="tax")
        clock.advance(1)
        assert refused(store, lambda: visitor.take(store, service="tax")) == "service-closed"
        window.open(store, window=3)
        assert window.call(store, window=3), "whoever has a ticket is served after the hours"


@sqlite_only
@pytest.mark.parametrize(
    ("wanted", "code"),
    [
        ({"service": "visa"}, "unknown-service"),
        ({"service": ""}, "unknown-service"),
        ({"service": "ID-CARD"}, "unknown-service"),
        ({"service": "[/]"}, "unknown-service"),
        ({"service": "x" * 5000}, "unknown-service"),
        ({"service": "tax\x1b[2J\n"}, "unknown-service"),
        ({"class_": "vip"}, "unknown-class"),
        ({"class_": ""}, "unknown-class"),
        ({"class_": "Normal"}, "unknown-class"),
        ({"class_": "immediate"}, "reason-missing"),
        ({"class_": "immediate", "reason": "  "}, "reason-missing"),
        ({"language": "de"}, "not-allowed"),
        ({"language": ""}, "not-allowed"),
        ({"language": "\ud800"}, "not-allowed"),
    ],
)
def test_what_cannot_be_taken(store: Store, wanted: dict[str, str], code: str) -> None:
    assert refused(store, lambda: visitor.take(store, **({"service": "tax"} | wanted))) == code  # type: ignore[arg-type]


def test_any_text_may_be_a_key_or_a_reason(store: Store) -> None:
    for text in ("[/]", "🪪👩‍👩‍👧‍👦", "Ə" * 200, "'; DROP TABLE ticket; --", "{x}", "%s", "\x1b[2J", "x" * 500):
        first = visitor.take(store, service="tax", class_="immediate", key=text, reason=text)
        assert visitor.take(store, service="tax", class_="immediate", key=text).code == first.code
    assert verify(store).ok


def test_what_is_no_text_or_too_long_is_refused(store: Store) -> None:
    for text in ("a\x00b", "\ud800", "x" * 501, "x" * 1_000_000):
        wrong: tuple[dict[str, Any], ...] = ({"key": text}, {"reason": text})
        for wanted in wrong:
            assert refused(store, lambda wanted=wanted: visitor.take(store, service="tax", **wanted)) == "not-allowed"


def test_cancel(store: Store, clock: MovableClock) -> None:
    taken = visitor.take(store, service="tax")
    clock.advance(60)
    gone = visitor.cancel(store, code=taken.qr.lower())
    assert (gone.state, gone.ahead, gone.at, gone.revision) == ("cancelled", None, clock.moment, store.revision())
    assert refused(store, lambda: visitor.cancel(store, code=taken.code)) == "not-allowed"
    assert verify(store).ok
