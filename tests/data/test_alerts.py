"""What somebody must see to is told once, and no longer than it lasts."""

import threading

from data import alerts
from data.alerts import Alert
from data.changes import Watch
from data.store import Store
from tests.clocks import MORNING, MovableClock
from tests.commands import Commands
from tests.data.kinds import sqlite_only

PRINTER, OTHER = "printer tcp://10.0.0.5:9100", "printer /dev/usb/lp0"


def test_an_alert_stands_until_it_is_over(store: Store, clock: MovableClock) -> None:
    alerts.tell(store, PRINTER, "paper-out")
    clock.advance(60)
    alerts.tell(store, OTHER, "unreachable")
    alerts.tell(store, PRINTER, "paper-out")
    assert alerts.standing(store) == (
        Alert(PRINTER, "paper-out", MORNING),
        Alert(OTHER, "unreachable", clock()),
    )
    clock.advance(60)
    alerts.tell(store, PRINTER, "cover-open")
    alerts.tell(store, OTHER, None)
    assert alerts.standing(store) == (Alert(PRINTER, "cover-open", clock()),)
    alerts.tell(store, PRINTER, None)
    assert alerts.standing(store) == ()


@sqlite_only  # PostgreSQL tells of a change a moment later
def test_nothing_is_written_where_nothing_changes(store: Store, url: str, clock: MovableClock) -> None:
    alerts.tell(store, PRINTER, "paper-out")
    with Store.open(url, clock=clock) as other:
        watch = Watch(other)
        try:
            watch.changed()
            alerts.tell(store, PRINTER, "paper-out")
            alerts.tell(store, OTHER, None)
            assert not watch.changed()
            alerts.tell(store, PRINTER, None)
            assert watch.changed()
        finally:
            watch.close()


def test_two_may_tell_the_same_at_once(store: Store, url: str, clock: MovableClock) -> None:
    barrier, faults = threading.Barrier(4), []

    def kiosk() -> None:
        try:
            with Store.open(url, clock=clock) as own:
                barrier.wait(30)
                for problem in ("paper-out", None, "cover-open", "paper-out"):
                    alerts.tell(own, PRINTER, problem)
        except BaseException as fault:
            faults.append(fault)

    threads = [threading.Thread(target=kiosk) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(60)
    assert not faults
    assert [alert.source for alert in alerts.standing(store)] == [PRINTER]


def test_the_command_lists_them(sqlite_store: Store, sqlite_url: str) -> None:
    run = Commands(sqlite_url)
    assert run("alerts").out == "No alerts.\n"
    assert run("alerts", "--json").json == {"alerts": []}
    alerts.tell(sqlite_store, PRINTER, "paper-out")
    assert run("alerts").out == f"{PRINTER}: paper-out since 2026-11-25 10:20\n"
    (alert,) = run("alerts", "--json").json["alerts"]
    assert alert == {"source": PRINTER, "problem": "paper-out", "since": "2026-11-25T06:20:00.000000+00:00"}
    alerts.tell(sqlite_store, OTHER, "unreachable")
    assert run("alerts", "--clear", PRINTER).out == f"{OTHER}: unreachable since 2026-11-25 10:20\n"
    assert run("alerts", "--clear", "nothing").code == 0
    assert run("alerts", "--clear", OTHER).out == "No alerts.\n"
