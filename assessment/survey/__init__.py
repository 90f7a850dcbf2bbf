"""What residents say: from a survey tool's export to answers that can be counted."""

from assessment.survey.questionnaire import (
    Concept,
    Mode,
    Option,
    OptionRole,
    QuestionKind,
    SurveyQuestion,
)
from assessment.survey.reading.printed_results import SummarisedQuestion
from assessment.survey.reading.proposal import (
    ColumnReading,
    Decision,
    Doubt,
    DoubtKind,
    OptionReading,
    Proposal,
    RowsLeftOut,
    Use,
)
from assessment.survey.waves.entered_wave import enter_summary
from assessment.survey.waves.export_check import propose
from assessment.survey.waves.wave_comments import Comment, CommentStatus, comments, review_comment
from assessment.survey.waves.wave_loading import load_survey
from assessment.survey.waves.wave_register import Wave, list_waves, questionnaire
from assessment.survey.waves.wave_removal import remove_survey_wave
from assessment.survey.waves.wave_report import SurveyReport
from assessment.survey.weighting.population_margins import load_margins

__all__ = [
    "ColumnReading",
    "Comment",
    "CommentStatus",
    "Concept",
    "Decision",
    "Doubt",
    "DoubtKind",
    "Mode",
    "Option",
    "OptionReading",
    "OptionRole",
    "Proposal",
    "QuestionKind",
    "RowsLeftOut",
    "SummarisedQuestion",
    "SurveyQuestion",
    "SurveyReport",
    "Use",
    "Wave",
    "comments",
    "enter_summary",
    "list_waves",
    "load_margins",
    "load_survey",
    "propose",
    "questionnaire",
    "remove_survey_wave",
    "review_comment",
]
