"""What people wrote of their own among the options: counted as one, kept apart as comments."""

from collections.abc import Mapping, Set
from dataclasses import replace

from assessment.survey.questionnaire import OptionRole, QuestionKind
from assessment.survey.reading.export.answer_staging import ColumnValues
from assessment.survey.reading.export.cell_meanings import QuestionReading
from assessment.survey.reading.export.column_uses import is_personal
from assessment.survey.reading.proposal import Decision
from assessment.survey.reading.questions.column_groups import ColumnGroup
from assessment.survey.reading.questions.labels import as_key, misspelt, role_of
from assessment.survey.reading.questions.personal_answers import is_name
from assessment.survey.reading.questions.question_kind import MOST_OPTIONS
from assessment.survey.reading.questions.recognition_context import question_of

OTHER = "Other (in their own words)"
# Among so many answers, something long that only one or two people say is no option.
FEWEST_ANSWERS = 30
MOST_WRITERS = 2
OFTEN = 5
LONG = 25


def heard(said: ColumnValues, decided: Decision) -> ColumnValues:
    """Return what a column says; what somebody decided is an answer is one of its values."""
    meant = {text: n for text, n in said.personal.items() if as_key(text) in _settled(decided)}
    return replace(
        said,
        filled=said.filled + sum(meant.values()),
        different=said.different + len(meant),
        values={**said.values, **meant},
        personal={text: n for text, n in said.personal.items() if text not in meant},
    )


def written_in(values: Mapping[str, int], decided: Decision, different: int) -> Set[str]:
    """Return what is somebody's own words: a name in it must not become an option's label.

    Nor must a name alone, an e-mail address or a full postcode, however few people answered.
    """
    settled = _settled(decided)
    personal = {
        text
        for text, n in values.items()
        if (is_personal(text) or (n <= MOST_WRITERS and is_name(text)))
        and as_key(text) not in settled
    }
    common = [text for text, n in values.items() if n >= OFTEN]
    if sum(values.values()) < FEWEST_ANSWERS or len(common) < 2:
        return personal
    return personal | {
        text
        for text, n in values.items()
        if n <= MOST_WRITERS
        and (len(text) > LONG or different > MOST_OPTIONS)
        and as_key(text) not in settled
        and role_of(text) is OptionRole.ANSWER
        and not misspelt(text, common)
    }


def own_words(group: ColumnGroup, n: int) -> QuestionReading:
    """Keep what was written as a question of its own, in free text."""
    own = ColumnGroup(
        f"{group.header} ({QuestionKind.TEXT})", f"{group.wording} – {OTHER}", group.columns
    )
    return QuestionReading(question_of(own, QuestionKind.TEXT, n), group.positions)


def _settled(decided: Decision) -> Set[str]:
    return {as_key(t) for t in (*decided.options, *decided.merges, *decided.merges.values())}
