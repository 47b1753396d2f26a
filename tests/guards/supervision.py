"""The model of what is done without the queue: walk-ins, breaks, and what a supervisor does."""

from dataclasses import replace
from datetime import timedelta

from tests.guards.model import act
from tests.guards.records import HEAD_START, SERIES, SERVES, Answer, Event, No
from tests.guards.windows import Model


class Hall(Model):
    """The whole queue, with those who look after it."""

    @act
    def walk_in(self, window: int, service: str) -> Answer:
        self._is_open(window)
        self._known(service)
        self._free(window)
        if service not in self.serves[window]:
            raise No("not-served-here")
        made = self._issue(self._number(service, self.day), service, "normal", "az", None)
        made = self.tickets[made.id] = replace(made, state="serving", window=window)
        self._log_first("walk-in", made, window)
        self.last[window] = len(self.log)
        return self.answer(made)

    @act
    def send_back(self, window: int) -> Answer:
        held = self._in_hand(window)
        if held.sent is None or held.sent[0] == window:
            raise No("not-allowed")
        return self._transfer(window, held, held.sent[1], held.sent[0], held.sent[2])

    @act
    def take_break(self, window: int, reason: str) -> Answer:
        self._is_open(window)
        if reason != "lunch":
            raise No("unknown-break")
        self._free(window)
        self.paused.add(window)
        self.log.append(Event(self.at, "break", window=window))
        self.last[window] = len(self.log)
        return self._window(window)

    @act
    def come_back(self, window: int) -> Answer:
        self._is_open(window)
        if window not in self.paused:
            raise No("not-allowed")
        self._end_break(window)
        return self._window(window)

    def front(self, ticket: str, reason: str | None) -> Answer:
        self._needed(reason)
        return self._front(ticket)

    @act
    def _front(self, name: str) -> Answer:
        found = self._named(name)
        if found.class_ == "immediate":
            raise No("not-allowed")
        assert found.arrival, "who has a number has come"
        place = found.arrival - HEAD_START["immediate"]
        moved = self.move("front", found, "waiting", to="waiting", class_="immediate", place=place, requeued=None)
        self.log[-1] = self.log[-1]._replace(place=place)
        return self.answer(moved)

    @act
    def assign(self, window: int, services: tuple[str, ...]) -> Answer:
        self._is_open(window)
        for service in services:
            self._known(service)
        if not services or len({*services}) < len(services):
            raise No("not-allowed")
        if services != self.serves[window]:
            self.serves[window] = services
            self.log.append(Event(self.at, "assign", window=window, services=services))
            self.last[window] = len(self.log)
        return self._window(window)

    @act
    def close_service(self, service: str) -> Answer:
        self._known(service)
        if self.stopped.get(service) == self.day:
            raise No("not-allowed")
        self.stopped[service] = self.day
        self.log.append(Event(self.at, "close-service", service=service))
        return {"service": service, "closed_on": self.day, "at": self.at, "revision": len(self.log)}

    @act
    def open_service(self, service: str) -> Answer:
        self._known(service)
        if self.stopped.get(service) != self.day:
            raise No("not-allowed")
        del self.stopped[service]
        self.log.append(Event(self.at, "open-service", service=service))
        return {"service": service, "closed_on": None, "at": self.at, "revision": len(self.log)}

    @act
    def close_day(self) -> Answer:
        if any(self.held(window) for window in SERVES):
            raise No("day-open")
        left = self.expire(self.day + timedelta(days=1))
        closing = tuple(window for window in SERVES if self.is_open[window])
        for window in closing:
            self._end_break(window)
            self._turn(window, False)
        stopped = dict.fromkeys(SERIES, self.day)
        if not left and not closing and self.stopped == stopped:
            raise No("not-allowed")
        self.stopped = stopped
        self.log.append(Event(self.at, "close-day"))
        no_shows = sum(ticket.number is None for ticket in left)
        answer = {"service_day": self.day, "expired": len(left) - no_shows, "no_shows": no_shows}
        return answer | {"windows": closing, "at": self.at, "revision": len(self.log)}

    def _known(self, service: str) -> None:
        if service not in SERIES:
            raise No("unknown-service")

    def _window(self, window: int) -> Answer:
        state = "open" if self.is_open[window] else "closed"
        answer = {"window": window, "state": state, "services": self.serves[window]}
        return answer | {"at": self.at, "revision": self.last.get(window, 0)}
