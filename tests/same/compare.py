"""Say what differs between two folders that the tools beside this one have filled.

    .venv/bin/python -m tests.same.compare BEFORE AFTER

It leaves with status 1 if anything differs.
"""

import argparse
import sys
from collections.abc import Iterator
from difflib import unified_diff
from pathlib import Path

from PIL import Image, ImageChops

MOST_LINES = 60


def main(arguments: list[str]) -> int:
    """Compare two folders."""
    parser = argparse.ArgumentParser(prog="tests.same.compare", description=__doc__.splitlines()[0])
    parser.add_argument("before", type=Path, metavar="BEFORE")
    parser.add_argument("after", type=Path, metavar="AFTER")
    parser.add_argument("--lines", type=int, default=MOST_LINES, metavar="N", help="of each text")
    asked = parser.parse_args(arguments)
    for folder in (asked.before, asked.after):
        if not folder.is_dir():
            parser.error(f"{folder} is no folder")
    count, differing = 0, 0
    for name in sorted(_files(asked.before) | _files(asked.after)):
        count += 1
        told = list(differences(asked.before / name, asked.after / name, asked.lines))
        differing += bool(told)
        sys.stdout.writelines(f"{line}\n" for line in told)
    sys.stdout.write(f"{count} files compared: {differing} differ\n")
    return 1 if differing or not count else 0


def _files(folder: Path) -> set[str]:
    return {str(each.relative_to(folder)) for each in folder.rglob("*") if each.is_file()}


def differences(before: Path, after: Path, most: int = MOST_LINES) -> Iterator[str]:
    """Yield what differs between two files, a line at a time; nothing where they are the same."""
    if not after.exists():
        yield f"Missing: {after}"
    elif not before.exists():
        yield f"New: {after}"
    elif before.read_bytes() == after.read_bytes():
        return
    elif before.suffix == ".png":
        yield from _of_pictures(before, after)
    else:
        yield from _of_texts(before, after, most)


def _of_texts(before: Path, after: Path, most: int) -> Iterator[str]:
    was, is_now = (each.read_text(encoding="utf-8").splitlines() for each in (before, after))
    lines = list(unified_diff(was, is_now, str(before), str(after), n=1, lineterm=""))
    yield from lines[:most] or [f"{after}: only the ends of lines differ"]
    if len(lines) > most:
        yield f"… and {len(lines) - most} lines more"


def _of_pictures(before: Path, after: Path) -> Iterator[str]:
    with Image.open(before) as one, Image.open(after) as other:
        if one.size != other.size:
            yield f"{after}: the picture is {_size(other)} and was {_size(one)}"
            return
        apart = ImageChops.difference(one.convert("RGB"), other.convert("RGB"))
    if box := apart.getbbox():
        # A pixel differs if any of its three colours does.
        colours = apart.split()
        most = ImageChops.lighter(ImageChops.lighter(colours[0], colours[1]), colours[2])
        count = sum(most.histogram()[1:])
        yield f"{after}: {count:,} pixels differ, between {box[:2]} and {box[2:]}"


def _size(picture: Image.Image) -> str:
    return f"{picture.width} × {picture.height}"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
