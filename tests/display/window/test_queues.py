"""Lists that do not fit say how many more there are."""

from datetime import UTC, datetime, timedelta

import pytest
from textual.content import Content

from data.texts import words
from data.views import Desk, Queue, Waiting
from display.parts.wording import class_words, spread, ticking, waited
from display.window.queues import lines, some
from display.window.seen import Seen

NOW = datetime(2026, 11, 25, 6, 20, tzinfo=UTC)
NAMES = {"a": "Tax [A]", "b": "[/]", "c": "🏛 " * 40, "d": "Ə" * 200, "e": "two\nlines", "f": ""}
SAY = words("en")


def seen(queues: int, held: int) -> Seen:
    services = [list(NAMES)[k % len(NAMES)] for k in range(queues)]
    waiting = tuple(Queue(service, k, 60 * k or None) for k, service in enumerate(services))
    on_hold = tuple(Waiting(f"A{k:03}", "d", "normal", NOW) for k in range(1, held + 1))
    following = Waiting("AB1000", "c", "immediate", NOW - timedelta(minutes=75))
    return Seen(Desk(1, "open", tuple(services), 1, NOW, None, following, on_hold, waiting, ()), NAMES, (), "en", UTC)


@pytest.mark.parametrize("width", [36, 56, 96])
@pytest.mark.parametrize("height", [12, 20, 44])
@pytest.mark.parametrize("queues", [1, 6, 30])
@pytest.mark.parametrize("held", [0, 1, 25])
def test_all_is_shown_or_counted_within_the_room(width: int, height: int, queues: int, held: int) -> None:
    shown = lines(seen(queues, held), NOW, SAY, width, height)
    texts = [line.plain for line in shown]
    assert len(shown) <= height
    assert all(line.cell_length <= width and "\n" not in line.plain for line in shown)
    more = [int(text.split()[1]) for text in texts if text.startswith("+ ")]
    heads = 3 + 1 + 1 + (2 if held else 0)
    assert len(shown) - heads - len(more) + sum(more) == queues + held


def test_some_leaves_out_the_end_and_counts_it() -> None:
    rows = [Content(str(n)) for n in range(5)]
    assert [row.plain for row in some(rows, 3, SAY)] == ["0", "1", "+ 3 more"]
    assert some(rows, 5, SAY) == rows


@pytest.mark.parametrize(
    ("seconds", "in_words", "figures"),
    [(-5, "0 min", "0:00"), (59, "0 min", "0:59"), (754, "12 min", "12:34"), (3723, "1 h 02 min", "1:02:03")],
)
def test_times_are_said_in_minutes_and_shown_to_the_second(seconds: int, in_words: str, figures: str) -> None:
    assert waited(timedelta(seconds=seconds), SAY) == in_words
    assert ticking(timedelta(seconds=seconds)) == figures


def test_a_class_that_goes_before_has_a_mark_and_not_only_a_colour() -> None:
    assert [class_words(c, SAY).plain for c in ("normal", "priority", "immediate")] == [
        "Normal", "▲ Priority", "▲▲ Immediate",
    ]  # fmt: skip


def test_the_end_of_a_long_name_gives_way() -> None:
    assert spread(Content("Identity card"), Content("12"), 10).plain == "Identi… 12"
