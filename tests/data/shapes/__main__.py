"""`python -m tests.data.shapes`: write the files of the newest shape."""

import tempfile
from pathlib import Path

from data.store import Store
from tests import postgres
from tests.data.shapes import days, dump, file

with tempfile.TemporaryDirectory() as folder, postgres.server() as server, postgres.database(server) as database:
    for kind, url in (("sqlite", f"sqlite:///{Path(folder) / 'novbe.db'}"), ("postgres", database)):
        days(url)
        with Store.open(url) as store:
            file(kind).write_text(dump(store, url), "utf-8")
