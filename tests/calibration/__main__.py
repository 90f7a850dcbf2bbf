"""Write docs/calibration.md anew, or one part of it; it takes some minutes.

python -m tests.calibration [--tables N] [--before CHECKOUT --extract ZIP] [--write PATH]

With --before, a checkout of the code as it was is asked for verdicts of real data and the examples
beside this one; else how often verdicts are wrong is tried on made-up tables.
"""

import argparse
from pathlib import Path

from tests.calibration.tables import report
from tests.calibration.verdicts import HEADING, before_and_now


def main() -> None:
    """Print a part, and put it into its place in the file where asked."""
    parser = argparse.ArgumentParser(prog="python -m tests.calibration")
    parser.add_argument("--tables", type=int, default=400, metavar="N")
    parser.add_argument("--before", type=Path, metavar="CHECKOUT")
    parser.add_argument("--extract", type=Path, metavar="ZIP")
    parser.add_argument("--write", type=Path, metavar="PATH")
    options = parser.parse_args()
    is_verdicts = options.before is not None
    part = (
        before_and_now(options.before, options.extract) if is_verdicts else report(options.tables)
    )
    lines = []
    for line in part:
        print(line, flush=True)  # noqa: T201
        lines.append(line)
    if options.write:
        _write(options.write, "\n".join(lines) + "\n", is_verdicts=is_verdicts)


def _write(path: Path, text: str, *, is_verdicts: bool) -> None:
    """Replace one part of the file and leave the other as it is."""
    tables, _, verdicts = path.read_text(encoding="utf-8").partition(HEADING)
    parts = (
        (tables.rstrip("\n") + "\n\n", text)
        if is_verdicts
        else (text + "\n", HEADING + verdicts if verdicts else "")
    )
    path.write_text("".join(parts), encoding="utf-8")


if __name__ == "__main__":
    main()
