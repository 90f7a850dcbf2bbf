"""Two waves, or two ways of asking: item by item, tested together, or why not."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from assessment.chance import adjusted
from assessment.disclosure import fewest_shown
from assessment.errors import InvalidRequest
from assessment.people import Permission
from assessment.periods import joined
from assessment.permissions import needs
from assessment.survey.comparison.age_bands_compared import ages_of
from assessment.survey.comparison.doubts_compared import (
    caveats_of_doubts,
    doubts_by_question,
    marked,
)
from assessment.survey.comparison.means_compared import WITHHELD, WaveTallies, compared_means
from assessment.survey.comparison.question_matching import COUNTED, Pair, pairs, unmatched
from assessment.survey.comparison.rating_scales import numbers_given
from assessment.survey.comparison.wave_difference import (
    Comparison,
    Difference,
    MeanDifference,
    WaveShare,
    why_untested,
    with_test,
    with_verdict,
)
from assessment.survey.comparison.weights_compared import (
    WavesWeighted,
    weighting_told,
    weights_compared,
)
from assessment.survey.questionnaire import Mode, QuestionKind, SurveyQuestion
from assessment.survey.reading.labels import as_key
from assessment.survey.summaries.answer_lines import Line
from assessment.survey.summaries.answer_rows import options_withheld
from assessment.survey.summaries.intervals import percent
from assessment.survey.summaries.tallies import tallies
from assessment.survey.summaries.wave_summary import AS_IF_RANDOM, few_answered
from assessment.survey.waves.lookup_by_name import wave_named
from assessment.survey.waves.wave_register import Wave, questionnaire
from assessment.workspace import Workspace

OTHER_BANDS = "The {} wave has no age groups that make up this one, or nobody was in them."
FEW_SAID_SO = "Withheld, because very few gave this answer in one of the waves."


@needs(Permission.READ_FIGURES)
def compare(
    workspace: Workspace, wave_a: str, wave_b: str, weighted: WavesWeighted | None = None
) -> Comparison:
    """Compare two waves, the first against the second; raises InvalidRequest for unknown ones.

    Both are weighted where both can be; `weighted` says how, where more waves than these go
    together. The items tested together are answers, and of a scale its two nets: its points add up
    to those and are not questions in addition.
    """
    a, b = wave_named(workspace, wave_a), wave_named(workspace, wave_b)
    if a.id == b.id:
        raise InvalidRequest(f"'{a.id}' cannot be compared with itself.")
    questionnaires = (questionnaire(workspace, a.id), questionnaire(workspace, b.id))
    weighted = weighted or weights_compared(workspace, (a, b))
    of_a, of_b = (
        _counted(workspace, wave, questions, weighted)
        for wave, questions in zip((a, b), questionnaires, strict=True)
    )
    matched = pairs(*questionnaires)
    withheld = [pair.a.wording for pair in matched if _withholds(pair, of_a, of_b)]
    rows, means, items = _judged(
        [row for pair in matched if not pair.is_of_numbers for row in _rows(pair, of_a, of_b)],
        [*compared_means([pair for pair in matched if pair.is_of_numbers], of_a, of_b)],
    )
    doubts = doubts_by_question(matched, (a, b), weighted, questionnaires)
    rows = tuple(marked(row, doubts) for row in rows)
    means = tuple(marked(row, doubts) for row in means)
    caveats = [
        *_caveats(a, b, weighted, *questionnaires),
        *caveats_of_doubts((a, b), matched, doubts),
        *([few_answered(withheld)] if withheld else []),
    ]
    weightings = weighted.weighting(a), weighted.weighting(b)
    return Comparison(a, b, rows, items, tuple(caveats), weightings, means)


def _judged(
    rows: Sequence[Difference], means: Sequence[MeanDifference]
) -> tuple[tuple[Difference, ...], tuple[MeanDifference, ...], int]:
    """Judge shares and means as tested together; return also how many were."""
    p_values = adjusted([*(row.p for row in rows), *(row.p for row in means)])
    items = sum(p is not None for p in p_values)
    of_rows, of_means = p_values[: len(rows)], p_values[len(rows) :]
    return (
        tuple(with_verdict(row, p, items) for row, p in zip(rows, of_rows, strict=True)),
        tuple(with_verdict(row, p, items) for row, p in zip(means, of_means, strict=True)),
        items,
    )


def _counted(
    workspace: Workspace, wave: Wave, questions: Sequence[SurveyQuestion], weighted: WavesWeighted
) -> WaveTallies:
    """Count a wave, with its weights if it has any."""
    weights = weighted.by_wave[wave.id][0] if wave.id in weighted.by_wave else None
    # Counts by option tell unweighted shares; what numbers come to is always read.
    kinds = COUNTED if weights else (QuestionKind.NUMBER,)
    read = [question for question in questions if question.kind in kinds]
    fewest = fewest_shown(workspace.of(wave.partnership))
    return WaveTallies(
        tallies(workspace.store, wave, read, (), weights, fewest=fewest),
        weights is not None,
        numbers_given(workspace.store, wave.id),
    )


def _rows(pair: Pair, a: WaveTallies, b: WaveTallies) -> Iterator[Difference]:
    against = WITHHELD if _withholds(pair, a, b) else pair.against
    few = _hidden(pair.a, a), _hidden(pair.b, b)
    for line, other in _shown(pair, a, b):
        shown = line or other
        if shown is None:
            continue
        is_hidden = (line is not None and few[0](line)), (other is not None and few[1](other))
        reason = against or (FEW_SAID_SO if any(is_hidden) else _matched(pair, line, other))
        row = Difference(
            question=pair.a.slug,
            wording=pair.a.wording,
            concept=pair.a.concept,
            option=shown.label,
            is_net=shown.is_net,
            a=None if is_hidden[0] else _side(pair.a, line, a),
            b=None if is_hidden[1] else _side(pair.b, other, b),
            comparable=not against
            and not any(is_hidden)
            and line is not None
            and other is not None,
            reason=reason,
        )
        yield with_test(row, why_untested(pair.a, shown)) if row.comparable else _alone(row, pair)


def _hidden(question: SurveyQuestion, counted: WaveTallies) -> Callable[[Line], bool]:
    """Return what tells the answers of which no number is told."""
    few = options_withheld(question, counted.tallies)
    return lambda line: line.is_of_few or bool(few.intersection(line.options))


def _shown(pair: Pair, a: WaveTallies, b: WaveTallies) -> Iterator[tuple[Line | None, Line | None]]:
    """Yield the answers of both: of what is withheld, not even which there are."""
    ours, theirs = not a.tallies.withholds(pair.a), not b.tallies.withholds(pair.b)
    for line, other in pair.items:
        yield line if ours else None, other if theirs else None


def _withholds(pair: Pair, a: WaveTallies, b: WaveTallies) -> bool:
    return a.withholds(pair.a) or b.withholds(pair.b)


def _matched(pair: Pair, a: Line | None, b: Line | None) -> str:
    """Say how two answers came to be one, where their words are not the same."""
    if pair.is_of_ages and a and b and not a.is_of_few:
        sides = (("first", pair.a, a), ("second", pair.b, b))
        return " ".join(_taken_together(*side) for side in sides if len(side[2].options) > 1)
    return _renamed(a, b)


def _taken_together(which: str, question: SurveyQuestion, line: Line) -> str:
    labels = [f"“{o.label}”" for o in question.options if o.number in line.options]
    return f"{joined(labels)} of the {which} wave are taken together."


def _renamed(a: Line | None, b: Line | None) -> str:
    if a is None or b is None or a.is_net or as_key(a.label) == as_key(b.label):
        return ""
    return f"In other words in the second wave: “{b.label}”."


def _side(question: SurveyQuestion, line: Line | None, counted: WaveTallies) -> WaveShare | None:
    if line is None:
        return None
    tally = counted.tallies.of(question.number, counted.tallies.everyone, line.options)
    base = counted.tallies.base(question.number, counted.tallies.everyone)
    share = WaveShare(tally.n, base.n, percent(tally.n, base.n))
    if not counted.weighted or not base.weight:
        return share
    return replace(
        share,
        # Sums of one set of weights in two orders may differ by a hair.
        weighted_percent=min(100 * tally.weight / base.weight, 100.0),
        effective_base=base.weight**2 / base.squares,
    )


def _alone(row: Difference, pair: Pair) -> Difference:
    if row.reason:
        return row
    lacking = pair.a if row.a is None else pair.b
    if any(option.is_of_few for option in lacking.options):
        return replace(
            row, reason=f"Nobody or very few gave this answer in the {_which(row)} wave."
        )
    if pair.is_of_ages and ages_of(row.option):
        return replace(row, reason=OTHER_BANDS.format(_which(row)))
    return replace(
        row, reason=f"Nobody gave this answer in the {_which(row)} wave, or it was not offered."
    )


def _which(row: Difference) -> str:
    return "first" if row.a is None else "second"


def _caveats(
    a: Wave,
    b: Wave,
    weighted: WavesWeighted,
    asked_a: Sequence[SurveyQuestion],
    asked_b: Sequence[SurveyQuestion],
) -> Iterator[str]:
    if a.mode is not b.mode:
        yield (
            f"The waves were asked in different ways ({a.mode.in_words}; {b.mode.in_words}): who "
            "was reached may account for what differs, as well as what people think."
        )
    elif a.mode is Mode.PANEL:
        yield "Where the same people answered both waves, the test is more cautious than it says."
    if Mode.ONLINE in (a.mode, b.mode):
        yield AS_IF_RANDOM
    yield from weighting_told(a, b, weighted)
    if a.summarised or b.summarised:
        yield "A wave entered as percentages is tested on the counts that those come to."
    for wave, ones, others in ((a, asked_a, asked_b), (b, asked_b, asked_a)):
        only = unmatched(ones, others)
        if only:
            wordings = "; ".join(f"“{question.wording}”" for question in only)
            yield f"Asked only in {wave.id}: {wordings}."
