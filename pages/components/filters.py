"""The question that a person puts, every part of it in the address."""

from collections.abc import Mapping

from assessment.changes import Available, By, Question
from assessment.definitions import MeasureSet, measure_sets
from assessment.workspace import Workspace
from pages.components import cache
from pages.components.choices import choose
from pages.components.periods import choose_comparison, choose_period
from pages.components.places import choose_area, choose_partnership

ROWS = {
    "measure": By.MEASURE,
    "district": By.DISTRICT,
    "ward": By.WARD,
    "small area (LSOA)": By.LSOA,
}


def ask(workspace: Workspace, notices: list[str]) -> Question | None:
    """Put all the filters on the page; None while nothing is loaded for the place."""
    place = choose_partnership(workspace, notices)
    if place is None:
        return None
    place = choose_area(place, notices)
    held, usual = cache.held(workspace, place), cache.usual_question(workspace, place)
    if not held or usual is None:
        return None
    measures = _choose_set(held, usual, notices)
    period = choose_period(held[measures.id], usual.period, notices)
    comparison = choose_comparison(period, notices)
    by = choose("A row for each", "by", ROWS, notices)
    measure = None if by is By.MEASURE else _choose_measure(measures, notices)
    return Question(place, period, comparison, measures.id, by, measure)


def _choose_set(held: Mapping[str, Available], usual: Question, notices: list[str]) -> MeasureSet:
    sets = [measure_sets()[name] for name in held]
    default = measure_sets()[usual.measure_set].label
    return choose(
        "Measures", "measures", {each.label: each for each in sets}, notices, default=default
    )


def _choose_measure(measures: MeasureSet, notices: list[str]) -> str:
    options = {measure.label: measure.id for measure in measures.measures}
    return choose("Measure", "measure", options, notices)
