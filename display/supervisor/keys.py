"""Which key does what, and what does it ask first?"""

from data.texts import mark
from display.parts.asking.key import Key

KEYS = (
    Key("t", "tickets", mark("Stop, allow"), mark("stop the tickets of a service, or allow them again"), ("service",)),
    Key("w", "assign", mark("Services"), mark("change what a window serves"), ("any-window", "services")),
    Key("m", "message", mark("Message"), mark("tell a window something"), ("windows", "text")),
    Key("f", "front", mark("To the front"), mark("put a ticket in front, with a reason"), ("waiting", "reason")),
    Key("r", "remove", mark("Take out"), mark("take a ticket out, with a reason"), ("standing", "reason")),
    Key("v", "revive", mark("Revive"), mark("let a no-show wait again"), ("no-show", "window")),
    Key("z", "undo", mark("Undo"), mark("take back the last act of a window"), ("window",)),
    Key("s", "story", mark("Story"), mark("tell what happened to a ticket"), ("ticket",)),
    Key("d", "close-day", mark("Close the day"), mark("end the service day"), ("sure",)),
    Key("l", "lock", mark("Lock"), mark("lock this screen until somebody signs on")),
)
PAGES = ("all", "windows", "queues", "alerts", "day")
ALERTS = mark("Alerts")
PAGE_NAMES = (mark("All"), mark("Windows"), mark("Queues"), ALERTS, mark("Day"))
PAGES_ABOUT = mark("all at a glance where there is room, or one part")
