"""How many people a cell of a published table says that there are."""

import re

# 231,000 or 231 000; up to nine digits, as no table of this country has more people.
PEOPLE = re.compile(r"[0-9]{1,9}")


def people_counted(text: str) -> int | None:
    """Read a number of people; None where it is no whole number above 0, or more than can be."""
    digits = re.sub(r"[, ]", "", text)
    return (int(digits) or None) if PEOPLE.fullmatch(digits) else None
