"""What residents say of issues: how many would make each a priority, in the latest survey."""

from collections.abc import Iterable, Iterator, Mapping

from assessment.changes import Place
from assessment.definitions import Concern, concerns, measure_sets, survey_definitions
from assessment.definitions.schemes.indicator_definition import ExampleValue
from assessment.definitions.spelling import plain
from assessment.disclosure import ENOUGH
from assessment.partnerships import partnerships
from assessment.people import Permission
from assessment.perception.surveyed_place import is_of
from assessment.periods import Period, add_months, in_words
from assessment.permissions import needs
from assessment.risk_matrix.evidence.indicator_value import IndicatorValue, number, unknown
from assessment.risk_matrix.indicators.indicator_kinds import CardLine, SurveyIndicator
from assessment.risk_matrix.issues import Issue
from assessment.survey.questionnaire import Concept
from assessment.survey.summaries.survey_answer import Summary, SummaryRow
from assessment.survey.summaries.wave_summary import summary
from assessment.survey.survey_disclosure import SMALLEST_BASE
from assessment.survey.waves.wave_register import Wave, list_waves, questionnaire
from assessment.workspace import Workspace

SURVEYED = "queries/survey/summaries/survey_totals.sql"
# An assessment is written in the months after its year: a survey of then still belongs to it.
MONTHS_AFTER = 6
NO_SURVEY = unknown("No survey of this partnership asked what should be a priority.")
UNDATED = "Nothing says when this survey was asked: it may be of another year."


@needs(Permission.READ_FIGURES, of="place")
def public_concern(
    workspace: Workspace, place: Place, period: Period, issues: Iterable[Issue], synthetic: bool
) -> Mapping[str, IndicatorValue]:
    """Return how many residents would make each issue a priority.

    From the latest wave of a survey of the partnership's; generated answers stand beside generated
    records only. An undated wave counts where no dated one does.
    """
    end = add_months(period.end, MONTHS_AFTER)
    waves = list(_own_waves(workspace, place, synthetic))
    in_time = (wave for wave in waves if wave.last_day is None or wave.last_day < end)
    # Undated ones stand last.
    wave = next(in_time, None)
    if wave is None:
        reason = _too_late(waves[-1]) if waves else NO_SURVEY
        return {issue.id: reason for issue in issues}
    answers = summary(workspace, wave.id, question=Concept.PRIORITY)
    return {issue.id: _of_issue(issue, answers) for issue in issues}


def _own_waves(workspace: Workspace, place: Place, synthetic: bool) -> Iterator[Wave]:
    """Yield the waves of a place that asked for priorities, the latest first."""
    every_partnership = partnerships(workspace)
    for wave in list_waves(workspace):
        is_own = wave.synthetic is synthetic and is_of(wave, place, every_partnership)
        if is_own and _asks_priorities(workspace, wave):
            yield wave


def _too_late(wave: Wave) -> IndicatorValue:
    return unknown(
        f"{_name(wave)} was asked more than {MONTHS_AFTER} months after the year, and none before."
    )


def _asks_priorities(workspace: Workspace, wave: Wave) -> bool:
    questions = questionnaire(workspace, wave.id)
    return any(question.concept is Concept.PRIORITY for question in questions)


def _of_issue(issue: Issue, answers: Summary) -> IndicatorValue:
    own_concerns = frozenset(_concerns_of(issue))
    # The same for everybody, as a score is: what so few said is not shown.
    enough = ENOUGH if answers.wave.respondents < SMALLEST_BASE else SMALLEST_BASE
    if all((row.base or 0) < enough for row in answers.rows):
        return unknown(f"{_name(answers.wave)} was answered in this by fewer than {enough}.")
    rows = [row for row in answers.rows if row.concern in own_concerns]
    if not rows:
        return unknown(f"{_name(answers.wave)} did not ask about it.")
    # A resident who chose two options of one concern is one person: shares are not added up.
    return _share_choosing(answers, max(rows, key=lambda row: row.percent or 0.0))


def _share_choosing(answers: Summary, row: SummaryRow) -> IndicatorValue:
    percent, base, count = row.percent or 0.0, row.base or 0, row.count or 0
    return IndicatorValue(
        percent,
        f"{number(percent)}% of {base:,} who answered chose “{row.option}” ({count:,}).",
        f"{answers.wave.id}, {SURVEYED}",
        _dates(answers.wave),
        interval=None if row.low is None or row.high is None else (row.low, row.high),
        caveats=answers.caveats if answers.wave.last_day else (UNDATED, *answers.caveats),
    )


def _concerns_of(issue: Issue) -> Iterator[str]:
    """Yield what an issue is called in surveys: by its measures, else by its name.

    An issue that records count is not matched by some of its words: causing death by driving is
    not what residents mean by speeding.
    """
    measured = [
        concern.id
        for concern in concerns().values()
        for measure_set, measure in issue.measures
        if {measure, measure_sets()[measure_set].families[measure]}
        & set(concern.measures.get(measure_set, ()))
    ]
    yield from measured or _concern_named(issue)


def _concern_named(issue: Issue) -> Iterator[str]:
    named = survey_definitions().concern_of(issue.label)
    if named and (not issue.measures or _is_named(concerns()[named], issue.label)):
        yield named


def _is_named(concern: Concern, label: str) -> bool:
    return plain(label) in {plain(name) for name in (concern.label, *concern.aliases)}


def _name(wave: Wave) -> str:
    return f"The survey “{wave.survey_name}” ({_dates(wave)})"


def _dates(wave: Wave) -> str:
    if wave.first_day is None or wave.last_day is None:
        return "undated"
    return f"{in_words(wave.first_day)} to {in_words(wave.last_day)}"


CONCERN = SurveyIndicator(
    id="public-concern",
    label="Share of residents who would make it a priority",
    unit="%",
    example=ExampleValue("24% of residents", 24),
    card=CardLine("Residents", 6),
    ask=public_concern,
)
