"""The sexes and ages that the rows of a published table are of, as tables write them."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from assessment.definitions.spelling import plain

OLDEST = 150


class Sex(StrEnum):
    """Of which people a row is, as tables write it."""

    EVERYBODY = "everybody"
    FEMALES = "females"
    MALES = "males"


SEXES: Mapping[str, Sex] = {
    **dict.fromkeys(("female", "females", "f", "women"), Sex.FEMALES),
    **dict.fromkeys(("male", "males", "m", "men"), Sex.MALES),
    **dict.fromkeys(
        ("", "person", "persons", "p", "people", "all", "all persons", "all people", "total", "t"),
        Sex.EVERYBODY,
    ),
    **dict.fromkeys(("both", "both sexes", "male and female", "all sexes"), Sex.EVERYBODY),
}
ALL_AGES = {"", "all", "all ages", "total", "all categories age", "all age groups", "total ages"}
UNDER = re.compile(r"(?:aged )?(?:under|below|less than) (\d+)(?: years?)?(?: old)?")
AND_UNDER = re.compile(r"(?:aged )?(\d+)(?: years?)? and (?:under|below|younger)")
FROM_TO = re.compile(r"(?:aged? )?(\d+)(?: years?)?(?: (?:to )?(\d+)(?: years?)?)?(?: old)?")
AND_OVER = re.compile(r"(?:aged? )?(\d+)(?: years?)? (?:and (?:over|above|older)|plus|or over)")


@dataclass(frozen=True, order=True)
class Ages:
    """The ages that a row is of, both ends included; OLDEST stands for no end."""

    first: int
    last: int


EVERY_AGE = Ages(0, OLDEST)

WRITINGS: Mapping[re.Pattern[str], Callable[[re.Match[str]], Ages]] = {
    UNDER: lambda match: Ages(0, int(match[1]) - 1),
    AND_UNDER: lambda match: Ages(0, int(match[1])),
    AND_OVER: lambda match: Ages(int(match[1]), OLDEST),
    FROM_TO: lambda match: Ages(int(match[1]), int(match[2] or match[1])),
}


def sex_of(text: str) -> Sex | None:
    """Read the cell of a column of sexes; None where it says none."""
    return SEXES.get(plain(text))


def ages_of(text: str) -> Ages | None:
    """Read the cell of a column of ages: 7, Aged 5 to 9, 90+, under 1; None where it says none."""
    words = plain(text.replace("+", " plus"))
    if words in ALL_AGES:
        return EVERY_AGE
    for pattern, ages in WRITINGS.items():
        if match := pattern.fullmatch(words):
            return ages(match)
    return None
