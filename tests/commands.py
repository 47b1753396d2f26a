"""The command line, run by tests."""

import json
import os
import sys
from contextlib import redirect_stderr, redirect_stdout
from io import StringIO
from pathlib import Path
from typing import Any, NamedTuple
from unittest.mock import patch

import novbe

ROOT = Path(novbe.__file__).parent
COMMAND = (sys.executable, "-m", "novbe")


class Result(NamedTuple):
    """What a command left behind."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> dict[str, Any]:
        """The one JSON object on stdout."""
        (line,) = self.out.splitlines()
        return json.loads(line)


class Commands:
    """Runs commands on one store."""

    def __init__(self, url: str, **environment: str) -> None:
        self.environment = {"NOVBE_STORE": url, "NOVBE_LANGUAGE": "en"} | environment

    def __call__(self, *arguments: str, **environment: str) -> Result:
        """Run a command in this process; what it does not expect goes on as it is."""
        out, err = StringIO(), StringIO()
        with patch.dict(os.environ, self.environment | environment), redirect_stdout(out), redirect_stderr(err):
            try:
                code = novbe.main(arguments)
            except SystemExit as end:
                code = int(end.code or 0)
        return Result(code, out.getvalue(), err.getvalue())

    def process_environment(self) -> dict[str, str]:
        """The environment for a process of its own."""
        return dict(os.environ) | self.environment
