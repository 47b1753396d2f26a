"""What happens when a centre is set up, or set up anew?"""

from collections.abc import Sequence

from sqlalchemy import delete, insert, or_, select, update

from data import act, outcomes
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
    given,
)

FIRST_ROW = Statement(insert(STORE))
FIRST_CENTRE = Statement(insert(CENTRE))
SET_CENTRE = Statement(update(CENTRE), ["document"])
SERVICES = Statement(select(SERVICE.c.id))
ADD_SERVICE = Statement(insert(SERVICE))
WINDOWS = Statement(select(WINDOW.c.number))
ADD_WINDOW = Statement(insert(WINDOW), ("number", "state", "revision"))
WINDOW_SERVICES = Statement(select(WINDOW_SERVICE.c.window, WINDOW_SERVICE.c.service))
FORGET_WINDOW_SERVICE = Statement(
    delete(WINDOW_SERVICE).where(
        WINDOW_SERVICE.c.window == given("window"), WINDOW_SERVICE.c.service == given("service")
    )
)
ADD_WINDOW_SERVICE = Statement(insert(WINDOW_SERVICE))
BOOKED = Statement(select(TICKET.c.slot, TICKET.c.service_day).where(IS_BOOKED))
ANY_OPEN_TICKET = Statement(select(TICKET.c.id).where(or_(IS_WAITING, IS_ON_HOLD, IS_IN_HAND)).limit(1))


def init(url: str, centre: Centre | None = None, *, clock: Clock = system) -> outcomes.Setup:
    """Create the store with `centre` (the default one where None), or bring it up to `centre` (as it is where None).

    New services and windows come in, changed ones change, those that are gone retire; no ticket is lost. Raises Refused
    `not-allowed` when the time zone, the start of the day or a series would change while tickets are open, and the
    codes of a store.
    """
    Store.create(url, lambda store: _fill(store, centre or default()), clock=clock)
    with Store.open(url, clock=clock) as store:
        if centre is not None:
            _bring_up_to(store, centre)
        return outcomes.Setup(store.centre.id, store.url, store.revision(), store.centre.missing_names)


def _fill(store: Store, centre: Centre) -> None:
    store.run(FIRST_CENTRE, {"id": 1, "document": centre.document()})
    row = {"id": 1, "shape": SHAPE, "revision": 0, "head": "", "at": 0, "arrival": 0, "service_day": ""}
    store.run(FIRST_ROW, {**row, "centre_revision": 0})
    going = Going(store)
    _write(going, centre)
    going.finish()


def _bring_up_to(store: Store, centre: Centre) -> None:
    with act.begin(store, Act.INIT) as going:
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


def keep(
    going: Going,
    centre: Centre,
    act: Act,
    *,
    service: str | None = None,
    window: int | None = None,
    services: Sequence[str] = (),
    day: str | None = None,
) -> Event:
    """Have the centre set up like this from now on, by an event `act` that carries its seal."""
    _fit(going.store, centre)
    document = centre.document()
    going.store.run(SET_CENTRE, {"document": document})
    event = Event(
        revision=going.revision + 1,
        at=going.at,
        act=act,
        service_day=day,
        service=service,
        window=window,
        services=",".join(services) or None,
        seal=chain.centre_seal(document),
    )
    written = going.write(event)
    going.use(centre, written.revision)
    return written


def _write(going: Going, centre: Centre) -> None:
    keep(going, centre, Act.INIT)
    for window in centre.windows:
        close_if_retired(going, window.number)


def _fit(store: Store, centre: Centre) -> None:
    """Have a row for each service and window, and what each window serves."""
    known_services, known_windows = set(store.all(SERVICES)), set(store.all(WINDOWS))
    for service in centre.services:
        if (service.id,) not in known_services:
            store.run(ADD_SERVICE, {"id": service.id})
    for window in centre.windows:
        if (window.number,) not in known_windows:
            store.run(ADD_WINDOW, {"number": window.number, "state": "closed", "revision": 0})
    served = set(store.all(WINDOW_SERVICES))
    serves = {(window.number, service) for window in centre.windows for service in window.serves}
    for statement, changed in (FORGET_WINDOW_SERVICE, served - serves), (ADD_WINDOW_SERVICE, serves - served):
        for number, service in sorted(changed):
            store.run(statement, {"window": number, "service": service})
