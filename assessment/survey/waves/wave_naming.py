"""What somebody says of an export before it is loaded: its survey, its wave, how it was asked."""

from dataclasses import dataclass
from datetime import date

from assessment.survey.questionnaire import Mode
from assessment.survey.waves.survey_match import as_id
from assessment.survey.waves.survey_names import Survey


@dataclass(frozen=True)
class WaveNaming:
    """What is said of an export as a whole; what is not yet said is empty.

    `known` is the survey where there is one of that name already.
    """

    called: str = ""
    known: Survey | None = None
    partnership: str = ""
    wave: str = ""
    mode: Mode = Mode.ONLINE
    first_day: date | None = None
    last_day: date | None = None

    @property
    def survey(self) -> str:
        """The survey's id."""
        return self.known.id if self.known else as_id(self.called)

    @property
    def name(self) -> str:
        """The survey's name: as it is known, else as it was typed."""
        return self.known.name if self.known else self.called
