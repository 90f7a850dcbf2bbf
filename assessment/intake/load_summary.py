"""The report of a file that loads: what its rows say, what becomes of them, and every warning."""

from dataclasses import dataclass

from assessment.intake.competing_sources import competing_sources
from assessment.intake.duplicate_upload import nothing_new
from assessment.intake.files.file_tables import ArrivedFile
from assessment.intake.load_report import LoadReport, LoadStatus, RowCounts
from assessment.intake.load_warnings import load_warnings
from assessment.intake.mapping.column_report import columns_read
from assessment.intake.mapping.interpretation import Interpretation
from assessment.intake.mapping.recipe_recognition import RecognisedFile
from assessment.intake.mapping.record_staging import StagedRows
from assessment.intake.record_comparison import RecordFates
from assessment.store import Writer

SAMPLE_COLUMNS = ("date", "category", "place", "ward", "LSOA", "outcome")


@dataclass(frozen=True)
class ReadExtract:
    """An extract as it was read: its file, its recipe, its rows, and what they mean."""

    arrived: ArrivedFile
    recognised: RecognisedFile
    staged: StagedRows
    interpretation: Interpretation
    source: str
    is_synthetic: bool


def load_summary(writer: Writer, extract: ReadExtract, fates: RecordFates) -> LoadReport:
    """Return the report, before the extract is kept."""
    staged, interpretation = extract.staged, extract.interpretation
    rows = RowCounts(
        read=staged.rows_read,
        rejected=staged.rows_refused,
        repeated=interpretation.repeats.rows,
        **fates.counts,
    )
    categories, months = interpretation.categories, interpretation.coverage.months
    sample = writer.rows("staged_sample")
    return LoadReport(
        file=extract.arrived.file,
        source=extract.source,
        status=LoadStatus.LOADED,
        rows=rows,
        months=tuple(f"{month:%Y-%m}" for month in months),
        problems=load_warnings(staged, interpretation, fates, _notices(writer, extract, rows)),
        extract=fates.extract,
        measure_set=categories.measure_set.id,
        measures=tuple(interpretation.by_measure.items()),
        districts=tuple(interpretation.by_district.items()),
        flags=tuple(interpretation.by_flag.items()),
        unmapped=categories.unmapped,
        unlocated=interpretation.unlocated - interpretation.nowhere,
        nowhere=interpretation.nowhere,
        columns=columns_read(extract.recognised.tables, staged.hidden),
        sample=tuple(dict(zip(SAMPLE_COLUMNS, row, strict=True)) for row in sample),
        refused_rows=staged.refused,
        data_set=categories.measure_set.id,
        row_is=interpretation.repeats.row_is,
        answers_for=frozenset(interpretation.coverage.cells),
        questions=(
            *extract.recognised.questions,
            *staged.questions,
            *interpretation.questions,
        ),
    )


def _notices(writer: Writer, extract: ReadExtract, rows: RowCounts) -> tuple[str, ...]:
    """Say what is there already of the extract, and what was left out of its file."""
    interpretation, source = extract.interpretation, extract.source
    # An example's records compete with no real source.
    competing = () if extract.is_synthetic else competing_sources(writer, interpretation, source)
    return (
        *nothing_new(writer, rows, source, interpretation.coverage.months),
        *competing,
        *extract.arrived.left_out,
        *extract.recognised.notices,
    )
