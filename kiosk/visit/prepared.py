"""What would hold up the first ticket? It is done beforehand, while nobody waits."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from data.store import Store

PREPARED = "prepared"
TICKET, CODE = "A001", "NOVBE:00000000000000000"
COLUMNS, ROWS = 60, 9


def prepare(store: "Store") -> None:
    """Load the letters of a number and what draws a code; on the store's thread, so that the screen is not held up."""
    from display.parts import big, qr

    big.rows(TICKET, COLUMNS, ROWS)
    qr.rows(CODE)
