"""`python -m kiosk`"""

from kiosk.cli import app

app(prog_name="python -m kiosk")
