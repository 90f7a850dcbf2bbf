"""Small tables of counts, written as agencies write them."""

from collections.abc import Mapping, Sequence
from pathlib import Path

from assessment.intake.extract_loading import load
from assessment.intake.file_choices import FileChoices
from assessment.intake.load_report import LoadReport
from assessment.workspace import Workspace
from tests.extracts import write_csv
from tests.stored import assert_sound, stored

# By month, district and offence.
Counts = Mapping[tuple[str, str, str], int]

KEPT = """
SELECT measure, district, period_start::VARCHAR AS month, value, apart, status
FROM observation WHERE last_extract IS NULL ORDER BY ALL
"""


def loaded(
    workspace: Workspace,
    path: Path,
    header: Sequence[str],
    rows: Sequence[Sequence[object]],
    *,
    source: str | None = None,
    choices: FileChoices | None = None,
) -> LoadReport:
    """Write a table, load it, and see that the store is sound afterwards."""
    report = load(workspace, write_csv(path, rows, header), source=source, choices=choices)
    assert_sound(workspace)
    return report


def kept(workspace: Workspace) -> list[tuple[object, ...]]:
    """Return the current counts of a store."""
    return list(stored(workspace, KEPT).itertuples(index=False, name=None))


def long_rows(counts: Counts) -> list[list[object]]:
    """Write a row for each count."""
    return [[month, district, offence, n] for (month, district, offence), n in counts.items()]


def across_months(counts: Counts) -> tuple[list[str], list[list[object]]]:
    """Write a column for each month, and the totals of rows and columns."""
    months = sorted({month for month, _, _ in counts})
    lines = list(dict.fromkeys((district, offence) for _, district, offence in counts))
    rows: list[list[object]] = []
    for district, offence in lines:
        cells = [counts[month, district, offence] for month in months]
        rows.append([district, offence, *cells, sum(cells)])
    sums = [sum(n for (when, _, _), n in counts.items() if when == month) for month in months]
    rows.append(["Total", "", *sums, sum(sums)])
    return ["District", "Offence", *months, "Total"], rows


def across_categories(counts: Counts) -> tuple[list[str], list[list[object]]]:
    """Write a column for each offence."""
    offences = sorted({offence for _, _, offence in counts})
    lines = list(dict.fromkeys((month, district) for month, district, _ in counts))
    rows: list[list[object]] = [
        [month, district, *(counts[month, district, offence] for offence in offences)]
        for month, district in lines
    ]
    return ["Month", "District", *offences], rows
