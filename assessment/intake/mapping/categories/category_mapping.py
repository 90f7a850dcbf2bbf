"""What the words of an extract mean: its categories, its places and its flags."""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from assessment.definitions import (
    ANY_FLAG,
    FLAGS,
    HOME_OFFICE,
    LEFT_OUT,
    POLICE_UK,
    Districts,
    MeasureSet,
    flags_for,
    measure_sets,
)
from assessment.intake.mapping.categories.offence_coding import OffenceCoding, in_code_and_words
from assessment.intake.mapping.categories.said_meanings import SaidMeanings

UNMAPPED = "unmapped"
LEFT_OUT_LABEL = "Not a crime or incident: left out"
CLASSIFICATIONS = (HOME_OFFICE, POLICE_UK)
# What stage_rows.sql puts between flag columns: no file writes it in a cell.
SEPARATOR = "\x1f"
# The cell of a row whose table lacks a column of flags that others of its file have.
NO_COLUMN = "\x02"

Counted = Sequence[tuple[str, int]]


@dataclass(frozen=True)
class CategoryMapping:
    """The set of measures that an extract is counted in, and the measure of each category.

    `contradicting` are categories whose offence code and words mean different things;
    `codes_trusted` tells whether the code was taken in these.
    """

    measure_set: MeasureSet
    measures: Mapping[str, str]
    unmapped: tuple[tuple[str, int], ...]
    left_out: tuple[tuple[str, int], ...] = ()
    contradicting: tuple[tuple[str, int], ...] = ()
    codes_trusted: bool = True


def read_categories(
    counted: Counted, meanings: SaidMeanings, fixed: str | None, *, has_codes: bool = False
) -> CategoryMapping:
    """Find the measure of every category; one that nobody knows is unmapped, never dropped.

    `meanings` are what people have said that this source's categories mean; `has_codes` tells
    whether the file has a column of offence codes. Where the set is not fixed, it is the one that
    explains most rows: a file is never counted half in one and half in another.
    """
    candidates = [measure_sets()[name] for name in ((fixed,) if fixed else CLASSIFICATIONS)]
    read = [_read_in(measures, counted, meanings, has_codes) for measures in candidates]
    return min(read, key=lambda categories: sum(n for _, n in categories.unmapped))


def _read_in(
    measures: MeasureSet, counted: Counted, meanings: SaidMeanings, has_codes: bool
) -> CategoryMapping:
    leaves = leaves_of(measures)
    coding = OffenceCoding(measures, counted, has_codes=has_codes)
    said = {text: meanings.measure_of(text, leaves) for text, _ in counted}
    leaf_of = {text: said[text] or coding.leaf_for(text) or UNMAPPED for text, _ in counted}
    return CategoryMapping(
        measures,
        leaf_of,
        unmapped=tuple((text, n) for text, n in counted if leaf_of[text] == UNMAPPED),
        left_out=tuple((text, n) for text, n in counted if leaf_of[text] == LEFT_OUT),
        contradicting=tuple((text, n) for text, n in coding.contradicting if not said[text]),
        codes_trusted=coding.is_trusted,
    )


def read_stored(
    counted: Counted, meanings: SaidMeanings, measures: MeasureSet
) -> Mapping[str, str]:
    """Return the measures of categories as they are kept: codes stand in brackets before words."""
    has_codes = any(in_code_and_words(text).code for text, _ in counted)
    return _read_in(measures, counted, meanings, has_codes).measures


def measure_label(measures: MeasureSet, leaf: str) -> str:
    """Return what a measure that records are under is called."""
    return LEFT_OUT_LABEL if leaf == LEFT_OUT else measures.measure(leaf).label


def leaves_of(measures: MeasureSet) -> frozenset[str]:
    """Return everything that records of a set can be recorded under."""
    return frozenset(leaf for measure in measures.measures for leaf in measure.leaves)


@dataclass(frozen=True)
class PlaceMapping:
    """The district of each place name in an extract; None where it is no district we know."""

    districts: Mapping[str, str | None]
    unknown: tuple[tuple[str, int], ...]


def read_places(counted: Counted, known: Districts) -> PlaceMapping:
    """Find the district that each place name stands for."""
    matches = {text: known.find(text) for text, _ in counted}
    names = {text: district.name if district else None for text, district in matches.items()}
    return PlaceMapping(names, tuple((text, n) for text, n in counted if names[text] is None))


def forces_of(places: PlaceMapping, forces: Mapping[str, str], known: Districts) -> frozenset[str]:
    """Return the police forces that an extract names, itself or by the districts of its rows."""
    said = frozenset(forces.values()) & frozenset(known.forces)
    named = {name for name in places.districts.values() if name}
    return said | {found.force for name in named if (found := known.find(name))}


@dataclass(frozen=True)
class FlagMapping:
    """The flags behind each text of the flag columns, the rows that carry each, and what is left.

    `not_understood` are texts that nobody could read, as `column=value`, most rows first;
    `without_strand` flags that have strands, of which some row says none.
    """

    flags: Mapping[str, str]
    subjects: frozenset[str]
    rows: Mapping[str, int]
    not_understood: tuple[tuple[str, int], ...]
    without_strand: frozenset[str] = frozenset()


def read_flags(counted: Counted, columns: Iterable[str]) -> FlagMapping:
    """Read the flag columns, joined as `column=value` with `SEPARATOR`, into flag ids.

    A flag column answers for its flag even where no row carries it; a general column of flags
    answers only for those that appear in it.
    """
    read = {text: [_read_flag(part) for part in text.split(SEPARATOR)] for text, _ in counted}
    flags = {
        text: " ".join(sorted(frozenset().union(*(flags_read or () for _, flags_read in parts))))
        for text, parts in read.items()
    }
    rows, unknown = Counter[str](), Counter[str]()
    for text, n in counted:
        rows.update(dict.fromkeys(flags[text].split(), n))
        unknown.update({part: n for part, flags_read in read[text] if flags_read is None})
    families = measure_sets()[FLAGS].families
    subjects = {families[flag] for flag in {*rows, *columns} - {ANY_FLAG}}
    return FlagMapping(
        {text: joined for text, joined in flags.items() if joined},
        frozenset(subjects),
        rows,
        tuple(unknown.most_common()),
        frozenset(flag for text in flags.values() for flag in _without_strand(text.split())),
    )


def strands_of(flag: str) -> frozenset[str]:
    """Return the strands of a flag; none of those that have none."""
    families = measure_sets()[FLAGS].families
    return frozenset(strand for strand, family in families.items() if family == flag) - {flag}


def _without_strand(flags: Collection[str]) -> Iterator[str]:
    for flag in flags:
        strands = strands_of(flag)
        if strands and strands.isdisjoint(flags):
            yield flag


def without_columns(columns: Iterable[str]) -> str:
    """Return what stands for the flags of a table that lacks some columns of them."""
    return SEPARATOR.join(f"{column}={NO_COLUMN}" for column in sorted(columns))


def unsaid_columns(text: str) -> Iterator[str]:
    """Yield the columns of flags of which a row does not say, or not so that it is understood."""
    parts = dict(part.partition("=")[::2] for part in sorted(text.split(SEPARATOR)) if part)
    for column, value in parts.items():
        is_misread = column != ANY_FLAG and flags_for(column, value) is None
        if value == NO_COLUMN or is_misread:
            yield column


def _read_flag(part: str) -> tuple[str, frozenset[str] | None]:
    column, _, value = part.partition("=")
    return part, frozenset() if value == NO_COLUMN else flags_for(column, value)
