"""The commands that need no screen."""

from data.cli import keeping, visitors, windows

APPS = (keeping.app, visitors.app, windows.app)
