"""Sources, their months, and what two of them give: as tables to download."""

from collections.abc import Sequence

from assessment.definitions import data_set_in_words, measure_sets, subject_in_words
from assessment.numbers import listed
from assessment.outputs.sources.freshness_wording import due_in_words, freshness_in_words
from assessment.outputs.sources.grid_wording import MEANINGS, about
from assessment.outputs.tables import COUNT, MADE_UP, Column, Table
from assessment.periods import joined, months_in_words
from assessment.sources.coverage_grid import CoverageGrid
from assessment.sources.shared_data import SharedData
from assessment.sources.source_register import Source

SOURCES = (
    Column("Source", 24),
    Column("Agency", 26),
    Column("Contact", 26),
    Column("Data set", 24),
    Column("Counted in", 28),
    Column("Layout of its files", 34),
    Column("Extracts", 9, COUNT),
    Column("Records", 12, COUNT),
    Column("Counts", 10, COUNT),
    Column("Refused rows", 10, COUNT),
    Column("Months", 36),
    Column("Latest file", 34),
    Column("Loaded", 12),
    Column("Expected", 40),
    Column("Freshness", 70),
    MADE_UP,
)
FEW = 4


def sources_table(sources: Sequence[Source], place: str) -> Table:
    """Return every source with whose it is, what stands of it and whether it is in time."""
    return Table(
        "Sources",
        (f"Freshness of what there is of {place}.",),
        SOURCES,
        tuple(map(_source, sources)),
        sheet="Sources",
    )


def grid_table(grid: CoverageGrid, synthetic: frozenset[str], place: str) -> Table:
    """Return the state of every month, a row for each source, subject and set of districts."""
    months = tuple(Column(f"{month:%Y-%m}", 9) for month in grid.months)
    columns = (Column("Source", 24), Column("About", 40), Column("Districts", 30))
    rows = tuple(
        (
            row.source,
            about(row),
            joined(row.districts),
            *(str(row.states[month]) for month in grid.months),
            "yes" if row.source in synthetic else "no",
        )
        for row in grid.rows
    )
    meanings = tuple(f"{state}: {meaning}." for state, meaning in MEANINGS.items())
    return Table(
        f"Months that sources cover: {place}",
        (),
        (*columns, *months, MADE_UP),
        rows,
        (("What the states mean", meanings),),
        "Months",
    )


def shared_sentence(shared: SharedData) -> str:
    """Say of what two sources both have, and which of them figures are taken from."""
    first, second = shared.sources
    subjects = listed([subject_in_words(name) for name in shared.subjects], FEW)
    data_set = data_set_in_words(measure_sets()[shared.measure_sets[0]].data_set)
    both = (
        f"{first} and {second} both give {data_set} ({subjects}) of "
        f"{listed(shared.districts, FEW)} for {months_in_words(shared.months)}."
    )
    if not shared.is_one_set:
        labels = joined([measure_sets()[name].label for name in shared.measure_sets])
        return f"{both} They are counted in two sets of measures, {labels}: no figure has both."
    if shared.lead in shared.sources:
        return f"{both} Figures are taken from {shared.lead}, the lead source."
    return (
        f"{both} They are never added up: until a lead source is named, each figure takes the one "
        "with more of the months asked for, then more records."
    )


def _source(source: Source) -> tuple[str | int | None, ...]:
    due = source.setting.due
    return (
        source.id,
        source.setting.agency or None,
        source.setting.contact_role or None,
        joined(source.data_sets),
        joined(source.counted_in),
        joined(source.layouts),
        source.extracts,
        source.records,
        source.counts,
        source.refused,
        months_in_words(source.months),
        source.latest_file,
        f"{source.latest_loaded_at:%Y-%m-%d}",
        due_in_words(due) if due else None,
        freshness_in_words(source),
        "yes" if source.is_synthetic else "no",
    )
