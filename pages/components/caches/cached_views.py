"""Answers as they stand on a page, kept as long as the answers themselves."""

from collections.abc import Mapping
from dataclasses import dataclass

import streamlit as st

from assessment.changes import Change, Question, Verdict
from assessment.outputs import chance_wording
from assessment.outputs.changes import change_cards as cards_of
from assessment.outputs.changes import change_wording
from assessment.outputs.changes.change_chart import months_compared
from assessment.outputs.changes.change_table import change_table
from assessment.outputs.changes.changes_download import year_on_year_table
from assessment.outputs.changes.headlines import VerdictList, lists_by_verdict
from assessment.outputs.changes.headlines import summary as summary_in_words
from assessment.outputs.changes.row_order import Order
from assessment.outputs.charts import Ink
from assessment.outputs.charts.drawing.drawn_chart import DrawnChart, draw
from assessment.outputs.tables import Table
from assessment.outputs.trends.multiples import recent_months
from assessment.patterns.victims import MeasureVictims, victims_of_row
from assessment.people import Permission
from assessment.workspace import Workspace
from pages.components.caches.cache import KEYS, MOST_ANSWERS, answer
from pages.components.caches.cached_patterns import trends_of


@dataclass(frozen=True)
class Detail:
    """One row of an answer, ready to show."""

    sentence: str
    chances: str
    months: DrawnChart


@dataclass(frozen=True)
class Headlines:
    """The headline changes of an answer: as cards, and in sentences for a report."""

    cards: str
    sentences: tuple[str, ...]


@st.cache_resource(show_spinner=False, hash_funcs=KEYS, max_entries=MOST_ANSWERS)
def summary(workspace: Workspace, question: Question) -> str:
    """Return an answer in two sentences."""
    return summary_in_words(answer(workspace, question).changes, question)


@st.cache_resource(show_spinner=False, hash_funcs=KEYS, max_entries=MOST_ANSWERS)
def table(workspace: Workspace, question: Question, order: Order) -> str:
    """Return an answer as a table."""
    return change_table(answer(workspace, question), order)


@st.cache_resource(show_spinner=False, hash_funcs=KEYS, max_entries=MOST_ANSWERS)
def rows(workspace: Workspace, question: Question) -> Table:
    """Return an answer as rows to download."""
    return year_on_year_table(answer(workspace, question))


@st.cache_resource(show_spinner=False, hash_funcs=KEYS, max_entries=MOST_ANSWERS)
def detail(workspace: Workspace, question: Question, number: int, ink: Ink) -> Detail:
    """Return one row of an answer with its sentence, its chart and the chart's numbers."""
    change = answer(workspace, question).changes[number]
    return Detail(
        change_wording.sentence(change, question),
        _chances(change),
        draw(months_compared(change, question), ink),
    )


@st.cache_resource(show_spinner=False, hash_funcs=KEYS, max_entries=MOST_ANSWERS)
def victims(workspace: Workspace, question: Question, number: int) -> MeasureVictims | None:
    """Return who the victims of one row's records were; None where no record says it."""
    change = answer(workspace, question).changes[number]
    return victims_of_row(workspace, question, change)


def _chances(change: Change) -> str:
    """Say how far counting explains a difference, and what is ordinary; '' of what is untested."""
    if change.p_value is None:
        return ""
    alone, among = chance_wording.p_value(change.p_value), chance_wording.p_value(change.p_adjusted)
    beside = f", {among} after allowing for the other rows of its level" if among else ""
    told = (
        f"p: {alone} for this row alone{beside}.",
        change_wording.months_vary(change),
        change_wording.ordinarily(change),
    )
    return " ".join(filter(None, told))


@st.cache_resource(show_spinner=False, hash_funcs=KEYS, max_entries=MOST_ANSWERS)
def headlines(workspace: Workspace, question: Question) -> Headlines:
    """Return the headline changes of an answer, each with its last three years of months."""
    chosen = cards_of.headline(answer(workspace, question))
    lines = {}
    if workspace.may(Permission.SEE_SMALL_NUMBERS):
        lines = {
            trend.series.measure.id: recent_months(trend)
            for trend in trends_of(workspace, question)
        }
    return Headlines(cards_of.cards(chosen, lines), cards_of.sentences(chosen, question))


@st.cache_resource(show_spinner=False, hash_funcs=KEYS, max_entries=MOST_ANSWERS)
def lists(workspace: Workspace, question: Question) -> Mapping[Verdict, VerdictList]:
    """Return every change of an answer in words, by what may be said of it."""
    return lists_by_verdict(answer(workspace, question).changes)
