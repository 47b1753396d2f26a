"""The programs of the machine that some tests cannot do without."""

import os
import shutil

import pytest


def needs(*programs: str) -> None:
    """Skip the test where a program is missing: nobody must install it to run the tests. But in CI it fails."""
    missing = [program for program in programs if shutil.which(program) is None]
    if missing and not os.environ.get("CI"):
        pytest.skip(f"not installed: {', '.join(missing)}")
