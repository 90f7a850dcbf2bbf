"""What residents said, in words: shares with their counts, who answered, what differs."""

from collections.abc import Iterable, Sequence

from assessment.outputs.wording import MINUS, p_value, rounded
from assessment.periods import in_words, joined
from assessment.survey import Concept, Role
from assessment.survey.answer import (
    Comparison,
    Difference,
    Represented,
    SummaryRow,
    Verdict,
    Wave,
    Weighting,
)

INVENTED = "Invented"
# How a question says which part of the day it is about.
TIMES = (("evening", "in the evening"), ("night", "at night"), ("dark", "after dark"))


def whole(percent: float | None) -> str:
    """Return a percentage as reports print it: 28%, half away from zero; a dash where none is."""
    if percent is None:
        return "–"
    return "less than 1%" if 0 < percent < 0.5 else f"{rounded(percent, 0)}%"


def share(row: SummaryRow) -> str:
    """Return a share with its count: 28% (30 of 107)."""
    if row.withheld or row.count is None or row.base is None:
        return "withheld"
    return f"{whole(row.percent)} ({row.count:,} of {row.base:,})"


def interval(low: float | None, high: float | None) -> str:
    """Return where a share may lie: 20% to 37%; nothing where there is none."""
    return "" if low is None or high is None else f"{whole(low)} to {whole(high)}"


def wave_in_words(wave: Wave) -> str:
    """Return how and when people were asked, and how many answered."""
    people = f"{wave.respondents:,} {'person' if wave.respondents == 1 else 'people'} answered"
    return ", ".join(filter(None, [wave.mode.in_words, _days(wave), people]))


def wave_name(wave: Wave) -> str:
    """Return a short name that tells a wave from the others: citizens' panel, August 2023."""
    when = f", {wave.last_day:%B %Y}" if wave.last_day else f" {wave.id}"
    return f"{wave.mode.in_words}{when}"


def safety(rows: Sequence[SummaryRow]) -> str:
    """Say how safe people feel: 28% felt safe in the evening (30 of 107); 56% did not."""
    safe, unsafe = (_net(rows, side) for side in (1, -1))
    if safe is None or unsafe is None or safe.percent is None or unsafe.percent is None:
        return ""
    said = f"{whole(safe.percent)} felt safe {time_of_day(safe)} ({safe.count:,} of {safe.base:,})"
    rest = [
        f"“{inside(row.option)}”"
        for row in rows
        if not row.is_net and row.count and (row.side == 0 or row.role is not Role.ANSWER)
    ]
    left = 100 - safe.percent - unsafe.percent
    others = f" The other {whole(left)} said: {joined(rest, 'or')}." if rest else ""
    return f"**{said}; {whole(unsafe.percent)} did not.**{others}"


def time_of_day(row: SummaryRow | Difference) -> str:
    """Return when a safety question is about, as it was asked."""
    asked = row.wording.casefold()
    if row.concept is Concept.SAFE_BY_DAY:
        return "during the day"
    return next((said for word, said in TIMES if word in asked), "after dark")


def nets(rows: Sequence[SummaryRow]) -> str:
    """Return both sides of a scale in short: 28% safe, 56% unsafe."""
    found = (_net(rows, side) for side in (1, -1))
    return ", ".join(f"{whole(row.percent)} {row.option.lower()}" for row in found if row)


def named(rows: Sequence[SummaryRow]) -> str:
    """Say what most people named, first things first."""
    if not rows or rows[0].count is None:
        return ""
    first, *others = rows
    rest = joined([f"{inside(row.option)} ({whole(row.percent)})" for row in others])
    then = f" Then came {rest}." if rest else ""
    return f"**{first.option}: {share(first)}.**{then}"


def tied(rows: Sequence[SummaryRow], wanted: int) -> str:
    """Say why more rows than were asked for are shown."""
    if len(rows) <= wanted:
        return ""
    last = sum(row.rank == rows[-1].rank for row in rows)
    return f"{len(rows)} are shown and not {wanted}, because {last} share place {rows[-1].rank}."


def represented(margins: Iterable[Represented]) -> str:
    """Say who is missing among those who answered, and who is there too often."""
    by_gap = sorted(margins, key=lambda each: each.respondent_percent - each.population_percent)
    if not by_gap:
        return ""
    few, many = by_gap[0], by_gap[-1]
    population = population_of([each.source for each in by_gap])
    return (
        f"Least reached: **{_category(few)}**, {whole(few.respondent_percent)} of those who "
        f"answered and {whole(few.population_percent)} of {population}. Most over-represented: "
        f"**{_category(many)}**, {whole(many.respondent_percent)} and "
        f"{whole(many.population_percent)}."
    )


def population_of(sources: Iterable[str]) -> str:
    """Name the population; one whose source begins by saying that it is invented is said to be."""
    invented = any(source.startswith(INVENTED) for source in sources)
    return "an invented population" if invented else "the population"


def weighting(weights: Weighting, respondents: int) -> str:
    """Say what weighting does and what it costs."""
    over = joined([_VARIABLES.get(each, each) for each in weights.variables])
    population = population_of(weights.sources)
    capped = (
        f" {weights.capped:,} would have counted for still more and were held at the most allowed."
        if weights.capped
        else ""
    )
    return (
        f"Weighted, the answers have the {over} of {population}: an answer counts between "
        f"{rounded(weights.least, 2)} and {rounded(weights.most, 2)} times.{capped} This costs "
        f"precision: the {respondents:,} answers say as much as about "
        f"**{weights.effective_base:,.0f}** unweighted ones (design effect "
        f"{rounded(weights.design_effect, 2)})."
    )


def compared(comparison: Comparison) -> str:
    """Say in a sentence or two what differs between two waves by more than chance."""
    clear = [row for row in comparison.rows if row.verdict in (Verdict.HIGHER, Verdict.LOWER)]
    told = " ".join(f"{item_in_words(row)}: {difference(row)}." for row in clear)
    number = {0: "Nothing differs", 1: "**One item differs**"}.get(
        len(clear), f"**{len(clear)} items differ**"
    )
    return f"{number} by more than chance, of {comparison.tested} tested together. {told}".strip()


def difference(row: Difference) -> str:
    """Return both shares and how far they are apart."""
    if row.a is None or row.b is None or row.difference is None:
        return row.reason
    sides = [f"{whole(side.percent)} ({side.count:,} of {side.base:,})" for side in (row.a, row.b)]
    return f"{sides[0]} against {sides[1]}, {points(row.difference)}"


def points(difference: float | None) -> str:
    """Return a difference in points with its sign: +23 points."""
    if difference is None:
        return ""
    size = rounded(abs(difference), 0)
    sign = "+" if difference > 0 else MINUS
    return f"{sign if size else ''}{size} {'point' if size == 1 else 'points'}"


def chance(row: Difference) -> str:
    """Return p after allowing for the other items, and nothing where nothing was tested."""
    return p_value(row.p_adjusted)


def item_in_words(row: Difference) -> str:
    """Return what an item is about, the question being told in a word or two."""
    if row.concept in SAFETY:
        return f"Feel {inside(row.option)} {time_of_day(row)}"
    return f"{TOPICS.get(row.concept, row.wording)}: {inside(row.option)}"


SAFETY = (Concept.SAFE_BY_DAY, Concept.SAFE_AFTER_DARK)
TOPICS = {
    Concept.PROBLEM: "Problem",
    Concept.PRIORITY: "Priority",
    Concept.WOULD_HELP: "Would make people feel safer",
    Concept.AGE: "Age",
    Concept.SEX: "Sex",
    Concept.WARD: "Ward",
}
_VARIABLES = {"age": "ages", "sex": "sexes", "ward": "wards"}


def _net(rows: Sequence[SummaryRow], side: int) -> SummaryRow | None:
    return next((row for row in rows if row.is_net and row.side == side), None)


def _days(wave: Wave) -> str:
    first, last = wave.first_day, wave.last_day
    if first is None or last is None:
        return ""
    return in_words(last) if first == last else f"{in_words(first)} to {in_words(last)}"


def _category(each: Represented) -> str:
    return each.category if each.variable != "age" else f"aged {each.category}"


def inside(label: str) -> str:
    """Write a label within a sentence; CCTV and Neighbourhood Watch stay as they are."""
    is_name = any(letter.isupper() for letter in label[1:])
    return label if is_name else label[:1].lower() + label[1:]
