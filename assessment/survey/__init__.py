"""What residents say: from a survey tool's export to answers that can be counted.

propose, load_survey        assessment.survey.reading, .loading
enter_summary               assessment.survey.summarised
waves, questionnaire, …     assessment.survey.register
comments, review_comment    assessment.survey.comments
load_margins                assessment.survey.margins
"""

from assessment.survey.questionnaire import (
    ColumnReading,
    Concept,
    Decision,
    Doubt,
    DoubtKind,
    Mode,
    Option,
    OptionReading,
    Proposal,
    Question,
    QuestionKind,
    Role,
    RowsLeftOut,
    Use,
)
from assessment.survey.report import SurveyReport

__all__ = [
    "ColumnReading",
    "Concept",
    "Decision",
    "Doubt",
    "DoubtKind",
    "Mode",
    "Option",
    "OptionReading",
    "Proposal",
    "Question",
    "QuestionKind",
    "Role",
    "RowsLeftOut",
    "SurveyReport",
    "Use",
]
