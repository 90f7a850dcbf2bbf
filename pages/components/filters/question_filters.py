"""The question that a person puts, every part of it in the address."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

import streamlit as st

from assessment.changes import Available, By, Place, Question
from assessment.definitions import FLAGS, MeasureKind, MeasureSet, measure_sets
from assessment.people import Permission
from assessment.periods import in_words
from assessment.workspace import Workspace
from pages.components.address.carried_choices import LAST, follow, has_turned
from pages.components.address.choices import choose, turn_to
from pages.components.address.invalid_address import meant
from pages.components.address.question_address import ROWS, YEAR_BEFORE
from pages.components.caches import cache
from pages.components.filters.period_filter import (
    asked_months,
    choose_comparison,
    choose_period,
    period_choices,
)
from pages.components.filters.place_filter import choose_area, choose_partnership

NOW = "today"


def ask(workspace: Workspace) -> Question | Place | None:
    """Put the filters that every answer has; the place of which nothing is loaded, or None."""
    place = choose_partnership(workspace)
    if place is None:
        return None
    place = choose_area(place)
    by_set, usual = (
        cache.months_available(workspace, place),
        cache.usual_question(workspace, place),
    )
    partnership = st.session_state[LAST]
    turned = has_turned(partnership, place.label)
    if not by_set or usual is None:
        return place
    if turned:
        follow(partnership, _usual_choices(usual))
    _turn_to_asked_months(by_set, usual)
    measures = _choose_set(by_set, usual)
    everywhere = {month for available in by_set.values() for month in available.months}
    period = choose_period(by_set[measures.id], everywhere, usual.period)
    comparison = choose_comparison(period)
    return Question(place, period, comparison, measures.id)


def ask_as_at(workspace: Workspace, question: Question) -> Question:
    """Put the filter that says after which extract the records are looked at: usually all.

    Whoever is not shown small numbers is not asked: two versions of a figure tell of one record.
    """
    if not workspace.may(Permission.SEE_SMALL_NUMBERS):
        return question
    options = {
        f"after extract {extract.id} ({in_words(extract.loaded_at.date())})": extract.id
        for extract in cache.loaded_extracts(workspace)[1:]
    }
    if not options:
        return question
    return replace(question, as_at=choose("As it stood", "as-at", {NOW: None, **options}))


def ask_rows(question: Question) -> Question:
    """Put the filters that say what a row of the answer is."""
    by = choose("Show by", "by", ROWS)
    measures = measure_sets()[question.measure_set]
    measure = None if by is By.MEASURE else _choose_measure(measures)
    return replace(question, by=by, measure=measure)


def ask_measure(question: Question) -> Question:
    """Put the filter that says which measure of the set is looked at: the whole, to begin with."""
    measures = measure_sets()[question.measure_set]
    return replace(question, measure=_choose_measure(measures))


def _usual_choices(usual: Question) -> dict[str, str | date]:
    """Return what the filters say while nobody has chosen otherwise for a place."""
    return {
        "measures": measure_sets()[usual.measure_set].label,
        **period_choices(usual.period),
        "comparison": YEAR_BEFORE,
    }


def _turn_to_asked_months(by_set: Mapping[str, Available], usual: Question) -> None:
    """Where the address names months or a measure and no set, take the set that has them."""
    if "measures" in st.session_state or "measures" in st.query_params:
        return
    needed = asked_months(usual.period)
    measure = st.query_params.get("measure", "")
    holding = [available for available in by_set.values() if meant(measure, _labels(available))]
    among = holding or _usually_shown(by_set)
    last = max(needed, default=None)

    def preference(available: Available) -> tuple[bool, bool, bool]:
        return (
            available.covers(needed),
            last in available.months,
            available.measure_set == usual.measure_set,
        )

    best = max(among, key=preference, default=None)
    if best and best.measure_set != usual.measure_set:
        turn_to({"measures": best.label})
        # Only what was there before a run is written into the address.
        st.rerun()


def _usually_shown(by_set: Mapping[str, Available]) -> list[Available]:
    """Return the sets that nobody need name: the police's, or a partner's where it is alone.

    Flags are a question of their own, asked where a flag is named.
    """
    but_flags = [available for available in by_set.values() if available.measure_set != FLAGS]
    return [available for available in but_flags if available.is_of_police] or but_flags


def _labels(available: Available) -> dict[str, str]:
    return {
        measure.label: measure.label for measure in measure_sets()[available.measure_set].measures
    }


def _choose_set(by_set: Mapping[str, Available], usual: Question) -> MeasureSet:
    sets = [measure_sets()[name] for name in by_set]
    default = measure_sets()[usual.measure_set].label
    return choose(
        "Measures", "measures", {measures.label: measures for measures in sets}, default=default
    )


def _choose_measure(measures: MeasureSet) -> str:
    # What nobody knows the meaning of is mapped on Upload data, not looked for on a map.
    options = {
        measure.label: measure.id
        for measure in measures.measures
        if measure.kind is not MeasureKind.UNMAPPED
    }
    # A measure of the set that was shown before would stay in the address, and mean nothing there.
    if st.session_state.get("measure", next(iter(options))) not in options:
        st.session_state["measure"] = next(iter(options))
    return choose("Measure", "measure", options)
