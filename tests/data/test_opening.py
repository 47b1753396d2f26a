"""The store of a screen: made at first, and waited for ever after."""

from pathlib import Path

import pytest

from data.opening import Opener
from data.refused import Refused
from data.store import Store


@pytest.fixture
def file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A place for a store, which the environment names."""
    place = tmp_path / "new" / "store.db"
    monkeypatch.setenv("NOVBE_STORE", str(place))
    return place


def test_where_there_is_none_it_is_made_once(file: Path) -> None:
    told: list[str] = []
    opener = Opener(str(file), created=told.append)
    for _ in range(2):
        with opener() as store:
            assert (store.centre.id, store.revision()) == ("demo", 1)
    assert told == [f"sqlite:///{file}"]


def test_one_that_is_there_is_opened(file: Path) -> None:
    told: list[str] = []
    Opener(str(file), created=told.append)().close()
    Opener(str(file), created=told.append)().close()
    assert len(told) == 1


def test_one_that_went_away_is_not_followed_by_an_empty_one(file: Path) -> None:
    opener = Opener(str(file), created=lambda url: None)
    opener().close()
    aside = file.rename(file.with_name("aside.db"))
    with pytest.raises(Refused, match="There is no store"):
        opener()
    assert not file.exists()
    aside.rename(file)
    with opener() as store:
        assert isinstance(store, Store)


def test_what_cannot_be_made_is_refused(file: Path) -> None:
    file.parent.write_text("a file where the folder should be")
    with pytest.raises(Refused) as refused:
        Opener(str(file), created=lambda url: None)()
    assert refused.value.of_store
