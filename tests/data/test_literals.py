"""No text stands on a screen that can't be translated."""

import pytest

from tests.data.literals import classes, untranslatable
from tests.data.sayings import ROOMS, ROOT, sources

NAMES = {
    "kiosk/printer/address.py": {" at "},
    "kiosk/printer/line.py": {"printer "},
    "display/window/app.py": {"window "},
    "display/parts/speech/play.py": {"Null", "no device plays sound", "the device is gone"},
}
"""Parts of what the store calls a device: the same for every language, and for programs. What a program of our own
says of a loudspeaker is for whoever looks after the machine."""


def test_every_text_of_a_screen_can_be_translated() -> None:
    known = frozenset(name for path in sources(*ROOMS) for name in classes(path.read_text("utf-8")))
    found = {}
    for path in sources("display", "kiosk"):
        where = path.relative_to(ROOT).as_posix()
        if path.name not in ("cli.py", "__main__.py"):  # the command line speaks English
            for line, text in untranslatable(path.read_text("utf-8"), known | NAMES.get(where, set())):
                found[f"{where}:{line}"] = text
    assert found == {}


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ('Static("waiting")', "waiting"),
        ('place.update(Content("Back"))', "Back"),
        ('TITLE = "back"\nStatic(TITLE)', "back"),
        ('Content.assemble(("waiting ", "bold"), n)', "waiting "),
        ('Input(placeholder="reason")', "reason"),
        ('show(f"{n} ahead")', " ahead"),
        ('show(f"{n} people ahead")', " people ahead"),
        ('SORRY = "please wait"', "please wait"),
        ('def title() -> str:\n    return "Closed"', "Closed"),
        ('speak("<say-as>now</say-as> or later")', "<say-as>now</say-as> or later"),
        ('CLOSED = mark("Closed")\nshow("Closed")', "Closed"),
        ('say("Closed") + "Закрыто"', "Закрыто"),
        ('self.tell("done", "done!")', "done!"),
    ],
)
def test_a_text_that_cannot_be_translated_is_found(source: str, text: str) -> None:
    assert [found for _, found in untranslatable(source)] == [text]


def test_what_nobody_reads_and_what_is_marked_may_stand_in_the_code() -> None:
    source = '''
"""A module of a kiosk."""
CSS = "Back { width: auto; }"
FONT = "NotoSans[wdth,wght].ttf"
KEEP = mark("Keep this code.")
CLOSED = "Closed now"
def show(offer: "Offer of a service") -> "What It Is":
    """Show it."""
    Static(Content(say(CLOSED)), id="heading")
    Content.styled(f"{n:02} · {name}", "bold $accent not underline")
    say.count("{n} person ahead", "{n} people ahead", n)
    say("Open" if on else "Shut the door")
    raise ValueError("Nobody reads this")
    query_one("Targets", Targets)
    speak(f'<say-as interpret-as="characters">{letters}</say-as> {number}')
'''
    assert untranslatable(source, frozenset({"Targets"})) == []
