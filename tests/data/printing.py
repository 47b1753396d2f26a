"""Tickets that are to be printed."""

from data import visitor
from data.store import Store


def asked(store: Store, printer: str, service: str = "tax") -> str:
    """Take a ticket and have it printed on `printer`; its code."""
    return visitor.take(store, service=service, printer=printer).code
