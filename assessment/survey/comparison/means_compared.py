"""The means of what people gave as a number, in two waves."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from assessment.disclosure import is_few
from assessment.survey.comparison.question_matching import Pair
from assessment.survey.comparison.rating_scales import Numbers, RatingScale, told_apart
from assessment.survey.comparison.wave_difference import (
    ABOUT_WHO_ANSWERED,
    DifferenceVerdict,
    MeanDifference,
)
from assessment.survey.questionnaire import ABOUT_PEOPLE, QuestionKind, SurveyQuestion
from assessment.survey.summaries.intervals import WaveMean, mean_of, two_means
from assessment.survey.summaries.tallies import NUMBER, Tallies, Tally
from assessment.survey.survey_disclosure import SMALLEST_BASE

WITHHELD = "Withheld, because very few answered it in one of the waves."
FEW_NUMBERS = f"Fewer than {SMALLEST_BASE} gave a number in one of the waves."
ONE_NUMBER = "Everybody gave the same number in each wave."


@dataclass(frozen=True)
class WaveTallies:
    """What is counted of a wave, and whether its shares are weighted.

    `numbers_given` is how many gave each number, by question.
    """

    tallies: Tallies
    weighted: bool
    numbers_given: Mapping[int, Numbers] = field(default_factory=dict)

    def numbers(self, question: SurveyQuestion) -> Tally:
        """Return the tally of those who gave a number."""
        return self.tallies.of(question.number, self.tallies.everyone, (NUMBER,))

    def scale(self, question: SurveyQuestion) -> RatingScale:
        """Return the scale that numbers were given on."""
        return RatingScale.of(question, self.numbers_given.get(question.number, {}))

    def withholds(self, question: SurveyQuestion) -> bool:
        """Tell whether too few answered it, or too few a number, for whoever asks."""
        few = is_few(self.numbers(question).n, self.tallies.fewest)
        return self.tallies.withholds(question) or (few and question.kind is QuestionKind.NUMBER)


def compared_means(
    pairs: Sequence[Pair], a: WaveTallies, b: WaveTallies
) -> Iterator[MeanDifference]:
    """Compare the means of questions that either wave asked for a number."""
    for pair in pairs:
        row = MeanDifference(
            pair.a.slug, pair.a.wording, pair.a.concept, _side(pair.a, a), _side(pair.b, b)
        )
        if a.withholds(pair.a) or b.withholds(pair.b):
            yield replace(row, a=None, b=None, reason=WITHHELD)
        else:
            against = pair.against or told_apart(pair.a, a.scale(pair.a), b.scale(pair.b))
            yield replace(row, reason=against) if against else _tested(row)


def _side(question: SurveyQuestion, counted: WaveTallies) -> WaveMean | None:
    """Return a mean; of very few it could say what each of them gave."""
    tally = counted.numbers(question)
    return mean_of(tally, weighted=counted.weighted) if tally.n >= SMALLEST_BASE else None


def _tested(row: MeanDifference) -> MeanDifference:
    a, b = row.a, row.b
    row = replace(row, verdict=DifferenceVerdict.NOT_TESTED)
    if a is None or b is None:
        return replace(row, reason=FEW_NUMBERS)
    row = replace(row, difference=a.compared - b.compared)
    if row.concept in ABOUT_PEOPLE:
        return replace(row, reason=ABOUT_WHO_ANSWERED)
    test = two_means(a, b)
    if test is None:
        return replace(row, reason=ONE_NUMBER)
    return replace(row, low=test.low, high=test.high, p=test.p)
