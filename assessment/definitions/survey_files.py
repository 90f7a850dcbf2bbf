"""Reading data/definitions/surveys: scales, concerns and concepts, every fault said at once."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial
from itertools import combinations
from pathlib import Path
from typing import TypeVar

from assessment.definitions.definition_files import open_files, read_authored
from assessment.definitions.measures.measure_checks import HOME_OFFICE, POLICE_UK
from assessment.definitions.spelling import plain
from assessment.definitions.survey_vocabulary import (
    SIDE_NUMBERS,
    Concern,
    Scale,
    ScalePoint,
    ScaleSide,
    SurveyConcept,
    SurveyDefinitions,
    ToolColumns,
    Words,
)
from assessment.definitions.toml_reader import Entry, Faults, twice

Thing = TypeVar("Thing")
FILES = ("columns.toml", "concepts.toml", "concerns.toml", "scales.toml")


def read_surveys(folder: Path, measures: Mapping[str, Sequence[str]]) -> SurveyDefinitions:
    """Read the four files of a folder; raises DefinitionFault with every fault.

    `measures` has the ids that a concern may name, by measure set.
    """
    faults = Faults()
    opened = {entry.file: entry for entry in open_files(folder, faults)}
    for missing in [name for name in FILES if name not in opened]:
        faults.add(missing, "whole file", "file", "a file of this name", None)
    faults.raise_any()
    columns, concepts, concerns, scales = (opened[name] for name in FILES)
    read_concern = partial(_read_concern, measures=measures)
    definitions = SurveyDefinitions(
        scales={scale.id: scale for scale in _read_each(scales, "scale", _read_scale)},
        concerns={concern.id: concern for concern in _read_each(concerns, "concern", read_concern)},
        concepts=tuple(_read_each(concepts, "concept", _read_concept)),
        dont_know=_plain_texts(scales, "dont_know"),
        not_applicable=_plain_texts(scales, "not_applicable"),
        blank=_plain_texts(scales, "blank"),
        not_asked=_plain_texts(scales, "not_asked"),
        translations=scales.groups("translations"),
        columns=_read_columns(columns),
    )
    _check_names(
        concerns, [(concern.label, *concern.aliases) for concern in definitions.concerns.values()]
    )
    _check_silences(scales, definitions)
    for name in FILES:
        read_authored(opened[name])
        opened[name].close()
    faults.raise_any()
    return definitions


def _read_each(entry: Entry, key: str, read: Callable[[Entry], Thing]) -> Iterator[Thing]:
    tables = entry.entries(key, named_by="id")
    for repeated in twice(table.name for table in tables):
        entry.wrong(key, "each id once", repeated)
    for table in tables:
        yield read(table)
        table.close()


def _read_scale(entry: Entry) -> Scale:
    points = tuple(_read_point(table) for table in entry.entries("point", named_by="label"))
    sides = [point.side for point in points]
    if sides != sorted(sides, reverse=True):
        entry.wrong("point", "points from good to bad", sides)
    _check_names(entry, [point.names for point in points])
    nets = {1: entry.text("good"), -1: entry.text("bad")}
    return Scale(entry.text("id"), entry.text("label"), points, nets)


def _read_point(entry: Entry) -> ScalePoint:
    side = SIDE_NUMBERS[entry.one_of("side", ScaleSide)]
    point = ScalePoint(entry.text("label"), side, entry.texts("aliases"), entry.texts("welsh"))
    entry.close()
    return point


def _read_concern(entry: Entry, measures: Mapping[str, Sequence[str]]) -> Concern:
    named = {measure_set: entry.texts(measure_set) for measure_set in (POLICE_UK, HOME_OFFICE)}
    for measure_set, ids in named.items():
        entry.known(measure_set, ids, measures[measure_set])
    reason = entry.optional_text("no_counterpart")
    if any(named.values()) == (reason is not None):
        entry.wrong("no_counterpart", "measures, or else the reason why there are none", reason)
    return Concern(
        id=entry.text("id"),
        label=entry.text("label"),
        aliases=entry.texts("aliases"),
        words=_words(entry),
        measures={measure_set: ids for measure_set, ids in named.items() if ids},
        no_counterpart=reason,
    )


def _read_concept(entry: Entry) -> SurveyConcept:
    words = _words(entry)
    also = Words(entry.groups("also"), words.without)
    return SurveyConcept(entry.text("id"), entry.text("label"), words, also)


def _read_columns(entry: Entry) -> ToolColumns:
    return ToolColumns(
        respondent=_tool_names(entry, "respondent"),
        time=tuple(map(plain, entry.texts("time", at_least=1))),
        status=_tool_names(entry, "status"),
        administrative=_tool_names(entry, "administrative"),
        administrative_beginnings=entry.texts("administrative_beginnings"),
        administrative_endings=entry.texts("administrative_endings"),
        weight=_tool_names(entry, "weight"),
        weight_endings=entry.texts("weight_endings"),
        test=entry.texts("test", at_least=1),
        partial=_plain_texts(entry, "partial"),
        given_names=_plain_texts(entry, "given_names"),
    )


def _words(entry: Entry) -> Words:
    return Words(entry.groups("words"), entry.texts("without"))


def _plain_texts(entry: Entry, key: str) -> frozenset[str]:
    return frozenset(map(plain, entry.texts(key, at_least=1)))


def _tool_names(entry: Entry, key: str) -> frozenset[str]:
    """Read what a tool calls its columns, which some write as one word: SubmitterID."""
    names = _plain_texts(entry, key)
    return names | {name.replace(" ", "") for name in names}


def _check_names(entry: Entry, named: Sequence[Sequence[str]]) -> None:
    """Note every name that two things, or one thing twice, are known by."""
    for repeated in twice(plain(name) for names in named for name in names):
        entry.wrong("aliases", "each name once", repeated)


def _check_silences(entry: Entry, definitions: SurveyDefinitions) -> None:
    silences = (
        definitions.dont_know,
        definitions.not_applicable,
        definitions.blank,
        definitions.not_asked,
    )
    for names, other_names in combinations(silences, 2):
        for name in sorted(names & other_names):
            entry.wrong(
                "dont_know, not_applicable, blank, not_asked", "each name in one of them", name
            )
    for scale in definitions.scales.values():
        for name in sorted(scale.by_name.keys() & frozenset().union(*silences)):
            entry.wrong(f"scale {scale.id}", "names that are an answer", name)
