"""Differences and percentages that a summary of two periods prints, checked against its counts."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation

from assessment.intake.counts.count_cells import CellCount
from assessment.intake.files.file_tables import shown

NOT_A_NUMBER = frozenset(["", "-", "--", "n/a", "na", "*", "x", "#div/0!", "[x]", "[z]", "..", ":"])
CORRECT = "Correct the row and load the file again."
DASHES = str.maketrans("–—−", "---")


@dataclass(frozen=True)
class ChangeCells:
    """What a row prints of a change, beside its counts in the order of time."""

    where: str
    counts: tuple[CellCount, ...]
    difference: str
    percent: str


def wrong_changes(changes: Iterable[ChangeCells]) -> Iterator[str]:
    """Yield a sentence for each difference or percentage that its row's counts do not give."""
    for change in changes:
        values = [count.value for count in change.counts]
        if (
            len(values) == 2
            and (before := values[0]) is not None
            and (now := values[1]) is not None
        ):
            yield from _wrong(change, before, now)


def _wrong(change: ChangeCells, before: int, now: int) -> Iterator[str]:
    difference = _number(change.difference)
    if difference is not None and difference != now - before:
        yield (
            f"{change.where}: it prints a difference of {shown(change.difference)}, but its "
            f"counts, {before:,} and {now:,}, differ by {now - before:+,}. {CORRECT}"
        )
    percent = _number(change.percent)
    if percent is not None and before and not _is_percent(change.percent, percent, before, now):
        exact = 100 * (now - before) / before
        yield (
            f"{change.where}: it prints a change of {shown(change.percent)}, but its counts, "
            f"{before:,} and {now:,}, give {exact:+.1f}%. {CORRECT}"
        )


def _is_percent(written: str, printed: Decimal, before: int, now: int) -> bool:
    """Compare at the decimals that are printed; a workbook holds 3% as 0.03."""
    share = Decimal(now - before) / Decimal(before)
    exponent = printed.as_tuple().exponent
    decimals = -exponent if isinstance(exponent, int) else 0
    tolerance = max(Decimal("0.51").scaleb(-decimals), Decimal("1e-9"))
    if abs(printed - share * 100) <= tolerance:
        return True
    is_share = "%" not in written and (decimals > 1 or printed == share)
    return is_share and abs(printed - share) <= tolerance


def _number(text: str) -> Decimal | None:
    written = re.sub(r"[,\s%]", "", text.translate(DASHES))
    if written.lower() in NOT_A_NUMBER:
        return None
    try:
        return Decimal(written.lstrip("+"))
    except InvalidOperation:
        return None
