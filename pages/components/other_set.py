"""Where nothing can be compared, the way to a measure set that has both periods."""

import streamlit as st

from assessment.changes import Available, Question, Verdict, YearOnYear
from assessment.changes.gaps import needed_months
from assessment.definitions import FLAGS
from assessment.outputs.escaping import markdown
from assessment.periods import PeriodKind
from assessment.workspace import Workspace
from pages.components import cache
from pages.components.choices import turn_to


def other_set(workspace: Workspace, answer: YearOnYear) -> None:
    """Offer the sets in which the same two periods can be compared."""
    if any(change.verdict is not Verdict.NOT_COMPARABLE for change in answer.changes):
        return
    for one in _with_both_periods(workspace, answer.question):
        with st.container(horizontal=True, vertical_alignment="center", key=one.measure_set):
            st.info(f"{markdown(one.label)} have these months.", icon=":material/info:")
            st.button(
                f"Show {markdown(one.label)}",
                icon=":material/compare_arrows:",
                on_click=turn_to,
                args=(_choices(answer.question, one),),
            )


def _with_both_periods(workspace: Workspace, question: Question) -> list[Available]:
    period, before = question.period, question.comparison
    alike = period.is_as_long_as(before) and not period.overlaps(before)
    # A flag is no offence, and an offence no flag.
    if not alike or question.measure_set == FLAGS:
        return []
    needed = needed_months(question)
    others = cache.held(workspace, question.place).values()
    shown = (question.measure_set, FLAGS)
    return [one for one in others if one.measure_set not in shown and one.covers(needed)]


def _choices(question: Question, one: Available) -> dict[str, str]:
    """Return what the filters say then: the other set, and the same months."""
    said = {"measures": one.label}
    if question.period.kind is not PeriodKind.CUSTOM:
        said["ending"] = f"{question.period.last_day:%B %Y}"
    return said
