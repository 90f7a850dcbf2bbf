"""The vocabulary of surveys: what is asked, of whom and how, and how it is answered."""

from dataclasses import dataclass, field
from enum import StrEnum


class QuestionKind(StrEnum):
    """How a question is answered."""

    SINGLE = "single"
    MULTIPLE = "multiple"
    SCALE = "scale"
    RANKING = "ranking"
    NUMBER = "number"
    TEXT = "text"
    DATE = "date"

    @property
    def in_words(self) -> str:
        """The kind as readers see it."""
        return KINDS[self]


# What answers can be broken down by: each respondent is in one group.
ONE_ANSWER = (QuestionKind.SINGLE, QuestionKind.SCALE)
KINDS = {
    QuestionKind.SINGLE: "one answer",
    QuestionKind.MULTIPLE: "several answers",
    QuestionKind.SCALE: "a scale",
    QuestionKind.RANKING: "a ranking",
    QuestionKind.NUMBER: "a number",
    QuestionKind.TEXT: "free text",
    QuestionKind.DATE: "a date",
}


class Concept(StrEnum):
    """What a question is about, so that it is found again in another survey's words."""

    SAFE_BY_DAY = "safe-by-day"
    SAFE_AFTER_DARK = "safe-after-dark"
    PROBLEM = "problem"
    PRIORITY = "priority"
    WOULD_HELP = "would-help"
    CONFIDENCE = "confidence"
    EXPERIENCE = "experience"
    WARD = "ward"
    AGE = "age"
    SEX = "sex"
    WHO_THEY_ARE = "who-they-are"
    OTHER = "other"


# What says who people are, and not what they think.
ABOUT_PEOPLE = (Concept.AGE, Concept.SEX, Concept.WARD, Concept.WHO_THEY_ARE)
# What tells no question from others: several of a questionnaire are about it.
NOT_TELLING = (Concept.OTHER, Concept.WHO_THEY_ARE)


# As what people wrote of their own counts, among the options.
OWN_WORDS = "Other (in their own words)"
# What a recommendation from 0 to 10 is grouped into.
PROMOTERS, PASSIVES, DETRACTORS = "Promoters (9 or 10)", "Passives (7 or 8)", "Detractors (0 to 6)"


class OptionRole(StrEnum):
    """What an option says: an answer, or that there is none to give. A blank is not an option."""

    ANSWER = "answer"
    DONT_KNOW = "dont-know"
    NOT_APPLICABLE = "not-applicable"


class Mode(StrEnum):
    """How people were asked."""

    ONLINE = "online-self-selected"
    PANEL = "panel"
    FACE_TO_FACE = "face-to-face"
    TELEPHONE = "telephone"
    POSTAL = "postal"

    @property
    def in_words(self) -> str:
        """The mode as readers see it."""
        return MODES[self]


MODES = {
    Mode.ONLINE: "online survey, self-selected",
    Mode.PANEL: "citizens' panel",
    Mode.FACE_TO_FACE: "face-to-face interviews",
    Mode.TELEPHONE: "telephone interviews",
    Mode.POSTAL: "postal survey",
}


@dataclass(frozen=True)
class Option:
    """An answer that could be chosen; 1 is the first of its question.

    `side` is that of a scale's point: 1 good, 0 middle, -1 bad; None where there is no scale.
    `concern` is the id of what recorded crime may be set beside it. One that `is_of_few` has lost
    its words for readers who are shown no small number.
    """

    number: int
    label: str
    role: OptionRole
    side: int | None = None
    concern: str | None = None
    is_of_few: bool = False


@dataclass(frozen=True)
class SurveyQuestion:
    """A question of a wave; 1 is the first of the questionnaire.

    `answered` is how many did; `asked` how many were asked, where the export told, and `asked_of`
    who they are: "who answered “Yes” to “Have you been a victim?”". `doubts` are what was not
    decided of it when it was loaded. `ends` are the points of a scale of numbers that its export
    names: "1 - Very safe".
    """

    number: int
    slug: str
    wording: str
    kind: QuestionKind
    concept: Concept
    scale: str | None = None
    options: tuple[Option, ...] = ()
    # Who answered makes it no other question.
    answered: int = field(default=0, compare=False)
    asked: int | None = field(default=None, compare=False)
    asked_of: str = field(default="", compare=False)
    doubts: tuple[str, ...] = field(default=(), compare=False)
    ends: tuple[str, ...] = field(default=(), compare=False)
