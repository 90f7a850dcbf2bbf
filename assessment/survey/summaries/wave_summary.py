"""What a wave says: shares, bases, intervals; by group; weighted beside unweighted."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace

from assessment.disclosure import fewest_shown
from assessment.errors import InvalidRequest
from assessment.people import Permission
from assessment.periods import joined
from assessment.permissions import needs
from assessment.survey.questionnaire import OWN_WORDS, Mode, QuestionKind, SurveyQuestion
from assessment.survey.summaries.answer_places import is_placed, is_whole
from assessment.survey.summaries.answer_rows import Asking, rows_of
from assessment.survey.summaries.breakdown import breakdown, is_broken_down
from assessment.survey.summaries.survey_answer import (
    EVERY_ANSWER,
    EVERYONE,
    Summary,
    SummaryRow,
)
from assessment.survey.summaries.tallies import tallies
from assessment.survey.survey_disclosure import SMALLEST_BASE
from assessment.survey.waves.kept_doubts import not_decided
from assessment.survey.waves.lookup_by_name import grouping_named, question_named, wave_named
from assessment.survey.waves.wave_register import Wave, questionnaire, questions_as_stored
from assessment.survey.weighting.own_weights import own_weights
from assessment.survey.weighting.raking import Weights
from assessment.survey.weighting.wave_weights import weigh, weighting_caveats
from assessment.survey.weighting.weighting_effect import Weighting
from assessment.workspace import Workspace

AS_IF_RANDOM = (
    "Whoever chose to answer did: nobody was drawn at random. The intervals are what they would be "
    "as if it were a random sample."
)
WORDS_OF_FEW = (
    f"What very few wrote or chose in words of their own is counted as “{OWN_WORDS}”: it could say "
    "who they are."
)
NOT_COUNTED = (QuestionKind.TEXT, QuestionKind.DATE)


@needs(Permission.READ_FIGURES, of="wave")
def summary(
    workspace: Workspace,
    wave: str,
    *,
    question: str | None = None,
    by: str | None = None,
    weighted: bool = False,
    merge: bool = False,
) -> Summary:
    """Summarise a wave, or one question of it, named by slug, number or concept.

    A wave whose file says what each answer weighs is always weighted. `by` names a question with
    one answer each; `merge` takes neighbouring ages together where one
    has too few to be weighted. Raises InvalidRequest for what is not there or cannot be weighted.
    """
    store, fewest = workspace.store, fewest_shown(workspace)
    shown = wave_named(workspace, wave)
    questions = questionnaire(workspace, shown.id)
    as_stored = questions_as_stored(store, shown.id)
    if shown.summarised and (by or weighted):
        raise InvalidRequest(
            f"'{shown.id}' was entered as percentages: without anybody's own answers it can be "
            "neither broken down nor weighted."
        )
    split = grouping_named(questions, by) if by else None
    if split and tallies(store, shown, fewest=fewest).withholds(split):
        raise InvalidRequest(f"{few_answered([split.wording])} Nothing is broken down by it.")
    chosen = [question_named(questions, question)] if question else questions
    if split and question:
        _check(chosen[0], split)
    groups = breakdown(workspace, shown, questions, split) if split else None
    weighted = weighted or bool(shown.weight_column)
    weights, weighting = (
        weights_of(workspace, shown, as_stored, merge=merge) if weighted else (None, None)
    )
    counted = [q for q in chosen if _is_counted(q, split)]
    if split and not counted:
        raise InvalidRequest(f"Nothing that was asked for is broken down by “{split.wording}”.")
    by_cell = groups.questions if groups else ()
    counts = tallies(store, shown, counted, by_cell, weights, fewest=fewest)
    asking = Asking(counts, groups, weighted)
    doubted = _doubted_besides(questions, split, weights)
    rows = tuple(doubted(row) for q in counted for row in rows_of(q, asking))
    caveats = _caveats(shown, chosen, rows, weighting)
    return Summary(shown, split, rows, weighting, tuple(caveats))


@needs(Permission.READ_FIGURES, of="wave")
def weights_of(
    workspace: Workspace, wave: Wave, questions: Sequence[SurveyQuestion], *, merge: bool = False
) -> tuple[Weights, Weighting]:
    """Return what the answers of a wave weigh: as its file says, else by the population's margins.

    Raises InvalidRequest with every reason where they cannot be weighted.
    """
    if wave.weight_column:
        return own_weights(workspace, wave)
    return weigh(workspace, wave, questions, merge=merge)


def _doubted_besides(
    questions: Sequence[SurveyQuestion], by: SurveyQuestion | None, weights: Weights | None
) -> Callable[[SummaryRow], SummaryRow]:
    """Return what adds to a row the doubts of what it is broken down by, and weighted by."""
    of_groups = by.doubts if by else ()
    margins = weights.questions if weights else ()
    of_weights = [doubt for q in questions if q.number in margins for doubt in q.doubts]

    def doubted(row: SummaryRow) -> SummaryRow:
        more = (*(of_groups if row.group != EVERYONE else ()), *of_weights)
        return replace(row, doubts=tuple(dict.fromkeys((*row.doubts, *more)))) if more else row

    return doubted


def _check(question: SurveyQuestion, by: SurveyQuestion) -> None:
    if question == by:
        raise InvalidRequest(f"'{by.slug}' cannot be broken down by itself.")
    if not is_broken_down(question, by):
        raise InvalidRequest(
            f"“{question.wording}” is not broken down by “{by.wording}”: turned round, such a "
            "table would tell what is withheld of small groups."
        )


def _is_counted(question: SurveyQuestion, by: SurveyQuestion | None) -> bool:
    return question.kind not in NOT_COUNTED and (by is None or is_broken_down(question, by))


def _caveats(
    wave: Wave,
    questions: Sequence[SurveyQuestion],
    rows: Sequence[SummaryRow],
    weighting: Weighting | None,
) -> Iterator[str]:
    if wave.mode is Mode.ONLINE:
        yield AS_IF_RANDOM
    yield from not_decided((row.wording, row.doubts) for row in rows)
    if wave.summarised:
        yield "Entered as percentages: counts are what those percentages come to."
    if weighting and not weighting.column:
        yield from weighting_caveats(weighting)
    if any(option.is_of_few for question in questions for option in question.options):
        yield WORDS_OF_FEW
    yield from _withheld([row for row in rows if row.withheld])
    small = {row.wording: row.base for row in rows if row.group == EVERYONE}
    for wording, base in small.items():
        if base is not None and base < SMALLEST_BASE:
            yield (
                f"Only {base} answered “{wording}”: too few to say anything about others."
                if base
                else f"Nobody answered “{wording}”."
            )
    yield from _own_words([q.wording for q in questions if q.kind is QuestionKind.TEXT])
    for question in questions:
        yield from _of_kind(question, [row for row in rows if row.question == question.slug])


def _withheld(rows: Sequence[SummaryRow]) -> Iterator[str]:
    if few := [row.wording for row in rows if row.option == EVERY_ANSWER]:
        yield few_answered(few)
    if any(row.option != EVERY_ANSWER for row in rows):
        yield (
            f"Groups with fewer than {SMALLEST_BASE} answers to a question are withheld, and with "
            "them what would give them back."
        )


def _own_words(wordings: Sequence[str]) -> Iterator[str]:
    if wordings:
        were = "was" if len(wordings) == 1 else "were"
        yield f"{_quoted(wordings)} {were} answered in people's own words, which are not counted."


def few_answered(wordings: Iterable[str]) -> str:
    """Say which questions are withheld, and why."""
    return f"Withheld, because very few answered: {_quoted(wordings)}."


def _quoted(wordings: Iterable[str]) -> str:
    return joined([f"“{wording}”" for wording in wordings])


def _of_kind(question: SurveyQuestion, rows: Sequence[SummaryRow]) -> Iterator[str]:
    answers = [row for row in rows if row.group == EVERYONE and is_placed(row)]
    if question.kind is QuestionKind.RANKING and not is_whole(answers):
        yield (
            f"Not everybody ranked every answer to “{question.wording}”: answers are in the order "
            "of how many ranked them, and a mean rank is of those who did."
        )
