"""What is said of a row where the share of records without a place moved between the periods."""

from assessment.changes.compared_rows import ComparedRow
from assessment.changes.question import By, Question
from assessment.numbers import rounded

AREAS = {By.WARD: "ward", By.LSOA: "small area"}
WITHOUT_NUMBERS = (
    "the share of records that name no {area} moved between the periods, and the change depends on "
    "where those belong"
)


def location_in_words(question: Question, row: ComparedRow) -> str:
    """Name both shares, and the change with records without a place shared out; '' without any."""
    location, shared = row.counted.location, row.shared_out
    if location is None or shared is None:
        return ""
    before, now = (rounded(100 * share, 1) for share in location.shares)
    percent = "" if shared.percent is None else f" ({shared.percent:+.1f}%)"
    return (
        f"{before}% of these records named no {_area(question)} in the comparison and {now}% "
        f"in the period; shared out in proportion to the others, they make it {shared.previous:,} "
        f"to {shared.current:,}{percent}"
    )


def without_numbers(question: Question) -> str:
    """Say why there is no verdict to those who are not shown small numbers."""
    return WITHOUT_NUMBERS.format(area=_area(question))


def _area(question: Question) -> str:
    return AREAS.get(question.by, "district")
