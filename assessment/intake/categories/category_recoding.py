"""Putting what is stored under what its categories mean now."""

from collections.abc import Collection, Mapping, Sequence

from assessment.definitions import FLAGS, LEFT_OUT, MeasureSet, measure_sets, subject_of
from assessment.errors import InvalidRequest
from assessment.intake.categories.coverage_anew import judge_coverage_anew
from assessment.intake.counts.count_meaning import meant_in_table
from assessment.intake.extract_writer import recount
from assessment.intake.mapping.belonging.source_names import EXAMPLES
from assessment.intake.mapping.categories.category_mapping import (
    UNMAPPED,
    Counted,
    leaves_of,
    read_stored,
)
from assessment.intake.mapping.categories.said_meanings import (
    ANY_SOURCE,
    CategoryMeaning,
    SaidMeanings,
)
from assessment.store import Writer


def changed_categories(
    writer: Writer,
    source: str,
    sets: Mapping[str, MeasureSet],
    meanings: Sequence[CategoryMeaning],
) -> Collection[str]:
    """Return the stored categories of a source whose meaning may not be what it was."""
    # What is said of any source is not said of the examples.
    names = (source,) if source.startswith(EXAMPLES) else (source, ANY_SOURCE)
    own = [said for said in meanings if said.source in names]
    if not own:
        return ()
    touched = SaidMeanings((said.source, said.category, LEFT_OUT) for said in own)
    stored = {category for category, _, _ in writer.rows("categories_of_source", source=source)}
    leaves = leaves_of(sets[source])
    return sorted(text for text in stored if touched.measure_of(text, leaves))


def keep_meanings(writer: Writer, meanings: Sequence[CategoryMeaning]) -> None:
    """Keep what was said, and forget what is to be as if nobody had said it."""
    for source in dict.fromkeys(said.source for said in meanings):
        # The last that is said of a category counts.
        last = {said.category: said.measure for said in meanings if said.source == source}
        kept = {category: measure for category, measure in last.items() if measure}
        writer.run("forget_categories", source=source, categories=list(last))
        writer.run(
            "say_categories",
            source=source,
            categories=list(kept),
            measures=list(kept.values()),
        )


def recode(writer: Writer, source: str, measures: MeasureSet, categories: Collection[str]) -> int:
    """Put the records of some categories under what they mean now; return how many these are."""
    if not categories:
        return 0
    stored = writer.rows("categories_of_source", source=source)
    counted = [(text, n) for text, _, n in stored]
    said = SaidMeanings(writer.rows("categories_said", source=source))
    meant = _meant(writer, source, counted, said, measures)
    now = {text: meant[text] for text in categories}
    for measure in {*now.values()} - {UNMAPPED, LEFT_OUT}:
        _must_not_count_twice(writer, source, measures, measure)
    for query in ("recode_categories", "recode_counts"):
        writer.run(query, source=source, categories=list(now), measures=list(now.values()))
    for text, measure in now.items():
        if measure not in (UNMAPPED, LEFT_OUT):
            subject = subject_of(measure, measures.id)
            writer.run("extend_coverage", source=source, category=text, subject=subject)
    judge_coverage_anew(writer, source, measures, list(now))
    months = writer.rows("months_of_categories", source=source, categories=list(now))
    recount(writer, source, [month for (month,) in months])
    return sum(n for text, n in counted if text in now)


def _meant(
    writer: Writer,
    source: str,
    counted: Counted,
    said: SaidMeanings,
    measures: MeasureSet,
) -> Mapping[str, str]:
    """Return what stored categories mean; in a table they may be totals and flags as well."""
    meant = read_stored(counted, said, measures)
    if (True,) not in writer.rows("rows_of_source_are", source=source):
        return meant
    return {
        text: meant_in_table(text, measures) or UNMAPPED if measure == UNMAPPED else measure
        for text, measure in meant.items()
    }


def _must_not_count_twice(writer: Writer, source: str, measures: MeasureSet, meant: str) -> None:
    """Refuse a meaning of which a table of the source counts the whole, or parts, already."""
    counted = {measure for (measure,) in writer.rows("measures_of_counts", source=source)}
    if meant in measure_sets()[FLAGS].families:  # a flag is no part of what it marks
        return
    own = measures.measure(meant)
    for other in measures.measures:
        overlaps = meant in other.leaves or other.id in own.leaves
        if other.id != meant and other.id in counted and overlaps:
            raise InvalidRequest(
                f"A table of {source} counts {other.label.lower()} already, and "
                f"{own.label.lower()} is a part of it or has it as a part: it would be counted "
                f"twice. Undo that extract, write '{own.label}' in the file, and load it again."
            )
