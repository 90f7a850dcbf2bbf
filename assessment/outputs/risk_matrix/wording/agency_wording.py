"""The result of a workshop counted twice, in words: by people, and by agencies."""

from collections.abc import Sequence

from assessment.numbers import count_of
from assessment.periods import joined
from assessment.risk_matrix.matrix import TOP_N, Matrix, is_in_top
from assessment.risk_matrix.workshop.taken_out import TakenOut


def who_scored(by_person: Matrix) -> str:
    """Say how many people scored, and for how many agencies."""
    opinions = [
        opinion
        for effective in by_person.effective_scores.values()
        if effective.spread
        for opinion in effective.spread.opinions
    ]
    people = {opinion.scorer for opinion in opinions}
    agencies = {opinion.agency.casefold() for opinion in opinions}
    of_those = count_of(len(agencies), "agency", "agencies")
    return f"{count_of(len(people), 'person', 'people')} of {of_those}"


def out_in_words(gone: Sequence[TakenOut]) -> list[str]:
    """Say to everybody who has been taken out, and when."""
    return [
        f"{one.agency}, {one.role} was taken out by the facilitator at {one.at:%H:%M}: what they "
        "gave does not count."
        for one in gone
    ]


def both_ways(by_person: Matrix, by_agency: Matrix) -> list[str]:
    """Say what is at the top by either count, and what the other brings in."""
    people, agencies = _top(by_person), _top(by_agency)
    told = [f"With a voice for each person, the top {TOP_N}: {joined(people)}."]
    into = [label for label in agencies if label not in people]
    out = [label for label in people if label not in agencies]
    if not into and not out:
        order = "in the same order" if people == agencies else f"as {joined(agencies)}"
        return [*told, f"With a voice for each agency, the same issues, {order}."]
    coming = f"{joined(into)} {'comes' if len(into) == 1 else 'come'} in" if into else ""
    going = f"{joined(out)} {'goes' if len(out) == 1 else 'go'} out" if out else ""
    return [
        *told,
        f"With a voice for each agency, {joined([*filter(None, (coming, going))])}.",
    ]


def _top(matrix: Matrix) -> list[str]:
    return [matrix.label(ranked.issue) for ranked in matrix.ranked if is_in_top(ranked.rank)]
