"""Files that are checked together and loaded one after another: what a later does to an earlier.

Each is compared with what the store holds. When a later one is loaded, the earlier is there too, so
that is said as well.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from assessment.intake.load_report import LoadReport
from assessment.intake.load_status import LoadStatus
from assessment.numbers import count_of, listed

MOST_NAMED = 3


def after_those_before(reports: Sequence[LoadReport]) -> list[LoadReport]:
    """Say of each checked file which of those before it, once loaded, it takes the place of."""
    return [
        replace(report, problems=(*_replaces(report, reports[:at]), *report.problems))
        for at, report in enumerate(reports)
    ]


def _replaces(report: LoadReport, before: Sequence[LoadReport]) -> Iterator[str]:
    if report.status is not LoadStatus.CHECKED or report.adds:
        return
    for earlier in before:
        # A file takes the place of another's records only where both answer for the same.
        months = sorted({cell.month for cell in earlier.answers_for & report.answers_for})
        new = earlier.rows.loaded + earlier.rows.revised
        is_checked = earlier.status is LoadStatus.CHECKED
        if is_checked and earlier.source == report.source and months and new:
            named = listed([f"{month:%B %Y}" for month in months], MOST_NAMED)
            yield (
                f"It would be loaded after {earlier.file}, which is of the same source "
                f"({report.source}), areas and months ({named}), and takes the place of what that "
                f"file gives for them: up to {count_of(new, 'record')} of {earlier.file} would be "
                "withdrawn or revised, which the counts of this check leave out. If both are to "
                "stay, say that this one is a part (--mode add), or put both into one ZIP and "
                "load that."
            )
