"""One browser and one served centre for the tests of this folder; each test has visitors of its own."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser

from tests.display.web.browser.place import Place, place
from tests.display.web.browser.watched import Visitors, chromium
from tests.programs import needs


@pytest.fixture(scope="package")
def browser() -> Iterator[Browser]:
    """The browser; let go before tests of other folders, as its loop runs in this thread."""
    needs("chromium")
    with chromium() as opened:
        yield opened


@pytest.fixture(scope="package")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Place]:
    """A served centre."""
    with place(tmp_path_factory.mktemp("web")) as served:
        yield served


@pytest.fixture
def visitors(browser: Browser, served: Place) -> Iterator[Visitors]:
    """Opens the pages of visitors; at the end of the test no page may have complained."""
    opened = Visitors(browser, served.address)
    yield opened
    opened.close()
