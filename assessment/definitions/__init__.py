"""What is counted, how files are read and which districts there are: authored data, checked."""

import os
from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from functools import cache
from pathlib import Path

from assessment.definitions.authority_data import (
    AUTHORITIES,
    AuthorityData,
    read_authority_data,
)
from assessment.definitions.district_file import read_districts
from assessment.definitions.measures.flags import ANY_FLAG, Flags
from assessment.definitions.measures.harm_weights import HarmWeights, read_harm_weights
from assessment.definitions.measures.measure_checks import FLAGS, HOME_OFFICE, POLICE_UK
from assessment.definitions.measures.measure_files import read_measure_sets
from assessment.definitions.measures.measure_sets import (
    INCIDENT_SUBJECT,
    LEFT_OUT,
    OFFENCE_SUBJECT,
    POLICE,
    Direction,
    Measure,
    MeasureKind,
    MeasureSet,
    police_subject_in_words,
    takes_back,
)
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
from assessment.definitions.offence_reference import (
    Offence,
    OffenceReference,
    is_offence_code,
    read_offences,
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
from assessment.definitions.survey_files import read_surveys
from assessment.definitions.survey_vocabulary import Concern, Scale, ScalePoint, SurveyDefinitions
from assessment.errors import InvalidRequest

DATA = Path(__file__).parents[2] / "data"
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
    "Offence",
    "OffenceReference",
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
    "leaves_about",
    "measure_set_named",
    "measure_sets",
    "offence_leaves",
    "offence_reference",
    "offence_totals",
    "partner_sets",
    "police_sets",
    "prepared_issues",
    "recipes",
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
def _authored_sets() -> Mapping[str, MeasureSet]:
    folder = DATA / "definitions"
    forces = districts().forces
    return read_measure_sets(folder / "measures", folder / "recording_events.toml", forces)


@cache
def offence_reference() -> OffenceReference:
    """Return the Home Office's offence codes and titles, each with its measure."""
    return read_offences(DATA / "reference" / "offences.csv", _authored_sets()[HOME_OFFICE])


@cache
def measure_sets() -> Mapping[str, MeasureSet]:
    """Return every measure set by id: home-office, police-uk, flags, council-cases, …

    Offence titles are names of Home Office measures too.
    """
    sets = _authored_sets()
    home_office = sets[HOME_OFFICE]
    aliases = {**offence_reference().titles, **home_office.aliases}
    return {**sets, HOME_OFFICE: replace(home_office, aliases=aliases)}


def measure_set_named(name: str) -> MeasureSet:
    """Return a measure set; raises InvalidRequest, naming those there are."""
    sets = measure_sets()
    if name not in sets:
        raise InvalidRequest(f"There is no measure set '{name}'. There are: {', '.join(sets)}.")
    return sets[name]


@cache
def police_sets() -> tuple[str, ...]:
    """Return the ids of the sets that classify the records of the police."""
    return tuple(
        name
        for name, counted in measure_sets().items()
        if counted.data_set == POLICE and name != FLAGS
    )


@cache
def partner_sets() -> tuple[str, ...]:
    """Return the ids of the sets of everybody else: each is a data set of its own."""
    return tuple(name for name, counted in measure_sets().items() if counted.data_set != POLICE)


def data_set_in_words(data_set: str) -> str:
    """Name whose records a data set holds: police records, council cases."""
    labels = {measure_sets()[name].data_set: measure_sets()[name].label for name in partner_sets()}
    label = labels.get(data_set, "Police records")
    return label[0].lower() + label[1:]


def subject_in_words(subject: str) -> str:
    """Name what an extract covers: offences, domestic abuse, environmental cases."""
    for measures in map(measure_sets().__getitem__, partner_sets()):
        if subject in measures.apart:
            return measures.measure(subject).label.lower()
        if subject == measures.data_set:
            return data_set_in_words(subject)
    return police_subject_in_words(subject)


@cache
def recipes() -> Mapping[str, Recipe]:
    """Return every recipe by id: police-uk, incidents, fire, …"""
    folder = DATA / "definitions" / "recipes"
    return read_recipes(folder, tuple(measure_sets()), tuple(flag_columns()))


@cache
def districts() -> Districts:
    """Return the districts of England and Wales."""
    return read_districts(DATA / "reference" / "districts.csv")


@cache
def authority_data() -> tuple[AuthorityData, ...]:
    """Return which data each responsible authority is to share."""
    subjects = {
        subject for measures in measure_sets().values() for subject in subjects_of_set(measures)
    }
    return read_authority_data(DATA / "definitions" / "authority_data.toml", subjects)


@cache
def harm_weights(name: str = HARM) -> HarmWeights:
    """Return how much harm an offence does, by one of the sets of weights.

    A file that OWN_HARM_WEIGHTS names stands in the place of the first of them.
    """
    measures = {measure.id for measure in measure_sets()[HOME_OFFICE].measures}
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
        for name, measure_set in measure_sets().items()
    }


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


@cache
def flag_columns() -> Mapping[str, str]:
    """Return what the columns that mark records are called: one for any flag, one for each."""
    flags = measure_sets()[FLAGS]
    families = dict.fromkeys(flags.families.values())
    return {ANY_FLAG: "flags of any kind"} | {flag: flags.measure(flag).column for flag in families}


def flags_for(field: str, text: str) -> frozenset[str] | None:
    """Return the flags that the text of a column says; None if it is not understood.

    `field` is a flag's id ("hate-crime" may say "Y" or "Racial; disability") or "flags", a column
    that names any of them ("DA; Knife").
    """
    return _flags().said(field, text)


@cache
def subject_of(measure: str, measure_set: str) -> str:
    """Return what an extract must cover for the absence of this leaf or flag to mean none.

    Of the police, offences and unmapped records are one subject, anti-social behaviour another,
    and each flag, with its strands, its own; a flag is found whatever set the records it marks are
    counted in. What a partner sends is a subject of its own, so that it never answers for another;
    a group of it that is sent apart is one as well. What is left out answers for nothing but
    itself: that it stops says nothing of crime.
    """
    if measure == LEFT_OUT:
        return LEFT_OUT
    if family := measure_sets()[FLAGS].families.get(measure):
        return family
    counted_in = measure_sets()[measure_set]
    if counted_in.data_set != POLICE:
        return _subject_of_partner(counted_in, measure)
    kind = counted_in.measure(measure).kind
    return INCIDENT_SUBJECT if kind is MeasureKind.INCIDENT else OFFENCE_SUBJECT


def _subject_of_partner(measures: MeasureSet, measure: str) -> str:
    """Return the group that is sent apart, or all of the data set; nothing but that is unknown."""
    if not measures.apart:
        return measures.data_set
    group = measures.families[measure]
    return group if group in measures.apart else measures.apart[0]


def subjects_of(measure: Measure) -> tuple[str, ...]:
    """Return what must be covered for a measure to be counted."""
    return tuple(sorted({subject_of(leaf, measure.measure_set) for leaf in measure.leaves}))


def subjects_of_set(measure_set: MeasureSet) -> tuple[str, ...]:
    """Return everything that must be covered for all of a set to be counted."""
    subjects = {subject for measure in measure_set.measures for subject in subjects_of(measure)}
    return tuple(sorted(subjects))


@cache
def offence_leaves(set_ids: frozenset[str]) -> tuple[str, ...]:
    """Return every id of some sets that offences are recorded under, unmapped ones included."""
    leaves = {
        leaf
        for name in set_ids
        for measure in measure_sets()[name].measures
        for leaf in measure.leaves
        if subject_of(leaf, name) == OFFENCE_SUBJECT
    }
    return tuple(sorted(leaves))


def are_of_one_kind(offences: Collection[str]) -> bool:
    """Tell whether all offences of a source are of one kind: then it says nothing of the others.

    What a table counts of a total, such as all crime, is of every kind.
    """
    return len(offences) == 1 and not offence_totals() & {*offences}


@cache
def offence_totals() -> frozenset[str]:
    """Return the totals of the police's sets under which a table may count offences."""
    return frozenset(
        total.id
        for measures in measure_sets().values()
        if measures.data_set == POLICE
        for total in measures.totals
    )


@cache
def leaves_about(subject: str, set_ids: tuple[str, ...]) -> frozenset[str]:
    """Return every leaf or flag of some sets that is about a subject."""
    return frozenset(
        leaf
        for name in {*set_ids, FLAGS}
        for measure in measure_sets()[name].measures
        for leaf in measure.leaves
        if subject_of(leaf, name) == subject
    )


def counted_under(measure: Measure) -> tuple[str, ...]:
    """Return a measure's leaves; of a total also that total, under which a table may count it."""
    if measure.kind is not MeasureKind.TOTAL:
        return measure.leaves
    totals = measure_sets()[measure.measure_set].measures
    # Whoever counts a total beside other measures may call it something else.
    own = (
        total.id
        for total in totals
        if total.kind is measure.kind and total.leaves == measure.leaves
    )
    return (*measure.leaves, *own)
