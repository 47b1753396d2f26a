"""No text stands on a screen that can't be translated."""

import pytest

from tests.data.literals import classes, untranslatable
from tests.data.sayings import ROOMS, ROOT, sources
from tests.data.templates import said, templates, untranslated

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
            named, http = known | NAMES.get(where, set()), where.startswith("display/web/")
            for line, text in untranslatable(path.read_text("utf-8"), named, http=http):
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


def test_what_programs_say_to_each_other_by_http_is_no_text() -> None:
    source = """
NO_STORE = {"Cache-Control": "no-store", "Content-Type": "text/html; charset=utf-8"}
OPEN = {"Access-Control-Allow-Origin": "*", "Access-Control-Expose-Headers": "ETag, Retry-After"}
HOUR = "public, max-age=3600"
POLICY = "; ".join((*(f"{kind}-src 'self'" for kind in ("script", "style")), "base-uri 'none'"))
ACCEPTED = re.compile(r"[^ A-Za-z]+ Mozilla")
ROBOTS = "User-agent: *\\nDisallow: /\\n"
allow = (error.headers or {}).get("Allow")
response.headers["Vary"] = f"{secure}; SameSite=Lax; Secure"
Response(status_code=204, headers={"Allow": allow})
Route("/{code}/events", events, methods=["POST"])
lines = [f"data: {line}", f"retry: {n}"]
log.error("Something failed at %s", place)
"""
    assert untranslatable(source, http=True) == []
    assert len(untranslatable(source)) > 10


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ('return PlainTextResponse("Closed now")', "Closed now"),
        ('return HTMLResponse("closed")', "closed"),
        ('return JSONResponse({"message": "Please wait"})', "Please wait"),
        ('return Response("Sorry.", headers={"Allow": allow})', "Sorry."),
        ('pages.page("error.html", title="closed")', "closed"),
        ('pages.page("error.html", sentence="please wait")', "please wait"),
        ('about = {"Cache-Control": "no-store", "heading": "Your ticket"}', "Your ticket"),
        ('SORRY = "please, wait"', "please, wait"),
        ('WHAT = "data: please wait"', "data: please wait"),
        ('raise Refused("not-found", f"{path} is no page")', " is no page"),
    ],
)
def test_a_text_of_a_route_that_cannot_be_translated_is_found(source: str, text: str) -> None:
    assert [found for _, found in untranslatable(source, http=True)] == [text]


def test_every_text_of_a_template_can_be_translated() -> None:
    found = {
        f"{path.relative_to(ROOT).as_posix()}:{line}": words
        for path in templates(ROOT)
        for line, words in untranslated(path.read_text("utf-8"))
    }
    assert len(templates(ROOT)) > 10
    assert found == {}


@pytest.mark.parametrize(
    ("template", "found"),
    [
        ("<p>Please wait</p>", (1, "Please wait")),
        ('<p>{{ say("Closed") }}\n{# why #}\nand more</p>', (3, "and more")),
        ("{% if open %}<p>Open</p>{% endif %}", (1, "Open")),
        ("<p>{{ n }} ahead of you</p>", (1, "ahead of you")),
        ("<p>Bitte&nbsp;warten</p>", (1, "Bitte\xa0warten")),
        ("<title>{{ name }} · Queue</title>", (1, "· Queue")),
        ('<nav aria-label="Languages">', (1, "Languages")),
        ('<a title="{{ name }} here" href="/">', (1, "here")),
        ('<input placeholder="Code">', (1, "Code")),
        ('<img alt="A ticket">', (1, "A ticket")),
        ('<input type="submit" value="Send">', (1, "Send")),
        ('<meta name="description" content="A queue">', (1, "A queue")),
        ('<p data-lost="No connection">', (1, "No connection")),
        ('<p>{{ "Closed" if shut else say("Open") }}</p>', (1, "Closed")),
        ('{% set title = "Your ticket" %}<p>{{ title }}</p>', (1, "Your ticket")),
    ],
)
def test_a_text_of_a_template_that_cannot_be_translated_is_found(template: str, found: tuple[int, str]) -> None:
    assert untranslated(template) == [found]


def test_what_a_template_says_is_found_and_is_no_text_of_its_own() -> None:
    template = """<!doctype html><title>{{ say("Closed") }} · {{ named(centre.name) }}</title>
<!-- nobody reads this --><script>var shown = "nor this";</script>
<p class="notice big" id="said" data-state="{{ state }}" {{ ' class="some"' | safe if waiting }}>▶
{{ count("{n} man", "{n} men", n) }} → 3 {% include "a_file.html" %}
{% if refused.code == "too-many" %}{{ say("Wait") if state == "open" else say(refused.text) }}{% endif %}</p>
<input type="hidden" name="key" value="{{ "phone" }}">"""
    assert untranslated(template) == []
    assert list(said(template)) == [("Closed", 1), (("{n} man", "{n} men"), 4), ("Wait", 5)]
