"""`python -m display hall|window N`: the same as `novbe hall` and `novbe window N`."""

import sys
from argparse import ArgumentParser

from display.cli import describe

parser = ArgumentParser(prog="python -m display")
describe(parser.add_subparsers(metavar="SCREEN", required=True))
given = parser.parse_args()
sys.exit(given.run(given))
