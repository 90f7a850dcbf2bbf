"""Reading data/definitions/surveys: scales, concerns and concepts, every fault said at once."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import combinations
from pathlib import Path
from typing import TypeVar

from assessment.definitions.definition_files import open_files, read_authored
from assessment.definitions.measures.measure_checks import HOME_OFFICE, POLICE_UK
from assessment.definitions.spelling import plain
from assessment.definitions.survey_vocabulary import (
    SIDES,
    Concern,
    Scale,
    ScalePoint,
    Side,
    SurveyConcept,
    SurveyDefinitions,
    ToolColumns,
    Words,
)
from assessment.definitions.toml_reader import Entry, Faults, twice

Thing = TypeVar("Thing")
FILES = ("columns.toml", "concepts.toml", "concerns.toml", "scales.toml")


def read_surveys(folder: Path, measures: Mapping[str, Sequence[str]]) -> SurveyDefinitions:
    """Read the three files of a folder; raises DefinitionFault with every fault.

    `measures` has the ids that a concern may name, by measure set.
    """
    faults = Faults()
    opened = {entry.file: entry for entry in open_files(folder, faults)}
    for missing in [name for name in FILES if name not in opened]:
        faults.add(missing, "whole file", "file", "a file of this name", None)
    faults.raise_any()
    columns, concepts, concerns, scales = (opened[name] for name in FILES)
    found = SurveyDefinitions(
        scales={scale.id: scale for scale in _each(scales, "scale", _read_scale)},
        concerns={c.id: c for c in _each(concerns, "concern", lambda e: _concern(e, measures))},
        concepts=tuple(_each(concepts, "concept", _read_concept)),
        dont_know=_said(scales, "dont_know"),
        not_applicable=_said(scales, "not_applicable"),
        blank=_said(scales, "blank"),
        columns=_read_columns(columns),
    )
    _check_names(concerns, [(c.id, (c.label, *c.aliases)) for c in found.concerns.values()])
    _check_silences(scales, found)
    for name in FILES:
        read_authored(opened[name])
        opened[name].close()
    faults.raise_any()
    return found


def _each(entry: Entry, where: str, read: Callable[[Entry], Thing]) -> Iterator[Thing]:
    entries = entry.entries(where, named_by="id")
    for repeated in twice(each.name for each in entries):
        entry.wrong(where, "each id once", repeated)
    for each in entries:
        yield read(each)
        each.close()


def _read_scale(entry: Entry) -> Scale:
    points = tuple(_read_point(each) for each in entry.entries("point", named_by="label"))
    sides = [point.side for point in points]
    if sides != sorted(sides, reverse=True):
        entry.wrong("point", "points from good to bad", sides)
    _check_names(entry, [(point.label, (point.label, *point.aliases)) for point in points])
    nets = {1: entry.text("good"), -1: entry.text("bad")}
    return Scale(entry.text("id"), entry.text("label"), points, nets)


def _read_point(entry: Entry) -> ScalePoint:
    side = SIDES[entry.one_of("side", Side)]
    point = ScalePoint(entry.text("label"), side, entry.texts("aliases"))
    entry.close()
    return point


def _concern(entry: Entry, known: Mapping[str, Sequence[str]]) -> Concern:
    named = {measure_set: entry.texts(measure_set) for measure_set in (POLICE_UK, HOME_OFFICE)}
    for measure_set, ids in named.items():
        entry.known(measure_set, ids, known[measure_set])
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
        respondent=_said(entry, "respondent"),
        time=tuple(map(plain, entry.texts("time", at_least=1))),
        status=_said(entry, "status"),
        administrative=_said(entry, "administrative"),
        test=entry.texts("test", at_least=1),
        partial=_said(entry, "partial"),
        given_names=_said(entry, "given_names"),
    )


def _words(entry: Entry) -> Words:
    return Words(entry.groups("words"), entry.texts("without"))


def _said(entry: Entry, where: str) -> frozenset[str]:
    return frozenset(map(plain, entry.texts(where, at_least=1)))


def _check_names(entry: Entry, named: Sequence[tuple[str, Sequence[str]]]) -> None:
    """Note every name that two things, or one thing twice, are known by."""
    for repeated in twice(plain(name) for _, names in named for name in names):
        entry.wrong("aliases", "each name once", repeated)


def _check_silences(entry: Entry, found: SurveyDefinitions) -> None:
    silences = (found.dont_know, found.not_applicable, found.blank)
    for one, other in combinations(silences, 2):
        for name in sorted(one & other):
            entry.wrong("dont_know, not_applicable, blank", "each name in one of them", name)
    for scale in found.scales.values():
        for name in sorted(scale.by_name.keys() & frozenset().union(*silences)):
            entry.wrong(f"scale {scale.id}", "names that are an answer", name)
