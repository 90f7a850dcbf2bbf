"""The report of a file of counts: what it says, what becomes of it, and every warning."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date

from assessment.definitions import FLAGS, measure_sets
from assessment.intake.counts.columns.table_layout import TableShape
from assessment.intake.counts.count_meaning import CountMeaning, MeantCount
from assessment.intake.counts.count_reading import ReadCounts
from assessment.intake.counts.count_tables import CountTables
from assessment.intake.counts.count_warnings import count_warnings, nowhere
from assessment.intake.counts.sums_in_words import counted_in_all, is_of_flag
from assessment.intake.file_choices import RowIs
from assessment.intake.files.file_tables import ArrivedFile, shown
from assessment.intake.load_report import ColumnRead, LoadReport, RowCounts
from assessment.intake.load_status import LoadStatus
from assessment.intake.mapping.categories.category_mapping import measure_label
from assessment.intake.mapping.column_report import NOT_USED
from assessment.intake.mapping.columns.record_fields import field_in_words
from assessment.intake.record_comparison import RecordFates

SURE, DOUBTED = 1.0, 0.5


def counted_months(read: ReadCounts) -> list[date]:
    """Return every month that the counts are of, those inside quarters and years as well."""
    spans = {count.key.span for count in read.meaning.counts}
    return sorted({month for span in spans for month in span.months})


def count_report(
    arrived: ArrivedFile,
    tables: CountTables,
    read: ReadCounts,
    source: str,
    fates: RecordFates,
    notices: Iterable[str],
) -> LoadReport:
    """Return the report, before the extract is kept."""
    meaning = read.meaning
    return LoadReport(
        file=arrived.file,
        source=source,
        status=LoadStatus.LOADED,
        rows=RowCounts(read=len(meaning.counts), **fates.counts),
        months=tuple(f"{month:%Y-%m}" for month in counted_months(read)),
        problems=(*notices, *count_warnings(arrived, tables, read, fates)),
        extract=fates.extract,
        measure_set=meaning.categories.measure_set.id,
        measures=_by(meaning, lambda count: _label(meaning, count)),
        districts=_by(
            meaning, lambda count: None if is_of_flag(count) else meaning.district(count)
        ),
        unmapped=meaning.categories.unmapped,
        unlocated=counted_in_all(
            count for count in meaning.counts if not meaning.district(count) and count.key.force
        ),
        nowhere=counted_in_all(nowhere(meaning)),
        columns=tuple(column for shape in tables.shapes[:1] for column in _columns(shape)),
        answers_for=frozenset(cell for block in read.coverage for cell in block.cells),
        data_set=meaning.categories.measure_set.data_set,
        row_is=RowIs.COUNT,
        confidence=DOUBTED if any(shape.doubts for shape in tables.shapes) else SURE,
        questions=read.questions,
        totals_checked=read.totals,
        adds=fates.adds,
    )


def _by(
    meaning: CountMeaning, name_of: Callable[[MeantCount], str | None]
) -> tuple[tuple[str, int], ...]:
    """Add up the counts by a name, most first; those without it are left out."""
    totals: Counter[str] = Counter()
    for count in meaning.counts:
        if (name := name_of(count)) is not None:
            totals[name] += count.apart
    return tuple(totals.most_common())


def _label(meaning: CountMeaning, count: MeantCount) -> str:
    flags = measure_sets()[FLAGS]
    measures = flags if is_of_flag(count) else meaning.categories.measure_set
    return measure_label(measures, count.measure)


def _columns(shape: TableShape) -> Iterator[ColumnRead]:
    """Say what every column was read as."""
    read_as = {at: field_in_words(field) for field, at in shape.fields.items()}
    read_as |= dict.fromkeys(shape.period, "period counted")
    read_as |= {value.at: _value_in_words(value.span) for value in shape.values}
    read_as |= dict.fromkeys(shape.totals, "total, checked")
    read_as |= dict.fromkeys(shape.others, "tells rows apart, not kept")
    read_as |= dict.fromkeys(shape.left_out, NOT_USED)
    for at, words in ((shape.difference, "difference, checked"), (shape.percent, "%, checked")):
        if at is not None:
            read_as[at] = words
    for at, header in enumerate(shape.table.header):
        if header:
            yield ColumnRead(shown(header), read_as.get(at, NOT_USED))


def _value_in_words(span: Sequence[object] | None) -> str:
    return f"counts of {span}" if span else "count"
