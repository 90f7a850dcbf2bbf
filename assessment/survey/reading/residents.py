"""Who of those that answered lives in the partnership's area, as far as the export says."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache

from assessment.definitions import districts
from assessment.definitions.spelling import plain
from assessment.survey.questionnaire import Concept, OptionRole, QuestionKind
from assessment.survey.reading.export.column_values import ColumnValues
from assessment.survey.reading.labels import as_key, role_of
from assessment.survey.reading.own_area import FEWEST_DISTRICTS, OwnArea
from assessment.survey.reading.proposal import Decision
from assessment.survey.reading.questions.column_groups import ColumnGroup
from assessment.survey.reading.questions.question_kind import MOST_OPTIONS, concept_of

# Where more than this share live elsewhere, the words mean something else, or the area is another.
MOST_ELSEWHERE = 0.5


@dataclass(frozen=True)
class Residence:
    """What is said in a column of where people live, and how many say so.

    `outside` says that they do not live in the area; `other_district` is one that is not the
    partnership's, which is `uncertain` where more than the place's name must tell; of an `unknown`
    place, the area's wards are known and this is none of them. `decided` is what somebody said of
    it: True for residents.
    """

    header: str
    position: int
    text: str
    n: int
    outside: bool = False
    other_district: str | None = None
    unknown: bool = False
    uncertain: bool = False
    decided: bool | None = None

    @property
    def is_elsewhere(self) -> bool:
        """Whether it says, in these words or by another district, that people live elsewhere."""
        return self.outside or self.other_district is not None

    @property
    def left_out(self) -> bool:
        """Whether these people are in no figure."""
        if self.decided is None:
            return self.is_elsewhere and not self.uncertain
        return not self.decided


def residences(
    groups: Sequence[ColumnGroup],
    values: Mapping[int, ColumnValues],
    decisions: Mapping[str, Decision],
    own: OwnArea,
) -> Iterator[Residence]:
    """Yield what is said of living elsewhere than in the partnership's `own` area."""
    for group in groups:
        decided = decisions.get(group.header, Decision())
        said = values[group.positions[0]]
        if group.use is None and _asks_where(group, decided) and said.different <= MOST_OPTIONS:
            found = _by_wards(_of_column(group, said, decided, own), said, own)
            yield from _not_by_chance(list(found), said.filled)


def _not_by_chance(found: Sequence[Residence], filled: int) -> Iterator[Residence]:
    """Leave out what may be a ward of that name; where most live elsewhere, that is asked."""
    most = MOST_ELSEWHERE * filled
    outside = sum(r.n for r in found if r.outside) > most
    uncertain = sum(r.n for r in found if r.is_elsewhere) > most
    several = len({r.other_district for r in found if r.other_district}) >= FEWEST_DISTRICTS
    for residence in found:
        is_name_alone = bool(residence.other_district) and residence.uncertain and not several
        if residence.decided is not None or not (is_name_alone or (residence.outside and outside)):
            yield replace(residence, uncertain=uncertain and residence.other_district is not None)


def _by_wards(found: Iterable[Residence], said: ColumnValues, own: OwnArea) -> Iterator[Residence]:
    """Know places by wards, where so many are the area's own that the column holds wards."""
    ours = sum(n for text, n in said.counts.items() if own.has_ward(text))
    by_wards = ours > (1 - MOST_ELSEWHERE) * said.filled
    for residence in found:
        if by_wards:
            another = residence.other_district or own.ward_of_another(residence.text)
            unknown = residence.unknown and another is None
            residence = replace(residence, other_district=another, unknown=unknown, uncertain=False)
        else:
            residence = replace(residence, unknown=False)
        if residence.is_elsewhere or residence.unknown or residence.decided is not None:
            yield residence


def _asks_where(group: ColumnGroup, decided: Decision) -> bool:
    concept = decided.concept or concept_of(group.wording, QuestionKind.SINGLE)
    return len(group.columns) == 1 and concept is Concept.WARD


def _of_column(
    group: ColumnGroup, said: ColumnValues, decided: Decision, own: OwnArea
) -> Iterator[Residence]:
    """Yield every place that is not known as the area's own."""
    residents, elsewhere = ({*map(as_key, t)} for t in (decided.residents, decided.elsewhere))
    for text, n in said.counts.items():
        known = True if as_key(text) in residents else None
        known = False if as_key(text) in elsewhere else known
        outside = bool(_outside().fullmatch(plain(text)))
        other = None if outside else own.other_district(text)
        unknown = not own.has_ward(text) and role_of(text) is OptionRole.ANSWER
        yield Residence(
            header=group.header,
            position=group.positions[0],
            text=text,
            n=n,
            outside=outside,
            other_district=other,
            unknown=unknown and not outside,
            uncertain=other is not None,
            decided=known,
        )


@cache
def _outside() -> re.Pattern[str]:
    """Return how people say that they live elsewhere: "Outside Medway", "not in this borough"."""
    names = "|".join(re.escape(plain(district.name)) for district in districts().all())
    area = rf"(?:the |this |our )?(?:{names}|(?:council |local )?(?:area|borough|district|county))"
    away = (
        r"(?:outside|out of|outside of|not in|not from|do not live in|dont live in|not living in)"
    )
    return re.compile(
        rf"(?:i )?(?:live |am |from )?{away} {area}(?: area)?|elsewhere|non residents?"
    )
