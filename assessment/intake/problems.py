"""What an analyst should know about a file that loads, one sentence for each thing."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from assessment.definitions import districts
from assessment.intake.report import RefusedRow
from assessment.intake.staging import Staged
from assessment.intake.understanding import Repeats, Understanding
from assessment.periods import months_in_words

MOST_NAMED = 5


def problems(staged: Staged, understood: Understanding, notices: Iterable[str]) -> tuple[str, ...]:
    """Gather every sentence, what was left out of the file first."""
    return (
        *notices,
        *refused(staged.refused),
        *_repeated(understood.repeats),
        *_unmapped(understood),
        *_places(understood),
        *_flags(understood),
        *_months(understood),
        *_ambiguous(staged.ambiguous, understood.coverage.months),
    )


def count_of(n: int, singular: str, plural: str = "") -> str:
    """Write a count with its noun: 1 row, 1,204 rows."""
    return f"{n:,} {singular if n == 1 else plural or singular + 's'}"


def _named(items: Sequence[str]) -> str:
    more = len(items) - MOST_NAMED
    return ", ".join(items[:MOST_NAMED]) + (f" and {more} more" if more > 0 else "")


def refused(rows: Sequence[RefusedRow]) -> Iterator[str]:
    """Say why rows were refused: one sentence a reason, with the first row it was met in."""
    reasons = Counter((row.file, row.sheet, row.column, row.expected) for row in rows)
    for (file, sheet, column, expected), n in reasons.most_common(MOST_NAMED):
        first = next(
            row
            for row in rows
            if (row.file, row.sheet, row.column, row.expected) == (file, sheet, column, expected)
        )
        where = f"{file}, sheet {sheet}" if sheet else file
        named = f"column '{column}', " if column else ""
        yield (
            f"{count_of(n, 'row was', 'rows were')} refused ({where}): {named}expected {expected}, "
            f"found '{first.found}' in row {first.row_number}. Correct it and load the file again."
        )


def _repeated(repeats: Repeats) -> Iterator[str]:
    if repeats.rows:
        verb = "repeats an ID that another row has" if repeats.rows == 1 else "repeat an ID"
        yield (
            f"{count_of(repeats.rows, 'row')} {verb}: {repeats.identical:,} say the same and were "
            f"left out; {count_of(len(repeats.differing), 'ID')} had rows that differ, and the row "
            "that says most was kept as the one record."
        )


def _unmapped(understood: Understanding) -> Iterator[str]:
    unmapped = understood.categories.unmapped
    if unmapped:
        listed = [f"'{text or '(blank)'}' ({n:,})" for text, n in unmapped]
        yield (
            f"{count_of(len(unmapped), 'category is', 'categories are')} not known and "
            f"{'was' if len(unmapped) == 1 else 'were'} loaded as unmapped: {_named(listed)}. They "
            "count in all records; say what they mean on the page Upload data."
        )


def _places(understood: Understanding) -> Iterator[str]:
    for text, n in understood.places.unknown[:MOST_NAMED]:
        near = districts().suggest(text)
        hint = f" Did you mean {' or '.join(near)}?" if near else ""
        yield (
            f"'{text}' ({count_of(n, 'row')}) is not a district of England or Wales that we know, "
            f"so these rows count for no district.{hint}"
        )
    unnamed = understood.unlocated - sum(n for _, n in understood.places.unknown)
    if unnamed:
        yield (
            f"{count_of(unnamed, 'row has', 'rows have')} no location: they count for the force, "
            "not for a district."
        )


def _flags(understood: Understanding) -> Iterator[str]:
    if unknown := understood.flags.not_understood:
        listed = [f"'{text.replace('=', ': ', 1)}'" for text in unknown]
        yield f"These flags were not understood and not counted: {_named(listed)}."


def _months(understood: Understanding) -> Iterator[str]:
    coverage = understood.coverage
    if coverage.gaps:
        yield (
            f"There are no rows for {months_in_words(coverage.gaps)}: that is treated as missing, "
            "not as zero."
        )
    if coverage.partial_months:
        yield (
            f"The rows of {months_in_words(coverage.partial_months)} do not reach both ends of the "
            "month, as those of other months do. What is cut off is not compared until the whole "
            "month is loaded."
        )
    if coverage.stray_months:
        yield (
            f"A few rows belong to earlier months ({months_in_words(coverage.stray_months)}): they "
            "are added to those months, for which this file does not otherwise answer."
        )


def _ambiguous(ambiguous: bool, months: Sequence[date]) -> Iterator[str]:
    if ambiguous:
        yield (
            "Every date could be read day first or month first; they were read day first, as is "
            f"usual here, which gives {months_in_words(months)}. Check that they are right."
        )
