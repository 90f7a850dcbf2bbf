"""The one place where the command line prints: a line at a time, and every character is seen.

A name in a store, in a file or on the command line may hold characters that move the terminal's
cursor, ring its bell, begin a new line or turn the direction of the text around them. They are
shown as Python writes them, such as \\x1b, \\n and \\u202e, and have no effect.
"""

import json
import sys
from unicodedata import category

# Controls, formats, halves of characters, and separators of lines and paragraphs.
UNSEEN = ("Cc", "Cf", "Cs", "Zl", "Zp")


def say(*lines: str) -> None:
    """Print some lines; a text with a line break in it stays one line."""
    for line in lines:
        print(visible(line))


def report(*lines: str) -> None:
    """Print to stderr: what the command prints on stdout may be for another program."""
    for line in lines:
        print(visible(line), file=sys.stderr)


def say_json(value: object, *, ensure_ascii: bool = True) -> None:
    """Print a value as JSON, indented, for another program."""
    written = json.dumps(value, indent=2, ensure_ascii=ensure_ascii)
    say(*("".join(map(_in_json, line)) for line in written.split("\n")))


def visible(text: str) -> str:
    """Return a text with every invisible character written out."""
    if text.isprintable():
        return text
    return "".join(
        letter.encode("unicode_escape").decode("ascii") if category(letter) in UNSEEN else letter
        for letter in text
    )


def _in_json(letter: str) -> str:
    return json.dumps(letter)[1:-1] if category(letter) in UNSEEN else letter
