"""What is said of a row where the share of records without a place moved between the periods."""

from assessment.changes.comparable.location_share import LocationShift
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
    percent = "" if shared.percent is None else f" ({shared.percent:+.1f}%)"
    return (
        f"{_shares(question, location)}; shared out in proportion to the others, they make it "
        f"{shared.previous:,} to {shared.current:,}{percent}"
    )


def caution(question: Question, location: LocationShift | None) -> str:
    """Say beside figures that are judged as they were counted that the share moved; '' if not.

    What is judged month by month has no test with records without a place shared out.
    """
    if location is None:
        return ""
    return (
        f"{_shares(question, location)}: part of what looks like a change here may be that more or "
        f"fewer records say their {_area(question)}. Year on year has the change with those shared "
        "out."
    )


def without_numbers(question: Question) -> str:
    """Say why there is no verdict to those who are not shown small numbers."""
    return WITHOUT_NUMBERS.format(area=_area(question))


def _shares(question: Question, location: LocationShift) -> str:
    before, now = (rounded(100 * share, 1) for share in location.shares)
    return (
        f"{before}% of these records named no {_area(question)} in the comparison and {now}% "
        "in the period"
    )


def _area(question: Question) -> str:
    return AREAS.get(question.by, "district")
