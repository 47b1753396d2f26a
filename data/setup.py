"""What happens when a centre is set up, or set up anew?"""

from sqlalchemy import delete, insert, or_, select, update

from data import act, views
from data.act import Going
from data.centre import Centre, default, merge
from data.clock import Clock, system
from data.lifecycle import Act
from data.log import chain
from data.occupancy import close_if_retired
from data.records import Event
from data.refused import Refused
from data.store import Statement, Store
from data.store.upgrade import SHAPE
from data.tables import (
    CENTRE,
    IS_BOOKED,
    IS_IN_HAND,
    IS_ON_HOLD,
    IS_WAITING,
    SERVICE,
    STORE,
    TICKET,
    WINDOW,
    WINDOW_SERVICE,
)

FIRST_ROW = Statement(insert(STORE))
FIRST_CENTRE = Statement(insert(CENTRE))
SET_CENTRE = Statement(update(CENTRE), ["document"])
SERVICES = Statement(select(SERVICE.c.id))
ADD_SERVICE = Statement(insert(SERVICE))
WINDOWS = Statement(select(WINDOW.c.number))
ADD_WINDOW = Statement(insert(WINDOW))
FORGET_WINDOW_SERVICES = Statement(delete(WINDOW_SERVICE))
ADD_WINDOW_SERVICE = Statement(insert(WINDOW_SERVICE))
BOOKED = Statement(select(TICKET.c.slot, TICKET.c.service_day).where(IS_BOOKED))
ANY_OPEN_TICKET = Statement(select(TICKET.c.id).where(or_(IS_WAITING, IS_ON_HOLD, IS_IN_HAND)).limit(1))


def init(url: str, centre: Centre | None = None, *, clock: Clock = system) -> views.Setup:
    """Create the store with `centre` (the default one where None), or bring it up to `centre` (as it is where None).

    New services and windows come in, changed ones change, those that are gone retire; no ticket is lost. Raises Refused
    `not-allowed` when the time zone, the start of the day or a series would change while tickets are open, and the
    codes of a store.
    """
    Store.create(url, lambda store: _fill(store, centre or default()), clock=clock)
    with Store.open(url, clock=clock) as store:
        if centre is not None:
            _bring_up_to(store, centre)
        return views.Setup(store.centre.id, store.url, store.revision(), store.centre.missing_names)


def _fill(store: Store, centre: Centre) -> None:
    store.run(FIRST_CENTRE, {"id": 1, "document": centre.document()})
    row = {"id": 1, "shape": SHAPE, "revision": 0, "head": "", "at": 0, "arrival": 0, "service_day": ""}
    store.run(FIRST_ROW, {**row, "centre_revision": 0})
    going = Going(store)
    _write(going, centre)
    going.finish()


def _bring_up_to(store: Store, centre: Centre) -> None:
    with act.begin(store) as going:
        old, new = going.centre, merge(going.centre, centre)
        if new == old:
            return
        if _moved(old, new) and store.one(ANY_OPEN_TICKET):
            raise Refused(
                "not-allowed",
                "The time zone, the start of the day and a series can change only while no ticket is open. "
                "Finish or take out the open tickets first.",
            )
        if any(new.service_day(slot) != day for slot, day in store.all(BOOKED)):
            raise Refused("not-allowed", "By this time zone and start of the day, bookings would be on other days.")
        _write(going, new)


def _moved(old: Centre, new: Centre) -> bool:
    """Whether numbers or service days would be told apart in another way."""
    series = {service.id: service.series for service in old.services}
    return (
        old.zone.key != new.zone.key
        or old.day_starts != new.day_starts
        or any(series.get(service.id, service.series) != service.series for service in new.services)
    )


def _write(going: Going, centre: Centre) -> None:
    store = going.store
    known_services, known_windows = set(store.all(SERVICES)), set(store.all(WINDOWS))
    for service in centre.services:
        if (service.id,) not in known_services:
            store.run(ADD_SERVICE, {"id": service.id})
    for window in centre.windows:
        if (window.number,) not in known_windows:
            store.run(ADD_WINDOW, {"number": window.number, "state": "closed", "revision": 0})
    store.run(FORGET_WINDOW_SERVICES)
    for window in centre.windows:
        for service in window.services:
            store.run(ADD_WINDOW_SERVICE, {"window": window.number, "service": service})
    document = centre.document()
    store.run(SET_CENTRE, {"document": document})
    event = going.write(Event(going.revision + 1, going.at, Act.INIT, seal=chain.centre_seal(document)))
    going.use(centre, event.revision)
    for window in centre.windows:
        close_if_retired(going, window.number)
