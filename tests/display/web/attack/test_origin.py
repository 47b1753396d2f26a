"""Can another site, or a link, act for the holder of a ticket?"""

import pytest

from data import visitor
from data.store.shape import TABLES
from tests.data import raw
from tests.display.web.attack.conftest import Target
from tests.display.web.attack.judged import faults
from tests.display.web.attack.wire import ask, get, request

FOREIGN = {
    "another site": {"Origin": "http://evil.example", "Sec-Fetch-Site": "cross-site"},
    "another site of the same owner": {"Origin": "http://evil.127.0.0.1", "Sec-Fetch-Site": "same-site"},
    "another site, by an old browser": {"Origin": "http://evil.example"},
    "another port, by an old browser": {"Origin": "http://127.0.0.1:1"},
    "a longer name, by an old browser": {"Origin": "http://127.0.0.1.evil.example"},
    "it says cross-site, but no origin": {"Sec-Fetch-Site": "cross-site"},
    "it says cross-site, with our origin": {"Origin": "http://127.0.0.1", "Sec-Fetch-Site": "cross-site"},
    "it says none of what there is": {"Origin": "http://127.0.0.1", "Sec-Fetch-Site": "nonsense"},
}
FORMS = {"cancel": b"", "postpone": b"", "rate": b"overall=satisfied", "take": b"service=id-card&key=abcdefgh"}
ACTS = ("cancel", "postpone", "rate")


def everything(target: Target) -> dict[str, list[tuple[object, ...]]]:
    """Every row of what an act could change."""
    return {table.name: raw.rows(target.store.url, f'SELECT * FROM "{table.name}"') for table in TABLES.sorted_tables}


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("foreign", FOREIGN.values(), ids=FOREIGN)
async def test_another_site_changes_nothing(target: Target, form: str, foreign: dict[str, str]) -> None:
    code = target.code()
    before = everything(target)
    path = "/take" if form == "take" else f"/{code}/{form}"
    answer = await ask(target.port, request("POST", path, FORMS[form] or b"a=1", **foreign))
    assert answer
    assert answer.status == 403
    assert faults(answer) == []
    assert everything(target) == before


@pytest.mark.parametrize("method", ["GET", "HEAD", "OPTIONS", "PUT", "DELETE", "PATCH"])
async def test_only_a_post_changes_anything(target: Target, method: str) -> None:
    code = target.code()
    before = everything(target)
    acts = [f"/{code}/{act}" for act in ACTS]
    paths = ["/", f"/{code}", f"/{code}/now", "/hall", "/board.json", "/openapi.json", "/take", "/find", *acts]
    forms = ["overall=satisfied", "service=id-card&key=0123456789abcdef", f"code={code}"]
    for path in [*paths, *(f"{path}?{form}" for path in paths for form in forms)]:
        answer = await ask(target.port, request(method, path), head=method == "HEAD")
        assert answer
        assert faults(answer) == []
        assert answer.status < 500
    assert everything(target) == before


async def test_a_form_of_our_own_page_is_taken(target: Target) -> None:
    """So that the refusals above say something."""
    host = f"127.0.0.1:{target.port}"
    for ours in ({"Sec-Fetch-Site": "same-origin"}, {"Origin": f"http://{host}"}, {}):
        code = target.code()
        answer = await ask(target.port, request("POST", f"/{code}/cancel", b"a=1", Host=host, **ours))
        assert answer
        assert answer.status == 303
        assert visitor.ticket(target.store, code=code).state == "cancelled"


async def test_a_name_that_points_here_gets_no_ticket_without_a_key_of_ours(target: Target) -> None:
    """A page of another site whose name was made to point to this machine may call itself the same origin."""
    before = everything(target)
    form = request("POST", "/take", FORMS["take"], Host="evil.example", Origin="http://evil.example")
    answer = await ask(target.port, form)
    assert answer
    assert 400 <= answer.status < 500
    assert everything(target) == before


async def test_the_open_data_is_for_every_site_and_nothing_else_is(target: Target) -> None:
    for path in ("/board.json", "/openapi.json"):
        answer = await ask(target.port, get(path, Origin="http://evil.example"))
        assert answer
        assert answer.headers["access-control-allow-origin"] == "*"
        assert "access-control-allow-credentials" not in answer.headers
    code = target.code()
    for path in ("/", "/hall", "/take", f"/{code}", f"/{code}/now"):
        answer = await ask(target.port, get(path, Origin="http://evil.example"))
        assert answer
        assert "access-control-allow-origin" not in answer.headers
