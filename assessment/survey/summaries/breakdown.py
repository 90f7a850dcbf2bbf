"""What answers are broken down by, and the other groupings that have to be looked at with it."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from assessment.people import Permission
from assessment.permissions import needs
from assessment.survey.questionnaire import ABOUT_PEOPLE, ONE_ANSWER, OptionRole, SurveyQuestion
from assessment.survey.summaries.survey_answer import NOT_GIVEN
from assessment.survey.survey_disclosure import NOT_SAID, SMALLEST_BASE, GroupId
from assessment.survey.waves.wave_register import Wave
from assessment.survey.weighting.wave_margins import answers_in_cell
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
        named = {
            option.label: self._together.get(group, group)
            for option in answers
            for group in [(self.by.number, option.number)]
        }
        return (*named.items(), (NOT_GIVEN, (self.by.number, NOT_SAID)))

    def groups_of(self, cell: str) -> tuple[GroupId, ...]:
        """Return the group of each grouping that the people of a cell are in."""
        answers = answers_in_cell(cell)
        groups = [(q.number, answers.get(q.number, NOT_SAID)) for q in self.questions]
        groups = [self._together.get(group, group) for group in groups]
        return tuple((g[0], NOT_SAID) if g in self._silent else g for g in groups)

    @cached_property
    def _together(self) -> Mapping[GroupId, GroupId]:
        """The groups that are told as one, because what they said is not told."""
        together: dict[GroupId, GroupId] = {}
        for question in self.questions:
            few = {option.label for option in question.options if option.is_of_few}
            other = [(question.number, o.number) for o in question.options if o.label in few]
            together |= dict.fromkeys(other, other[0]) if other else {}
        return together

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
    groupings = [question for question in questions if question.kind in ONE_ANSWER]
    chosen = [by]
    for grouping in chosen:
        others = [other for other in groupings if other not in chosen]
        overlaps = _overlaps(workspace, wave, grouping, others)
        chosen += [other for other in others if fall_apart(overlaps[other.number])]
    return Breakdown(by, tuple(chosen[1:]))


def _overlaps(
    workspace: Workspace, wave: Wave, grouping: SurveyQuestion, others: Sequence[SurveyQuestion]
) -> dict[int, list[Overlap]]:
    """Count who is in a group of one grouping and a group of another."""
    overlaps: dict[int, list[Overlap]] = {other.number: [] for other in others}
    pairs = {other.number: Breakdown(grouping, (other,)) for other in others}
    rows = workspace.store.rows(
        "overlapping_groups", wave=wave.id, by=grouping.number, others=list(overlaps)
    )
    for mine, question, theirs, n in rows:
        answers = [(grouping.number, mine), (question, theirs)]
        cell = " ".join(f"{q}:{option}" for q, option in answers if option)
        ours, other = pairs[question].groups_of(cell)
        overlaps[question].append((ours, other, n))
    return overlaps


def fall_apart(overlaps: Iterable[Overlap]) -> bool:
    """Tell whether two groupings fall into parts that are whole groups of either.

    Then groups of one can be subtracted from groups of the other. Fewer than a small group may be
    on the wrong side: what is worked out is not far off. A part so small is withheld in both.
    """
    spare = SMALLEST_BASE - 1
    parts: list[tuple[frozenset[GroupId], int]] = []
    for mine, theirs, n in sorted(overlaps, key=lambda overlap: overlap[2]):
        if n <= spare:
            spare -= n
            continue
        ends = frozenset((mine, theirs))
        touched = [part for part in parts if part[0] & ends]
        joined = (ends.union(*(part[0] for part in touched)), n + sum(part[1] for part in touched))
        parts = [*(part for part in parts if part not in touched), joined]
    return sum(n >= SMALLEST_BASE for _, n in parts) > 1
