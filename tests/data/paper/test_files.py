"""A paper as a file, in its true size."""

import re
from pathlib import Path

import pytest
from PIL import Image

from data import paper, setup, visitor
from data.refused import Refused
from data.store import Store
from tests.clocks import MovableClock
from tests.commands import Commands
from tests.data.paper.papers import TAKEN, a_centre, codes

PICTURE = paper.ticket(a_centre(80), TAKEN)


def test_a_png_is_the_picture_in_its_size(tmp_path: Path) -> None:
    paper.save(PICTURE, tmp_path / "ticket.PNG")
    with Image.open(tmp_path / "ticket.PNG") as read:
        assert read.tobytes() == PICTURE.tobytes()
        assert round(read.width / read.info["dpi"][0] * 25.4) == 72


def test_a_pdf_has_the_width_that_is_printed(tmp_path: Path) -> None:
    paper.save(PICTURE, tmp_path / "ticket.pdf")
    content = (tmp_path / "ticket.pdf").read_bytes()
    box = re.search(rb"/MediaBox \[ 0 0 ([\d.]+) ([\d.]+) \]", content)
    assert content.startswith(b"%PDF")
    assert box
    assert [round(float(points) / 72 * 25.4, 1) for points in box.groups()] == [
        72.1,
        round(PICTURE.height / 203 * 25.4, 1),
    ]


def test_what_cannot_be_written_is_refused(tmp_path: Path) -> None:
    for file in (tmp_path / "ticket.gif", tmp_path / "ticket", tmp_path / "no" / "ticket.pdf", tmp_path / "a\0.png"):
        with pytest.raises(Refused) as caught:
            paper.save(PICTURE, file)
        assert caught.value.code == "not-allowed"
    with pytest.raises(Refused, match="cannot be written"):
        paper.save(PICTURE, tmp_path, "png")


def test_the_command_writes_both(sqlite_url: str, tmp_path: Path) -> None:
    clock, run = MovableClock(), Commands(sqlite_url)
    setup.init(sqlite_url, a_centre(), clock=clock)
    with Store.open(sqlite_url, clock=clock) as store:
        taken = visitor.take(store, service="id-card")
    png, pdf = tmp_path / "ticket", tmp_path / "ticket.pdf"
    assert run("ticket", taken.code, "--png", str(png), "--pdf", str(pdf)).code == 0
    with Image.open(png) as image:
        assert codes(image) == [taken.qr]
    assert pdf.read_bytes().startswith(b"%PDF")
    done = run("ticket", taken.code, "--json", "--pdf", str(tmp_path / "no" / "ticket.pdf"))
    assert (done.code, done.json["error"]) == (1, "not-allowed")
