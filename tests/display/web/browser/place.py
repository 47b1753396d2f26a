"""A centre of six languages, and `novbe web` as a process of its own that serves its pages."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path
from urllib.parse import urlsplit

from data import centre, setup, tickets, visitor, window
from data.centre import Centre
from data.clock import system
from data.store import Store
from data.views import Ticket
from tests.bench.served import Served

LANGUAGES = ("az", "en", "ru", "fr", "es", "ar")
CENTRE = """
[centre]
id = "test"
trust = "local"
name = { az = "Bakı Xidmət Mərkəzi", en = "Baku Service Centre", ar = "مركز باكو للخدمات" }
timezone = "ZONE"
languages = ["az", "en", "ru", "fr", "es", "ar"]
address = "HTTP://Q.EXAMPLE.AZ"
news = { az = "Cümə günü bağlıyıq.", en = "Closed on Friday." }

[rules]
recall_after = "0s"
no_show_calls = 0
no_show_after = "0s"

[hall]
dwell = "1s"

[web]
remote = true
rate = 10000
"""
AGENCIES = {
    "interior": ("Daxili İşlər Nazirliyi", "Ministry of Internal Affairs", "وزارة الداخلية"),
    "tax": ("Dövlət Vergi Xidməti", "State Tax Service", "مصلحة الضرائب"),
}
SERVICES = {
    "id-card": ("interior", "A", "Şəxsiyyət vəsiqəsi", "Identity card", "بطاقة الهوية"),
    "passport": ("interior", "A", "Ümumvətəndaş pasportu", "Passport", "جواز السفر"),
    "notary": ("tax", "B", "Notariat: daşınmaz əmlakın bağışlanması", "Notary: gift of real estate", "كاتب العدل"),
    "tax": ("tax", "C", "Vergi ödəyicisinin uçotu", "Registration of taxpayers", "تسجيل دافعي الضرائب"),
    "company": ("tax", "D", "Hüquqi şəxslərin qeydiyyatı", "Registration of a company", "تسجيل شركة"),
}
WINDOWS = {1: ("id-card",), 2: ("passport",), 3: ("notary",), 4: ("tax",), 5: ("company",), 6: ("company", "tax")}


def six_languages() -> Centre:
    """A centre where nothing has to be waited for, and where a ticket may be taken by phone."""
    parts = [CENTRE.replace("ZONE", noon())]
    for agency, (az, en, ar) in AGENCIES.items():
        parts.append(f'[[agencies]]\nid = "{agency}"\nname = {{ az = "{az}", en = "{en}", ar = "{ar}" }}\n')
    for service, (agency, series, az, en, ar) in SERVICES.items():
        head = f'[[services]]\nid = "{service}"\nagency = "{agency}"\nseries = "{series}"\nduration = "15m"\n'
        parts.append(f'{head}name = {{ az = "{az}", en = "{en}", ar = "{ar}" }}\n')
    for number, services in WINDOWS.items():
        parts.append(f"[[windows]]\nnumber = {number}\nservices = {list(services)}\n")
    return centre.read("".join(parts).replace("'", '"'), "six.toml")


def noon() -> str:
    """A time zone where it is about noon, so that no day ends while the tests run."""
    return f"Etc/GMT{datetime.now(UTC).hour - 12:+d}"


class Place:
    """The store and the server. Windows are open; the tests act as the staff through `store`."""

    def __init__(self, folder: Path) -> None:
        self.url = f"sqlite:///{folder / 'novbe.db'}"
        self.centre = six_languages()
        self.server = Served(self.url, folder / "web.txt")
        self.address = f"http://127.0.0.1:{self.server.port}"
        self.left_over = self._yesterday()
        self.store = Store.open(self.url)
        for number in WINDOWS:
            window.open(self.store, window=number)

    def _yesterday(self) -> Ticket:
        """A ticket of the day before, which nobody served."""
        then = system() - timedelta(days=1)
        setup.init(self.url, self.centre, clock=lambda: then)
        with Store.open(self.url, clock=lambda: then) as store:
            return visitor.take(store, service="id-card", language="en")

    def start(self) -> None:
        """Start the server and wait until it answers."""
        self.server.start()

    def kill(self) -> None:
        """As when the machine loses its power."""
        self.server.kill()

    def stop(self) -> int:
        """End the server as a service manager does; its exit code."""
        return self.server.stop()

    def take(self, service: str, language: str = "en", waiting: int = 0) -> Ticket:
        """A ticket behind so many others that were taken just before it."""
        for _ in range(waiting):
            visitor.take(self.store, service=service)
        return visitor.take(self.store, service=service, language=language)

    def serve(self, number: int) -> Ticket | None:
        """Call the next one to a window and serve it to the end; None when nobody waits."""
        called = window.call(self.store, window=number)
        if called:
            self.finish(number)
        return called

    def finish(self, number: int) -> None:
        """Serve the one at a window to the end."""
        held = tickets.in_hand(self.store, number)
        if held and held.state == "called":
            window.start(self.store, window=number)
        window.finish(self.store, window=number)

    def empty(self, number: int) -> None:
        """Serve all who wait for a window, so that nobody is ahead of who comes now."""
        if tickets.in_hand(self.store, number):
            self.finish(number)
        while self.serve(number):
            pass

    def page(self, ticket: Ticket) -> str:
        """Where the ticket's page is, as its QR code says it, with the address that this centre has here."""
        return self.address + urlsplit(ticket.qr).path


@contextmanager
def place(folder: Path) -> Iterator[Place]:
    """A place that is served until the end."""
    made = Place(folder)
    try:
        made.start()
        yield made
        assert made.stop() == 0
    finally:
        made.kill()
        made.store.close()
