"""How many people there are, as a cell of a published table writes it."""

import re

# 231000, 231,000 or 231 000, every group of three, all parted by the same sign; up to nine digits,
# as no table of this country has more people. "66,8" may be 66.8 or 668: it is not guessed.
SEPARATORS = ", \N{NO-BREAK SPACE}\N{NARROW NO-BREAK SPACE}\N{THIN SPACE}"
PEOPLE = re.compile(rf"[0-9]{{1,9}}|[0-9]{{1,3}}([{SEPARATORS}])[0-9]{{3}}(?:\1[0-9]{{3}})?")
EXPECTED = "a whole number above 0, written as 231000, 231,000 or 231 000"


def people_counted(text: str) -> int | None:
    """Read a number of people; None where it is no whole number above 0, or more than can be."""
    written = text.strip()
    return (
        (int(re.sub(f"[{SEPARATORS}]", "", written)) or None) if PEOPLE.fullmatch(written) else None
    )
