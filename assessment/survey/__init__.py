"""What residents say: from a survey tool's export to answers that can be counted."""

from assessment.survey.comments import CommentStatus, comments, review_comment
from assessment.survey.entering import enter_summary
from assessment.survey.loading import load_survey
from assessment.survey.margins import load_margins
from assessment.survey.proposal import (
    ColumnReading,
    Decision,
    Doubt,
    DoubtKind,
    OptionReading,
    Proposal,
    RowsLeftOut,
    Use,
)
from assessment.survey.questionnaire import Concept, Mode, Option, Question, QuestionKind, Role
from assessment.survey.reading import propose
from assessment.survey.register import questionnaire, remove_survey_wave, waves
from assessment.survey.report import SurveyReport
from assessment.survey.summarised import SummarisedQuestion

__all__ = [
    "ColumnReading",
    "CommentStatus",
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
    "SummarisedQuestion",
    "SurveyReport",
    "Use",
    "comments",
    "enter_summary",
    "load_margins",
    "load_survey",
    "propose",
    "questionnaire",
    "remove_survey_wave",
    "review_comment",
    "waves",
]
