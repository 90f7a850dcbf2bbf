"""The report of a file that loads: what its rows say, what becomes of them, and every warning."""

from dataclasses import dataclass

from assessment.intake.files.file_tables import ArrivedFile
from assessment.intake.load_report import LoadReport, RowCounts
from assessment.intake.load_status import LoadStatus
from assessment.intake.mapping.column_report import columns_read
from assessment.intake.mapping.columns.recipe_recognition import RecognisedFile
from assessment.intake.mapping.interpretation import Interpretation
from assessment.intake.mapping.rows.record_staging import StagedRows
from assessment.intake.record_comparison import RecordFates
from assessment.intake.report.competing_sources import competing_sources
from assessment.intake.report.duplicate_upload import nothing_new
from assessment.intake.report.load_warnings import load_warnings
from assessment.intake.report.thin_warnings import thin_warnings
from assessment.store import Writer

SAMPLE_COLUMNS = ("date", "category", "place", "ward", "LSOA", "outcome")


@dataclass(frozen=True)
class ReadExtract:
    """An extract as it was read: its file, its recipe, its rows, and what they mean."""

    arrived: ArrivedFile
    recognised: RecognisedFile
    staged: StagedRows
    interpretation: Interpretation
    is_synthetic: bool

    @property
    def source(self) -> str:
        """The source that it is of."""
        return self.interpretation.source


def load_summary(writer: Writer, extract: ReadExtract, fates: RecordFates) -> LoadReport:
    """Return the report, before the extract is kept."""
    staged, interpretation = extract.staged, extract.interpretation
    rows = RowCounts(
        read=staged.rows_read,
        rejected=staged.rows_refused,
        repeated=interpretation.repeats.rows,
        cancelled=staged.rows_cancelled,
        **fates.counts,
    )
    categories, months = interpretation.categories, interpretation.coverage.months
    sample, wards = writer.rows("staged_sample"), writer.rows("staged_wards")
    return LoadReport(
        file=extract.arrived.file,
        source=extract.source,
        status=LoadStatus.LOADED,
        rows=rows,
        months=tuple(f"{month:%Y-%m}" for month in months),
        problems=load_warnings(
            staged, interpretation, fates, _notices(writer, extract, rows, adds=fates.adds)
        ),
        extract=fates.extract,
        measure_set=categories.measure_set.id,
        measures=tuple(interpretation.by_measure.items()),
        districts=tuple(interpretation.by_district.items()),
        flags=tuple(interpretation.by_flag.items()),
        unmapped=categories.unmapped,
        unlocated=interpretation.unlocated - interpretation.nowhere,
        nowhere=interpretation.nowhere,
        wards=tuple(wards),
        columns=columns_read(extract.recognised.tables, staged.hidden),
        sample=tuple(dict(zip(SAMPLE_COLUMNS, row, strict=True)) for row in sample),
        refused_rows=staged.refused,
        data_set=categories.measure_set.data_set,
        row_is=interpretation.repeats.row_is,
        confidence=extract.recognised.confidence,
        totals_checked=staged.totals_checked,
        adds=fates.adds,
        answers_for=frozenset(interpretation.coverage.cells),
        questions=(
            *extract.recognised.questions,
            *staged.questions,
            *interpretation.questions,
        ),
    )


def asks_of_columns(
    arrived: ArrivedFile, recognised: RecognisedFile, source: str | None
) -> LoadReport:
    """Return the report of a file whose columns have to be asked about before a row is read."""
    return LoadReport(
        file=arrived.file,
        source=source or recognised.recipe.id,
        status=LoadStatus.ASKS,
        rows=RowCounts(read=sum(table.file_table.rows for table in recognised.tables)),
        problems=(*arrived.left_out, *recognised.notices),
        columns=columns_read(recognised.tables),
        confidence=recognised.confidence,
        questions=recognised.questions,
    )


def _notices(
    writer: Writer, extract: ReadExtract, rows: RowCounts, *, adds: bool
) -> tuple[str, ...]:
    """Say what is there already of the extract, and what was left out of its file."""
    interpretation, source = extract.interpretation, extract.source
    # An example's records compete with no real source.
    competing = () if extract.is_synthetic else competing_sources(writer, interpretation, source)
    return (
        *nothing_new(writer, rows, source, interpretation.coverage.months),
        *competing,
        *thin_warnings(writer, interpretation, source, adds=adds),
        *extract.arrived.left_out,
        *extract.recognised.notices,
        *interpretation.notices,
    )
