"""A page as a browser reads it, and what is wrong with it."""

import re
from collections import Counter
from html.parser import HTMLParser

VOID = frozenset({"meta", "link", "input", "br", "img"})
NEVER = re.compile(r"^(style|on[a-z]+)$")


class Markup(HTMLParser):
    """Reads a page: its `root`, `title`, `text`, and the ids of what is `checked`."""

    def __init__(self) -> None:
        super().__init__()
        self.root: dict[str, str | None] = {}
        self.title = self.text = ""
        self.checked: list[str | None] = []
        self._open: list[str] = []
        self._ids: Counter[str] = Counter()
        self._tags: Counter[str] = Counter()
        self._named: set[str] = set()
        self._referred: set[str] = set()
        self._inputs: list[str] = []
        self._faults: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        about = dict(attrs)
        self._tags[tag] += 1
        self._faults += [f"{tag} has {name}" for name in about if NEVER.match(name)]
        if tag == "html":
            self.root = about
        if about.get("id"):
            self._ids[about["id"] or ""] += 1
        for name in ("aria-describedby", "aria-labelledby", "for"):
            self._referred.update((about.get(name) or "").split())
        if tag == "input" and about.get("type") != "hidden" and "label" not in self._open:
            self._inputs.append(about.get("id") or "")
        if tag == "input" and about.get("type") == "radio" and "fieldset" not in self._open:
            self._faults.append(f"{about.get('id')} is in no fieldset")
        if "checked" in about:
            self.checked.append(about.get("id"))
        if tag == "label" and about.get("for"):
            self._named.add(about["for"] or "")
        if tag in ("script", "style") and not about.get("src"):
            self._faults.append(f"{tag} stands in the page")
        for name in ("src", "href", "action"):
            if re.match(r"[a-z]+:|//", about.get(name) or ""):
                self._faults.append(f"{tag} leads elsewhere: {about[name]}")
        if tag not in VOID:
            self._open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if not self._open or self._open.pop() != tag:
            self._faults.append(f"{tag} ends where it did not begin")

    def handle_data(self, data: str) -> None:
        if "title" in self._open:
            self.title += data
        self.text += data

    def faults(self) -> list[str]:
        """What is wrong."""
        twice = [f"two are called {name}" for name, times in self._ids.items() if times > 1]
        missing = [f"there is no {name}" for name in self._referred - set(self._ids)]
        unnamed = [f"no label: {name}" for name in self._inputs if name not in self._named]
        counted = [f"{self._tags[tag]} {tag}" for tag in ("h1", "main", "title") if self._tags[tag] != 1]
        counted += ["a fieldset without legend"] if self._tags["fieldset"] != self._tags["legend"] else []
        return [*self._faults, *twice, *missing, *unnamed, *counted, *(f"{tag} never ends" for tag in self._open)]


def read(page: str) -> Markup:
    """The page, read."""
    markup = Markup()
    markup.feed(page)
    markup.close()
    return markup
