"""What cells mean: the small table that turns hundreds of thousands of cells into answers."""

from dataclasses import dataclass

from assessment.survey.reading.proposal import ColumnReading


@dataclass(frozen=True)
class Meaning:
    """What one thing said in a column means: an option by its label, a value, or nothing."""

    position: int
    text: str
    label: str | None = None
    rank: int | None = None
    value: float | None = None


@dataclass(frozen=True)
class Parting:
    """A column whose cells hold several options: what parts them, and options that hold it too."""

    position: int
    separator: str
    glued: tuple[str, ...] = ()


@dataclass(frozen=True)
class QuestionReading:
    """A question and how its columns' cells become its answers.

    `others` is the label of what has no meaning of its own: an option ("Other"), or None where
    such cells are the answer themselves (numbers, dates, free text). Where boxes are answered with
    yes or no (`is_denied`), whoever says no to all has answered. A reading that is no question has
    no `positions`. `personal` counts what said nothing but who somebody is.
    """

    column: ColumnReading
    positions: tuple[int, ...] = ()
    meanings: tuple[Meaning, ...] = ()
    others: str | None = None
    others_at: tuple[int, ...] = ()
    partings: tuple[Parting, ...] = ()
    is_denied: bool = False
    personal: int = 0
