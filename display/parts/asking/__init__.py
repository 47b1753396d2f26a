"""What an operator or a supervisor is asked and told: questions with choices, and the line that says what was done."""

from pathlib import Path

STYLE = Path(__file__).with_name("asking.tcss")
"""How it looks; for the app of each screen that asks."""
