"""What was not decided of two waves that are compared, question by question."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from assessment.survey.comparison.question_matching import Pair
from assessment.survey.comparison.wave_difference import Tested
from assessment.survey.comparison.weights_compared import WavesWeighted
from assessment.survey.questionnaire import SurveyQuestion
from assessment.survey.waves.kept_doubts import not_decided
from assessment.survey.waves.wave_register import Wave

# By the slug of the first wave's question: what was not decided in the first wave, and the second.
Doubts = Mapping[str, tuple[tuple[str, ...], tuple[str, ...]]]
Questionnaires = tuple[Sequence[SurveyQuestion], Sequence[SurveyQuestion]]


def doubts_by_question(
    matched: Sequence[Pair],
    waves: tuple[Wave, Wave],
    weighted: WavesWeighted,
    questionnaires: Questionnaires,
) -> Doubts:
    """Return the doubts of each question that either wave asked, and of what weights it."""
    of_a, of_b = (
        weighted.doubts(wave, questions)
        for wave, questions in zip(waves, questionnaires, strict=True)
    )
    return {
        pair.a.slug: (
            tuple(dict.fromkeys((*pair.a.doubts, *of_a))),
            tuple(dict.fromkeys((*pair.b.doubts, *of_b))),
        )
        for pair in matched
    }


def marked(row: Tested, doubts: Doubts) -> Tested:
    """Return an item with what was not decided of it in either wave."""
    of_a, of_b = doubts[row.question]
    return replace(row, doubts_a=of_a, doubts_b=of_b)


def caveats_of_doubts(
    waves: tuple[Wave, Wave], matched: Sequence[Pair], doubts: Doubts
) -> Iterator[str]:
    """Say, wave by wave, of which questions something was not decided."""
    for side, wave in enumerate(waves):
        figures = [(pair.a.wording, doubts[pair.a.slug][side]) for pair in matched]
        yield from (f"{wave.id}: {told}" for told in not_decided(figures))
