"""What a row of the grid of months is about, and which months are not whole, in words."""

from assessment.definitions import FLAGS, measure_sets, subject_in_words
from assessment.numbers import listed
from assessment.periods import joined, months_in_words
from assessment.sources.coverage_grid import CoverageGrid, SourceMonths
from assessment.sources.month_states import MonthState

MOST_NAMED = 3
# Beside its colour each state has a shape of its own, and a sign where only letters are.
SIGNS = {
    MonthState.COVERED: "●",
    MonthState.DOUBTFUL: "?",
    MonthState.PARTIAL: "◐",
    MonthState.MISSING: "✕",
}
MEANINGS = {
    MonthState.COVERED: "all of the month",
    MonthState.DOUBTFUL: "far fewer records than usual, as if part of them were missing",
    MonthState.PARTIAL: "not all of its days, or not all of its numbers",
    MonthState.MISSING: "nothing came",
}


def about(row: SourceMonths) -> str:
    """Name the subjects of a row; several flags are counted, not named."""
    flags = measure_sets()[FLAGS].families
    records = [subject_in_words(name) for name in row.subjects if name not in flags]
    marked = [subject_in_words(name) for name in row.subjects if name in flags]
    if records and marked:
        return f"{joined(records)}, with {listed(marked, MOST_NAMED, 'flags more')}"
    return joined(records) if records else listed(marked, MOST_NAMED, "flags more")


def where(row: SourceMonths, grid: CoverageGrid) -> str:
    """Name the districts of a row: all of those asked about, or which of them."""
    if len(grid.districts) > 1 and {*row.districts} == {*grid.districts}:
        return "all districts"
    return listed(row.districts, MOST_NAMED)


def states_in_words(row: SourceMonths) -> str:
    """Say which months are not whole; the months before a source began and after it are missing."""
    parts = [
        f"{state}: {months_in_words(months)}"
        for state in (MonthState.MISSING, MonthState.PARTIAL, MonthState.DOUBTFUL)
        if (months := row.in_state(state))
    ]
    return "; ".join(parts) or "every month covered"


def grid_alt(grid: CoverageGrid) -> str:
    """Say in words what the picture of the grid shows."""
    if not grid.months:
        return "No source covers any month of these districts."
    sentences = [
        f"{row.source}, {about(row)}, {where(row, grid)}: {len(row.in_state(MonthState.COVERED))} "
        f"of {len(grid.months)} months covered; {states_in_words(row)}."
        for row in grid.rows
    ]
    return f"Months from {months_in_words(grid.months)}, by source. {' '.join(sentences)}"
