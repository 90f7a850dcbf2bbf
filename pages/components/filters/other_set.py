"""Where nothing can be compared, the way to a measure set that has both periods."""

from collections.abc import Mapping, Sequence
from datetime import date

import streamlit as st

from assessment.changes import Available, Question, Verdict, YearOnYear, last_run
from assessment.definitions import FLAGS, measure_sets
from assessment.outputs.escaping import Markdown, markdown
from assessment.periods import Period, add_months, months_in_words
from assessment.workspace import Workspace
from pages.components.address.choices import turn_to
from pages.components.address.question_address import YEAR_BEFORE
from pages.components.caches import cache
from pages.components.filters.period_filter import period_choices

YEAR = 12


def other_set(workspace: Workspace, answer: YearOnYear) -> None:
    """Offer the sets in which the same two periods can be compared, else the periods that can."""
    if any(change.verdict is not Verdict.NOT_COMPARABLE for change in answer.changes):
        _reaches_further(workspace, answer.question)
        return
    _same_months(workspace, answer.question)
    if answer.changes and not _with_both_periods(workspace, answer.question):
        other_periods(workspace, answer.question)
    for available in _with_both_periods(workspace, answer.question):
        with st.container(horizontal=True, vertical_alignment="center", key=available.measure_set):
            st.info(f"{markdown(available.label)} have these months.", icon=":material/info:")
            st.button(
                f"Show {markdown(available.label)}",
                icon=":material/compare_arrows:",
                on_click=turn_to,
                args=(_choices(answer.question, available),),
            )


def _same_months(workspace: Workspace, question: Question) -> None:
    """Offer the same months of the year before, where others are compared and there are data."""
    same = question.period.year_before()
    available = cache.months_available(workspace, question.place).get(question.measure_set)
    if question.period.is_of_season(question.comparison) or available is None:
        return
    if available.covers(frozenset(same.months())):
        st.button(
            f"Compare with {same.dates}",
            key="same-months",
            icon=":material/date_range:",
            on_click=turn_to,
            args=({"comparison": YEAR_BEFORE},),
        )


def other_periods(workspace: Workspace, question: Question) -> None:
    """Offer the periods that can be compared; without one, say what would have to be loaded."""
    by_set = cache.months_available(workspace, question.place)
    available = by_set.get(question.measure_set)
    if periods := available.comparable() if available else ():
        _offer(periods, "These dates can be compared with a year earlier:")
    else:
        _nothing_to_compare_with(by_set)


def _reaches_further(workspace: Workspace, question: Question) -> None:
    """Say, where the page has opened on an earlier period than records reach, why it has."""
    available = cache.months_available(workspace, question.place).get(question.measure_set)
    usual = cache.usual_question(workspace, question.place)
    if available is None or usual is None or question.period != usual.period:
        return
    if (
        add_months(available.last_month, 1) > question.period.end
        or len(question.period.months()) < YEAR
    ):
        others = [period for period in available.comparable() if period != question.period]
        sentence = (
            f"There are records for {months_in_words(available.months)}. Shown is the latest "
            "period of which the same dates a year earlier are there too."
        )
        _offer(others, f"{sentence} Others:" if others else sentence)


def _offer(periods: Sequence[Period], sentence: Markdown) -> None:
    st.info(sentence, icon=":material/date_range:")
    with st.container(horizontal=True, key="other-periods"):
        for period in periods:
            st.button(
                period.dates,
                key=f"show-{period.kind}-{period.start}",
                on_click=turn_to,
                args=({**period_choices(period), "comparison": YEAR_BEFORE},),
            )


def _nothing_to_compare_with(by_set: Mapping[str, Available]) -> None:
    """Say which months there are, that no month stands beside the year before, and what to load."""
    months = {month for available in by_set.values() for month in available.months}
    run = last_run(frozenset(months))
    if run is None or any(available.comparable() for available in by_set.values()):
        return
    st.info(
        f"There are records for {months_in_words(months)}, and for no month of these the same "
        f"month a year earlier. To compare {run.dates}, load {run.year_before().dates}. What has "
        "been counted is shown.",
        icon=":material/info:",
    )
    st.page_link("pages/upload_data/page.py", label="Upload data", icon=":material/upload_file:")


def _with_both_periods(workspace: Workspace, question: Question) -> list[Available]:
    # A flag is no offence, and an offence no flag; nor does a partner's count stand for either.
    if not question.is_alike or question.measure_set == FLAGS:
        return []
    needed = question.needed_months
    others = cache.months_available(workspace, question.place).values()
    return [available for available in others if _stands_for(available, question, needed)]


def _stands_for(available: Available, question: Question, needed: frozenset[date]) -> bool:
    """Tell whether a set classifies the same records otherwise, and has every month needed."""
    asked_of = measure_sets()[question.measure_set].data_set
    return (
        available.measure_set not in (question.measure_set, FLAGS)
        and measure_sets()[available.measure_set].data_set == asked_of
        and available.covers(needed)
    )


def _choices(question: Question, available: Available) -> dict[str, str | date]:
    """Return what the filters say then: the other set, and the same months."""
    return {"measures": available.label, **period_choices(question.period)}
