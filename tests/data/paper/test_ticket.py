"""The paper of a ticket: what it says, in every language, and that nothing of it is lost."""

from dataclasses import replace
from datetime import timedelta
from itertools import product
from typing import Any

import numpy as np
import pytest

from data import paper
from data.paper.contents import described, grouped
from data.paper.parts import DOTS, MARGIN, Bar, Large, Text
from data.paper.picture import picture
from data.texts import words
from data.views import Ticket
from tests.clocks import MORNING
from tests.data.paper.papers import ARABIC, BOOKED, CODE, TAKEN, WHERE, a_centre, codes, ink

WIDTHS = (58, 80)
LANGUAGES = ("az", "en", "ru", "fr", "es", "ar")
KINDS = (TAKEN, BOOKED, replace(TAKEN, class_="priority"), replace(TAKEN, class_="immediate", ticket="AB12345"))


def said(view: Ticket, copy: bool = False, **centre: Any) -> str:
    """The texts of a paper."""
    parts = described(a_centre(**centre), view, copy=copy).parts
    return "\n".join(part.text for part in parts if isinstance(part, Text | Large))


@pytest.mark.parametrize(("width", "language"), list(product(WIDTHS, LANGUAGES)))
def test_the_code_is_read_and_the_ink_keeps_within_the_margins(width: int, language: str) -> None:
    centre = a_centre(width, more=WHERE, ar=ARABIC)
    for view, copy in product(KINDS, (False, True)):
        image = paper.ticket(centre, replace(view, language=language), copy=copy)
        assert (image.mode, image.width) == ("1", DOTS[width])
        assert codes(image) == [TAKEN.qr]
        dots = ink(image)
        assert not dots[:, :MARGIN].any()
        assert not dots[:, -MARGIN:].any()
        assert not dots[:MARGIN].any()
        assert not dots[-MARGIN:].any()


@pytest.mark.parametrize("width", WIDTHS)
def test_the_longest_address_is_read(width: int) -> None:
    qr = f"HTTPS://{'Q' * 35}/{CODE}"
    assert codes(paper.ticket(a_centre(width), replace(TAKEN, qr=qr))) == [qr]


def test_what_a_ticket_says() -> None:
    text = said(replace(TAKEN, language="en"), more=WHERE)
    assert text.splitlines()[:4] == ["Centre", "A007", "Identity card", "7 people ahead"]
    assert "Hall 2, windows 5-8" in text
    assert f"{words('en').date(MORNING.date())}  10:20" in text
    assert "0123 4567 89AB CDEFG" in text
    assert "COPY" not in text
    assert "Please wait here" not in said(TAKEN)


def test_each_visitor_reads_their_language() -> None:
    assert "Удостоверение личности" in said(replace(TAKEN, language="ru"))
    assert words("ru").count("{n} person ahead", "{n} people ahead", 7) in said(replace(TAKEN, language="ru"))
    assert ARABIC in said(replace(TAKEN, language="ar"), ar=ARABIC)
    assert "Şəxsiyyət vəsiqəsi" in said(replace(TAKEN, language="fr"))


def test_a_booking_has_its_slot_and_no_number() -> None:
    text = said(replace(BOOKED, language="en"), more=WHERE)
    assert text.splitlines()[:3] == ["Centre", "Your appointment", "Identity card"]
    assert "11:20" in text
    assert "between 10:50 and 11:30" in text
    assert "ahead" not in text
    assert "A0" not in text


def test_a_copy_says_so_first_and_in_large_letters() -> None:
    first = described(a_centre(), replace(TAKEN, language="en"), copy=True).parts[0]
    assert first == Large("COPY", 0.16, white=True)
    one, two = (ink(paper.ticket(a_centre(), TAKEN, copy=copy)) for copy in (False, True))
    assert two.shape[0] > one.shape[0] + 40


def test_the_class_is_a_sign_and_no_word() -> None:
    def signs(class_: str) -> list[str]:
        view = replace(TAKEN, class_=class_)
        assert said(view) == said(TAKEN)
        return [part.sign for part in described(a_centre(), view).parts if isinstance(part, Bar)]

    assert [signs(class_) for class_ in ("normal", "priority", "immediate")] == [[], ["priority"], ["immediate"]]
    pictures = {paper.ticket(a_centre(), replace(TAKEN, class_=sign)).tobytes() for sign in ("priority", "immediate")}
    assert len(pictures) == 2


@pytest.mark.parametrize("width", WIDTHS)
def test_the_number_is_as_large_as_the_paper_allows(width: int) -> None:
    for number in ("A001", "AB12345", "W999"):
        alone = replace(described(a_centre(width), TAKEN), parts=(Large(number),))
        columns = np.flatnonzero(ink(picture(alone)).any(axis=0))
        assert columns[-1] - columns[0] > 0.93 * (DOTS[width] - 2 * MARGIN)


@pytest.mark.parametrize("width", WIDTHS)
def test_a_long_name_makes_the_paper_longer(width: int) -> None:
    heights = []
    for name in ("Pasport", "Ümumvətəndaş pasportunun dəyişdirilməsi və yenidən verilməsi", "Ə" * 120):
        image = paper.ticket(a_centre(width, name), TAKEN)
        assert codes(image) == [TAKEN.qr]
        heights.append(image.height)
    assert heights == sorted(set(heights))


def test_the_time_is_that_of_the_centre_and_may_be_given() -> None:
    text = [
        part.text
        for part in described(a_centre(), TAKEN, at=MORNING + timedelta(hours=20)).parts
        if isinstance(part, Text)
    ]
    assert f"{words('az').date((MORNING + timedelta(days=1)).date())}  06:20" in text


def test_the_same_ticket_is_the_same_picture() -> None:
    assert paper.ticket(a_centre(), TAKEN).tobytes() == paper.ticket(a_centre(), TAKEN).tobytes()


def test_a_code_in_groups() -> None:
    assert grouped(CODE).replace(" ", "") == CODE
    assert max(map(len, grouped(CODE).split())) <= 5


@pytest.mark.parametrize("width", WIDTHS)
def test_a_test_page_reaches_both_edges_and_has_a_code(width: int) -> None:
    image = paper.test_page(a_centre(width))
    columns = np.flatnonzero(ink(image).any(axis=0))
    assert (columns[0], columns[-1] >= DOTS[width] - MARGIN - 8) == (MARGIN, True)
    assert codes(image) == ["NOVBE:TEST"]
