"""`python -m kiosk`: the same as `novbe kiosk`."""

import sys
from argparse import ArgumentParser

from kiosk.cli import LOCKED, kiosk

parser = ArgumentParser(prog="python -m kiosk")
parser.add_argument(*LOCKED.names, **LOCKED.options)
sys.exit(kiosk(parser.parse_args()))
