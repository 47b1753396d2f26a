"""Pictures of every page, to look at: `python -m tests.display.web.browser.pictures FOLDER`."""

import sys
import tempfile
from pathlib import Path

from tests.display.web.browser.pages import in_language, pages
from tests.display.web.browser.place import place
from tests.display.web.browser.watched import PHONE, TV, Visitors, chromium

LANGUAGES = ("az", "ar", "en")
LOOKS = ("light", "dark")
SIZES = {"phone": PHONE, "tv": TV}


def pictures(folder: Path) -> None:
    """Write them into the folder, named for page, language, size and look."""
    with tempfile.TemporaryDirectory() as store, place(Path(store)) as served, chromium() as browser:
        visitors, paths = Visitors(browser, served.address), pages(served)
        for size, shape in SIZES.items():
            for look in LOOKS:
                page = visitors(shape, color_scheme=look, device_scale_factor=2 if size == "phone" else 1)
                for language in LANGUAGES:
                    for shows, path in paths.items():
                        page.goto(in_language(path, language))
                        name = "-".join((shows.replace(" ", "-"), language, size, look))
                        page.screenshot(path=folder / f"{name}.png", full_page=size == "phone")
        print(*sorted(set(visitors.faults)), sep="\n")


if __name__ == "__main__":
    target = Path(sys.argv[1])
    target.mkdir(parents=True, exist_ok=True)
    pictures(target)
