"""Write a part of docs/calibration.md anew; each takes some minutes.

python -m tests.calibration [--tables N] [--write PATH]
python -m tests.calibration --second-ways [--tables N] [--write PATH]
python -m tests.calibration --before CHECKOUT --extract ZIP [--write PATH]

How often verdicts are wrong is tried on made-up tables; with --second-ways the engine and the
ranges of ranks are held to slow implementations; with --before a checkout of the code as it was is
asked for verdicts of real data and the examples beside this one.
"""

import argparse
import re
from collections.abc import Iterator
from pathlib import Path

from tests.calibration import reported, second_ways
from tests.calibration.verdicts import before_and_now

A_PART = re.compile(r"^(?=# )", re.MULTILINE)


def main() -> None:
    """Print a part, and put it into its place in the file where asked."""
    parser = argparse.ArgumentParser(prog="python -m tests.calibration")
    parser.add_argument("--tables", type=int, default=400, metavar="N")
    parser.add_argument("--second-ways", action="store_true")
    parser.add_argument("--before", type=Path, metavar="CHECKOUT")
    parser.add_argument("--extract", type=Path, metavar="ZIP")
    parser.add_argument("--write", type=Path, metavar="PATH")
    options = parser.parse_args()
    lines = []
    for line in _part(options):
        print(line, flush=True)  # noqa: T201
        lines.append(line)
    if options.write:
        _write(options.write, "\n".join(lines) + "\n")


def _part(options: argparse.Namespace) -> Iterator[str]:
    if options.before is not None:
        return before_and_now(options.before, options.extract)
    if options.second_ways:
        return second_ways.report(options.tables)
    return reported.report(options.tables)


def _write(path: Path, text: str) -> None:
    """Put a part into the place of the one with its heading, or behind all others."""
    parts = {
        part.partition("\n")[0]: part for part in A_PART.split(path.read_text("utf-8")) if part
    }
    parts[text.partition("\n")[0]] = text
    path.write_text("\n".join(f"{part.rstrip()}\n" for part in parts.values()), encoding="utf-8")


if __name__ == "__main__":
    main()
