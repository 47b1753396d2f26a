"""For each column, an edit that verify has to find in the store of its tests; for an event also of which."""

LAST = 15
DIGEST = "(SELECT digest FROM event WHERE revision = 1)"
OTHER = "CASE {} WHEN 'notary' THEN 'tax' ELSE 'notary' END"
OF_A_TICKET = {
    "service_day": "'2026-11-24'",
    "series": "'Z'",
    "number": "76",
    "code": "'00000000000000000'",
    "request_key": "'mine'",
    "seal": DIGEST,
    "first_service": OTHER.format("first_service"),
    "service": OTHER.format("service"),
    "class_": "'immediate'",
    "language": "'ru'",
    "state": "'cancelled'",
    "arrival": "arrival - 1",
    "place": "place - 1",
    "revision": "revision - 1",
    "acted_at": "acted_at + 1",
    "window": 'CASE "window" WHEN 3 THEN 1 ELSE 3 END',
    "calls": "calls + 1",
    "first_called_at": "COALESCE(first_called_at, 0) + 1",
    "called_at": "COALESCE(called_at, 0) + 1",
    "call_revision": "COALESCE(call_revision, 0) + 1",
    "started_at": "COALESCE(started_at, 0) + 1",
    "requeues": "1",
    "requeued_at": "acted_at",
    "slot": "COALESCE(slot, 0) + 1",
}
OF_AN_EVENT = {
    "at": (6, "at + 1"),
    "act": (7, "'hold'"),
    "ticket_id": (5, "3"),
    "ticket": (5, "'A002'"),
    "service_day": (3, "'2026-11-24'"),
    "service": (3, "'notary'"),
    "class_": (3, "'normal'"),
    "window": (12, "3"),
    "services": (9, "'passport'"),
    "place": (3, "place - 1"),
    "arrival": (3, "at"),
    "out_of_turn": (5, "NOT out_of_turn"),
    "clock_set_back": (2, "true"),
    "seal": (8, DIGEST),
    "salted": (10, DIGEST),
    "slot": (13, "slot + 1"),
    "digest": (11, DIGEST),
}

OF_THE_STORE = [
    ("revision", "revision + 1", LAST + 1),
    ("revision", "revision - 1", LAST),
    ("head", "'00'", LAST),
    ("at", "at + 1", LAST),
    ("arrival", "arrival - 1", LAST),
    ("service_day", "'2026-11-26'", LAST),
    ("centre_revision", "0", LAST),
]
