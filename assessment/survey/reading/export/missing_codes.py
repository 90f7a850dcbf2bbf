"""Codes that may say that there is no answer: -9, 99 and the like. Only who says it tells."""

from collections.abc import Iterable

from assessment.survey.reading.labels import CODE_NUMBER

# Of a box each says that it was not offered: without its sign a -1 would be a tick.
MISSING_CODES = frozenset({"-1", "-2", "-3", "-7", "-8", "-9", "-97", "-98", "-99", "-999"})
# Far above the codes of answers, or beside no other number, these say the same.
SENTINELS = frozenset({9, 66, 77, 88, *range(95, 100), 666, 777, 888, *range(995, 1000)})


def may_be_missing(text: str) -> bool:
    """Tell a code that may say that there is no answer: one below zero, or 9, 99, 999."""
    if not CODE_NUMBER.fullmatch(text):
        return False
    code = int(float(text))
    return code < 0 or code in SENTINELS


def missing_among(texts: Iterable[str]) -> list[str]:
    """Return the codes that may say that there is no answer: a 9 among other numbers is one."""
    codes = [text for text in texts if CODE_NUMBER.fullmatch(text)]
    may_be = [text for text in codes if may_be_missing(text)]
    return may_be if len(may_be) == len(codes) else [t for t in may_be if float(t) < 0]
