"""How a store of an older version becomes one of this."""

from typing import Any

from data.store.backends import Backend
from data.store.steps import STEPS, Steps

SHAPE = 4


def upgrade(backend: Backend, connection: Any, shape: int, *, steps: Steps = STEPS, newest: int = SHAPE) -> None:
    """Copy the store aside, then bring it from `shape` to `newest` in one transaction; all of it, or nothing.

    Many may open the store at once: one of them upgrades it. When it fails, the store stays as it was.
    """
    with backend.locked():
        shape = _shape(connection)
        if shape >= newest:
            return
        backend.begin_write(connection)
        try:
            backend.copy_aside(connection, shape)
            for step in range(shape, newest):
                for statement in steps[step][backend.kind]:
                    connection.execute(statement)
            connection.execute(f"UPDATE store SET shape = {newest}")
        except BaseException:
            connection.execute("ROLLBACK")
            raise
        connection.execute(backend.commit)


def _shape(connection: Any) -> int:
    return connection.execute("SELECT shape FROM store").fetchone()[0]
