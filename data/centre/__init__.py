"""How is this centre set up?"""

from data.centre.entries import Agency, Break, Classes, Rules, Service, Window
from data.centre.file import check, default, from_document, load, merge, read
from data.centre.settings import Centre

__all__ = [
    "Agency",
    "Break",
    "Centre",
    "Classes",
    "Rules",
    "Service",
    "Window",
    "check",
    "default",
    "from_document",
    "load",
    "merge",
    "read",
]
