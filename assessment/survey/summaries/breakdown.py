"""What answers are broken down by, and the other groupings that have to be looked at with it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

from assessment.people import Permission
from assessment.permissions import needs
from assessment.survey.questionnaire import ABOUT_PEOPLE, ONE_ANSWER, OptionRole, SurveyQuestion
from assessment.survey.summaries.survey_answer import NOT_GIVEN
from assessment.survey.survey_disclosure import NOT_SAID, SMALLEST_BASE, GroupId
from assessment.survey.waves.wave_register import Wave
from assessment.workspace import Workspace

# Two groups, one of each grouping, and how many are in both.
Overlap = tuple[GroupId, GroupId, int]


@dataclass(frozen=True)
class Breakdown:
    """A question to break answers down by; `beside` are others whose groups are made of its own.

    A cell is named, as SQL names it, for what its people answered to all of these.
    """

    by: SurveyQuestion
    beside: tuple[SurveyQuestion, ...] = ()

    @property
    def questions(self) -> tuple[SurveyQuestion, ...]:
        """Every grouping, the one asked for first."""
        return (self.by, *self.beside)

    @property
    def groups(self) -> tuple[tuple[str, GroupId], ...]:
        """The groups asked for, by name, in their order; last those who did not say theirs."""
        answers = [option for option in self.by.options if option.role is OptionRole.ANSWER]
        named = [(option.label, (self.by.number, option.number)) for option in answers]
        return (*named, (NOT_GIVEN, (self.by.number, NOT_SAID)))

    def groups_of(self, cell: str) -> tuple[GroupId, ...]:
        """Return the group of each grouping that the people of a cell are in."""
        said = {int(q): int(option) for q, option in (each.split(":") for each in cell.split())}
        given = [(each.number, said.get(each.number, NOT_SAID)) for each in self.questions]
        return tuple((one[0], NOT_SAID) if one in self._silent else one for one in given)

    @cached_property
    def _silent(self) -> frozenset[GroupId]:
        return frozenset(
            (question.number, option.number)
            for question in self.questions
            for option in question.options
            if option.role is not OptionRole.ANSWER
        )


def is_broken_down(question: SurveyQuestion, by: SurveyQuestion) -> bool:
    """Tell whether answers to a question may be shown by those to another.

    Of two questions one at most is broken down by the other: turned round, the table would tell
    what is withheld of small groups. What people think goes by who they are and what they chose.
    """
    return _standing(question) > _standing(by)


def _standing(question: SurveyQuestion) -> int:
    if question.concept in ABOUT_PEOPLE:
        return 0
    kind = question.kind
    return 1 + (ONE_ANSWER.index(kind) if kind in ONE_ANSWER else len(ONE_ANSWER))


@needs(Permission.READ_FIGURES, of="wave")
def breakdown(
    workspace: Workspace, wave: Wave, questions: Sequence[SurveyQuestion], by: SurveyQuestion
) -> Breakdown:
    """Find the groupings from whose groups those of `by` could be added up, or the reverse."""
    groupings = [each for each in questions if each.kind in ONE_ANSWER]
    found = [by]
    for one in found:
        others = [each for each in groupings if each not in found]
        overlaps = _overlaps(workspace, wave, one, others)
        found += [each for each in others if fall_apart(overlaps[each.number])]
    return Breakdown(by, tuple(found[1:]))


def _overlaps(
    workspace: Workspace, wave: Wave, one: SurveyQuestion, others: Sequence[SurveyQuestion]
) -> dict[int, list[Overlap]]:
    """Count who is in a group of one grouping and a group of another."""
    found: dict[int, list[Overlap]] = {other.number: [] for other in others}
    pairs = {other.number: Breakdown(one, (other,)) for other in others}
    rows = workspace.store.rows(
        "overlapping_groups", wave=wave.id, by=one.number, others=list(found)
    )
    for mine, question, theirs, n in rows:
        said = [(one.number, mine), (question, theirs)]
        cell = " ".join(f"{q}:{option}" for q, option in said if option)
        ours, other = pairs[question].groups_of(cell)
        found[question].append((ours, other, n))
    return found


def fall_apart(overlaps: Iterable[Overlap]) -> bool:
    """Tell whether two groupings fall into parts that are whole groups of either.

    Then groups of one can be subtracted from groups of the other. Fewer than a small group may be
    on the wrong side: what is worked out is not far off. A part so small is withheld in both.
    """
    spare = SMALLEST_BASE - 1
    parts: list[tuple[frozenset[GroupId], int]] = []
    for mine, theirs, n in sorted(overlaps, key=lambda each: each[2]):
        if n <= spare:
            spare -= n
            continue
        ends = frozenset((mine, theirs))
        touched = [part for part in parts if part[0] & ends]
        joined = (ends.union(*(part[0] for part in touched)), n + sum(part[1] for part in touched))
        parts = [*(part for part in parts if part not in touched), joined]
    return sum(n >= SMALLEST_BASE for _, n in parts) > 1
