"""Who works here, and who is it that types a PIN?"""

from data.people.people import add, admit, disable, everyone, exist, reset

__all__ = ["add", "admit", "disable", "everyone", "exist", "reset"]
