"""What the figures were measured on: ratios hold from machine to machine better than times."""

import os
import platform
import sqlite3
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.bench.rounds import percentile, timed


def described() -> str:
    """Python, SQLite, cores, load, and how long the disk takes to keep 4 KiB."""
    with TemporaryDirectory() as folder:
        kept = [timed(lambda: keep(Path(folder) / "block")) for _ in range(100)]
    fsync = f"fsync of 4 KiB {percentile(kept, 0.5) * 1e3:.2f} ms (p99 {percentile(kept, 0.99) * 1e3:.2f})"
    versions = f"Python {platform.python_version()}, SQLite {sqlite3.sqlite_version}"
    return f"{versions}, {os.cpu_count()} cores, load {os.getloadavg()[0]:.1f}, {fsync}"


def keep(path: Path) -> None:
    """Write a block so that it is there after a power cut."""
    with path.open("wb") as file:
        file.write(bytes(4096))
        file.flush()
        os.fsync(file.fileno())
