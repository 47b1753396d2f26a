"""What the acts of a window's screen have the store do."""

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from data.views import Scanned, Signed, Waiting

if TYPE_CHECKING:
    from data.store import Store

RENAMED = {"next": "finish_and_call", "break": "take_break", "back": "come_back"}
SHIFTS = frozenset({"sign-off", "break", "back"})


def job(act: str, window: int, answers: Mapping[str, str], by: Signed | None = None) -> Callable[["Store"], object]:
    """The work of an act, for the thread that talks to the store; `by` whoever is signed on there."""

    def work(store: "Store") -> object:
        from data import messages, shifts  # sqlalchemy: not before the first paint
        from data import window as verbs

        if act == "read":
            return messages.read(store, message=int(answers["message"]), by=by)
        verb = RENAMED.get(act, act.replace("-", "_"))
        return getattr(shifts if act in SHIFTS else verbs, verb)(store, window=window, **answers, by=by)

    return work


def picks(act: str, window: int) -> Callable[["Store"], tuple[Waiting, ...]]:
    """The work of finding the tickets that `act` can choose from."""

    def work(store: "Store") -> tuple[Waiting, ...]:
        from data import picks

        return picks.not_come(store) if act == "revive" else picks.waiting(store, window=window)

    return work


def scan(text: str, window: int) -> Callable[["Store"], Scanned]:
    """The work of looking what ticket `text` is the code of."""

    def work(store: "Store") -> Scanned:
        from data import desk

        return desk.scanned(store, window=window, code=text)

    return work
