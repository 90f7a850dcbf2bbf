"""All that is known of the sources of some districts, in lines and for another program."""

from collections.abc import Iterator
from dataclasses import asdict, dataclass
from datetime import date, datetime
from typing import Any

from assessment.outputs.sources.authority_table import authority_summary, came_in_words
from assessment.outputs.sources.freshness_wording import due_in_words, freshness_in_words
from assessment.outputs.sources.grid_wording import about, states_in_words, where
from assessment.outputs.sources.source_tables import shared_sentence
from assessment.partnerships import partnership, partnerships
from assessment.periods import joined, months_in_words
from assessment.sources.coverage_grid import CoverageGrid, SourceMonths, coverage_grid
from assessment.sources.data_shared import SharedByAuthority, data_shared
from assessment.sources.shared_data import SharedData, shared_data
from assessment.sources.source_register import Source, sources
from assessment.workspace import Workspace


@dataclass(frozen=True)
class SourcesReport:
    """Every source; the months of some districts; what two sources give; what authorities share."""

    sources: tuple[Source, ...]
    grid: CoverageGrid
    same_data: tuple[SharedData, ...]
    authorities: tuple[SharedByAuthority, ...]

    @classmethod
    def of(cls, workspace: Workspace, named: str | None) -> "SourcesReport":
        """Ask of a partnership's districts, or of those of all partnerships.

        Which of two sources leads is each partnership's own: of all of them, nothing is said of it.
        """
        chosen = [partnership(workspace, named)] if named else partnerships(workspace)
        inside = sorted({district for place in chosen for district in place.districts})
        return cls(
            sources(workspace, inside),
            coverage_grid(workspace, inside),
            shared_data(workspace, named, inside) if named else (),
            data_shared(workspace, inside) if named else (),
        )


def in_lines(report: SourcesReport) -> Iterator[str]:
    """Yield what is known of the sources, a line for each."""
    if not report.sources:
        yield "Nothing has been loaded yet."
    for source in report.sources:
        yield from _source(source)
    for row in report.grid.rows:
        yield f"{row.source}, {about(row)}, {where(row, report.grid)}: {states_in_words(row)}"
    yield from map(shared_sentence, report.same_data)
    for shared in report.authorities:
        yield f"{shared.data.authority}: {shared.data.label}. {came_in_words(shared)}"
    if report.authorities:
        yield authority_summary(report.authorities)


def as_json(report: SourcesReport) -> dict[str, Any]:
    """Return the same for another program: months as YYYY-MM, days as YYYY-MM-DD."""
    written: dict[str, Any] = _plain(
        {
            "sources": [
                {
                    **asdict(source),
                    "data_sets": source.data_sets,
                    "months": [f"{month:%Y-%m}" for month in source.months],
                    "fresh": freshness_in_words(source),
                }
                for source in report.sources
            ],
            "districts": report.grid.districts,
            "months": [_months(row) for row in report.grid.rows],
            "same_data": [
                {**asdict(shared), "in_words": shared_sentence(shared)}
                for shared in report.same_data
            ],
            "authorities": [
                {**asdict(shared), "has_come": shared.has_come, "in_words": came_in_words(shared)}
                for shared in report.authorities
            ],
        }
    )
    return written


def _source(source: Source) -> Iterator[str]:
    setting = source.setting
    named = ", ".join(filter(None, (setting.agency, setting.contact_role)))
    example = " (example, synthetic)" if source.is_synthetic else ""
    yield (
        f"{source.id}{example}: {named or 'no agency named'}; {joined(source.data_sets)}; "
        f"{source.records:,} records, {source.counts:,} counts, {source.refused:,} rows refused; "
        f"{months_in_words(source.months) or 'no months'}"
    )
    due = f" ({due_in_words(setting.due)})" if setting.due else ""
    yield f"    {freshness_in_words(source)}{due}"


def _months(row: SourceMonths) -> dict[str, Any]:
    return {
        "source": row.source,
        "measure_set": row.measure_set,
        "subjects": row.subjects,
        "districts": row.districts,
        "states": {f"{month:%Y-%m}": str(state) for month, state in row.states.items()},
    }


def _plain(value: Any) -> Any:
    """Return a value with days and moments as text."""
    match value:
        case datetime() | date():
            return value.isoformat()
        case dict():
            return {key: _plain(inner) for key, inner in value.items()}
        case list() | tuple():
            return [_plain(inner) for inner in value]
        case _:
            return value
