"""What the thread of the printer tells the kiosk."""

from textual.message import Message

from kiosk.printer.escpos import State


class Printed(Message):
    """The paper of the ticket with this code is out; not `sure` where the printer never says how it is."""

    def __init__(self, code: str, sure: bool) -> None:
        super().__init__()
        self.code = code
        self.sure = sure


class NotPrinted(Message):
    """The paper of the ticket with this code is not out, at least not yet; `sentence` is for its visitor, in English,
    and the key of its translations."""

    def __init__(self, code: str, problem: str, sentence: str) -> None:
        super().__init__()
        self.code = code
        self.problem = problem
        self.sentence = sentence


class PrinterIs(Message):
    """How the printer is, at the start and after each change; `problem` is None where nothing is to be seen to."""

    def __init__(self, state: State, problem: str | None) -> None:
        super().__init__()
        self.state = state
        self.problem = problem


class Tested(Message):
    """How a test page went; `problem` is None where it is out."""

    def __init__(self, problem: str | None) -> None:
        super().__init__()
        self.problem = problem
