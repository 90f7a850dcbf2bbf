"""Every set of measures there is: those that are shipped, and those of one's own."""

from collections.abc import Mapping
from dataclasses import replace
from functools import cache
from pathlib import Path

from assessment.definitions.district_file import read_districts
from assessment.definitions.measures.measure_checks import FLAGS, HOME_OFFICE
from assessment.definitions.measures.measure_files import read_measure_sets
from assessment.definitions.measures.measure_sets import POLICE, MeasureSet
from assessment.definitions.measures.own_sets import OwnSets, own_sets
from assessment.definitions.offence_reference import OffenceReference, read_offences
from assessment.definitions.places import Districts
from assessment.errors import InvalidRequest

DATA = Path(__file__).parents[2] / "data"


@cache
def districts() -> Districts:
    """Return the districts of England and Wales."""
    return read_districts(DATA / "reference" / "districts.csv")


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
def shipped_sets() -> Mapping[str, MeasureSet]:
    """Return the measure sets that come with the product: home-office, police-uk, flags, fire, …

    Offence titles are names of Home Office measures too.
    """
    sets = _authored_sets()
    home_office = sets[HOME_OFFICE]
    aliases = {**offence_reference().titles, **home_office.aliases}
    return {**sets, HOME_OFFICE: replace(home_office, aliases=aliases)}


def measure_sets() -> Mapping[str, MeasureSet]:
    """Return every measure set by id: those that are shipped, and those of one's own."""
    return sets_with(own_sets())


@cache
def sets_with(own: OwnSets) -> Mapping[str, MeasureSet]:
    """Return the shipped sets and some of one's own."""
    return {**shipped_sets(), **{measures.id: measures for measures in own.sets}}


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
        for name, counted in shipped_sets().items()
        if counted.data_set == POLICE and name != FLAGS
    )


def partner_sets() -> tuple[str, ...]:
    """Return the ids of the sets of everybody else: each is a data set of its own."""
    return tuple(name for name, counted in measure_sets().items() if counted.data_set != POLICE)


def data_set_in_words(data_set: str) -> str:
    """Name whose records a data set holds: police records, council cases."""
    labels = {measure_sets()[name].data_set: measure_sets()[name].label for name in partner_sets()}
    label = labels.get(data_set, "Police records")
    return label[0].lower() + label[1:]
