"""A picture on its way to a printer: out, or not out, and why."""

from contextlib import closing
from dataclasses import dataclass
from time import monotonic
from typing import TYPE_CHECKING

from kiosk.printer.address import Address
from kiosk.printer.channels import Channel, opened
from kiosk.printer.escpos import ASKED, SILENT, Status, answer, job, question, status

if TYPE_CHECKING:
    from PIL.Image import Image


@dataclass(frozen=True, slots=True)
class Limits:
    """How long a printer may take, in seconds: to be reached, to answer, and to take a whole picture.

    Together they stay under the lease of the outbox.
    """

    connect: float = 3.0
    answer: float = 1.0
    send: float = 10.0


class Unprinted(Exception):
    """The picture is not out; where it was `begun`, perhaps it is. `problem` is a code of `kiosk.printer.problems`."""

    def __init__(self, problem: str, begun: bool) -> None:
        super().__init__(problem)
        self.problem = problem
        self.begun = begun


def check(address: Address, limits: Limits) -> Status:
    """How the printer is."""
    try:
        with closing(opened(address, limits.connect)) as channel:
            return _asked(channel, limits)
    except OSError as error:
        return Status("problem", _unreached(error))


def send(address: Address, image: "Image", limits: Limits) -> Status:
    """Print the picture, unless the printer says that it cannot; how the printer is afterwards. Raises Unprinted."""
    try:
        channel = opened(address, limits.connect)
    except OSError as error:
        raise Unprinted(_unreached(error), begun=False) from error
    with closing(channel):
        before = _ready(channel, limits)
        _write(channel, image, limits)
        return _after(channel, before, limits)


def _ready(channel: Channel, limits: Limits) -> Status:
    try:
        found = _asked(channel, limits)
    except OSError as error:
        raise Unprinted("cut-off", begun=False) from error
    if found.state == "problem":
        raise Unprinted(found.problem or "error", begun=False)
    return found


def _write(channel: Channel, image: "Image", limits: Limits) -> None:
    until = monotonic() + limits.send
    try:
        for part in job(image):
            channel.write(part, until)
    except TimeoutError as error:
        raise Unprinted("slow", begun=True) from error
    except OSError as error:
        raise Unprinted("cut-off", begun=True) from error


def _after(channel: Channel, before: Status, limits: Limits) -> Status:
    """One that never answers is believed; one that did and no longer does, may have lost the picture."""
    if before == SILENT:
        return before
    try:
        after = _asked(channel, limits)
    except OSError as error:
        raise Unprinted("cut-off", begun=True) from error
    if after.state != "ready":
        raise Unprinted(after.problem or "silent", begun=True)
    return after


def _asked(channel: Channel, limits: Limits) -> Status:
    """Asks no more when the first question stays without an answer."""
    answers: dict[int, int | None] = {}
    for number in ASKED:
        until = monotonic() + limits.answer
        try:
            channel.write(question(number), until)
        except TimeoutError:
            return SILENT
        answers[number] = _answer(channel, until)
        if number == ASKED[0] and answers[number] is None:
            return SILENT
    return status(answers)


def _answer(channel: Channel, until: float) -> int | None:
    """What is no answer, such as a status that a printer sends unasked, is passed over."""
    while (left := until - monotonic()) > 0:
        said = channel.read(left)
        if not said:
            return None
        if (found := answer(said)) is not None:
            return found
    return None


def _unreached(error: OSError) -> str:
    return "no-access" if isinstance(error, PermissionError) else "unreachable"
