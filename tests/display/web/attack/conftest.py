"""A centre with tickets, and its server as a process of its own."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from data import setup, visitor, window
from data.centre import read
from data.store import Store
from tests.bench.served import Served
from tests.bench.web import noon
from tests.conftest import CENTRE

PROXY = "127.0.0.77"
WEB = f'\n[web]\nremote = true\nrate = 1000000\ntrusted_proxies = ["{PROXY}"]\n'


@dataclass
class Target:
    """What is attacked."""

    store: Store
    served: Served

    @property
    def port(self) -> int:
        """Where it listens."""
        return self.served.port

    def code(self, service: str = "id-card") -> str:
        """The code of a new ticket."""
        return visitor.take(self.store, service=service).code


@pytest.fixture(scope="module")
def target(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Target]:
    """A centre of which one proxy is trusted, and its server."""
    folder: Path = tmp_path_factory.mktemp("target")
    url = f"sqlite:///{folder / 'novbe.db'}"
    setup.init(url, read(CENTRE.replace("Asia/Baku", noon()) + WEB, "centre.toml"))
    served = Served(url, folder / "notes.txt")
    with Store.open(url) as store:
        window.open(store, window=1)
        served.start()
        try:
            yield Target(store, served)
        finally:
            served.kill()
