"""What the environment says, read once, at the door."""

import os
from dataclasses import dataclass
from pathlib import Path

LANGUAGE_VARIABLES = ("NOVBE_LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG")


@dataclass(frozen=True)
class Environment:
    """Where the store lies, and the language for who sits at a terminal."""

    store: str
    language: str


def environment() -> Environment:
    """`NOVBE_STORE`, else the user's data folder; `NOVBE_LANGUAGE`, else that of the system, else English."""
    return Environment(store=os.environ.get("NOVBE_STORE") or f"sqlite:///{_user_file()}", language=_language())


def _user_file() -> Path:
    from platformdirs import user_data_path

    return user_data_path("novbe", appauthor=False) / "novbe.db"


def _language() -> str:
    said = next((value for value in map(os.environ.get, LANGUAGE_VARIABLES) if value), "en")
    return said.replace("-", "_").split("_")[0].split(".")[0].lower()
