"""What is known of surveys before one is read: scales, concerns, and what questions are about."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property

from assessment.definitions.spelling import plain


class ScaleSide(StrEnum):
    """Which side of a scale a point is on."""

    GOOD = "good"
    MIDDLE = "middle"
    BAD = "bad"


SIDE_NUMBERS: Mapping[ScaleSide, int] = {
    ScaleSide.GOOD: 1,
    ScaleSide.MIDDLE: 0,
    ScaleSide.BAD: -1,
}


@dataclass(frozen=True)
class Words:
    """What a text must say: of each group one, and none of `without`; whole words only."""

    groups: tuple[tuple[str, ...], ...]
    without: tuple[str, ...] = ()

    def fit(self, text: str) -> bool:
        """Tell whether a text says so."""
        said = f" {plain(text)} "
        has = [any(word in said for word in group) for group in self._padded]
        return all(has[:-1]) and not has[-1]

    @cached_property
    def _padded(self) -> tuple[tuple[str, ...], ...]:
        """Each group, and last what must not be said, as whole words."""
        groups = (*self.groups, self.without)
        return tuple(tuple(f" {plain(word)} " for word in group) for group in groups)


@dataclass(frozen=True)
class ScalePoint:
    """A point of a scale; `side` is 1 good, 0 middle, -1 bad. `welsh` are its names in Welsh."""

    label: str
    side: int
    aliases: tuple[str, ...]
    welsh: tuple[str, ...] = ()

    @property
    def names(self) -> tuple[str, ...]:
        """All that it is called."""
        return (self.label, *self.aliases, *self.welsh)


@dataclass(frozen=True)
class Scale:
    """A rating scale, best point first. `nets` names each side taken together."""

    id: str
    label: str
    points: tuple[ScalePoint, ...]
    nets: Mapping[int, str]

    @cached_property
    def by_name(self) -> Mapping[str, int]:
        """Which point each name means, names reduced to their words."""
        return {
            plain(name): position
            for position, point in enumerate(self.points)
            for name in point.names
        }


@dataclass(frozen=True)
class Concern:
    """What residents are concerned about, and the measures that may be set beside it.

    `measures` has ids by measure set; where it is empty, `no_counterpart` says why.
    """

    id: str
    label: str
    aliases: tuple[str, ...]
    words: Words
    measures: Mapping[str, tuple[str, ...]]
    no_counterpart: str | None


@dataclass(frozen=True)
class SurveyConcept:
    """What a question may be about, and the words that it is recognised by: `words` or `also`."""

    id: str
    label: str
    words: Words
    also: Words

    def fits(self, wording: str) -> bool:
        """Tell whether a question is about it."""
        return self.words.fit(wording) or (bool(self.also.groups) and self.also.fit(wording))


@dataclass(frozen=True)
class ToolColumns:
    """Columns that survey tools add, by their names reduced to words, and words within them.

    `administrative_beginnings` and `administrative_endings` begin and end names letter for letter;
    `weight_endings` end those of one word. `test` are whole cells as they are
    written, which mark a row that is nobody's. `given_names` are names and nothing else.
    """

    respondent: frozenset[str]
    time: tuple[str, ...]  # the end of answering before its beginning
    status: frozenset[str]
    administrative: frozenset[str]
    administrative_beginnings: tuple[str, ...]
    administrative_endings: tuple[str, ...]
    weight: frozenset[str]
    weight_endings: tuple[str, ...]
    test: tuple[str, ...]
    partial: frozenset[str]
    given_names: frozenset[str]


@dataclass(frozen=True)
class SurveyDefinitions:
    """All that is known of surveys before one is read; names are reduced to their words."""

    scales: Mapping[str, Scale]
    concerns: Mapping[str, Concern]
    concepts: tuple[SurveyConcept, ...]
    dont_know: frozenset[str]
    not_applicable: frozenset[str]
    blank: frozenset[str]
    not_asked: frozenset[str]
    translations: tuple[tuple[str, ...], ...]  # an answer in English, then its names in Welsh
    columns: ToolColumns

    @cached_property
    def named(self) -> Mapping[str, str]:
        """Concerns by everything that they are called, names reduced to their words."""
        return {
            plain(name): concern.id
            for concern in self.concerns.values()
            for name in (concern.label, *concern.aliases)
        }

    @cached_property
    def in_english(self) -> Mapping[str, str]:
        """Answers in English by their names in Welsh, which are reduced to their words."""
        of_points = [
            (point.label, *point.welsh) for scale in self.scales.values() for point in scale.points
        ]
        return {
            plain(name): english
            for english, *names in (*self.translations, *of_points)
            for name in names
        }

    def concern_of(self, option: str) -> str | None:
        """Return the concern that an option names; None if it names none."""
        by_words = (concern.id for concern in self.concerns.values() if concern.words.fit(option))
        return self.named.get(plain(option)) or next(by_words, None)

    def concept_of(self, wording: str) -> str | None:
        """Return what a question is about; None if its words do not tell."""
        return next((concept.id for concept in self.concepts if concept.fits(wording)), None)
