"""Which key does what, and what does it ask first?"""

from dataclasses import replace

from data.texts import mark
from data.views import Desk
from display.parts.asking.key import Key

LOCKS = "lock"
"""The one act that the store knows nothing of."""
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
    Key("i", "walk-in", mark("No ticket"), mark("serve somebody who has no ticket"), ("own",)),
    Key("z", "undo", mark("Undo"), mark("take back the last act")),
)
OPEN = Key("w", "open", mark("Open window"), mark("open or close the window"))
CLOSE = Key("w", "close", mark("Close window"), mark("open or close the window"))
BREAK = Key("p", "break", mark("Break"), mark("begin a break or come back from it"), ("break",))
BACK = Key("p", "back", mark("Come back"), mark("begin a break or come back from it"))
LOCK = Key("l", LOCKS, mark("Lock"), mark("lock the screen until your PIN is typed"))
SIGN_OFF = Key("e", "sign-off", mark("Sign off"), mark("leave the window; a ticket in hand stays"), ("leave",))
MESSAGE = Key("m", "read", mark("Read"), mark("the supervisor's message has been read"))
AFTER_KEYS = (OPEN, BREAK, MESSAGE, LOCK, SIGN_OFF)
"""What stands after KEYS, as it is while the window is closed."""
COMMON_ABOUT = mark("the usual next step: open, call, start, finish and call")
COMMON = {
    act: Key("n", act, label, COMMON_ABOUT)
    for act, label in {
        "open": mark("Open the window"),
        "call": mark("Call the next"),
        "start": mark("Start serving"),
        "next": mark("Finish, call the next"),
        "back": mark("Back from the break"),
    }.items()
}
LETTERS = ("n", *(key.key for key in (*KEYS, *AFTER_KEYS)))


def common(desk: Desk) -> Key:
    """What `n` does now: open the closed window, call with nothing in hand, start the called, else finish and call.

    In a break it ends it.
    """
    if desk.pause:
        return COMMON["back"]
    if desk.state != "open":
        return COMMON["open"]
    if desk.in_hand is None:
        return COMMON["call"]
    return COMMON["start" if desk.in_hand.state == "called" else "next"]


def pressed(letter: str, desk: Desk) -> Key:
    """What the key of `letter`, one of LETTERS, does now."""
    if letter == "n":
        return common(desk)
    if letter == "w" and desk.state == "open":
        return CLOSE
    if letter == "p" and desk.pause:
        return BACK
    return next(key for key in (*KEYS, *AFTER_KEYS) if key.key == letter)


def scanned(act: str) -> Key:
    """What `act` asks where a scanned ticket led to it: never which ticket."""
    if act == "call":
        return next(key for key in KEYS if key.key == "o")
    key = next(key for key in KEYS if key.act == act)
    return key if act == "start" else replace(key, asks=("again",))
