"""A centre with 12 windows where everybody signs on: what it serves, and who works there."""

import json

from data import people, setup
from data.centre import Centre, read
from data.clock import Clock
from data.store import Store
from data.views import Signed

HEAD = """
[centre]
id = "day"
name = { az = "Mərkəz", en = "Centre", ru = "Центр" }
timezone = "Asia/Baku"
languages = ["az", "en", "ru"]
hours = { mon-fri = ["09:00-18:00"] }
[[breaks]]
id = "lunch"
name = { en = "Lunch" }
"""
AGENCIES = ("interior", "finance", "justice", "social")
SERVICES = {
    "id-card": ("interior", "A", 'target_wait = "10m"'),
    "passport": ("interior", "A", ""),
    "licence": ("interior", "L", 'duration = "10m"'),
    "tax": ("finance", "B", 'target_wait = "5m"'),
    "land": ("finance", "F", 'duration = "15m"'),
    "notary": ("justice", "C", ""),
    "registry": ("justice", "D", 'then = ["notary"]'),
    "pension": ("social", "E", ""),
}
WINDOWS = {
    1: ("id-card", "passport"),
    2: ("passport", "id-card"),
    3: ("id-card", "passport", "licence"),
    4: ("tax",),
    5: ("tax", "pension"),
    6: ("notary", "registry"),
    7: ("registry", "notary"),
    8: ("notary", "land"),
    9: ("land", "licence"),
    10: ("pension", "tax"),
    11: ("licence", "id-card"),
    12: tuple(SERVICES),
}
TARGETS = {service: 15 * 60 for service in SERVICES} | {"id-card": 10 * 60, "tax": 5 * 60}
HEAD_STARTS = {"normal": 0, "priority": 20 * 60, "immediate": 24 * 3600}
SUPERVISOR = "Leyla"
OPERATORS = ("Aysel", "Rauf", "Nigar", "Tural", "Samir", "Günel", "Elçin", "İlahə", "Orxan", "Sevda", "Vüqar", "Zəhra")
LATE_SHIFT = ("Kamran", "Lalə", "Murad")
"""Who comes at two o'clock to the windows 1, 2 and 3."""
PINS = {name: str(471_193 + 7_919 * n) for n, name in enumerate((SUPERVISOR, *OPERATORS, *LATE_SHIFT))}


def centre() -> Centre:
    """The centre, as its file says."""
    agencies = [f'[[agencies]]\nid = "{one}"\nname = {{ en = "{one}" }}\n' for one in AGENCIES]
    services = [
        f'[[services]]\nid = "{one}"\nagency = "{agency}"\nseries = "{series}"\nname = {{ en = "{one}" }}\n{more}\n'
        for one, (agency, series, more) in SERVICES.items()
    ]
    windows = [f"[[windows]]\nnumber = {n}\nservices = {json.dumps(served)}\n" for n, served in WINDOWS.items()]
    return read("".join([HEAD, *agencies, *services, *windows]), "day.toml")


def open_store(url: str, clock: Clock) -> Store:
    """A new store with the centre and its people."""
    setup.init(url, centre(), clock=clock)
    store = Store.open(url, clock=clock, synchronous="OFF")
    first = people.add(store, SUPERVISOR, "supervisor", PINS[SUPERVISOR])
    by = Signed(first.person, first.name, first.role)
    for name in (*OPERATORS, *LATE_SHIFT):
        people.add(store, name, "operator", PINS[name], by=by)
    return store
