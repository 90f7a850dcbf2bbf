"""What an analyst should know about a file of counts, one sentence for each thing."""

from collections import Counter
from collections.abc import Iterator
from datetime import date

from assessment.definitions import POLICE, districts
from assessment.intake.counts.count_cells import CountStatus
from assessment.intake.counts.count_coverage import is_unfinished
from assessment.intake.counts.count_meaning import NO_PLACE, CountMeaning, MeantCount
from assessment.intake.counts.count_reading import ReadCounts
from assessment.intake.counts.count_tables import CountTables
from assessment.intake.counts.sums_in_words import counts_in_words, sum_in_words
from assessment.intake.files.file_tables import ArrivedFile, in_quotes, shown
from assessment.intake.files.quotable import as_quotable, as_quotables
from assessment.intake.load_report import category_name
from assessment.intake.mapping.categories.absent_measures import absent_measures
from assessment.intake.record_comparison import RecordFates, what_it_withdraws
from assessment.numbers import count_of, listed
from assessment.periods import months_in_words

MOST_NAMED = 5


def nowhere(meaning: CountMeaning) -> list[MeantCount]:
    """Return the counts that name neither a district that is known nor a force."""
    return [
        count for count in meaning.counts if not count.key.force and not meaning.district(count)
    ]


def count_warnings(
    arrived: ArrivedFile, tables: CountTables, read: ReadCounts, fates: RecordFates
) -> Iterator[str]:
    """Yield every sentence, what a row is first."""
    meaning = read.meaning
    yield counts_in_words(meaning.counts, read.rows)
    yield from arrived.left_out
    if tables.aside:
        yield f"No counts were found in {listed(tables.aside, MOST_NAMED)}: left out."
    yield from tables.left_out
    yield from _not_read(tables)
    yield from _titles(tables, meaning)
    yield from _columns(tables)
    if read.notes:
        yield f"Notes were left out: {in_quotes(read.notes, MOST_NAMED)}."
    yield from read.told
    yield from _not_counted(meaning)
    yield from _blocks(meaning)
    yield from _stated(meaning)
    yield from _totals(meaning)
    if unfinished := _unfinished(meaning):
        yield (
            f"{months_in_words(unfinished)} {'was' if len(unfinished) == 1 else 'were'} not over "
            "when this was loaded: these counts are not compared. Load the table again when they "
            "are complete."
        )
    if read.cut_months:
        yield (
            f"Its counts are of days, and {months_in_words(sorted(read.cut_months))} "
            f"{'is' if len(read.cut_months) == 1 else 'are'} cut off: not compared."
        )
    yield from _parts(meaning)
    yield from _unknown(meaning)
    yield from _absent(meaning)
    yield from what_it_withdraws(fates, "count")


def _absent(meaning: CountMeaning) -> Iterator[str]:
    """Say which kinds of offence are not there; a total of all of them tells what they come to."""
    by_measure = Counter[str]()
    for count in meaning.counts:
        by_measure[count.measure] += count.apart
    if meaning.categories.measure_set.data_set == POLICE and not meaning.stated:
        yield from absent_measures(meaning.categories.measure_set, by_measure)


def _not_read(tables: CountTables) -> Iterator[str]:
    """Say which tables are no counts, and which rows of others were not read."""
    if tables.other_units:
        yield (
            "Left out, as a title, a note or the sheet's name says that the numbers are no counts: "
            f"{listed(tables.other_units, MOST_NAMED)}. If they are, say so (--numbers counts)."
        )
    for shape in tables.shapes:
        for at, kept in shape.only.items():
            yield (
                f"Of {shape.table.label} only the rows with {in_quotes([kept])} in the column "
                f"{in_quotes([shape.table.header[at]])} were read: the others are parts of them, "
                "other versions, or no counts."
            )


def _titles(tables: CountTables, meaning: CountMeaning) -> Iterator[str]:
    """Say whose counts a table has where only its title, or the name of its sheet, says it."""
    counted = {count.key.place for count in meaning.counts}
    for shape in tables.shapes:
        if shape.place in counted and shape.place and "district" not in shape.fields:
            label = shape.table.label
            yield (
                f"{label[0].upper()}{label[1:]} is of {shape.place}, as its title or the name of "
                "its sheet says, where its rows and headings name no other."
            )


def _columns(tables: CountTables) -> Iterator[str]:
    """Name the columns that were left out, and those that only tell rows apart."""
    for said, columns in (
        ("left out", [(shape, at) for shape in tables.shapes for at in shape.left_out]),
        (
            "used to tell rows apart, and not kept",
            [(shape, at) for shape in tables.shapes for at in shape.others],
        ),
    ):
        headings = dict.fromkeys(shape.table.header[at] for shape, at in columns)
        if named := [heading for heading in headings if heading]:
            words = "Column {} was" if len(named) == 1 else "Columns {} were"
            yield f"{words.format(in_quotes(named, MOST_NAMED))} {said}."


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


def _totals(meaning: CountMeaning) -> Iterator[str]:
    if meaning.published:
        names = in_quotes(sorted(meaning.published), MOST_NAMED)
        yield (
            f"Totals of other rows were checked and not counted: {names}."
            if not meaning.unlisted
            else f"Totals of other rows were not counted: {names}."
        )
    for total in meaning.unlisted:
        yield (
            f"{total.label} is more than the rows listed under it: what they lack is not known and "
            "in no figure, and what rests on it is not compared."
        )


def _parts(meaning: CountMeaning) -> Iterator[str]:
    if parts := meaning.unknown_parts:
        yield (
            f"No measure is known for {in_quotes(as_quotables(parts), MOST_NAMED)}: left out, as "
            "the rows above have what they count. To count one by itself, write in the file after "
            "'of which' what its measure is called here, and load it again."
        )


def _unfinished(meaning: CountMeaning) -> set[date]:
    spans = {count.key.span for count in meaning.counts}
    return {month for span in spans if is_unfinished(span, date.today()) for month in span.months}


def _unknown(meaning: CountMeaning) -> Iterator[str]:
    if unmapped := meaning.categories.unmapped:
        names = [
            f"'{as_quotable(category_name(text), n)}' ({sum_in_words(of_it)})"
            for text, n in unmapped
            for of_it in [[count for count in meaning.counts if count.key.category == text]]
        ]
        yield (
            f"{count_of(len(unmapped), 'category is', 'categories are')} not known, and loaded as "
            f"unmapped: {listed(names, MOST_NAMED)}. Once they are loaded, Upload data asks what "
            "they mean."
        )
    for text, n in meaning.places.unknown[:MOST_NAMED]:
        if text.lower() in NO_PLACE:
            yield f"{n:,} of '{shown(text)}' count for the force, not for a district."
            continue
        of_it = [count for count in meaning.counts if count.key.place == text]
        near = districts().suggest(text)
        hint = f" Did you mean {' or '.join(near)}?" if near else ""
        yield (
            f"'{as_quotable(shown(text), n)}' ({sum_in_words(of_it)}) is not a district of England "
            f"or Wales that we know, so it counts for no district.{hint}"
        )
    if lost := nowhere(meaning):
        yield (
            f"{count_of(len(lost), 'count names', 'counts name')} neither a district that we know "
            "nor a force: no figure counts them."
        )
