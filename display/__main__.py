"""`python -m display hall|window N`"""

from display.cli import app

app(prog_name="python -m display")
