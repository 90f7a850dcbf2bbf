"""What a project did, in words: the effect with its interval, and what it rests on."""

from collections.abc import Iterator

from assessment.changes.compared_rows import SMALL
from assessment.numbers import MINUS, listed, rounded, whole
from assessment.patterns.evaluation import Effect, ProjectEvaluation

GROUPS = {
    "funded": "Funded areas",
    "compared": "Compared with",
    "beside": "Areas beside",
    "beside_compared": "Compared with those",
}
MOST_NAMED = 5
# By more of its standard error than this, what unlike sizes add to an effect is said.
NOTABLE = 0.5
COUNTING_ONLY = (
    "It takes each count as if records came one by one, and areas differed in nothing else. Months "
    "and areas vary more than that, so that the true range is wider; and areas that are chosen "
    "because they had a bad year mostly have a better one next."
)
HOW_TO_READ = (
    "The effect is the change in the funded areas less the change in those compared with, "
    "and the same of the areas beside, to which crime may have moved (weighted displacement "
    "difference, Wheeler and Ratcliffe 2018). A number below 0 is fewer records. It says what went "
    "with the work and not that the work did it."
)


def of_counting(effect: Effect) -> str:
    """Say how large the standard error is, and that it is of counting alone."""
    error = rounded(effect.standard_error, 1)
    return (
        f"The standard error is {error} and the likely range twice that either way, of counting "
        f"alone. {COUNTING_ONLY}"
    )


def more_or_fewer(number: float) -> str:
    """Return how many more, or fewer, something is: 12 fewer, 3 more, none more or fewer."""
    size = whole(abs(number))
    if not size:
        return "none more or fewer"
    return f"{size:,} {'more' if number > 0 else 'fewer'}"


def likely(effect: Effect) -> str:
    """Return the interval of an effect in words: between 24 fewer and 4 more."""
    return f"between {more_or_fewer(effect.low)} and {more_or_fewer(effect.high)}"


def finding(found: ProjectEvaluation) -> str:
    """Say what the effect is and whether counting alone explains it; '' where nothing is told."""
    if found.effect is None:
        return ""
    beside = ", areas beside included" if "beside" in found.areas.groups else ""
    size = more_or_fewer(found.effect.difference)
    if not found.effect.is_clear:
        return (
            f"{found.measure.label}: no clear effect: {size} than expected{beside}, which counting "
            f"alone explains (likely {likely(found.effect)})"
        )
    return (
        f"{found.measure.label}: {size} than expected{beside}, more than counting alone explains "
        f"(likely {likely(found.effect)})"
    )


def sentences(found: ProjectEvaluation) -> Iterator[str]:
    """Yield the finding and all that it rests on, as it is pasted into a report."""
    if found.counts is None or found.effect is None:
        return
    yield f"{finding(found)}."
    question = found.question
    for name, counts in found.counts.items():
        yield (
            f"{GROUPS[name]} ({_named(found, name)}): {counts.before:,} {found.measure.noun[1]} "
            f"({question.comparison.dates}), then {counts.after:,} ({question.period.dates})."
        )
    yield from expectations(found)
    yield of_counting(found.effect)


def expectations(found: ProjectEvaluation) -> Iterator[str]:
    """Yield what was expected in the funded areas, and what the year before the work tells."""
    if found.counts is None:
        return
    yield (
        f"Had the funded areas changed as those compared with, they would have had about "
        f"{found.expected:,}. They had {found.counts['funded'].after:,}."
    )
    if found.earlier is not None:
        yield (
            "A year earlier, before there was any work, the same difference was "
            f"{more_or_fewer(found.earlier.difference)} (likely {likely(found.earlier)})."
        )


def caveats(found: ProjectEvaluation) -> Iterator[str]:
    """Yield what must be known of this evaluation."""
    if found.counts is None or found.effect is None:
        return
    if found.earlier is not None and found.earlier.is_clear:
        yield (
            "The areas already went apart in the year before the work: those compared with are not "
            "like the funded ones, or something else was going on. Choose others to compare with."
        )
    if abs(found.by_size) > NOTABLE * found.effect.standard_error:
        yield (
            "The areas compared with had "
            f"{found.counts['compared'].before:,} before, the funded areas "
            f"{found.counts['funded'].before:,}: had all changed by as many percent, that alone "
            f"would make an effect of {_apart(found.by_size)}. Choose areas with about as many."
        )
    counts = found.counts.values()
    if min(count for each in counts for count in (each.before, each.after)) < SMALL:
        yield f"Fewer than {SMALL} records are in one of the counts: the likely range is rough."
    if "beside" in found.areas.groups and "beside_compared" not in found.areas.groups:
        yield (
            "Nothing is compared with the areas beside: a rise or fall everywhere counts as moved."
        )
    yield from found.beside


def _apart(number: float) -> str:
    return f"{MINUS if number < 0 else '+'}{rounded(abs(number), 0)}"


def _named(found: ProjectEvaluation, group: str) -> str:
    return listed([found.known[area] for area in found.areas.groups[group]], MOST_NAMED)
