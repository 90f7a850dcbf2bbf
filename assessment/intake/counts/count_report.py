"""The report of a file of counts: what it says, what becomes of it, and every warning."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date

from assessment.definitions import FLAGS, districts, measure_sets
from assessment.intake.counts.count_cells import CountStatus
from assessment.intake.counts.count_coverage import is_unfinished
from assessment.intake.counts.count_meaning import NO_PLACE, CountMeaning, MeantCount
from assessment.intake.counts.count_tables import CountTables, ReadCounts
from assessment.intake.counts.table_shape import TableShape
from assessment.intake.file_choices import RowIs
from assessment.intake.files.file_tables import ArrivedFile, in_quotes, shown
from assessment.intake.load_report import (
    ColumnRead,
    LoadReport,
    LoadStatus,
    RowCounts,
    category_name,
)
from assessment.intake.mapping.column_report import NOT_USED
from assessment.intake.mapping.record_fields import field_in_words
from assessment.intake.record_comparison import RecordFates
from assessment.numbers import count_of, listed
from assessment.periods import months_in_words

MOST_NAMED = 5
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
        problems=(*notices, *_warnings(arrived, tables, read, fates)),
        extract=fates.extract,
        measure_set=meaning.categories.measure_set.id,
        measures=_by(meaning, lambda count: _label(meaning, count)),
        districts=_by(meaning, meaning.district),
        unmapped=meaning.categories.unmapped,
        unlocated=_total(
            count for count in meaning.counts if not meaning.district(count) and count.key.force
        ),
        nowhere=_total(nowhere(meaning)),
        columns=tuple(column for shape in tables.shapes[:1] for column in _columns(shape)),
        answers_for=frozenset(cell for block in read.coverage for cell in block.cells),
        data_set=meaning.categories.measure_set.id,
        row_is=RowIs.COUNT,
        confidence=DOUBTED if any(shape.doubts for shape in tables.shapes) else SURE,
        questions=read.questions,
        totals_checked=read.totals,
    )


def nowhere(meaning: CountMeaning) -> list[MeantCount]:
    """Return the counts that name neither a district that is known nor a force."""
    return [
        count for count in meaning.counts if not count.key.force and not meaning.district(count)
    ]


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
    is_flag = count.measure in flags.families
    return (flags if is_flag else meaning.categories.measure_set).measure(count.measure).label


def _total(counts: Iterable[MeantCount]) -> int:
    return sum(count.apart for count in counts)


def _warnings(
    arrived: ArrivedFile, tables: CountTables, read: ReadCounts, fates: RecordFates
) -> Iterator[str]:
    meaning = read.meaning
    yield (
        f"Each row is a count: {count_of(len(meaning.counts), 'count')} in "
        f"{count_of(read.rows, 'row')}, {_total(meaning.counts):,} in all."
    )
    yield from arrived.left_out
    if tables.aside:
        yield f"No counts were found in {listed(tables.aside, MOST_NAMED)}: left out."
    if read.notes:
        yield f"Notes were left out: {in_quotes(read.notes, MOST_NAMED)}."
    yield from _not_counted(meaning)
    yield from _blocks(meaning)
    yield from _stated(meaning)
    if unfinished := _unfinished(meaning):
        yield (
            f"{months_in_words(unfinished)} {'was' if len(unfinished) == 1 else 'were'} not over "
            "when this was loaded: these counts are not compared. Load the table again when they "
            "are complete."
        )
    yield from _unknown(meaning)
    if n := fates.counts.get("withdrawn", 0):
        yield (
            f"{count_of(n, 'earlier count')} of {months_in_words(fates.withdrawn_months)} "
            f"{'is' if n == 1 else 'are'} not in this file and withdrawn, because a file replaces "
            "what the same source sent before for its months."
        )


def _not_counted(meaning: CountMeaning) -> Iterator[str]:
    for status, words in (
        (CountStatus.WITHHELD, "withheld (such as <5 or *): neither none nor any number"),
        (CountStatus.MISSING, "blank or said to be missing: that is not taken to be none"),
    ):
        counts = [count for count in meaning.counts if count.counted.status is status]
        if counts:
            names = in_quotes(dict.fromkeys(count.key.category for count in counts), MOST_NAMED)
            yield (
                f"{count_of(len(counts), 'count is', 'counts are')} {words}. What rests on "
                f"{'it' if len(counts) == 1 else 'them'} is not compared ({names})."
            )


def _blocks(meaning: CountMeaning) -> Iterator[str]:
    if any(len(count.key.span.months) > 1 for count in meaning.counts):
        yield (
            "Some counts are of several months together: they can be compared over whole periods "
            "of those months, and are not shown month by month."
        )


def _stated(meaning: CountMeaning) -> Iterator[str]:
    measures = meaning.categories.measure_set
    wholes = [measure for measure in measures.measures if measure.id in meaning.stated]
    if labels := [measure.label.lower() for measure in wholes]:
        yield (
            f"It gives {listed(labels, MOST_NAMED)} as a whole and not every part of it: what it "
            "does not list is not known, and is not taken to be none."
        )


def _unfinished(meaning: CountMeaning) -> set[date]:
    spans = {count.key.span for count in meaning.counts}
    return {month for span in spans if is_unfinished(span, date.today()) for month in span.months}


def _unknown(meaning: CountMeaning) -> Iterator[str]:
    if unmapped := meaning.categories.unmapped:
        names = [f"'{category_name(text)}' ({n:,})" for text, n in unmapped]
        yield (
            f"{count_of(len(unmapped), 'category is', 'categories are')} not known, and loaded as "
            f"unmapped: {listed(names, MOST_NAMED)}. Once they are loaded, Upload data asks what "
            "they mean."
        )
    for text, n in meaning.places.unknown[:MOST_NAMED]:
        if text.lower() in NO_PLACE:
            yield f"{n:,} of '{shown(text)}' count for the force, not for a district."
            continue
        near = districts().suggest(text)
        hint = f" Did you mean {' or '.join(near)}?" if near else ""
        yield (
            f"'{shown(text)}' ({n:,}) is not a district of England or Wales that we know, so it "
            f"counts for no district.{hint}"
        )
    if lost := nowhere(meaning):
        yield (
            f"{count_of(len(lost), 'count names', 'counts name')} neither a district that we know "
            "nor a force: no figure counts them."
        )


def _columns(shape: TableShape) -> Iterator[ColumnRead]:
    """Say what every column was read as."""
    read_as = {at: field_in_words(field) for field, at in shape.fields.items()}
    read_as |= dict.fromkeys(shape.period, "period counted")
    read_as |= {value.at: _value_in_words(value.span) for value in shape.values}
    read_as |= dict.fromkeys(shape.totals, "total, checked")
    read_as |= dict.fromkeys(shape.others, "tells rows apart, not kept")
    for at, words in ((shape.difference, "difference, checked"), (shape.percent, "%, checked")):
        if at is not None:
            read_as[at] = words
    for at, header in enumerate(shape.table.header):
        if header:
            yield ColumnRead(shown(header), read_as.get(at, NOT_USED))


def _value_in_words(span: Sequence[object] | None) -> str:
    return f"counts of {span}" if span else "count"
