"""Who is kept from trying, and who is not?"""

import pytest

from tests.display.web.attack.conftest import PROXY, Target
from tests.display.web.attack.guesses import guess
from tests.display.web.attack.judged import faults
from tests.display.web.attack.wire import Wire, ask, get, request

MANY = 60
WAYS = {
    "the page": lambda: get(f"/{guess()}"),
    "the stream": lambda: get(f"/{guess()}/events"),
    "the poll": lambda: get(f"/{guess()}/now"),
    "the form": lambda: request("POST", "/find", f"code={guess()}".encode(), Sec_Fetch_Site="same-origin"),
    "an act": lambda: request("POST", f"/{guess()}/cancel", b"a=1", Sec_Fetch_Site="same-origin"),
    "a rating": lambda: request("POST", f"/{guess()}/rate", b"overall=satisfied", Sec_Fetch_Site="same-origin"),
}


async def tried(target: Target, source: str, **headers: str) -> list[int]:
    """The statuses of many wrong codes from one address."""
    wire = await Wire.to(target.port, source)
    answers = [await wire.ask(get(f"/{guess()}", **headers)) for _ in range(MANY)]
    wire.close()
    assert all(answer and faults(answer) == [] for answer in answers)
    return [answer.status for answer in answers if answer]


@pytest.mark.parametrize("way", WAYS)
async def test_wrong_codes_are_limited_in_every_way_of_trying(target: Target, way: str) -> None:
    source = f"127.1.0.{1 + list(WAYS).index(way)}"
    answers = [await ask(target.port, WAYS[way](), source=source) for _ in range(MANY)]
    statuses = [answer.status for answer in answers if answer]
    assert len(statuses) == MANY
    assert set(statuses[:10]) <= {303, 404}
    assert statuses[-1] == 429
    assert answers[-1]
    assert 0 < int(answers[-1].headers["retry-after"]) <= 600


async def test_who_has_a_code_is_let_in_whatever_others_at_the_address_tried(target: Target) -> None:
    code, source = target.code(), "127.1.1.1"
    assert (await tried(target, source))[-1] == 429
    for path in (f"/{code}", f"/{code.lower()}", f"/{code}/now", "/", "/hall", "/board.json"):
        answer = await ask(target.port, get(path), source=source)
        assert answer
        assert answer.status in (200, 308)
    found = await ask(target.port, request("POST", "/find", f"code={code}".encode()), source=source)
    assert found
    assert (found.status, found.headers["location"]) == (303, f"/{code}")
    cancelled = await ask(target.port, request("POST", f"/{code}/cancel", b"a=1"), source=source)
    assert cancelled
    assert cancelled.status == 303


async def test_another_address_may_still_be_wrong(target: Target) -> None:
    assert (await tried(target, "127.1.2.1"))[-1] == 429
    assert (await tried(target, "127.1.2.2"))[0] == 404


async def test_nobody_gets_more_tries_by_saying_that_he_is_somebody_else(target: Target) -> None:
    wire = await Wire.to(target.port, "127.1.3.1")
    names = ("X-Forwarded-For", "Forwarded", "X-Real-IP", "Client-IP", "True-Client-IP", "CF-Connecting-IP")
    statuses = []
    for number in range(MANY):
        said = {name: f"203.0.113.{number}" for name in names} | {"Forwarded": f"for=203.0.113.{number}"}
        answer = await wire.ask(get(f"/{guess()}", **said))
        statuses.append(answer and answer.status)
    wire.close()
    assert statuses[-1] == 429


async def test_behind_a_trusted_proxy_each_visitor_has_tries_of_his_own(target: Target) -> None:
    assert (await tried(target, PROXY, X_Forwarded_For="203.0.113.5"))[-1] == 429
    assert (await tried(target, PROXY, X_Forwarded_For="203.0.113.6"))[0] == 404
    for said in ("198.51.100.7, 203.0.113.5", f"198.51.100.8, 203.0.113.5, {PROXY}", "203.0.113.5:4711"):
        assert (await tried(target, PROXY, X_Forwarded_For=said))[0] == 429
    assert (await tried(target, "127.1.4.1", X_Forwarded_For="203.0.113.5"))[0] == 404


async def test_a_network_of_the_next_protocol_is_one_visitor(target: Target) -> None:
    assert (await tried(target, PROXY, X_Forwarded_For="2001:db8:1:2::1"))[-1] == 429
    assert (await tried(target, PROXY, X_Forwarded_For="2001:db8:1:2:ffff::2"))[0] == 429
    assert (await tried(target, PROXY, X_Forwarded_For="2001:db8:1:3::1"))[0] == 404


@pytest.mark.parametrize(
    "said", ["", ",", "unknown", "_hidden", "1.2.3", "::1::", "[::1", "\xe9", "9" * 500, ", ,203.0.113.9x"]
)
async def test_what_a_proxy_says_may_be_nonsense(target: Target, said: str) -> None:
    answer = await ask(target.port, get(f"/{target.code()}", X_Forwarded_For=said), source=PROXY)
    assert answer
    assert answer.status == 200
