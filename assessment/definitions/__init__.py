"""What is counted, how files are read and which districts there are: authored data, checked."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path

from assessment.definitions.measures.flags import ANY_FLAG, Flags
from assessment.definitions.measures.harm_weights import HarmWeights, read_harm_weights
from assessment.definitions.measures.measure_checks import FLAGS, HOME_OFFICE, POLICE_UK
from assessment.definitions.measures.measure_files import read_measure_sets
from assessment.definitions.measures.measure_sets import (
    INCIDENT_SUBJECT,
    OFFENCE_SUBJECT,
    Direction,
    Measure,
    MeasureKind,
    MeasureSet,
)
from assessment.definitions.places import District, Districts, read_districts
from assessment.definitions.prepared_issues import PreparedIssue, read_prepared_issues
from assessment.definitions.recipes import FLAG_FIELDS, Column, Recipe, read_recipes
from assessment.definitions.schemes.indicator_definition import Indicator
from assessment.definitions.schemes.scheme_model import (
    Band,
    Combine,
    Criterion,
    CriterionGroup,
    CriterionSource,
    RankOrder,
    Scheme,
    Step,
)
from assessment.definitions.schemes.scoring_rules import Rule
from assessment.definitions.survey_files import read_surveys
from assessment.definitions.survey_vocabulary import Concern, Scale, ScalePoint, SurveyDefinitions

DATA = Path(__file__).parents[2] / "data"

__all__ = [
    "ANY_FLAG",
    "FLAGS",
    "FLAG_FIELDS",
    "HOME_OFFICE",
    "INCIDENT_SUBJECT",
    "OFFENCE_SUBJECT",
    "POLICE_UK",
    "Band",
    "Column",
    "Combine",
    "Concern",
    "Criterion",
    "CriterionGroup",
    "CriterionSource",
    "Direction",
    "District",
    "Districts",
    "HarmWeights",
    "Indicator",
    "Measure",
    "MeasureKind",
    "MeasureSet",
    "PreparedIssue",
    "RankOrder",
    "Recipe",
    "Rule",
    "Scale",
    "ScalePoint",
    "Scheme",
    "Step",
    "SurveyDefinitions",
    "concerns",
    "districts",
    "flags_for",
    "harm_weights",
    "measure_sets",
    "offence_leaves",
    "prepared_issues",
    "recipes",
    "subject_of",
    "survey_definitions",
    "survey_scales",
]


@cache
def measure_sets() -> Mapping[str, MeasureSet]:
    """Return every measure set by id: home-office, police-uk, flags."""
    return read_measure_sets(DATA / "definitions" / "measures")


@cache
def recipes() -> Mapping[str, Recipe]:
    """Return every recipe by id: police-uk, incidents."""
    return read_recipes(DATA / "definitions" / "recipes", tuple(measure_sets()))


@cache
def districts() -> Districts:
    """Return the districts of England and Wales."""
    return read_districts(DATA / "reference" / "districts.csv")


@cache
def harm_weights() -> HarmWeights:
    """Return how much harm an offence of each Home Office subgroup does."""
    measures = {measure.id for measure in measure_sets()[HOME_OFFICE].measures}
    return read_harm_weights(DATA / "reference" / "harm_weights.csv", measures)


@cache
def survey_definitions() -> SurveyDefinitions:
    """Return all that is known of surveys before one is read."""
    known = {each.id: tuple(m.id for m in each.measures) for each in measure_sets().values()}
    return read_surveys(DATA / "definitions" / "surveys", known)


@cache
def prepared_issues() -> tuple[PreparedIssue, ...]:
    """Return the issues that a risk matrix usually looks at."""
    known = {each.id: tuple(m.id for m in each.measures) for each in measure_sets().values()}
    return read_prepared_issues(DATA / "definitions" / "issues.toml", known)


def survey_scales() -> Mapping[str, Scale]:
    """Return the rating scales by id: safety, satisfaction, agreement, …"""
    return survey_definitions().scales


def concerns() -> Mapping[str, Concern]:
    """Return by id what residents are concerned about, with its measures or why there are none."""
    return survey_definitions().concerns


@cache
def _flags() -> Flags:
    flags = measure_sets()[FLAGS]
    return Flags(flags.aliases, flags.families)


def flags_for(field: str, text: str) -> frozenset[str] | None:
    """Return the flags that the text of a column says; None if it is not understood.

    `field` is a flag's id ("hate-crime" may say "Y" or "Racial; disability") or "flags", a column
    that names any of them ("DA; Knife").
    """
    return _flags().said(field, text)


@cache
def subject_of(measure: str, measure_set: str) -> str:
    """Return what an extract must cover for the absence of this leaf or flag to mean none.

    Offences and unmapped records are one subject, anti-social behaviour another, and each flag,
    with its strands, its own. A flag is found whatever set the records it marks are counted in.
    """
    if family := measure_sets()[FLAGS].families.get(measure):
        return family
    kind = measure_sets()[measure_set].measure(measure).kind
    return INCIDENT_SUBJECT if kind is MeasureKind.INCIDENT else OFFENCE_SUBJECT


@cache
def offence_leaves(measure_sets_asked: frozenset[str]) -> tuple[str, ...]:
    """Return every id of some sets that offences are recorded under, unmapped ones included."""
    leaves = {
        leaf
        for name in measure_sets_asked
        for measure in measure_sets()[name].measures
        for leaf in measure.leaves
        if subject_of(leaf, name) == OFFENCE_SUBJECT
    }
    return tuple(sorted(leaves))
