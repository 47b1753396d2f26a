"""What stands in the hall, read off its tiles."""

from typing import Any

from textual.pilot import Pilot

from display.hall.app import HallApp
from display.hall.shape import Shape
from display.hall.tiles import Tile
from display.parts.big import BigText


def tiles(pilot: Pilot[Any]) -> list[Tile]:
    return [tile for tile in pilot.app.query(Tile) if tile.display and tile.size]


def big(pilot: Pilot[Any]) -> list[list[str]]:
    """What stands in big letters: ticket and window of each tile."""
    return [[letters.value for letters in tile.query(BigText)] for tile in tiles(pilot)]


def marked(pilot: Pilot[Any]) -> list[str]:
    """The tickets whose tile carries the mark."""
    return [tile.query_one(".ticket", BigText).value for tile in tiles(pilot) if tile.query_one(".mark", Shape).drawn]


def lit(pilot: Pilot[Any]) -> list[str]:
    """The tickets whose tile is lit."""
    return [tile.query_one(".ticket", BigText).value for tile in tiles(pilot) if tile.has_class("-lit")]


def tick(pilot: Pilot[Any]) -> None:
    assert isinstance(pilot.app, HallApp)
    pilot.app.tick()
