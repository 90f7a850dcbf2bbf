"""What the counts of a table come to: what is known, and what is withheld or missing, in bounds."""

from collections.abc import Iterable, Sequence

from assessment.definitions import FLAGS, measure_sets
from assessment.intake.counts.count_cells import ALL_TOLD, Untold
from assessment.intake.counts.count_meaning import MeantCount
from assessment.numbers import count_of


def is_of_flag(count: MeantCount) -> bool:
    """Whether a count is of what marks records, such as domestic abuse, and not of a kind."""
    return count.measure in measure_sets()[FLAGS].families


def counted_in_all(counts: Iterable[MeantCount]) -> int:
    """Add up what is known of counts, no part of a whole twice, and no record by its flags."""
    return sum(count.apart for count in counts if not is_of_flag(count))


def sum_in_words(counts: Iterable[MeantCount]) -> str:
    """Say what counts come to: "1,300", or "1,300 known, and 0 to 84 withheld or missing"."""
    own = [count for count in counts if not is_of_flag(count)]
    return _with_untold(counted_in_all(own), sum((count.untold for count in own), ALL_TOLD))


def counts_in_words(counts: Sequence[MeantCount], rows: int) -> str:
    """Say how many counts a file has and what they come to, flags of the same records aside."""
    marks = sum(count.apart for count in counts if is_of_flag(count))
    beside = (
        f" Flags mark some of the same records, and are not in that: {marks:,}." if marks else ""
    )
    own = [count for count in counts if not is_of_flag(count)]
    is_known = sum((count.untold for count in own), ALL_TOLD).is_nothing
    come_to = f", {sum_in_words(own)} in all" if is_known else f": {sum_in_words(own)}"
    how_many = f"{count_of(len(counts), 'count')} in {count_of(rows, 'row')}"
    return f"Each row is a count: {how_many}{come_to}.{beside}"


def _with_untold(known: int, untold: Untold) -> str:
    if untold.is_nothing:
        return f"{known:,}"
    if untold.high is None:
        least = f"at least {untold.low:,}" if untold.low else "an unknown number"
        return f"{known:,} known, and {least} withheld or missing"
    return f"{known:,} known, and {untold.low:,} to {untold.high:,} withheld"
