"""What is answered is what the OpenAPI description says."""

import json
from importlib.resources import files
from typing import Any

import httpx
import jsonschema_rs
import pytest

from tests.clocks import MovableClock
from tests.display.web.centres import Centre
from tests.display.web.served import Served, until
from tests.display.web.streamed import listening

DESCRIPTION = json.loads((files("display.web.open_data") / "openapi.json").read_text("utf-8"))


def schema(name: str) -> Any:
    """What checks a value against a schema of the description."""
    return jsonschema_rs.validator_for(
        {"$ref": f"#/components/schemas/{name}", "components": DESCRIPTION["components"]}
    )


def test_the_description_is_served(calm: Served) -> None:
    answer = httpx.get(f"{calm.address}/openapi.json")
    assert answer.json() == DESCRIPTION
    assert answer.json()["openapi"].startswith("3.1")
    assert answer.headers["access-control-allow-origin"] == "*"


@pytest.mark.parametrize("path", sorted(DESCRIPTION["paths"]))
def test_each_described_path_is_there(calm: Served, path: str) -> None:
    assert httpx.head(calm.address + path).status_code == 200
    assert list(DESCRIPTION["paths"][path]) == ["get"]


def test_boards_and_calls_are_as_described(url: str, clock: MovableClock, served: Served) -> None:
    centre = Centre(url, clock)
    assert schema("Board").is_valid(httpx.get(f"{served.address}/board.json").json())
    centre.open(1, 2)
    centre.take(times=3, language="ru")
    with listening(f"{served.address}/events") as stream:
        stream.next("board")
        centre.call(1)
        schema("Call").validate(json.loads(stream.next("call").data))
        schema("Board").validate(json.loads(stream.next("board").data))
    until(lambda: httpx.get(f"{served.address}/board.json").json()["calls"])
    answer = httpx.get(f"{served.address}/board.json?windows=1-2&services=passport")
    schema("Board").validate(answer.json())


@pytest.mark.parametrize("query", ["windows=a", "windows=99", "services=b-b", "x=y"])
def test_refusals_are_as_described(calm: Served, query: str) -> None:
    answer = httpx.get(f"{calm.address}/board.json?{query}")
    described = DESCRIPTION["paths"]["/board.json"]["get"]["responses"]
    assert str(answer.status_code) in described
    schema("Refusal").validate(answer.json())


def test_the_examples_are_as_described() -> None:
    schema("Board").validate(DESCRIPTION["components"]["examples"]["Board"]["value"])
    for response in DESCRIPTION["components"]["responses"].values():
        schema("Refusal").validate(response["content"]["application/json"]["example"])
    lines = DESCRIPTION["components"]["examples"]["Stream"]["value"].splitlines()
    schema("Call").validate(
        json.loads(next(line for line in lines if line.startswith("data: ")).removeprefix("data: "))
    )


def test_the_patterns_are_those_that_are_asked() -> None:
    from display.web import zones
    from display.web.open_data import events

    asked = {"windows": zones.WINDOWS, "services": zones.SERVICES}
    written = {name: DESCRIPTION["components"]["parameters"][name]["schema"]["pattern"] for name in asked}
    assert written == {name: f"^{pattern.pattern}$" for name, pattern in asked.items()}
    header = DESCRIPTION["paths"]["/events"]["get"]["parameters"][-1]
    assert header["schema"]["pattern"] == f"^{events.REVISION.pattern}$"
