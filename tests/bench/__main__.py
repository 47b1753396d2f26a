"""`python -m tests.bench [--json] [--only NAME …] [--quick]`: the figures that are promised, in one run."""

import argparse
import importlib
import json
import sys

from tests.bench.figures import HEADING, Figure
from tests.bench.machine import described

GROUPS = ("acts", "history", "seen", "crowd", "size", "report", "screens", "kiosk", "web")


def main() -> int:
    """Print each figure as soon as it is there; exit code 1 where one is too much."""
    arguments = _arguments()
    found: list[Figure] = []
    machine = described()
    if not arguments.json:
        print(f"{machine}\n\n{HEADING}", flush=True)
    for name in arguments.only or GROUPS:
        for figure in importlib.import_module(f"tests.bench.{name}").figures(arguments.quick):
            found.append(figure)
            if not arguments.json:
                print(figure.row(), flush=True)
    if arguments.json:
        document = {"machine": machine, "figures": [figure.document() for figure in found]}
        print(json.dumps(document, ensure_ascii=False, indent=1))
    return int(any(figure.holds is False for figure in found))


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.bench", description=__doc__)
    parser.add_argument("--json", action="store_true", help="one JSON object instead of a table")
    parser.add_argument("--quick", action="store_true", help="fewer rounds, shorter runs")
    parser.add_argument("--only", nargs="+", choices=GROUPS, metavar="NAME", help=f"of: {', '.join(GROUPS)}")
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
