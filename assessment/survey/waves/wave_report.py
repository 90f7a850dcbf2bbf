"""What the loading of a survey says of itself: to the analyst, and to programs as JSON."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from assessment.intake.load_status import LoadStatus
from assessment.survey.questionnaire import SurveyQuestion
from assessment.survey.reading.proposal import RowsLeftOut


def iso_day(day: date | None) -> str | None:
    """Write a day as other programs read it: 2023-09-01."""
    return day.isoformat() if day else None


@dataclass(frozen=True)
class SurveyReport:
    """What became of a survey's export. `status` is loaded, unchanged or checked (a dry run)."""

    file: str
    survey: str
    wave: str
    mode: str
    status: LoadStatus
    respondents: int
    rows_read: int
    left_out: RowsLeftOut
    first_day: str | None  # YYYY-MM-DD
    last_day: str | None
    questions: tuple[SurveyQuestion, ...] = ()
    problems: tuple[str, ...] = ()
    doubts: tuple[str, ...] = ()  # what was not decided, and was loaded all the same

    def as_json(self) -> dict[str, Any]:
        """Return what `survey load --json` promises to other programs."""
        return {
            "file": self.file,
            "survey": self.survey,
            "wave": self.wave,
            "mode": self.mode,
            "status": self.status.value,
            "respondents": self.respondents,
            "rows_read": self.rows_read,
            "rows_left_out": self.left_out.total,
            "from": self.first_day,
            "to": self.last_day,
            "questions": [self._question(question) for question in self.questions],
            "problems": list(self.problems),
            "doubts": list(self.doubts),
        }

    def _question(self, question: SurveyQuestion) -> dict[str, Any]:
        """Return one question; `asked` is null where the export does not tell who was."""
        asked = question.asked
        return {
            "question": question.slug,
            "wording": question.wording,
            "kind": question.kind.value,
            "concept": question.concept.value,
            "options": len(question.options),
            "answered": question.answered,
            "asked": asked,
            "not_asked": None if asked is None else self.respondents - asked,
            "doubts": list(question.doubts),
        }
