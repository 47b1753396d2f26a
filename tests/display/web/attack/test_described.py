"""Does the server hold what its own description says, whatever is asked?"""

from inspect import isfunction

import pytest
import schemathesis
from hypothesis import HealthCheck, Phase, given, settings
from schemathesis import Case, GenerationMode
from schemathesis.checks import CHECKS, load_all_checks
from schemathesis.core.result import Ok
from schemathesis.schemas import APIOperation

from tests.display.web.attack.conftest import Target

EXAMPLES = 80
BOARD = "/board.json"
ENDLESS = "/events"
"""A stream never ends, so no client of this kind gets its answer; the tests of the open data listen to it."""
NOT_SAID = {"positive_data_acceptance"}
"""That 9-2 is no range of windows, and that none may come twice, no pattern of a schema can say: it is refused."""


def described(target: Target) -> dict[str, APIOperation]:
    """What is described, by its path."""
    schema = schemathesis.openapi.from_url(f"http://127.0.0.1:{target.port}/openapi.json")
    operations = [found.ok() for found in schema.get_all_operations() if isinstance(found, Ok)]
    return {operation.path: operation for operation in operations}


@pytest.mark.parametrize("mode", list(GenerationMode))
def test_it_holds_what_it_says(target: Target, mode: GenerationMode) -> None:
    load_all_checks()
    checks = [
        check for name in CHECKS.get_all_names() if isfunction(check := CHECKS.get_one(name)) and name not in NOT_SAID
    ]
    asked: list[int] = []

    @settings(
        derandomize=True,
        max_examples=EXAMPLES,
        deadline=None,
        database=None,
        phases=[Phase.explicit, Phase.generate],
        suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much],
    )
    @given(case=described(target)[BOARD].as_strategy(generation_mode=mode))
    def holds(case: Case) -> None:
        asked.append(case.call_and_validate(checks=checks, timeout=10).status_code)

    holds()
    assert len(asked) > EXAMPLES // 4


def test_only_what_the_hall_shows_is_described(target: Target) -> None:
    operations = described(target)
    assert sorted(operations) == [BOARD, ENDLESS]
    assert {operation.method for operation in operations.values()} == {"get"}
