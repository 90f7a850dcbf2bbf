"""What is counted, how files are read and which districts there are: authored data, checked."""

import os
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path

from assessment.definitions.authority_data import (
    AUTHORITIES,
    AuthorityData,
    read_authority_data,
)
from assessment.definitions.known_sets import (
    DATA,
    data_set_in_words,
    districts,
    measure_set_named,
    measure_sets,
    offence_reference,
    partner_sets,
    police_sets,
    shipped_sets,
)
from assessment.definitions.measures.flags import ANY_FLAG, Flags
from assessment.definitions.measures.harm_weights import HarmWeights, read_harm_weights
from assessment.definitions.measures.measure_checks import FLAGS, HOME_OFFICE, POLICE_UK
from assessment.definitions.measures.measure_sets import (
    INCIDENT_SUBJECT,
    LEFT_OUT,
    OFFENCE_SUBJECT,
    POLICE,
    Direction,
    Measure,
    MeasureKind,
    MeasureSet,
    takes_back,
)
from assessment.definitions.measures.own_data_set import (
    OwnDataSet,
    OwnMeasure,
    measure_set_of,
    own_data_set_faults,
    read_own_data_set,
)
from assessment.definitions.measures.own_sets import OwnSets, know, knowing, own_sets, own_sets_of
from assessment.definitions.measures.published_totals import PublishedTotal
from assessment.definitions.measures.recording_events import (
    Bearing,
    EventDates,
    RecordingEvent,
)
from assessment.definitions.measures.usual_variation import (
    UsualVariation,
    UsualVariations,
    read_usual_variations,
)
from assessment.definitions.methods_versions import MethodsVersion, read_methods_versions
from assessment.definitions.offence_reference import (
    Offence,
    OffenceReference,
    is_offence_code,
)
from assessment.definitions.places import District, Districts
from assessment.definitions.prepared_issues import PreparedIssue, read_prepared_issues
from assessment.definitions.recipes import Covers, Recipe, RecipeColumn, read_recipes
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
from assessment.definitions.subjects import (
    are_of_one_kind,
    counted_under,
    leaves_about,
    offence_leaves,
    offence_totals,
    subject_in_words,
    subject_of,
    subjects_of,
    subjects_of_set,
)
from assessment.definitions.survey_files import read_surveys
from assessment.definitions.survey_vocabulary import Concern, Scale, ScalePoint, SurveyDefinitions

# Sets of harm weights by the names of their files; the first is the one that schemes begin with.
HARM, SEVERITY, COST = (
    "cambridge-crime-harm-index",
    "ons-crime-severity-score",
    "home-office-unit-costs",
)
WEIGHT_SETS = (HARM, SEVERITY, COST)
# Names a file of the user's own that stands in the place of the first set.
OWN_HARM_WEIGHTS = "ASSESSMENT_HARM_WEIGHTS"

__all__ = [
    "ANY_FLAG",
    "AUTHORITIES",
    "COST",
    "DATA",
    "FLAGS",
    "HARM",
    "HOME_OFFICE",
    "INCIDENT_SUBJECT",
    "LEFT_OUT",
    "OFFENCE_SUBJECT",
    "OWN_HARM_WEIGHTS",
    "POLICE",
    "POLICE_UK",
    "SEVERITY",
    "WEIGHT_SETS",
    "AuthorityData",
    "Band",
    "Bearing",
    "Combine",
    "Concern",
    "Covers",
    "Criterion",
    "CriterionGroup",
    "CriterionSource",
    "Direction",
    "District",
    "Districts",
    "EventDates",
    "HarmWeights",
    "Indicator",
    "Measure",
    "MeasureKind",
    "MeasureSet",
    "MethodsVersion",
    "Offence",
    "OffenceReference",
    "OwnDataSet",
    "OwnMeasure",
    "OwnSets",
    "PreparedIssue",
    "PublishedTotal",
    "RankOrder",
    "Recipe",
    "RecipeColumn",
    "RecordingEvent",
    "Rule",
    "Scale",
    "ScalePoint",
    "Scheme",
    "Step",
    "SurveyDefinitions",
    "UsualVariation",
    "UsualVariations",
    "are_of_one_kind",
    "authority_data",
    "concerns",
    "counted_under",
    "data_set_in_words",
    "districts",
    "flag_columns",
    "flags_for",
    "harm_weights",
    "is_offence_code",
    "know",
    "knowing",
    "leaves_about",
    "measure_set_named",
    "measure_set_of",
    "measure_sets",
    "methods_version",
    "methods_versions",
    "offence_leaves",
    "offence_reference",
    "offence_totals",
    "own_data_set_faults",
    "own_sets",
    "own_sets_of",
    "partner_sets",
    "police_sets",
    "prepared_issues",
    "read_own_data_set",
    "recipes",
    "shipped_sets",
    "subject_in_words",
    "subject_of",
    "subjects_of",
    "subjects_of_set",
    "survey_definitions",
    "survey_scales",
    "takes_back",
    "usual_variation",
    "usual_variations",
]


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

    A file that OWN_HARM_WEIGHTS names stands in the place of the first of them.
    """
    measures = {measure.id for measure in shipped_sets()[HOME_OFFICE].measures}
    own = os.environ.get(OWN_HARM_WEIGHTS) if name == HARM else None
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
    """Return what the columns that mark records are called: one for any flag, one for each."""
    flags = shipped_sets()[FLAGS]
    families = dict.fromkeys(flags.families.values())
    return {ANY_FLAG: "flags of any kind"} | {flag: flags.measure(flag).column for flag in families}


def flags_for(field: str, text: str) -> frozenset[str] | None:
    """Return the flags that the text of a column says; None if it is not understood.

    `field` is a flag's id ("hate-crime" may say "Y" or "Racial; disability") or "flags", a column
    that names any of them ("DA; Knife").
    """
    return _flags().said(field, text)
