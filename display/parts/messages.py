"""What the thread that talks to the store tells its screen."""

from typing import Any

from textual.message import Message

from data.refused import Refused


class Reading(Message):
    """What `read` gave: at once, after each change, and when the store is back."""

    def __init__(self, value: Any) -> None:
        super().__init__()
        self.value = value


class Answered(Message):
    """What a job gave."""

    def __init__(self, name: str, value: Any) -> None:
        super().__init__()
        self.name = name
        self.value = value


class Declined(Message):
    """Why a job was not done."""

    def __init__(self, name: str, refused: Refused) -> None:
        super().__init__()
        self.name = name
        self.refused = refused


class Lost(Message):
    """The store cannot be used, and why. Said once; the next Reading says that it is back."""

    def __init__(self, refused: Refused) -> None:
        super().__init__()
        self.refused = refused


class Broken(Message):
    """An error that nobody expected ended the thread: a fault in the program."""

    def __init__(self, error: Exception) -> None:
        super().__init__()
        self.error = error
