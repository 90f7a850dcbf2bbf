"""What a checked load would change, in words for the command line."""

from collections.abc import Iterator

from assessment.intake.load_report import LoadReport

MOST_FIGURES = 20


def changes_in_words(report: LoadReport) -> Iterator[str]:
    """Say what a load would do to records, and to figures that have been quoted."""
    if report.differences_in_words:
        yield f"changes: {report.differences_in_words}"
    for figure in report.figures[:MOST_FIGURES]:
        before, after = figure.before, figure.after
        yield (
            f"{figure.quoted_in}, {figure.place}: {figure.measure} {_count(before.current)} -> "
            f"{_count(after.current)} (year before {_count(before.previous)} -> "
            f"{_count(after.previous)}), "
            f"{' -> '.join(dict.fromkeys((before.verdict, after.verdict)))}"
        )
    if (rest := len(report.figures) - MOST_FIGURES) > 0:
        yield f"and {rest:,} more figures (--json lists them)"


def _count(records: int | None) -> str:
    return "no data" if records is None else f"{records:,}"
