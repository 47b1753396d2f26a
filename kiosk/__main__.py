"""`python -m kiosk`: the same as `novbe kiosk`."""

import sys
from argparse import ArgumentParser

from kiosk.cli import ARGUMENTS, kiosk

parser = ArgumentParser(prog="python -m kiosk")
for argument in ARGUMENTS:
    parser.add_argument(*argument.names, **argument.options)
sys.exit(kiosk(parser.parse_args()))
