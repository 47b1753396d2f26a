import pytest

from data.centre import Centre
from tests.clocks import MovableClock
from tests.display.hall.stage import Stage


@pytest.fixture
def stage(centre: Centre, clock: MovableClock, monkeypatch: pytest.MonkeyPatch) -> Stage:
    """A hall whose store is a stage."""
    stage = Stage(centre, clock)
    monkeypatch.setattr("display.hall.app.look", stage.look)
    monkeypatch.setattr("display.parts.line.watch", lambda store: stage)
    monkeypatch.setattr("display.parts.line.RETRY", 0.05)
    return stage
