"""What comes out of the printer of this kiosk, and what its visitor reads meanwhile?"""

from typing import TYPE_CHECKING

from data.texts import mark

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual.message import Message

    from data.store import Store
    from kiosk.printer.line import PrinterLine as Line
    from kiosk.printer.messages import NotPrinted, Printed

OUT = mark("Your ticket is printed. Please take it.")


class Printer:
    """The printer at an address, by the thread that talks to it; without an address, none.

    `post` takes the messages of `kiosk.printer.messages`. Raises Refused for an address that no printer can have.
    """

    def __init__(self, url: str | None, post: "Callable[[Message], object]", open_store: "Callable[[], Store]") -> None:
        self.name: str | None = None
        self._line: Line | None = None
        if url:
            from kiosk.printer.address import parse
            from kiosk.printer.line import PrinterLine

            address = parse(url)
            self.name = address.name
            self._line = PrinterLine(post, open_store, address)

    def start(self) -> None:
        """Begin to print."""
        if self._line:
            self._line.start()

    def poke(self) -> None:
        """There may be something to print."""
        if self._line:
            self._line.poke()

    def test(self) -> bool:
        """Print a test page; whether there is a printer."""
        if self._line:
            self._line.test()
        return self._line is not None

    def close(self) -> None:
        """Print no more."""
        if self._line:
            self._line.close()


def sentence(message: "Printed | NotPrinted") -> str:
    """What the visitor of the ticket reads, in English, the key of its translations."""
    from kiosk.printer.messages import NotPrinted
    from kiosk.printer.problems import UNSURE

    return message.sentence if isinstance(message, NotPrinted) else OUT if message.sure else UNSURE
