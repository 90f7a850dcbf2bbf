"""What an export was taken for: its columns, what is asked about them, and what was decided."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from assessment.survey.questionnaire import Concept, OptionRole, QuestionKind

# What is decided of every column is kept under this name.
EVERY_COLUMN = "every column"


@dataclass(frozen=True)
class Decision:
    """What a person says of a column; what is left empty stays as it was proposed.

    `scale` is a scale's id, or "" for none. `codes` gives the label of each code; `merges` the
    label meant by each thing said (the same again: it is an answer of its own). `options` are the
    labels in the order of the questionnaire. What is said to be `not_asked` or one of the `blanks`
    is no answer. `wording` is what was asked, where the export does not say it. `same_as` is the
    slug of the question of an earlier wave that this one is, in other words; `part_of` the header
    of the question of this export that it is, put to other people under another number.

    `weight` says whether a column holds what each answer weighs. Of rows it says whether those that
    say the same at the same time are other people (`keep_alike`), and whether of several with one
    number the latest counts alone (`keep_latest`): both hold for one file, as does whether a
    question whose very words another has too `is_same` as the one taken for it in an earlier wave.
    `alike_before` is what was said of rows of an earlier file. Of where people live, which answers
    are those of residents, and which of people `elsewhere`.
    """

    kind: QuestionKind | None = None
    concept: Concept | None = None
    scale: str | None = None
    codes: Mapping[str, str] = field(default_factory=dict)
    merges: Mapping[str, str] = field(default_factory=dict)
    options: tuple[str, ...] = ()
    leave_out: bool | None = None
    same_as: str | None = None
    not_asked: tuple[str, ...] = ()
    blanks: tuple[str, ...] = ()
    wording: str = ""
    weight: bool | None = None
    keep_alike: bool | None = None
    alike_before: bool | None = None
    elsewhere: tuple[str, ...] = ()
    residents: tuple[str, ...] = ()
    part_of: str | None = None
    keep_latest: bool | None = None
    is_same: bool | None = None


class Use(StrEnum):
    """What a column of an export was taken for; the text says it to its reader."""

    QUESTION = "question"
    RESPONDENT = "number of the response"
    TIME = "when it was answered"
    STATUS = "whether it was completed"
    PERSONAL = "left out: personal detail"
    ADMINISTRATIVE = "left out: the survey tool's own"
    WEIGHT = "what each answer weighs"
    EMPTY = "left out: nothing in it"
    NAMELESS = "left out: nothing says what was asked"
    DECIDED = "left out: as decided"
    JOINED = "counted under its other number"
    REPEATED = "left out: the same answers stand in the columns beside it"


class DoubtKind(StrEnum):
    """What is asked about a column."""

    MISSPELT = "misspelt"  # a label that looks like another
    UNKNOWN_LABEL = "unknown-label"  # a label that its scale does not have
    CODES = "codes"  # codes without a list
    REWORDED = "reworded"  # a question of the last wave, perhaps, in other words
    CHANGED_OPTIONS = "changed-options"  # the same question with other options
    SAME_TEXT = "same-text"  # two questions of one text
    TWO_NUMBERS = "two-numbers"  # one question, perhaps, put to others under another number
    SEPARATOR = "separator"  # an option that holds what parts options
    FEW_ANSWERS = "few-answers"  # too few to tell options from people's own words
    NO_WORDING = "no-wording"  # boxes of which nothing says what was asked
    ONE_ANSWER = "one-answer"  # everybody who answered said the same: it may be a box
    NOT_ASKED = "not-asked"  # what was taken for a question that was not put
    ALIKE = "alike"  # rows that say the same at the same time
    NAMESAKES = "namesakes"  # responses that have the number of another and other answers
    FEW_ADDRESSES = "few-addresses"  # many answers from few places
    ELSEWHERE = "elsewhere"  # people who live outside the partnership's area
    WEIGHT = "weight"  # what each answer may weigh
    NONE_TICKED = "none-ticked"  # boxes of which somebody ticked none, or skipped them
    WRITTEN_IN = "written-in"  # answers in people's own words among the options


@dataclass(frozen=True)
class Doubt:
    """Something to be asked about a column.

    One that `blocks` would change a figure: undecided, it refuses the load. `suggestion` is a
    decision that would settle it, if there is a likely one.
    """

    header: str
    kind: DoubtKind
    text: str
    blocks: bool
    answers: tuple[str, ...] = ()
    suggestion: Decision | None = None


@dataclass(frozen=True)
class OptionReading:
    """An option as it was read, how many gave it, and the spellings that were taken for it."""

    label: str
    n: int
    role: OptionRole = OptionRole.ANSWER
    side: int | None = None
    concern: str | None = None
    spellings: tuple[str, ...] = ()


@dataclass(frozen=True)
class ColumnReading:
    """One thing asked, or another use of a column. `header` is the key of its decision.

    A question answered in several columns (one per tick box, or per rank) is one reading;
    `columns` are the names of the physical columns behind it. Free text shows no samples. `base` is
    how many answered; `asked` how many were asked, where the export tells, and `asked_of` who;
    `not_asked` is what was taken to say that somebody was not.
    """

    header: str
    columns: tuple[str, ...]
    use: Use
    wording: str = ""
    slug: str = ""
    kind: QuestionKind | None = None
    concept: Concept = Concept.OTHER
    scale: str | None = None
    options: tuple[OptionReading, ...] = ()
    base: int = 0
    codes: Mapping[str, str] = field(default_factory=dict)
    doubts: tuple[Doubt, ...] = ()
    asked: int | None = None
    asked_of: str = ""
    not_asked: tuple[str, ...] = ()


@dataclass(frozen=True)
class RowsLeftOut:
    """Rows that count for nobody, and why; and the partial responses that do count."""

    test: int = 0
    repeated: int = 0
    unanswered: int = 0
    elsewhere: int = 0  # people who live outside the partnership's area
    partial: int = 0  # kept: they count in the questions that they answer
    namesakes: int = 0  # kept: they have the number of another response and say something else
    alike: int = 0  # kept: they say the same as another at the same time
    earlier: int = 0  # when the same file was loaded before, for whatever reason

    @property
    def total(self) -> int:
        """How many rows were left out."""
        return self.test + self.repeated + self.unanswered + self.elsewhere + self.earlier


@dataclass(frozen=True)
class Proposal:
    """What an export was taken for, before anything is kept."""

    file: str
    survey: str
    rows_read: int
    respondents: int
    left_out: RowsLeftOut
    first_day: str | None  # YYYY-MM-DD, as far as the answers are dated
    last_day: str | None
    columns: tuple[ColumnReading, ...]
    previous_wave: str | None  # the latest wave of the survey, whose reading was remembered
    problems: tuple[str, ...] = ()
    loaded_as: tuple[str, ...] = ()  # the waves that this very file is already
    of_rows: tuple[Doubt, ...] = ()  # what is asked about rows, whatever their columns
    names_districts: bool = False  # whether where people live depends on whose residents they are

    @property
    def doubts(self) -> tuple[Doubt, ...]:
        """Everything asked about: first of rows, then column by column."""
        of_columns = (doubt for column in self.columns for doubt in column.doubts)
        return (*self.of_rows, *of_columns)
