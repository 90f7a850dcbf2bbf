"""The one place where the command line prints: a line at a time, and every character is seen.

Whatever people named, in a store, a file or on the command line itself, may hold what moves a
terminal's cursor, rings, begins a line of its own or turns the direction of the words around it.
It is shown as Python writes it, such as \\x1b, \\n and \\u202e, and does nothing.
"""

import json
import sys
from unicodedata import category

# Controls, formats, halves of characters, and what parts lines and paragraphs.
UNSEEN = ("Cc", "Cf", "Cs", "Zl", "Zp")


def say(*lines: str) -> None:
    """Print some lines, each of them one whatever it holds."""
    for line in lines:
        print(visible(line))


def report(*lines: str) -> None:
    """Say something beside what the command prints, which may be for another program."""
    for line in lines:
        print(visible(line), file=sys.stderr)


def say_json(value: object, *, ensure_ascii: bool = True) -> None:
    """Print a value as JSON, indented, for another program."""
    written = json.dumps(value, indent=2, ensure_ascii=ensure_ascii)
    say(*("".join(map(_in_json, line)) for line in written.split("\n")))


def visible(text: str) -> str:
    """Return a text in which every character is seen; what would not be is written out."""
    if text.isprintable():
        return text
    return "".join(
        letter.encode("unicode_escape").decode("ascii") if category(letter) in UNSEEN else letter
        for letter in text
    )


def _in_json(letter: str) -> str:
    return json.dumps(letter)[1:-1] if category(letter) in UNSEEN else letter
