"""What an analyst should know about a file that loads, one sentence for each thing."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from datetime import date

from assessment.definitions import LEFT_OUT, districts, subject_in_words
from assessment.intake.coverage.extract_coverage import CoverageCell
from assessment.intake.files.quotable import as_quotable
from assessment.intake.load_report import RefusedRow, category_name
from assessment.intake.mapping.categories.told_flags import untold_in_words
from assessment.intake.mapping.columns.record_fields import field_in_words
from assessment.intake.mapping.interpretation import Interpretation
from assessment.intake.mapping.rows.record_staging import StagedRows
from assessment.intake.mapping.rows.references.repeated_references import Repeats
from assessment.intake.record_comparison import RecordFates, what_it_withdraws
from assessment.numbers import count_of, listed
from assessment.periods import months_in_words

# As many offences of one kind, and no others, are no accident: the file is about that kind alone.
MANY = 20
MOST_NAMED = 5
MOST_QUOTED = 3
PART = (
    "It was said to be only a part, and nothing of {months} had come before: what there is counts "
    "as a part of the month, and is not compared. Load all of the month, or say that this is all "
    "(--covers)."
)


def load_warnings(
    staged: StagedRows,
    interpretation: Interpretation,
    fates: RecordFates,
    notices: Iterable[str],
) -> tuple[str, ...]:
    """Gather every sentence, what was left out of the file first."""
    return (
        *_unmapped(interpretation),
        *notices,
        *refused(staged),
        *_repeated(interpretation.repeats),
        *_left_out(interpretation),
        *_contradicting(interpretation),
        *_places(interpretation),
        *_flags(interpretation),
        *_months(interpretation),
        *_holes(interpretation.coverage.holes),
        *_narrow(interpretation),
        *what_it_withdraws(fates, "record"),
        *_superseded(fates),
        *_ambiguous(staged.ambiguous, interpretation.coverage.months),
    )


def refused(staged: StagedRows) -> Iterator[str]:
    """Say why rows were refused: a sentence for each reason, with the first rows it was met in."""
    alike: dict[tuple[str, str | None, str | None, str], list[RefusedRow]] = {}
    for row in staged.refused:
        alike.setdefault((row.file, row.sheet, row.column, row.expected), []).append(row)
    for (file, sheet, column, expected), rows in list(alike.items())[:MOST_NAMED]:
        where = f"{file}, sheet {sheet}" if sheet else file
        named = f"column '{column}', " if column else ""
        quoted = ", ".join(f"'{row.found}' in row {row.row_number:,}" for row in rows[:MOST_QUOTED])
        yield (
            f"{count_of(len(rows), 'row is', 'rows are')} refused ({where}): {named}expected "
            f"{expected}, found {quoted}{' and others' if len(rows) > MOST_QUOTED else ''}. "
            "Correct this and load the file again."
        )
    if staged.rows_refused > len(staged.refused):
        more = staged.rows_refused - len(staged.refused)
        yield f"{count_of(more, 'more row is', 'more rows are')} refused and not listed."


def _repeated(repeats: Repeats) -> Iterator[str]:
    yield from repeats.notices
    if repeats.rows and not repeats.by_event:
        verb = "repeats an ID that another row has" if repeats.rows == 1 else "repeat an ID"
        parts = [
            f"{repeats.identical:,} say the same and were left out" if repeats.identical else "",
            f"{repeats.flagged:,} differ in flags alone, and the one record carries all of them"
            if repeats.flagged
            else "",
            f"{count_of(len(repeats.differing), 'ID')} had rows that differ, and the row that says "
            "most was kept as the one record"
            if repeats.differing
            else "",
        ]
        yield f"{count_of(repeats.rows, 'row')} {verb}: {'; '.join(filter(None, parts))}."


def _unmapped(interpretation: Interpretation) -> Iterator[str]:
    unmapped = interpretation.categories.unmapped
    if unmapped:
        records = sum(n for _, n in unmapped)
        yield (
            f"{count_of(len(unmapped), 'category is', 'categories are')} not known, "
            f"{count_of(records, 'record')} in all: {_quoted(unmapped)}. They count in all records "
            "and in nothing else, so figures that could contain them are not compared until it is "
            "said what they mean: once they are loaded, Upload data asks."
        )


def _left_out(interpretation: Interpretation) -> Iterator[str]:
    if left_out := interpretation.categories.left_out:
        records = count_of(sum(n for _, n in left_out), "record is", "records are")
        yield (
            f"{records} left out of every figure, because somebody said that what they are called "
            f"is no crime or incident: {_quoted(left_out)}."
        )


def _contradicting(interpretation: Interpretation) -> Iterator[str]:
    categories = interpretation.categories
    if categories.contradicting:
        records = sum(n for _, n in categories.contradicting)
        taken = (
            "The code was taken"
            if categories.codes_trusted
            else "That is so more often than not, so these are hardly Home Office codes, and the "
            "words alone were taken"
        )
        yield (
            f"In {count_of(records, 'record')} the offence code means another thing than the words "
            f"beside it: {_quoted(categories.contradicting)}. {taken}; what is wrong can be given "
            "its meaning on Upload data."
        )


def _quoted(counted: Sequence[tuple[str, int]]) -> str:
    return listed(
        [f"'{as_quotable(category_name(text), n)}' ({n:,})" for text, n in counted], MOST_NAMED
    )


def _places(interpretation: Interpretation) -> Iterator[str]:
    for text, n in interpretation.places.unknown[:MOST_NAMED]:
        near = districts().suggest(text)
        hint = f" Did you mean {' or '.join(near)}?" if near else ""
        yield (
            f"'{as_quotable(text, n)}' ({count_of(n, 'row')}) is not a district of England or "
            f"Wales that we know, so these rows count for no district.{hint}"
        )
    forced = sum(count.rows for count in interpretation.counts if count.force and not count.place)
    if forced:
        yield (
            f"{count_of(forced, 'row has', 'rows have')} no location: they count for the force, "
            "not for a district."
        )
    is_asked = any(question.about == "place" for question in interpretation.questions)
    if interpretation.nowhere and not is_asked:
        yield (
            f"{count_of(interpretation.nowhere, 'row names', 'rows name')} neither a district that "
            "we know nor a force: no figure counts them. Add a column with either, and send the "
            "file again."
        )


def _flags(interpretation: Interpretation) -> Iterator[str]:
    if unknown := interpretation.flags.not_understood:
        parted = [(text.partition("="), n) for text, n in unknown]
        names = [
            f"'{as_quotable(value)}' ({field_in_words(field)}, {count_of(n, 'row')})"
            for (field, _, value), n in parted
        ]
        yield f"These flags were not understood and not counted: {listed(names, MOST_NAMED)}."
    yield from untold_in_words(interpretation.untold)


def _months(interpretation: Interpretation) -> Iterator[str]:
    coverage = interpretation.coverage
    if coverage.said:
        yield _said(coverage.said, {group.month for group in interpretation.groups})
    if coverage.gaps:
        yield (
            f"There are no rows for {months_in_words(coverage.gaps)}: that is treated as missing, "
            "not as zero."
        )
    if coverage.is_part:
        yield PART.format(months=months_in_words(coverage.months))
    elif coverage.partial_months:
        yield (
            f"The rows of {months_in_words(coverage.partial_months)} do not reach both ends of the "
            "month, as those of other months do. What is cut off is not compared until the whole "
            "month is loaded."
        )
    if coverage.stray_months:
        yield (
            "A few rows belong to months apart from the rest "
            f"({months_in_words(coverage.stray_months)}): they are added to those months, for "
            "which this file does not otherwise answer."
        )


def _said(months: Sequence[date], with_rows: Collection[date]) -> str:
    """Say what it means that a file was said to answer for some months."""
    without = [month for month in months if month not in with_rows]
    none = f" It has no row of {months_in_words(without)}: that counts as none." if without else ""
    return (
        f"As you said, it answers for {months_in_words(months)}, whole, and for every kind of "
        f"record that it has.{none}"
    )


def _holes(holes: Sequence[CoverageCell]) -> Iterator[str]:
    """Say where rows stop that one would expect, a sentence for each subject and area."""
    alike: dict[tuple[str, str], list[date]] = {}
    for hole in holes:
        if hole.subject == LEFT_OUT:
            continue
        alike.setdefault((hole.subject, hole.area), []).append(hole.month)
    for (subject, area), months in list(alike.items())[:MOST_NAMED]:
        yield (
            f"There are no {subject_in_words(subject)} of {area} for {months_in_words(months)}, "
            "where some are usual: that is treated as missing, not as zero."
        )


def _narrow(interpretation: Interpretation) -> Iterator[str]:
    offences = interpretation.offences
    if len(offences) == 1 and sum(offences.values()) >= MANY:
        label = interpretation.categories.measure_set.measure(next(iter(offences))).label
        yield (
            f"All its offences are {label.lower()}: if that is all the file is about, give it a "
            "source of its own, or it will replace other offences of these months."
        )


def _superseded(fates: RecordFates) -> Iterator[str]:
    if n := fates.superseded:
        yield (
            f"{count_of(n, 'row')} of this file {'has' if n == 1 else 'have'} the ID of a record "
            "that a file of later months has in another month or area: the record stays as that "
            "file has it, whichever of the two is loaded first."
        )


def _ambiguous(ambiguous: bool, months: Sequence[date]) -> Iterator[str]:
    if ambiguous:
        yield (
            "Every date could be read day first or month first; they were read day first, as is "
            f"usual here, which gives {months_in_words(months)}. Check that they are right."
        )
