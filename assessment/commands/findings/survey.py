"""`survey list`, `survey summary` and `survey compare`: the waves, what one says, what two do."""

import json
from argparse import Namespace
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import Any

from assessment.commands.open_workspace import opened
from assessment.commands.printing import say
from assessment.errors import InvalidRequest
from assessment.numbers import rounded
from assessment.outputs.escaping import as_text
from assessment.outputs.survey import difference_wording
from assessment.outputs.survey import survey_wording as wording
from assessment.outputs.survey.ranking_wording import is_ranking, mean_rank
from assessment.outputs.survey.weighting_wording import weighting, weighting_compared
from assessment.survey.comparison.wave_comparison import compare
from assessment.survey.comparison.wave_difference import Comparison, Difference, MeanDifference
from assessment.survey.questionnaire import Concept
from assessment.survey.summaries.answer_places import without_repeats
from assessment.survey.summaries.survey_answer import Summary, SummaryRow
from assessment.survey.summaries.wave_summary import summary
from assessment.survey.waves import wave_register
from assessment.survey.waves.wave_register import Wave

MEAN_FIGURES = ("count", "mean", "spread", "weighted_mean", "weighted_spread", "effective_base")
LISTS = (Concept.PROBLEM, Concept.PRIORITY, Concept.WOULD_HELP)
# What it was stands in the notes above.
NOT_DECIDED = " (not decided when it was loaded: see the notes)"
SYNTHETIC = "Note: synthetic example answers, not anyone's."


def list_waves(options: Namespace) -> int:
    """List the waves there are."""
    with opened(options) as workspace:
        waves = wave_register.list_waves(workspace)
    if options.json:
        _print_json(map(_wave_json, waves))
        return 0
    for wave in waves:
        say(f"{wave.id} ({wave.survey_name}): {wording.wave_in_words(wave)}")
    return 0


def _wave_json(wave: Wave) -> dict[str, Any]:
    return {
        "wave": wave.id,
        "survey": wave.survey,
        "name": wave.survey_name,
        "partnership": wave.partnership,
        "mode": wave.mode.value,
        "base": wave.respondents,
        "from": wave.first_day and wave.first_day.isoformat(),
        "to": wave.last_day and wave.last_day.isoformat(),
    }


def summarise(options: Namespace) -> int:
    """Print what a wave says."""
    with opened(options) as workspace:
        answer = summary(
            workspace,
            options.wave,
            question=options.question,
            by=options.by,
            weighted=options.weighted,
            merge=options.merge,
        )
    if options.json:
        _print_json(_row_json(row, answer) for row in answer.rows)
    else:
        _print_lines(_summary_lines(answer))
    return 0


def _row_json(row: SummaryRow, answer: Summary) -> dict[str, Any]:
    # Of whoever answered the question: a routed one was put to people who weigh otherwise.
    return vars(row) | {
        "wave": answer.wave.id,
        "synthetic": answer.wave.synthetic,
        "design_effect": _design_effect(row.base, row.effective_base),
    }


def _design_effect(base: int | None, effective_base: float | None) -> float | None:
    return base / effective_base if base and effective_base else None


def _summary_lines(answer: Summary) -> Iterator[str]:
    yield f"{answer.wave.id}: {wording.wave_in_words(answer.wave)}"
    if answer.wave.synthetic:
        yield SYNTHETIC
    yield from (f"Note: {caveat}" for caveat in answer.caveats)
    if answer.weights:
        yield as_text(weighting(answer.weights, answer.wave.respondents))
    for (question, group), rows in groupby(answer.rows, key=lambda row: (row.wording, row.group)):
        shown = list(rows)
        yield from ("", question + (f" ({group})" if group else ""))
        if said := wording.who_was_asked(shown[0]):
            yield f"  {as_text(said)}"
        yield from (f"  {as_text(doubt)}" for doubt in wording.doubtful(shown))
        # Of a group it is told answer by answer: another may be why it is withheld.
        if (nothing := wording.nothing_said(shown)) and not (group and shown[0].withheld):
            yield f"  {as_text(nothing)}"
        else:
            yield from map(_row_line, _in_order(without_repeats(shown)))


def _in_order(rows: Sequence[SummaryRow]) -> Sequence[SummaryRow]:
    """Put lists that people chose from, or ranked, in order; scales keep theirs."""
    if rows[0].concept not in LISTS and not is_ranking(rows):
        return rows
    return sorted(rows, key=lambda row: row.rank or len(rows) + 1)


def _row_line(row: SummaryRow) -> str:
    if row.mean_rank is not None:
        ranked = f"mean rank {mean_rank(row)}; ranked by {wording.share(row)}"
        first = "" if row.first_places is None else f"; put first by {row.first_places:,}"
        return f"  {row.option}: {ranked}{first}"
    shown = [wording.share(row), wording.interval(row.low, row.high)]
    if row.weighted_percent is not None:
        shown.append(f"weighted {wording.whole(row.weighted_percent)}")
    if row.mean is not None:
        shown.append(f"mean {rounded(row.mean, 1)}")
    if row.weighted_mean is not None:
        shown.append(f"weighted mean {rounded(row.weighted_mean, 1)}")
    if row.spread is not None:
        shown.append(f"standard deviation {rounded(row.spread, 1)}")
    return f"  {row.option}: {'; '.join(filter(None, shown))}"


def compare_waves(options: Namespace) -> int:
    """Print what differs between two waves, the first against the second."""
    if len(options.waves) != 2:
        raise InvalidRequest("survey compare takes two waves: --wave A --wave B.")
    with opened(options) as workspace:
        comparison = compare(workspace, *options.waves)
    if options.json:
        shares = (_difference_json(row) for row in comparison.rows)
        _print_json([*shares, *(_means_json(row) for row in comparison.means)])
    else:
        _print_lines(_comparison_lines(comparison))
    return 0


def _difference_json(row: Difference) -> dict[str, Any]:
    fields = {name: value for name, value in vars(row).items() if name not in ("a", "b")}
    return (
        fields
        | {
            f"{figure}_{name}": getattr(side, figure) if side else None
            for name, side in (("a", row.a), ("b", row.b))
            for figure in ("count", "base", "percent", "weighted_percent", "effective_base")
        }
        | {
            f"design_effect_{name}": side and _design_effect(side.base, side.effective_base)
            for name, side in (("a", row.a), ("b", row.b))
        }
    )


def _means_json(row: MeanDifference) -> dict[str, Any]:
    fields = {name: value for name, value in vars(row).items() if name not in ("a", "b")}
    return (
        {"option": None, **fields}
        | {
            f"{figure}_{name}": getattr(side, figure) if side else None
            for name, side in (("a", row.a), ("b", row.b))
            for figure in MEAN_FIGURES
        }
        | {
            f"design_effect_{name}": side and _design_effect(side.count, side.effective_base)
            for name, side in (("a", row.a), ("b", row.b))
        }
    )


def _comparison_lines(comparison: Comparison) -> Iterator[str]:
    for wave in (comparison.a, comparison.b):
        yield f"{wave.id}: {wording.wave_in_words(wave)}"
    if comparison.a.synthetic or comparison.b.synthetic:
        yield SYNTHETIC
    yield from (f"Note: {caveat}" for caveat in comparison.caveats)
    if costs := weighting_compared(comparison):
        yield as_text(costs)
    yield from ("", as_text(difference_wording.compared(comparison)))
    for question, rows in groupby(comparison.rows, key=lambda row: row.wording):
        yield from ("", question, *(_difference_line(row.option, row) for row in rows))
    for row in comparison.means:
        yield from ("", row.wording, _difference_line("on average", row))


def _difference_line(answer: str, row: Difference | MeanDifference) -> str:
    told = difference_wording.difference(row)
    why = f". {row.reason}" if row.reason and told not in ("", row.reason) else ""
    doubtful = NOT_DECIDED if row.doubts_a or row.doubts_b else ""
    return f"  {answer}: {row.verdict}; {told or row.reason}{why}{doubtful}"


def _print_json(rows: Iterable[dict[str, Any]]) -> None:
    """Write a list with one object a line: a breakdown of a long questionnaire has thousands."""
    lines = [json.dumps(row) for row in rows]
    say("[", *(f"{line}," for line in lines[:-1]), *lines[-1:], "]")


def _print_lines(lines: Iterable[str]) -> None:
    say(*lines)
