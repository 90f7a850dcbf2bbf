"""Months of an extract that hold far fewer records than its source usually sends."""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from datetime import date
from statistics import mean

from assessment.definitions import districts, subject_in_words, subject_of
from assessment.intake.mapping.interpretation import Interpretation
from assessment.numbers import first_of
from assessment.periods import months_in_words
from assessment.store import Writer
from assessment.thin_months import ThinMonth, thin_months

MOST_SAID = 5
# A subject in an area of a kind: offences in a district.
Series = tuple[str, str, str]


def thin_warnings(
    writer: Writer, interpretation: Interpretation, source: str, *, adds: bool = False
) -> list[str]:
    """Warn of months with far fewer records than the other months of the file and its source.

    What an extract that `adds` brings stands beside what is there. A district is not
    named where its force is thin in the same months.
    """
    thin = _thin(interpretation, _months_of_series(writer, interpretation, source, adds=adds))
    of_forces = {
        (subject, district, month.month)
        for (subject, kind, area), months in thin.items()
        if kind == "force"
        for district in districts().of_force(area)
        for month in months
    }
    sentences = [
        _sentence(subject, area, months)
        for (subject, kind, area), months in sorted(thin.items(), key=_forces_first)
        if kind == "force" or not all((subject, area, month.month) in of_forces for month in months)
    ]
    return first_of(
        sentences, MOST_SAID, lambda rest: f"{rest:,} more areas have months with few records."
    )


def _forces_first(thin: tuple[Series, Sequence[ThinMonth]]) -> tuple[bool, str, str]:
    (subject, kind, area), _ = thin
    return kind != "force", area, subject


def _thin(
    interpretation: Interpretation, by_series: Mapping[Series, Mapping[date, int]]
) -> dict[Series, Sequence[ThinMonth]]:
    """Return the thin months of the extract among all that its source covers."""
    partial = set(interpretation.coverage.partial_months)
    own: dict[Series, set[date]] = defaultdict(set)
    for cell in interpretation.coverage.cells:
        if cell.month not in partial:
            own[cell.subject, cell.kind, cell.area].add(cell.month)
    found = {
        series: [
            month
            for month in thin_months(counts, {*counts, *months} - partial)
            if month.month in months
        ]
        for series, months in own.items()
        for counts in [by_series.get(series, {})]
    }
    return {series: months for series, months in found.items() if months}


def _months_of_series(
    writer: Writer, interpretation: Interpretation, source: str, *, adds: bool
) -> Mapping[Series, Mapping[date, int]]:
    """Count what the source has in every month, the extract's own months as it sends them."""
    measures = interpretation.categories.measure_set
    leaves = sorted({leaf for measure in measures.measures for leaf in measure.leaves})
    own = set(interpretation.coverage.months)
    counted: dict[Series, Counter[date]] = defaultdict(Counter)
    for group in interpretation.groups:
        if group.month in own:
            for kind, area in (("force", group.force), ("district", group.district)):
                if area:
                    counted[group.subject, kind, area][group.month] += group.rows
    for subject, kind, area, months, counts in writer.rows(
        "months_of_source",
        source=source,
        leaves=leaves,
        leaf_subjects=[subject_of(leaf, measures.id) for leaf in leaves],
    ):
        before = zip(months, counts, strict=True)
        counted[subject, kind, area].update(
            {month: n for month, n in before if adds or month not in own}
        )
    return counted


def _sentence(subject: str, area: str, months: Sequence[ThinMonth]) -> str:
    few, usual = mean(month.records for month in months), mean(month.usual for month in months)
    about, when = subject_in_words(subject), months_in_words(month.month for month in months)
    return (
        f"Far fewer {about} of {area} than usual in {when}: {few:,.0f} a month where {usual:,.0f} "
        "are usual. Part of them may be missing: these months are not compared until a file "
        "brings the rest. Ask whoever sent it."
    )
