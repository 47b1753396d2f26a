"""A ticket is printed once; what may be a second paper says COPY; what nobody waits for any more is not printed."""

import threading
from collections.abc import Callable
from datetime import datetime

import pytest

from data import outbox, visitor
from data.outbox import Job
from data.store import Store
from tests.clocks import MovableClock
from tests.data import raw
from tests.data.printing import asked
from tests.data.refusing import refused

ONE, OTHER = "tcp://10.0.0.5:9100", "tcp://10.0.0.6:9100"


def claimed(store: Store, printer: str = ONE) -> Job:
    job = outbox.claim(store, printer)
    assert job
    return job


def states(url: str) -> list[str]:
    return [state for (state,) in raw.rows(url, "SELECT state FROM printing ORDER BY id")]


def test_tickets_are_printed_once_and_in_their_order(store: Store, url: str) -> None:
    codes = [asked(store, ONE) for _ in range(3)]
    other = asked(store, OTHER)
    for code in codes:
        job = claimed(store)
        assert (job.ticket.code, job.ticket.qr, job.copy, job.at) == (code, f"NOVBE:{code}", False, store.now())
        outbox.printed(store, job)
    assert outbox.claim(store, ONE) is None
    assert outbox.waiting(store, OTHER) == (other,)
    assert states(url) == ["printed"] * 3 + ["waiting"]


def test_what_is_not_written_is_not_printed(store: Store) -> None:
    def fail() -> None:
        with store.transaction():
            outbox.add(store, visitor_ticket, ONE)
            raise ZeroDivisionError

    visitor_ticket = visitor.take(store, service="tax").revision
    with pytest.raises(ZeroDivisionError):
        fail()
    assert outbox.waiting(store, ONE) == ()


def test_a_paper_that_is_not_begun_gives_way_to_a_newer_one(store: Store, url: str) -> None:
    code = asked(store, ONE)
    outbox.again(store, code=code, printer=ONE)
    outbox.again(store, code=code, printer=OTHER)
    assert claimed(store).copy
    outbox.again(store, code=code, printer=ONE)
    assert states(url) == ["dropped", "sending", "waiting", "waiting"]


def test_a_ticket_of_yesterday_is_not_printed_again(store: Store, clock: MovableClock) -> None:
    code = asked(store, ONE)
    clock.advance(days=1)
    assert refused(store, lambda: outbox.again(store, code=code, printer=ONE)) == "not-allowed"


def test_one_request_is_printed_once(store: Store) -> None:
    for _ in range(3):
        visitor.take(store, service="tax", key="k", printer=ONE)
    assert len(outbox.waiting(store, ONE)) == 1


def test_printing_takes_no_revision(store: Store) -> None:
    asked(store, ONE)
    before = store.revision()
    outbox.printed(store, claimed(store))
    assert store.revision() == before


def test_one_printer_does_one_job_at_a_time(store: Store) -> None:
    asked(store, ONE)
    second = asked(store, ONE)
    job = claimed(store)
    assert outbox.claim(store, ONE) is None
    outbox.printed(store, job)
    assert claimed(store).ticket.code == second


def test_a_job_that_died_with_its_process_comes_again_as_a_copy(store: Store, clock: MovableClock, url: str) -> None:
    code = asked(store, ONE)
    died = claimed(store)
    clock.advance(30)
    assert outbox.claim(store, ONE) is None
    clock.advance(1)
    job = claimed(store)
    assert (job.ticket.code, job.copy) == (code, True)
    outbox.printed(store, died)  # it was only slow: what it says about its own try changes nothing
    outbox.failed(store, died, "slow")
    assert states(url) == ["sending"]
    outbox.printed(store, job)
    assert states(url) == ["printed"]


def test_what_failed_is_tried_again_and_is_a_copy_only_where_paper_may_be_out(store: Store) -> None:
    asked(store, ONE)
    outbox.failed(store, claimed(store), "paper-out")
    job = claimed(store)
    assert not job.copy
    outbox.failed(store, job, "cut-off", begun=True)
    job = claimed(store)
    assert job.copy
    outbox.failed(store, job, "paper-out")
    job = claimed(store)
    assert job.copy
    outbox.failed(store, job, "slow", begun=True)
    assert outbox.claim(store, ONE) is None


def test_after_two_minutes_it_is_dropped(store: Store, clock: MovableClock, url: str) -> None:
    asked(store, ONE)
    outbox.failed(store, claimed(store), "paper-out")
    clock.advance(120)
    outbox.failed(store, claimed(store), "paper-out")
    clock.advance(1)
    fresh = asked(store, ONE)
    assert claimed(store).ticket.code == fresh
    assert states(url) == ["dropped", "sending"]
    assert raw.rows(url, "SELECT problem FROM printing WHERE state = 'dropped'") == [("paper-out",)]


def test_what_is_too_old_is_dropped_also_while_nothing_can_be_printed(
    store: Store, clock: MovableClock, url: str
) -> None:
    asked(store, ONE)
    clock.advance(60)
    fresh = asked(store, ONE)
    clock.advance(61)
    outbox.drop_outlived(store, ONE)
    assert states(url) == ["dropped", "waiting"]
    assert outbox.waiting(store, ONE) == (fresh,)


def test_two_minutes_are_those_of_the_clock_though_it_was_set_back(store: Store, clock: MovableClock) -> None:
    visitor.take(store, service="tax")
    clock.advance(minutes=-30)
    asked(store, ONE)
    clock.advance(121)
    assert outbox.claim(store, ONE) is None


def test_a_dead_job_is_dropped_after_two_minutes(store: Store, clock: MovableClock, url: str) -> None:
    asked(store, ONE)
    claimed(store)
    clock.advance(121)
    assert outbox.claim(store, ONE) is None
    assert states(url) == ["dropped"]


def test_a_clock_set_back_keeps_nobody_waiting(store: Store, clock: MovableClock) -> None:
    asked(store, ONE)
    claimed(store)
    clock.advance(minutes=-30)
    assert claimed(store).copy
    clock.advance(hours=-2)
    assert outbox.claim(store, ONE) is None


def test_a_ticket_that_is_given_up_is_not_printed(store: Store, url: str) -> None:
    visitor.cancel(store, code=asked(store, ONE))
    assert outbox.claim(store, ONE) is None
    assert states(url) == ["dropped"]


def test_printed_again_is_a_copy(store: Store, clock: MovableClock) -> None:
    code = asked(store, ONE)
    outbox.printed(store, claimed(store))
    clock.advance(minutes=10)
    assert outbox.again(store, code=code.lower(), printer=OTHER).code == code
    job = claimed(store, OTHER)
    assert (job.copy, job.at) == (True, store.now())
    visitor.cancel(store, code=code)
    assert refused(store, lambda: outbox.again(store, code=code, printer=ONE)) == "not-allowed"
    assert refused(store, lambda: outbox.again(store, code="0" * 17, printer=ONE)) == "unknown-code"


def test_two_kiosks_at_one_printer_print_nothing_twice(store: Store, url: str, clock: MovableClock) -> None:
    codes = {asked(store, ONE) for _ in range(20)}
    out: list[str] = []
    faults: list[BaseException] = []

    def kiosk() -> None:
        try:
            with Store.open(url, clock=clock) as own:
                while outbox.waiting(own, ONE):
                    if job := outbox.claim(own, ONE):
                        assert not job.copy
                        out.append(job.ticket.code)
                        outbox.printed(own, job)
        except BaseException as fault:
            faults.append(fault)

    together(kiosk, kiosk)
    assert not faults
    assert len(out) == 20
    assert set(out) == codes


def together(*works: Callable[[], None]) -> None:
    threads = [threading.Thread(target=work) for work in works]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(60)


def test_the_job_tells_the_ticket_as_it_is_now(store: Store) -> None:
    first = visitor.take(store, service="tax")
    asked(store, ONE)
    visitor.cancel(store, code=first.code)
    job = claimed(store)
    assert (job.ticket.ticket, job.ticket.ahead) == ("B002", 0)
    assert isinstance(job.at, datetime)
