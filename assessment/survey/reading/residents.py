"""Who of those that answered lives in the partnership's area, as far as the export says."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from assessment.definitions import districts
from assessment.definitions.spelling import plain
from assessment.numbers import listed
from assessment.survey.questionnaire import Concept, QuestionKind
from assessment.survey.reading.export.answer_staging import ColumnValues
from assessment.survey.reading.labels import as_key
from assessment.survey.reading.proposal import Decision, Doubt, DoubtKind
from assessment.survey.reading.questions.column_groups import ColumnGroup
from assessment.survey.reading.questions.question_kind import MOST_OPTIONS, concept_of

# Where more than this share live elsewhere, the words mean something else.
MOST_ELSEWHERE = 0.5
# A ward may have the name of another district, as Luton in Chatham has; two are no chance.
FEWEST_DISTRICTS = 2
FEWEST_TOLD = 5


@dataclass(frozen=True)
class Residence:
    """What is said in a column of where people live, and how many say so.

    `outside` says that they do not live in the area; `other_district` names one that is not the
    partnership's; `decided` is what somebody said of it: True for residents.
    """

    header: str
    position: int
    text: str
    n: int
    outside: bool = False
    other_district: str | None = None
    decided: bool | None = None

    @property
    def left_out(self) -> bool:
        """Whether these people are in no figure."""
        return self.outside if self.decided is None else not self.decided


def residences(
    groups: Sequence[ColumnGroup],
    values: Mapping[int, ColumnValues],
    decisions: Mapping[str, Decision],
    own: Sequence[str],
) -> Iterator[Residence]:
    """Yield what is said of living elsewhere; `own` are the partnership's districts."""
    for group in groups:
        decided = decisions.get(group.header, Decision())
        said = values[group.positions[0]]
        if group.use is None and _asks_where(group, decided) and said.different <= MOST_OPTIONS:
            found = list(_of_column(group, said, decided, own))
            few = sum(r.n for r in found if r.outside) <= MOST_ELSEWHERE * said.filled
            others = {r.other_district for r in found if r.other_district}
            yield from (
                residence
                for residence in found
                if (few or not residence.outside)
                and (
                    not residence.other_district
                    or residence.decided is not None
                    or len(others) >= FEWEST_DISTRICTS
                )
            )


def _asks_where(group: ColumnGroup, decided: Decision) -> bool:
    concept = decided.concept or concept_of(group.wording, QuestionKind.SINGLE)
    return len(group.columns) == 1 and concept is Concept.WARD


def _of_column(
    group: ColumnGroup, said: ColumnValues, decided: Decision, own: Sequence[str]
) -> Iterator[Residence]:
    residents, elsewhere = ({as_key(t) for t in texts} for texts in _decided(decided))
    for text, n in said.counts.items():
        known = True if as_key(text) in residents else None
        known = False if as_key(text) in elsewhere else known
        outside = bool(_outside().fullmatch(plain(text)))
        other = None if outside else _other_district(text, own)
        if outside or other or known is not None:
            yield Residence(group.header, group.positions[0], text, n, outside, other, known)


def _decided(decided: Decision) -> tuple[Sequence[str], Sequence[str]]:
    return decided.residents, decided.elsewhere


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


def _other_district(text: str, own: Sequence[str]) -> str | None:
    """Return the district that a place names in its first words, if it is not the partnership's."""
    words = f"{plain(text)} "
    if not own or any(f" {plain(name)} " in f" {words}" for name in own):
        return None
    named = [d.name for d in districts().all() if words.startswith(f"{plain(d.name)} ")]
    return max(named, key=len, default=None)


def names_districts(found: Sequence[str]) -> bool:
    """Tell whether places begin with the names of so many districts that some are another's."""
    named = {
        district.name
        for district in districts().all()
        if any(f"{plain(text)} ".startswith(f"{plain(district.name)} ") for text in found)
    }
    return len(named) >= FEWEST_DISTRICTS


def residence_doubts(found: Sequence[Residence]) -> Iterator[tuple[str, Doubt]]:
    """Yield, by header, who was left out for living elsewhere, and who may have to be."""
    for header in dict.fromkeys(residence.header for residence in found):
        of_column = [r for r in found if r.header == header]
        if outside := [r for r in of_column if r.outside and r.decided is None]:
            texts = tuple(residence.text for residence in outside)
            yield (
                header,
                Doubt(
                    header,
                    DoubtKind.ELSEWHERE,
                    f"{_named(outside)}: these people live outside the area, and were left out of "
                    "all of its figures. Keep them if they are to count.",
                    blocks=False,
                    answers=texts,
                    suggestion=Decision(residents=texts),
                ),
            )
        if other := [r for r in of_column if r.other_district and r.decided is None]:
            texts = tuple(residence.text for residence in other)
            yield (
                header,
                Doubt(
                    header,
                    DoubtKind.ELSEWHERE,
                    f"{_named(other)} bear the names of districts that are not the partnership's. "
                    "Say whether the people who live there count.",
                    blocks=True,
                    answers=texts,
                    suggestion=Decision(elsewhere=texts),
                ),
            )


def _named(found: Sequence[Residence]) -> str:
    return listed([f"'{residence.text}' ({_people(residence.n)})" for residence in found], 8)


def _people(n: int) -> str:
    """Return how many live somewhere; of very few, that they are few: partners read it too."""
    return f"{n:,}" if n >= FEWEST_TOLD else f"fewer than {FEWEST_TOLD}"
