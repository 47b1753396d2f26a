"""Which key does what, and what does it ask first?"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from data.texts import mark
from data.views import Desk

if TYPE_CHECKING:
    from data.store import Store


@dataclass(frozen=True, slots=True)
class Key:
    """A key and its act, by the command's name; what its button says, and the list of keys; what it asks first."""

    key: str
    act: str
    label: str
    about: str
    asks: tuple[str, ...] = ()


KEYS = (
    Key("c", "call", mark("Call"), mark("call the next ticket")),
    Key("r", "recall", mark("Recall"), mark("call the ticket once more")),
    Key("s", "start", mark("Start"), mark("start serving the ticket")),
    Key("f", "finish", mark("Finish"), mark("end serving and call nobody")),
    Key("x", "no-show", mark("No-show"), mark("the visitor has not come"), ("sure",)),
    Key("q", "requeue", mark("Requeue"), mark("put the ticket back in its place")),
    Key("h", "hold", mark("Hold"), mark("put the ticket on hold, with a reason"), ("reason",)),
    Key("b", "resume", mark("Resume"), mark("bring a ticket back from hold"), ("held",)),
    Key("t", "transfer", mark("Transfer"), mark("send the ticket to another service"), ("service",)),
    Key("v", "revive", mark("Revive"), mark("let a no-show wait again"), ("ticket",)),
    Key("o", "call", mark("Out of turn"), mark("call a chosen ticket, with a reason"), ("ticket", "reason")),
    Key("z", "undo", mark("Undo"), mark("take back the last act")),
)
OPEN = Key("w", "open", mark("Open window"), mark("open or close the window"))
CLOSE = Key("w", "close", mark("Close window"), mark("open or close the window"))
COMMON_ABOUT = mark("the usual next step: open, call, start, finish and call")
COMMON = {
    act: Key("n", act, label, COMMON_ABOUT)
    for act, label in {
        "open": mark("Open the window"),
        "call": mark("Call the next"),
        "start": mark("Start serving"),
        "next": mark("Finish, call the next"),
    }.items()
}
LETTERS = ("n", *(key.key for key in KEYS), "w")

# A Russian or an Azerbaijani keyboard has another letter on the same spot.
SPOTS = {
    "n": "т", "c": "с", "r": "к", "s": "ы", "f": "а", "x": "ч", "q": "й", "h": "р", "b": "и",
    "t": "е", "v": "м", "o": "щ", "z": "я", "w": "цü",
}  # fmt: skip


def spellings(letter: str) -> str:
    """All that the key of `letter` may give, whatever the layout and caps lock, as Textual's bindings want it."""
    letters = letter + SPOTS[letter]
    return ",".join(letters + letters.upper())


def common(desk: Desk) -> Key:
    """What `n` does now: open the closed window, call with nothing in hand, start the called, else finish and call."""
    if desk.state != "open":
        return COMMON["open"]
    if desk.in_hand is None:
        return COMMON["call"]
    return COMMON["start" if desk.in_hand.state == "called" else "next"]


def pressed(letter: str, desk: Desk) -> Key:
    """What the key of `letter`, one of LETTERS, does now."""
    if letter == "n":
        return common(desk)
    if letter == "w":
        return CLOSE if desk.state == "open" else OPEN
    return next(key for key in KEYS if key.key == letter)


def job(act: str, window: int, answers: Mapping[str, str]) -> Callable[["Store"], object]:
    """The work of an act, for the thread that talks to the store."""

    def work(store: "Store") -> object:
        from data import window as verbs  # sqlalchemy: not before the first paint

        verb = "finish_and_call" if act == "next" else act.replace("-", "_")
        return getattr(verbs, verb)(store, window=window, **answers)

    return work
