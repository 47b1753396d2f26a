"""A hall whose store is away says since when its numbers stand, and catches up once it is back."""

import json
import shutil
from pathlib import Path

import httpx

from tests.clocks import MovableClock
from tests.display.web.centres import Centre
from tests.display.web.served import Served
from tests.display.web.streamed import listening


def test_while_the_store_is_away_the_numbers_stand_and_it_says_since_when(
    sqlite_url: str, tmp_path: Path, clock: MovableClock, served_sqlite: Served
) -> None:
    centre = Centre(sqlite_url, clock)
    centre.open(1)
    centre.take(times=2)
    (called,) = centre.call(1)
    with (
        listening(f"{served_sqlite.address}/hall/events") as stream,
        listening(f"{served_sqlite.address}/events") as open_data,
    ):
        pictures = (json.loads(stream.next("message").data) for _ in iter(int, 1))
        next(one for one in pictures if called in one["parts"]["tile0"])
        files = list(tmp_path.glob("novbe.db*"))
        away = tmp_path / "away"
        away.mkdir()
        for file in files:
            shutil.move(file, away / file.name)
        stands = next(one for one in pictures if "outage" in one["look"])
        assert "10:20" in stands["parts"]["status"]
        assert called in stands["parts"]["tile0"]
        assert str(tmp_path) not in open_data.next("outage").data
        assert str(tmp_path) not in httpx.get(f"{served_sqlite.address}/hall?windows=2").text
        for file in files:
            shutil.move(away / file.name, file)
        back = next(one for one in pictures if "outage" not in one["look"])
        assert not back["parts"]["status"].strip()
