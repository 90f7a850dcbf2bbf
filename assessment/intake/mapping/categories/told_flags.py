"""What an extract tells of flags, where that is not all: a flag that no row says is not none."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from datetime import date

from assessment.definitions import ANY_FLAG, FLAGS, flag_columns, measure_sets
from assessment.intake.coverage.extract_coverage import Coverage, UntoldFlags
from assessment.intake.coverage.part_of_months import covered_before
from assessment.intake.mapping.categories.category_mapping import (
    FlagMapping,
    strands_of,
    unsaid_columns,
)
from assessment.periods import joined, months_in_words
from assessment.store import Writer

# What is known of a flag whose records do not say whether they carry it.
NOTHING = ""


def untold_flags(
    texts: Sequence[tuple[str, date, int]],
    flags: FlagMapping,
    columns: Collection[str],
    months: Sequence[date],
    blank: Mapping[str, Collection[date]],
) -> UntoldFlags:
    """Return what the rows of a file tell of its flags in each month, where it is not all.

    `texts` are what they say in each month. A month with rows whose table has no column of a flag,
    or whose cells nobody understands, tells nothing of it; nor does one in which a column is
    `blank` that others fill.
    """
    families = measure_sets()[FLAGS].families
    told = {
        (subject, month): " ".join(sorted(known))
        for month in months
        for filled in [{column for column in columns if month not in blank[column]}]
        for subject in flags.subjects
        if (known := _known_strands(subject, flags, filled)) is not None
    }
    of_any = flags.subjects - {families[column] for column in columns if column in families}
    for text, month, _ in texts:
        for column in unsaid_columns(text):
            unsaid = of_any if column == ANY_FLAG else {families[column]}
            told |= {(subject, month): NOTHING for subject in unsaid}
    return told


def lost_flags(
    writer: Writer, source: str, coverage: Coverage, flags: FlagMapping, columns: Collection[str]
) -> UntoldFlags:
    """Return the flags that earlier files of a source told in months of one that tells them not."""
    if ANY_FLAG in columns:
        return {}
    kinds = {cell.kind for cell in coverage.cells}
    lost = set(flag_columns()) - {ANY_FLAG} - flags.subjects
    return {
        (subject, month): NOTHING
        for subject, _, _, month in covered_before(writer, source, kinds, coverage.months)
        if subject in lost
    }


def untold_in_words(untold: UntoldFlags) -> Iterator[str]:
    """Say of which flags a file tells nothing, or not every strand, and in which months."""
    for subject in sorted({subject for subject, _ in untold}):
        label = measure_sets()[FLAGS].measure(subject).label.lower()
        months = {month for flag, month in untold if flag == subject}
        unsaid = {month for month in months if untold[subject, month] == NOTHING}
        if unsaid:
            yield (
                f"Not every row of {months_in_words(unsaid)} says whether it is {label}, as a "
                "column is missing, blank throughout, or holds words that are not known: for these "
                "months its number is not known, which is not none. Send them with that column, "
                "filled with Yes and No."
            )
        if months - unsaid:
            yield f"It does not tell the strands of {label} apart: {_strands(subject, untold)}."


def _known_strands(
    subject: str, flags: FlagMapping, columns: Collection[str]
) -> Collection[str] | None:
    """Return what is known of a flag and its strands; None where that is all of them."""
    strands = strands_of(subject)
    known = strands & set(columns)
    if {subject, ANY_FLAG}.isdisjoint(columns):
        return None if strands and known == strands else known
    is_apart = subject not in flags.without_strand
    return None if is_apart or known == strands else {subject, *known}


def _strands(subject: str, untold: UntoldFlags) -> str:
    known: set[str] = set()
    for (flag, _), text in untold.items():
        known |= set(text.split()) if flag == subject else set()
    measures = measure_sets()[FLAGS]
    lacking = [
        measures.measure(flag).label
        for flag in sorted({subject, *strands_of(subject)})
        if flag not in known
    ]
    return f"the numbers of {joined(lacking)} are not known, which is not none"
