"""What was worked out of surveys, kept like other answers: by data version and role."""

from collections.abc import Mapping
from dataclasses import dataclass

import streamlit as st

from assessment.changes import Place
from assessment.errors import InvalidRequest
from assessment.outputs.survey import difference_wording
from assessment.perception import Perception, perception
from assessment.periods import Period
from assessment.survey.comparison.question_matching import pairs
from assessment.survey.comparison.wave_comparison import compare
from assessment.survey.comparison.wave_difference import Comparison
from assessment.survey.comparison.wave_trend import Trend, trends
from assessment.survey.questionnaire import SurveyQuestion
from assessment.survey.summaries.survey_answer import Summary, SummaryRow
from assessment.survey.summaries.wave_summary import summary
from assessment.survey.waves.lookup_by_name import wave_named
from assessment.survey.waves.wave_comments import Comment, CommentStatus, comments
from assessment.survey.waves.wave_register import Wave, list_waves, questionnaire
from assessment.survey.weighting import merged_bands
from assessment.survey.weighting.respondent_profile import who_answered
from assessment.survey.weighting.weighting_effect import Represented
from assessment.workspace import Workspace
from pages.components.caches.cache import KEYS, MOST_ANSWERS


@dataclass(frozen=True)
class Answers:
    """A summary, weighted where it can be, else why not; and who answered beside the population."""

    summary: Summary
    unweighted_because: str
    beside_population: tuple[Represented, ...] = ()

    def questions(self, group: str = "") -> Mapping[str, tuple[SummaryRow, ...]]:
        """Return the rows of each question, in the order of the questionnaire."""
        by_question: dict[str, list[SummaryRow]] = {}
        for row in self.summary.rows:
            if row.group == group:
                by_question.setdefault(row.question, []).append(row)
        return {slug: tuple(rows) for slug, rows in by_question.items()}

    @property
    def groups(self) -> tuple[str, ...]:
        """The groups of a breakdown, in their order; everyone is not one."""
        return tuple(dict.fromkeys(row.group for row in self.summary.rows if row.group))


@st.cache_resource(show_spinner=False, hash_funcs=KEYS, max_entries=8)
def every_wave(workspace: Workspace) -> tuple[Wave, ...]:
    """Return the waves there are, the latest first."""
    return list_waves(workspace)


@st.cache_resource(show_spinner=False, hash_funcs=KEYS, max_entries=MOST_ANSWERS)
def asked(workspace: Workspace, wave: str) -> tuple[SurveyQuestion, ...]:
    """Return the questions of a wave."""
    return questionnaire(workspace, wave)


@st.cache_resource(show_spinner="Counting …", hash_funcs=KEYS, max_entries=MOST_ANSWERS)
def answers(
    workspace: Workspace,
    wave: str,
    question: str | None = None,
    by: str | None = None,
    *,
    merge: bool = False,
) -> Answers:
    """Return the answers of a wave, weighted beside unweighted where its survey has margins."""
    try:
        counted = summary(workspace, wave, question=question, by=by, weighted=True, merge=merge)
        why = ""
    except InvalidRequest as fault:
        counted, why = summary(workspace, wave, question=question, by=by), str(fault)
    return Answers(counted, why, who_answered(workspace, counted.wave, asked(workspace, wave)))


@st.cache_resource(show_spinner=False, hash_funcs=KEYS, max_entries=MOST_ANSWERS)
def could_merge(workspace: Workspace, wave: str) -> bool:
    """Tell whether merging bands of age would let a wave be weighted by more."""
    named = wave_named(workspace, wave)
    return merged_bands.could_merge(workspace, named, asked(workspace, wave))


@st.cache_resource(show_spinner=False, hash_funcs=KEYS, max_entries=MOST_ANSWERS)
def comments_of(workspace: Workspace, wave: str, status: CommentStatus) -> tuple[Comment, ...]:
    """Return the comments of a wave that have a status."""
    return comments(workspace, wave, status)


@st.cache_resource(
    show_spinner="Counting …", hash_funcs=KEYS | {Period: repr}, max_entries=MOST_ANSWERS
)
def perceived(workspace: Workspace, wave: str, place: Place, period: Period) -> Perception:
    """Return a wave's priorities beside what is recorded in a place and period."""
    return perception(workspace, wave, place, period)


@st.cache_resource(show_spinner=False, hash_funcs=KEYS, max_entries=MOST_ANSWERS)
def asked_in_both(workspace: Workspace, wave: str, other: str) -> tuple[str, ...]:
    """Return the questions that two waves asked alike."""
    both = pairs(asked(workspace, wave), asked(workspace, other))
    return tuple(pair.a.wording for pair in both if not pair.against)


@st.cache_resource(show_spinner="Comparing …", hash_funcs=KEYS, max_entries=MOST_ANSWERS)
def comparison(workspace: Workspace, wave: str, other: str) -> Comparison:
    """Return two waves side by side."""
    return compare(workspace, wave, other)


@st.cache_resource(show_spinner="Comparing …", hash_funcs=KEYS, max_entries=MOST_ANSWERS)
def followed(workspace: Workspace, wave: str) -> Mapping[str, Trend]:
    """Return what can be followed over the waves of a survey, each item by its name."""
    return {
        difference_wording.item_in_words(trend.item): trend for trend in trends(workspace, wave)
    }
