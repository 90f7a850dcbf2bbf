"""What a category that nobody has given a meaning may mean, each time with the reason."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from assessment.definitions import (
    HOME_OFFICE,
    LEFT_OUT,
    POLICE,
    MeasureSet,
    measure_sets,
    offence_reference,
)
from assessment.definitions.spelling import plain
from assessment.intake.categories.category_meanings import MeaningSaid, UnmappedCategory
from assessment.intake.mapping.categories.category_mapping import leaves_of, measure_label
from assessment.intake.mapping.categories.offence_coding import in_code_and_words, is_no_crime_code
from assessment.periods import joined

MOST = 3
# "possess with intent to supply cocaine" is 0.85 like "possession with intent to supply".
ALIKE = 0.75
SHORTEST_NAME = 4
NOT_A_CRIME = re.compile(
    r"\b(?:non ?crimes?|no crime|not a crime|non ?notifiable|non ?record(?:able|ed)|not recordable"
    r"|crime related incident|cancelled|test record|public protection notice|missing person"
    r"|safeguarding|vulnerable (?:adult|child)|concern for (?:safety|welfare)|sudden death)\b"
)


@dataclass(frozen=True)
class Suggestion:
    """A measure, or "left-out", that a category may mean, and why."""

    measure: str
    label: str
    reason: str


def suggestions(category: UnmappedCategory, said: Sequence[MeaningSaid]) -> tuple[Suggestion, ...]:
    """Return up to three, the best first; `said` is what people have said of categories so far."""
    measures = measure_sets()[category.measure_set]
    kept: dict[str, Suggestion] = {}
    for measure, reason in _reasons(category, measures, said):
        kept.setdefault(measure, Suggestion(measure, measure_label(measures, measure), reason))
    return tuple(kept.values())[:MOST]


def _reasons(
    category: UnmappedCategory, measures: MeasureSet, said: Sequence[MeaningSaid]
) -> Iterator[tuple[str, str]]:
    coded = in_code_and_words(category.category)
    yield from _said_elsewhere(category, measures, said)
    yield from _same_class(coded.code, measures)
    words = plain(coded.words)
    if NOT_A_CRIME.search(words):
        yield LEFT_OUT, "it says that it is no crime"
    if measures.data_set == POLICE and is_no_crime_code(coded.code or coded.words):
        yield LEFT_OUT, "forces number incidents that are no crimes so"
    yield from _holding(words, measures.aliases)
    yield from _spelt_like(words, measures.aliases)


def _said_elsewhere(
    category: UnmappedCategory, measures: MeasureSet, said: Sequence[MeaningSaid]
) -> Iterator[tuple[str, str]]:
    leaves = leaves_of(measures) | {LEFT_OUT}
    for meaning in (one.meaning for one in said):
        is_same = plain(meaning.category) == plain(category.category)
        if is_same and meaning.measure in leaves and meaning.source != category.source:
            yield meaning.measure, f"that was said of it for {meaning.source}"


def _same_class(code: str, measures: MeasureSet) -> Iterator[tuple[str, str]]:
    """Suggest what the other codes of a number count as: 28E stands beside 28, 28A to 28D."""
    if measures.id != HOME_OFFICE or not code:
        return
    by_measure: dict[str, list[str]] = {}
    for offence in offence_reference().alike(code):
        if offence.measure:
            by_measure.setdefault(offence.measure, []).append(offence.code)
    for measure, codes in sorted(by_measure.items(), key=lambda entry: -len(entry[1])):
        yield measure, f"{joined(codes)} {'is' if len(codes) == 1 else 'are'} counted so"


def _holding(words: str, names: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """Suggest what is named in the category, the longest name first."""
    padded = f" {words} "
    within = [name for name in names if len(name) >= SHORTEST_NAME and f" {name} " in padded]
    for name in sorted(within, key=lambda name: -len(name)):
        yield names[name], f"it holds '{name}'"


def _spelt_like(words: str, names: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    likeness = {name: _likeness(words, name) for name in names} if words else {}
    for name in sorted(likeness, key=lambda name: -likeness[name]):
        if likeness[name] < ALIKE:
            return
        yield names[name], f"it is spelt like '{name}'"


def _likeness(words: str, name: str) -> float:
    matcher = SequenceMatcher(None, words, name)
    return matcher.ratio() if matcher.quick_ratio() >= ALIKE else 0.0
