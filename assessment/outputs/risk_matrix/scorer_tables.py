"""Who scores in a workshop and how far they agree, as HTML."""

from collections.abc import Sequence

from assessment.definitions import Criterion
from assessment.outputs.escaping import html
from assessment.outputs.html_table import framed
from assessment.outputs.risk_matrix.wording import risk_wording
from assessment.risk_matrix.evidence_base import EvidenceBase
from assessment.risk_matrix.workshop.scorer_agreement import Spread, of_agencies
from assessment.risk_matrix.workshop.workshops import Progress

HEADS = ("Issue", "Scores", "Median", "Middle half", "By agency", "Who differs")


def widest_first(spreads: Sequence[Spread]) -> list[Spread]:
    """Return the scores on which people or agencies differ so that they should talk of it."""
    return sorted((spread for spread in spreads if differs(spread)), key=_widest, reverse=True)


def differs(spread: Spread) -> bool:
    """Tell whether people disagree, or agencies with one voice each."""
    return spread.is_disagreed or of_agencies(spread).is_disagreed


def spread_table(basis: EvidenceBase, spreads: Sequence[Spread], caption: str) -> str:
    """Return a row for each issue and criterion, with how many gave each step."""
    labels = {issue.id: issue.label for issue in basis.issues}
    rows = "".join(
        _row(labels[spread.issue], basis.scheme.criterion(spread.criterion), spread)
        for spread in spreads
    )
    columns = "".join(f'<th scope="col" class="words">{head}</th>' for head in HEADS)
    return framed("stacked", caption, columns, rows)


def _row(label: str, criterion: Criterion, spread: Spread) -> str:
    cannot = f"<small>{spread.cannot_say} cannot say</small>" if spread.cannot_say else ""
    return (
        f'<tr><th scope="row">{html(label)}<small>{html(criterion.label)}</small></th>'
        f'<td class="words">{_steps(criterion, spread)}{cannot}</td>'
        f'<td data-name="Median"><strong>{risk_wording.number(spread.median)}</strong></td>'
        f'<td data-name="Middle half">{risk_wording.middle_half(spread)}</td>'
        f'<td class="words" data-name="By agency">{_by_agency(spread)}</td>'
        f'<td class="words" data-name="Who differs">{html(risk_wording.who_differs(spread))}</td>'
        "</tr>"
    )


def _steps(criterion: Criterion, spread: Spread) -> str:
    """Draw a column for each step, as high as so many gave it; in words for who hears it."""
    counts = {step.score: spread.values.count(step.score) for step in criterion.steps}
    most = max(counts.values(), default=0) or 1
    in_words = ", ".join(f"{count} gave {score}" for score, count in counts.items() if count)
    columns = "".join(
        f'<span><i style="height:{100 * count / most:.0f}%"></i><b>{score}</b></span>'
        for score, count in counts.items()
    )
    return (
        f'<span class="unseen">{in_words}</span>'
        f'<span class="steps" aria-hidden="true">{columns}</span>'
    )


def _by_agency(spread: Spread) -> str:
    """Return the median of agencies with one voice each, and between which it lies."""
    agencies = of_agencies(spread)
    between = f"<small>{risk_wording.middle_half(agencies)}</small>" if agencies.values else ""
    return f"{risk_wording.number(agencies.median)}{between}"


def _widest(spread: Spread) -> float:
    return max(_width(spread), _width(of_agencies(spread)))


def _width(spread: Spread) -> float:
    ends = spread.quartiles
    return ends[1] - ends[0] if ends else 0.0


def scorers_progress(basis: EvidenceBase, scorers: Sequence[Progress], number_of_round: int) -> str:
    """Return everybody who has joined, with how far they have come."""
    wanted = sum(len(basis.judged(issue.id)) for issue in basis.issues)
    if not scorers:
        return '<p class="quiet">Nobody has joined yet.</p>'
    counted = [scorer for scorer in scorers if not scorer.is_out]
    finished = sum(scorer.scored >= wanted for scorer in counted)
    rows = "".join(_person(scorer, wanted, number_of_round) for scorer in scorers)
    joined = f"{len(counted)} {'person has' if len(counted) == 1 else 'people have'} joined"
    return f'<div class="who"><h3>{joined}, {finished} finished</h3><ul>{rows}</ul></div>'


def _person(scorer: Progress, wanted: int, number_of_round: int) -> str:
    share = 100 * min(scorer.scored / max(wanted, 1), 1)
    how_far = risk_wording.progress(scorer.scored, wanted, scorer.in_round, number_of_round)
    if scorer.is_out:
        how_far = "taken out: does not count"
    return (
        f"<li><span>{html(scorer.agency)}, {html(scorer.role)}</span>"
        f'<span class="bar"><i style="width:{share:.1f}%"></i></span>'
        f"<strong>{how_far}</strong></li>"
    )
