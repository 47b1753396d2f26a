"""One thread talks to the store, and a screen always hears how it went."""

import threading
from collections.abc import Callable, Iterator
from queue import SimpleQueue
from traceback import walk_tb
from typing import Any, Self

import pytest
from textual.message import Message

from data.refused import Refused
from display.parts import line
from display.parts.line import Answered, Broken, Declined, Lost, Reading, StoreLine

BUSY = Refused("store-busy", "The store is busy.")


class Fake:
    """A store that can be away, and whose revision a test moves."""

    def __init__(self) -> None:
        self.revision = 0
        self.away = False
        self.opened = 0
        self.threads: set[int] = set()

    def open(self) -> "Fake":
        self.opened += 1
        self._reach()
        return self

    def read(self, store: object = None) -> int:
        self._reach()
        return self.revision

    def _reach(self) -> None:
        self.threads.add(threading.get_ident())
        if self.away:
            raise FileNotFoundError("gone")

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: object, error: object, trace: object) -> None:
        return None


class FakeWatch:
    def __init__(self, store: Fake) -> None:
        self.store = store
        self.seen = -1

    def changed(self) -> bool:
        seen, self.seen = self.seen, self.store.read()
        return seen != self.seen

    def close(self) -> None:
        return None


@pytest.fixture
def store() -> Fake:
    return Fake()


@pytest.fixture
def heard() -> "SimpleQueue[Any]":
    return SimpleQueue()


@pytest.fixture
def thread(store: Fake, heard: "SimpleQueue[Any]", monkeypatch: pytest.MonkeyPatch) -> Iterator[StoreLine]:
    monkeypatch.setattr(line, "watch", FakeWatch)
    monkeypatch.setattr(line, "RETRY", 0.05)
    thread = StoreLine(heard.put, store.open, store.read, poll=0.001)  # pyright: ignore[reportArgumentType]
    yield thread
    thread.close()
    assert not thread.is_alive()


def hear(heard: "SimpleQueue[Any]", kind: type[Message]) -> Any:
    message = heard.get(timeout=5)
    assert isinstance(message, kind), message
    return message


def test_it_reads_at_once_and_after_each_change(thread: StoreLine, store: Fake, heard: "SimpleQueue[Any]") -> None:
    thread.start()
    assert hear(heard, Reading).value == 0
    store.revision = 5
    assert hear(heard, Reading).value == 5


def test_jobs_are_done_in_order_on_the_same_thread(thread: StoreLine, store: Fake, heard: "SimpleQueue[Any]") -> None:
    for n in range(20):
        thread.ask(lambda store, n=n: (threading.get_ident(), n), f"job {n}")
    thread.start()
    hear(heard, Reading)
    answers = [hear(heard, Answered) for _ in range(20)]
    assert [(answer.name, answer.value[1]) for answer in answers] == [(f"job {n}", n) for n in range(20)]
    assert {answer.value[0] for answer in answers} == store.threads == {thread.ident}


def refuse(refused: Exception) -> Callable[[object], object]:
    def job(store: object) -> object:
        raise refused

    return job


def test_what_a_person_did_wrong_is_declined_and_nothing_else(thread: StoreLine, heard: "SimpleQueue[Any]") -> None:
    thread.start()
    hear(heard, Reading)
    thread.ask(refuse(Refused("too-soon", "Wait.")), "recall")
    thread.ask(lambda store: 1, "call")
    declined = hear(heard, Declined)
    assert (declined.name, declined.refused.code) == ("recall", "too-soon")
    assert hear(heard, Answered).name == "call"


@pytest.mark.parametrize(("error", "code"), [(BUSY, "store-busy"), (OSError("disk"), "store-missing")])
def test_a_job_that_loses_the_store_is_declined_and_the_store_opened_again(
    thread: StoreLine, store: Fake, heard: "SimpleQueue[Any]", error: Exception, code: str
) -> None:
    thread.start()
    hear(heard, Reading)
    thread.ask(refuse(error), "take")
    assert hear(heard, Declined).refused.code == code
    assert hear(heard, Lost).refused.code == code
    hear(heard, Reading)
    assert store.opened == 2


def test_an_outage_is_said_once_until_it_is_over(thread: StoreLine, store: Fake, heard: "SimpleQueue[Any]") -> None:
    store.away = True
    thread.start()
    hear(heard, Lost)
    while store.opened < 4:
        pass
    assert heard.empty()
    store.away = False
    hear(heard, Reading)
    store.away = True
    hear(heard, Lost)


def test_what_is_asked_while_the_store_is_away_is_never_done_later(
    thread: StoreLine, store: Fake, heard: "SimpleQueue[Any]"
) -> None:
    store.away = True
    done = []
    thread.start()
    hear(heard, Lost)
    thread.ask(done.append, "take")
    assert hear(heard, Declined).name == "take"
    store.away = False
    hear(heard, Reading)
    assert not done


def test_a_fault_of_the_program_is_not_hidden(thread: StoreLine, heard: "SimpleQueue[Any]") -> None:
    thread.start()
    hear(heard, Reading)
    thread.ask(refuse(KeyError("x")))
    assert isinstance(hear(heard, Broken).error, KeyError)


def test_a_crash_is_reported_without_what_was_typed(thread: StoreLine, store: Fake, heard: "SimpleQueue[Any]") -> None:
    def work(_: object) -> None:
        pin = "47119"
        try:
            int(pin + "x")
        except ValueError as error:
            raise KeyError("x") from error

    thread.start()
    hear(heard, Reading)
    thread.ask(work)
    error = hear(heard, Broken).error
    for each in (error, error.__cause__):
        found = [*walk_tb(each.__traceback__)]
        assert "work" in [frame.f_code.co_name for frame, _ in found]
        assert not any("47119" in str(frame.f_locals) for frame, _ in found)
