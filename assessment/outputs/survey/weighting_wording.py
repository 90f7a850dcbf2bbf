"""Who answered beside the population, and what weighting does, in words."""

from collections.abc import Iterable

from assessment.numbers import rounded
from assessment.outputs.escaping import Markdown, markdown
from assessment.outputs.survey.survey_wording import inside, whole
from assessment.periods import joined
from assessment.survey.comparison.wave_difference import Comparison
from assessment.survey.survey_disclosure import SMALLEST_BASE
from assessment.survey.weighting.weighting_effect import Represented, Weighting

INVENTED = "Invented"
_VARIABLES = {"age": "ages", "sex": "sexes", "ward": "wards"}


def represented(margins: Iterable[Represented]) -> Markdown:
    """Say who is missing among those who answered, and who is there too often."""
    by_gap = sorted(margins, key=_gap)
    if not by_gap:
        return ""
    few, many = by_gap[0], by_gap[-1]
    population = population_of([margin.source for margin in by_gap])
    if _base(few, by_gap) < SMALLEST_BASE:
        return f"So few answered that they cannot stand for {population}."
    if not rounded(max(-_gap(few), _gap(many)), 0):
        return f"Those who answered are as {population}, to the nearest point."
    return (
        f"Least reached: **{markdown(_category(few))}**, {whole(few.respondent_percent)} of those "
        f"who answered ({few.respondents:,} of {_base(few, by_gap):,}) and "
        f"{whole(few.population_percent)} of {population}. Most over-represented: "
        f"**{markdown(_category(many))}**, {whole(many.respondent_percent)} "
        f"({many.respondents:,} of {_base(many, by_gap):,}) and {whole(many.population_percent)}."
    )


def _base(of: Represented, margins: Iterable[Represented]) -> int:
    """Return how many said which category of a margin they are of."""
    return sum(margin.respondents for margin in margins if margin.variable == of.variable)


def population_of(sources: Iterable[str]) -> Markdown:
    """Name the population, saying that it is invented if a source of its figures says so."""
    invented = any(source.startswith(INVENTED) for source in sources)
    return "an invented population" if invented else "the population"


def weighting(weights: Weighting, respondents: int) -> Markdown:
    """Say what weighting does and what it costs."""
    if weights.column:
        return _by_column(weights, respondents)
    over = joined([markdown(_VARIABLES.get(variable, variable)) for variable in weights.variables])
    capped = (
        f" {weights.capped:,} would have counted for still more and were held at the most allowed."
        if weights.capped
        else ""
    )
    return (
        f"Weighted, the answers have the {over} of {population_of(weights.sources)}: an answer "
        f"counts between {rounded(weights.least, 2)} and {rounded(weights.most, 2)} "
        f"times.{capped} {_costs(weights, respondents)}"
    )


def _by_column(weights: Weighting, respondents: int) -> Markdown:
    without = weights.unknown.get("weight", 0)
    none = f" {without:,} weigh nothing." if without else ""
    return (
        f"Weighted by the column “{markdown(weights.column)}” of the file: an answer counts "
        f"between {rounded(weights.least, 2)} and {rounded(weights.most, 2)} times the "
        f"average.{none} {_costs(weights, respondents)}"
    )


def _costs(weights: Weighting, respondents: int) -> Markdown:
    effect = rounded(weights.design_effect, 2)
    costs = "This costs precision" if effect > 1 else "This costs no precision"
    return (
        f"{costs}: the {respondents:,} answers say as much as about "
        f"**{rounded(weights.effective_base, 0):,}** unweighted ones (design effect {effect})."
    )


def weighting_compared(comparison: Comparison) -> Markdown:
    """Say what weighting costs each of two waves that are compared."""
    waves = zip((comparison.a, comparison.b), comparison.weightings, strict=True)
    return " ".join(
        f"Weighted, the {wave.respondents:,} answers of {markdown(wave.id)} say as much as about "
        f"**{rounded(weights.effective_base, 0):,}** unweighted ones (design effect "
        f"{rounded(weights.design_effect, 2)})."
        for wave, weights in waves
        if weights
    )


def left_over(weights: Weighting) -> Markdown:
    """Say who could not be weighted, and how far off a margin still is."""
    if weights.column:
        return ""
    unknown = [
        f"{count:,} did not say their {markdown(name)}"
        for name, count in weights.unknown.items()
        if count
    ]
    aside = f"{'; '.join(unknown)}: they count once each in that respect. " if unknown else ""
    return (
        f"{aside}No margin is off by more than {rounded(max(weights.largest_gap, 0.05), 1)} points."
    )


def _gap(margin: Represented) -> float:
    return margin.respondent_percent - margin.population_percent


def _category(margin: Represented) -> str:
    return margin.category if margin.variable != "age" else f"aged {inside(margin.category)}"
