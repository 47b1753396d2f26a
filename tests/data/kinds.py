"""On which kinds of database a test runs: on each, unless the database does not matter to it."""

import pytest

sqlite_only = pytest.mark.parametrize("url", ["sqlite"], indirect=True)
postgres_only = pytest.mark.parametrize("url", ["postgres"], indirect=True)
