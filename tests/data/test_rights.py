"""The table of rights: every row with everybody, and the log says who it was."""

from dataclasses import replace
from pathlib import Path

import pytest

from data import log, people, setup, shifts, visitor, window
from data.centre import read
from data.lifecycle import Act
from data.log import verify
from data.refused import Refused
from data.rights import PEOPLE, READ, RIGHTS, TAKE_OVER
from data.store import Store
from tests.clocks import MORNING
from tests.data import moments, rights
from tests.data.people.staff import SIGNED, signed_centre, staff
from tests.data.refusing import refused
from tests.data.rights import REFUSED
from tests.data.tried import TRIED

OUTSIDE_THE_LOG = {"message", PEOPLE, READ}
TRIED_ELSEWHERE = {Act.INIT, Act.SIGN_ON, TAKE_OVER}


@pytest.fixture(scope="module")
def base(tmp_path_factory: pytest.TempPathFactory) -> rights.Base:
    """A store with people, of which each test has a copy."""
    return rights.base(tmp_path_factory.mktemp("base") / "novbe.db", lambda: MORNING)


def test_each_act_has_its_right() -> None:
    begun_by_nobody = {Act.EXPIRE, Act.PURGE}
    assert set(Act) - begun_by_nobody == {name for name in RIGHTS if name in set(Act)}


def test_each_right_is_tried() -> None:
    sent_back_by_a_transfer = {"send-back"}
    assert set(TRIED) - sent_back_by_a_transfer | TRIED_ELSEWHERE == set(RIGHTS)


@pytest.mark.parametrize("what", TRIED)
def test_everybody_may_what_is_theirs_and_nothing_else(what: str, base: rights.Base, tmp_path: Path) -> None:
    tried = TRIED[what]
    for number, (who, by) in enumerate(base.everybody.items()):
        file, code = tmp_path / f"{number}.db", REFUSED[tried.least][who]
        ticket = base.copy(file, tried.way, trusts=by is None and "trusts" in who)
        with Store.open(f"sqlite:///{file}", clock=base.clock) as store:
            before = store.revision()
            if code:
                assert (who, refused(store, lambda: tried.deed(store, by, ticket))) == (who, code)  # noqa: B023
            else:
                tried.deed(store, by, ticket)
                new = list(log.events(store, since=before))
                assert bool(new) == (what not in OUTSIDE_THE_LOG), who
                assert {event.person for event in new} <= {by and by.person}, who
            assert verify(store).ok


@pytest.mark.parametrize(
    ("who", "code"),
    [
        ("who has the window, by a command", "signed-on-elsewhere"),
        ("who has another window", "signed-on-elsewhere"),
        ("who has no window", None),
        ("a supervisor", None),
        ("who was disabled", "not-signed-on"),
    ],
)
def test_who_signs_on_at_a_free_window(who: str, code: str | None, base: rights.Base, tmp_path: Path) -> None:
    base.copy(tmp_path / "novbe.db", _nobody_at_3, trusts=False)
    by = base.everybody[who]
    assert by
    with Store.open(f"sqlite:///{tmp_path / 'novbe.db'}", clock=base.clock) as store:
        if code:
            assert refused(store, lambda: shifts.sign_on(store, window=3, by=by)) == code
        else:
            assert shifts.sign_on(store, window=3, by=by).session


def _nobody_at_3(store: Store, clock: object) -> None:
    shifts.sign_off(store, window=3)


@pytest.mark.parametrize(
    ("who", "code"),
    [
        ("who has the window, by a command", None),
        ("who has another window", "supervisor-only"),
        ("who has no window", "supervisor-only"),
        ("a supervisor", None),
        ("a supervisor with the screen of another window", None),
        ("who was disabled", "not-signed-on"),
    ],
)
def test_who_takes_a_window_over(who: str, code: str | None, base: rights.Base, tmp_path: Path) -> None:
    base.copy(tmp_path / "novbe.db", moments.serving, trusts=False)
    by = base.everybody[who]
    assert by
    with Store.open(f"sqlite:///{tmp_path / 'novbe.db'}", clock=base.clock) as store:
        if code:
            assert refused(store, lambda: shifts.sign_on(store, window=1, by=by, take_over=True)) == code
        else:
            signed = shifts.sign_on(store, window=1, by=by, take_over=True)
            assert window.finish(store, window=1, by=signed).ticket == "A001"
        assert verify(store).ok


def test_the_same_on_each_database(store: Store, url: str) -> None:
    by = staff(store)
    aysel = shifts.sign_on(store, window=1, by=by["Aysel"])
    setup.init(url, signed_centre(), clock=lambda: MORNING)
    visitor.take(store, service="passport")
    assert refused(store, lambda: window.open(store, window=1)) == "not-signed-on"
    assert refused(store, lambda: window.open(store, window=1, by=by["Rauf"])) == "not-yours"
    window.open(store, window=1, by=aysel)
    window.call(store, window=1, by=by["Aysel"])
    assert refused(store, lambda: window.remove(store, ticket="A001", reason="left", by=aysel)) == "supervisor-only"
    window.remove(store, ticket="A001", reason="left", by=by["Leyla"])
    people.disable(store, "Aysel", by=by["Leyla"])
    assert refused(store, lambda: window.close(store, window=1, by=aysel)) == "not-signed-on"
    said = [(event.act, event.person) for event in log.events(store) if event.act in ("open", "call", "remove")]
    assert said == [("open", aysel.person), ("call", aysel.person), ("remove", by["Leyla"].person)]
    assert verify(store).ok


def test_a_role_is_what_the_store_says_and_not_what_is_claimed(store: Store, url: str) -> None:
    by = staff(store)
    setup.init(url, read(SIGNED, "centre.toml"), clock=lambda: MORNING)
    for claim in (replace(by["Aysel"], role="supervisor"), replace(by["Aysel"], person=4711, role="supervisor")):
        with pytest.raises(Refused) as caught:
            window.open(store, window=1, by=claim)
        assert caught.value.code in ("not-yours", "not-signed-on")
