"""How much measures usually change in a district in a year, from ordinary_variation.toml."""

import tomllib
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from assessment.definitions.definition_files import read_authored
from assessment.definitions.measures.measure_checks import FLAGS, HOME_OFFICE, POLICE_UK
from assessment.definitions.measures.measure_sets import Measure, MeasureSet
from assessment.definitions.toml_reader import Entry, Faults


@dataclass(frozen=True)
class UsualVariation:
    """A usual τ: the standard deviation of ln(rate ratio) beyond counting."""

    value: float
    is_guess: bool = False


@dataclass(frozen=True)
class UsualVariations:
    """Usual values by set and measure, where they were measured, and those of all others.

    `several` is of measures that are of several categories, `otherwise` a guess; `within_year` is a
    usual φ, `whole_force` how much a whole force moves, as a multiple of how much its districts do.
    """

    by_measure: Mapping[tuple[str, str], float]
    several: float
    otherwise: float
    within_year: float
    whole_force: float
    source: str
    within_year_source: str
    whole_force_source: str

    def of(self, measure: Measure, sets: Mapping[str, MeasureSet]) -> UsualVariation:
        """Return what is usual of a measure: its own value, or that of the category it falls in."""
        if named := self.by_measure.get((measure.measure_set, measure.id)):
            return UsualVariation(named)
        if measure.measure_set not in (HOME_OFFICE, POLICE_UK) or measure.measure_set == FLAGS:
            return UsualVariation(self.otherwise, is_guess=True)
        categories = _categories(measure, sets)
        values = [self.by_measure.get((POLICE_UK, category)) for category in categories]
        if len(values) == 1 and values[0]:
            return UsualVariation(values[0])
        return UsualVariation(self.several)


def _categories(measure: Measure, sets: Mapping[str, MeasureSet]) -> set[str]:
    """Return the police.uk categories that the records of a measure of the police fall in."""
    if measure.measure_set == POLICE_UK:
        return set(measure.leaves)
    families = sets[HOME_OFFICE].families
    groups = set(families.values()) & {
        family for leaf, family in families.items() if leaf != family
    }
    # What is recorded under a group alone may be of any of its members.
    subgroups = {
        subgroup
        for leaf in measure.leaves
        for subgroup, family in families.items()
        if subgroup not in groups and leaf in (subgroup, family)
    }
    return {
        category.id
        for category in sets[POLICE_UK].measures
        if subgroups & set(category.home_office)
    }


def read_usual_variations(path: Path, measures: Mapping[str, Collection[str]]) -> UsualVariations:
    """Read the file, given the measures of each set; raises DefinitionFault with every fault."""
    faults = Faults()
    values = tomllib.loads(path.read_text(encoding="utf-8"))
    entry = Entry(path.name, "whole file", values, faults)
    authored = read_authored(entry)
    usual = UsualVariations(
        by_measure=dict(
            pair
            for variation in entry.entries("variation", named_by="value")
            for pair in _read(variation, measures)
        ),
        several=entry.number("several"),
        otherwise=entry.number("otherwise"),
        within_year=entry.number("within_year"),
        whole_force=entry.number("whole_force"),
        source=authored.source,
        within_year_source=entry.text("within_year_source"),
        whole_force_source=entry.text("whole_force_source"),
    )
    entry.close()
    faults.raise_any()
    return usual


def _read(
    variation: Entry, measures: Mapping[str, Collection[str]]
) -> Sequence[tuple[tuple[str, str], float]]:
    value = variation.number("value")
    named = {measure_set: variation.texts(measure_set) for measure_set in measures}
    variation.close()
    if not 0 < value < 1:
        variation.wrong("value", "a number between 0 and 1", value)
    for measure_set, ids in named.items():
        variation.known(measure_set, ids, measures[measure_set])
    return [((measure_set, id_), value) for measure_set, ids in named.items() for id_ in ids]
