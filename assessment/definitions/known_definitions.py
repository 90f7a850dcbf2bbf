"""Every authored definition beside the sets of measures, each read once and checked."""

import os
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path

from assessment.definitions.authority_data import AuthorityData, read_authority_data
from assessment.definitions.known_sets import DATA, measure_sets, shipped_sets
from assessment.definitions.measures.flags import ANY_FLAG, Flags
from assessment.definitions.measures.harm_weights import HarmWeights, read_harm_weights
from assessment.definitions.measures.measure_checks import FLAGS, HOME_OFFICE
from assessment.definitions.measures.measure_sets import Measure
from assessment.definitions.measures.usual_variation import (
    UsualVariation,
    UsualVariations,
    read_usual_variations,
)
from assessment.definitions.methods_versions import MethodsVersion, read_methods_versions
from assessment.definitions.outcomes import Outcomes, read_outcomes
from assessment.definitions.prepared_issues import PreparedIssue, read_prepared_issues
from assessment.definitions.recipes import Recipe, read_recipes
from assessment.definitions.subjects import subjects_of_set
from assessment.definitions.survey_files import read_surveys
from assessment.definitions.survey_vocabulary import Concern, Scale, SurveyDefinitions

# Sets of harm weights by the names of their files; the first is the one that schemes begin with.
HARM, SEVERITY, COST = (
    "cambridge-crime-harm-index",
    "ons-crime-severity-score",
    "home-office-unit-costs",
)
WEIGHT_SETS = (HARM, SEVERITY, COST)
# What names a file of the user's own that stands in the place of a set.
OWN_HARM_WEIGHTS = {HARM: "ASSESSMENT_HARM_WEIGHTS", SEVERITY: "ASSESSMENT_SEVERITY_WEIGHTS"}


@cache
def recipes() -> Mapping[str, Recipe]:
    """Return every recipe by id: police-uk, incidents, fire, …"""
    folder = DATA / "definitions" / "recipes"
    return read_recipes(folder, tuple(shipped_sets()), tuple(flag_columns()))


@cache
def authority_data() -> tuple[AuthorityData, ...]:
    """Return which data each responsible authority is to share."""
    subjects = {
        subject for measures in shipped_sets().values() for subject in subjects_of_set(measures)
    }
    return read_authority_data(DATA / "definitions" / "authority_data.toml", subjects)


@cache
def harm_weights(name: str = HARM) -> HarmWeights:
    """Return how much harm an offence does, by one of the sets of weights.

    A file that OWN_HARM_WEIGHTS names stands in the place of one of the first two.
    """
    measures = {measure.id for measure in shipped_sets()[HOME_OFFICE].measures}
    own = os.environ.get(OWN_HARM_WEIGHTS.get(name, ""))
    shipped = DATA / "reference" / "harm_weights" / f"{name}.csv"
    return read_harm_weights(Path(own) if own else shipped, measures)


@cache
def usual_variations() -> UsualVariations:
    """Return how much measures usually change from year to year."""
    return read_usual_variations(DATA / "definitions" / "ordinary_variation.toml", _measure_ids())


@cache
def usual_variation(measure: Measure) -> UsualVariation:
    """Return how much a measure usually changes in a district from year to year."""
    return usual_variations().of(measure, measure_sets())


@cache
def methods_versions() -> tuple[MethodsVersion, ...]:
    """Return the versions of the methods behind verdicts, the latest last."""
    return read_methods_versions(DATA / "definitions" / "methods.toml")


def methods_version() -> int:
    """Return the number of the methods that verdicts are given by today."""
    return methods_versions()[-1].number


@cache
def outcomes() -> Outcomes:
    """Return what the outcomes that sources write come to."""
    return read_outcomes(DATA / "definitions" / "outcomes.toml")


@cache
def survey_definitions() -> SurveyDefinitions:
    """Return all that is known of surveys before one is read."""
    return read_surveys(DATA / "definitions" / "surveys", _measure_ids())


@cache
def prepared_issues() -> tuple[PreparedIssue, ...]:
    """Return the issues that a risk matrix usually looks at."""
    return read_prepared_issues(DATA / "definitions" / "issues.toml", _measure_ids())


def _measure_ids() -> Mapping[str, Sequence[str]]:
    """Return the ids of the measures of each set."""
    return {
        name: tuple(measure.id for measure in measure_set.measures)
        for name, measure_set in shipped_sets().items()
    }


def survey_scales() -> Mapping[str, Scale]:
    """Return the rating scales by id: safety, satisfaction, agreement, …"""
    return survey_definitions().scales


def concerns() -> Mapping[str, Concern]:
    """Return by id what residents are concerned about, with its measures or why there are none."""
    return survey_definitions().concerns


@cache
def _flags() -> Flags:
    flags = shipped_sets()[FLAGS]
    return Flags(flags.aliases, flags.families)


@cache
def flag_columns() -> Mapping[str, str]:
    """Return what the columns that mark records are called: for any flag, for each, each strand."""
    flags = shipped_sets()[FLAGS]
    families = dict.fromkeys((*flags.families.values(), *flags.families))
    return {ANY_FLAG: "flags of any kind"} | {flag: flags.measure(flag).column for flag in families}


def flags_for(field: str, text: str) -> frozenset[str] | None:
    """Return the flags that the text of a column says; None if it is not understood.

    `field` is a flag's id ("hate-crime" may say "Y" or "Racial; disability") or "flags", a column
    that names any of them ("DA; Knife").
    """
    return _flags().said(field, text)
