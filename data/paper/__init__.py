"""A ticket as one picture, for the printer of a kiosk and for files."""

from data.paper.contents import test_page, ticket
from data.paper.files import save

__all__ = ["save", "test_page", "ticket"]
