"""One act on the store and on the model, and what each says of it."""

import dataclasses
from collections.abc import Callable
from typing import Any

from data import views
from data.clock import moment
from data.records import Event
from data.refused import Refused
from tests.guards.records import Event as Line
from tests.guards.records import No


def both(act: Callable[[], Any], said: Callable[[], Any]) -> Any:
    """Do an act on both; its view, or None when it was refused."""
    expected, view = outcome(said), outcome(act)
    assert (view if isinstance(view, str) else fields(view)) == expected, (view, expected)
    return None if isinstance(view, str) else view


def outcome(act: Callable[[], Any]) -> Any:
    """What an act answers, or the code that it is refused with."""
    try:
        return act()
    except (No, Refused) as refused:
        return refused.code


def fields(view: Any) -> Any:
    if isinstance(view, views.Next):
        return {"called": fields(view.called), "finished": view.finished}
    if view is None:
        return None
    return {name: value for name, value in dataclasses.asdict(view).items() if name not in ("code", "qr")}


def written(event: Event) -> Line:
    """An event of the store, as the model writes it."""
    return Line(
        moment(event.at),
        event.act,
        event.ticket,
        event.service,
        event.class_,
        event.window,
        tuple(event.services.split(",")) if event.services else (),
        None if event.place is None else moment(event.place),
        None if event.out_of_turn is None else bool(event.out_of_turn),
        None if event.slot is None else moment(event.slot),
        tuple(event.steps.split(",")) if event.steps else (),
        event.for_window,
    )
