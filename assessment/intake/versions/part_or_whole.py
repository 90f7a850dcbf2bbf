"""Whether a file is all of its months or a part, asked where it would take most of one away."""

from collections.abc import Sequence
from datetime import date
from typing import Any, NamedTuple

from assessment.intake.file_choices import FileChoices, FileQuestion, LoadMode
from assessment.numbers import count_of, listed

# So few records, or half of a month, may have been cancelled or put right.
FEW = 10
MOST = 0.5
MOST_NAMED = 3


class _Loss(NamedTuple):
    """What a month of a source has, what of it a file withdraws, and what comes back otherwise."""

    month: date
    stored: int
    withdrawn: int
    back: int

    @property
    def gone(self) -> int:
        return self.withdrawn - self.back

    @property
    def is_most(self) -> bool:
        return self.gone > FEW and self.gone > MOST * self.stored

    def __str__(self) -> str:
        return f"{self.gone:,} of {self.stored:,} in {self.month:%B %Y}"


def part_or_whole(
    months: Sequence[Sequence[Any]], source: str, choices: FileChoices
) -> tuple[FileQuestion, ...]:
    """Ask what a file is of its months, where it would withdraw most of one and nobody said so.

    `months` are of each month that loses some what is stored, what is withdrawn and what of that
    comes back. Who says which months a file answers for has said that it is whole.
    """
    losing = [loss for row in months if (loss := _Loss(*row)).is_most]
    if not losing or choices.mode is not None or choices.covers:
        return ()
    named = listed([str(loss) for loss in losing], MOST_NAMED)
    withdrawn = count_of(sum(loss.gone for loss in losing), "record")
    return (
        FileQuestion(
            "mode",
            f"Is this file all that there is of its months? Most of what {source} has sent before "
            f"is not in it: {named}. A few late records, or some kinds alone, are only a part.",
            (
                (LoadMode.ADD.value, "a part: its rows are added, and nothing is withdrawn"),
                (LoadMode.REPLACE.value, f"all of it: {withdrawn} that it lacks are withdrawn"),
            ),
            "--mode",
        ),
    )
