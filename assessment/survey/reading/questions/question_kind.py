"""What kind of question a single column is, by what is said in it."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping

from assessment.definitions import survey_definitions
from assessment.definitions.measures.flags import NO, YES
from assessment.definitions.spelling import plain
from assessment.survey.questionnaire import ABOUT_PEOPLE, Concept, OptionRole, QuestionKind
from assessment.survey.reading.export.column_values import ColumnValues
from assessment.survey.reading.export.missing_codes import SENTINELS as FAR_SENTINELS
from assessment.survey.reading.export.said_codes import ends_said_in
from assessment.survey.reading.labels import CODE_NUMBER, role_of

# No answer has more digits than a float tells apart; so many are a slip of the keyboard.
NUMBER = re.compile(r"£?\s*-?\d{1,3}(?:,\d{3}){1,4}(?:\.\d+)?%?|£?\s*-?\d{1,15}(?:\.\d+)?\s*%?")
# What a number is of, behind it.
UNIT = re.compile(
    r"(?<=\d)\s*(?:y(?:ea)?rs?(?:\s+old)?|y\.?o\.?|mon?ths?|weeks?|days?|hours?|hrs?|minutes?|mins?"
    r"|miles?|km|times?|people|persons?|pounds?)\.?$",
    re.IGNORECASE,
)
SAME_UNIT = {"ye": "year", "yr": "year", "y.": "year", "yo": "year", "mo": "month", "we": "week"}
SAME_UNIT |= {"da": "day", "ho": "hour", "hr": "hour", "pe": "people", "ti": "time", "po": "pound"}
# The end of a scale of numbers says what it means: "10 - Safe", "Safe (10)", "Safe - 10".
END = re.compile(
    r"(\d{1,2})\s*(?:[-–—:=.(]\s*|\s)[^\d\W].*|[^\d]*\((\d{1,2})\)|[^\d]*[^\d\W]\s*[-–—:=]\s*(\d{1,2})"
)
RECOMMENDED = re.compile(r"\bhow likely\b.*\brecommend", re.IGNORECASE)
MOST_ENDS = 3
HIGHEST_POINT = 10
RANGE = re.compile(r"\b(\d{1,3})\s*(?:to|-|–|and)\s*(\d{1,3})\b")
# What stands in brackets between the two numbers: "from 1 (very poor) to 5 (excellent)".
REMARK = re.compile(r"\([^()]*\)")
# As groups are offered: 16 to 24, under 5, 75+, £10,000 or more.
BAND = re.compile(
    r"\d\s*(?:-|–|to)\s*£?\d|\d\s*\+|\d.* (?:and|or) (?:over|more|older|under|less|younger)\b"
    r"|\b(?:under|over|less than|more than|fewer than|at least|up to)\s+£?\d",
    re.IGNORECASE,
)
YES_OR_NO = YES | NO | {"maybe", "sometimes", "male", "female", "none", "none of these", "neither"}
RATED = re.compile(r"\b(?:scale of|out of|rate|rating|score|from \d+ to \d+)\b", re.IGNORECASE)
COUNTED = re.compile(
    r"\b(?:how many|number of|how long|years|months|how old|age|miles|minutes|times)\b",
    re.IGNORECASE,
)
OPEN = re.compile(
    r"\b(?:comments?|anything else|please (?:tell|explain|describe|specify|say|give|state)|why\b"
    r"|explain|describe|in your own words|suggestions?|tell us|further details)"
    r"|\(other\)\s*$",
    re.IGNORECASE,
)
# Codes have few values; so many different whole numbers are counts.
MOST_CODES = 12
WIDEST_CODES = 20
# So many different answers are no list of options, and so long ones are somebody's own words.
MOST_OPTIONS = 100
MOST_WORDS = 6
# What so large a share says is an option; so much is said in options where people may add theirs.
COMMON = 0.005
FEWEST_ALIKE = 3
MOSTLY_COMMON = 0.8
FEW = 10
MOSTLY_NUMBERS = 0.8
SENTINELS = (9.0, 88.0, 98.0, 99.0, 888.0, 998.0, 999.0)
BELOW_ZERO = frozenset(-code for code in (1, 2, 3, 4, 5, 6, 7, 8, *FAR_SENTINELS))
# Whatever its digits, so many people do not each say what lies so far from all others.
FEWEST_FAR = 3
FAR = 10
KINDS_OF_CONCEPT: Mapping[QuestionKind, frozenset[Concept]] = {
    QuestionKind.SCALE: frozenset(Concept) - {*ABOUT_PEOPLE},
    QuestionKind.SINGLE: frozenset(Concept) - {Concept.SAFE_BY_DAY, Concept.SAFE_AFTER_DARK},
    QuestionKind.MULTIPLE: frozenset(
        {
            *(Concept.PROBLEM, Concept.PRIORITY, Concept.WOULD_HELP, Concept.EXPERIENCE),
            Concept.WHO_THEY_ARE,
        }
    ),
    QuestionKind.RANKING: frozenset({Concept.PROBLEM, Concept.PRIORITY, Concept.WOULD_HELP}),
    QuestionKind.NUMBER: frozenset({Concept.AGE}),
}


def concept_of(wording: str, kind: QuestionKind, row: str | None = None) -> Concept:
    """Return what a question is about, by the row of its grid or else by all its words."""
    known = survey_definitions()
    # A row such as "During the day" says when, and the words above the grid what.
    row_words = [f"safe {row}"] if row and "safe" in plain(wording).split() else []
    for text in (*row_words, *filter(None, (row, wording))):
        concept = known.concept_of(text)
        if concept and Concept(concept) in KINDS_OF_CONCEPT.get(kind, frozenset()):
            return Concept(concept)
    return Concept.OTHER


def answers_in(counts: Mapping[str, int]) -> dict[str, int]:
    """Leave out of what was said what gives no answer."""
    return {text: n for text, n in counts.items() if role_of(text) is OptionRole.ANSWER}


def are_numbers(answers: Iterable[str]) -> bool:
    """Tell whether everything said is a number."""
    texts = list(answers)
    return bool(texts) and all(NUMBER.fullmatch(text) for text in texts)


def are_counts(wording: str, counts: Mapping[str, int]) -> bool:
    """Tell numbers that were asked for, though a few people put theirs in words."""
    numbers = sum(n for text, n in counts.items() if as_number(text) is not None)
    return bool(COUNTED.search(wording)) and numbers >= MOSTLY_NUMBERS * sum(counts.values())


def as_number(text: str) -> float | None:
    """Read a number as it was typed: £1,200 or 45%, or with its unit: 43 yrs."""
    number = UNIT.sub("", text)
    return float(re.sub(r"[£,%\s]", "", number)) if NUMBER.fullmatch(number) else None


def other_units(wording: str, counts: Mapping[str, int]) -> frozenset[str]:
    """Return the numbers in another unit than was asked for: months among years are no years.

    Asked for is the unit that the question names, else years, else what most people gave.
    """
    by_unit: dict[str, Counter[str]] = {}
    for text, n in counts.items():
        if (unit := UNIT.search(text)) and as_number(text) is not None:
            word = unit[0].strip(" .").lower()
            by_unit.setdefault(SAME_UNIT.get(word[:2], word), Counter())[text] = n
    in_order = sorted(by_unit, key=lambda unit: -by_unit[unit].total())
    asked = next((unit for unit in in_order if unit in wording.lower()), None)
    if asked is None and in_order:
        is_bare = any(NUMBER.fullmatch(text) for text in counts)
        parts_of_years = is_bare and in_order[0] in ("month", "week", "day")
        asked = "year" if parts_of_years or "year" in by_unit else in_order[0]
    return frozenset(text for unit in in_order if unit != asked for text in by_unit[unit])


def as_point(text: str) -> float | None:
    """Read a point of a scale of numbers, of which the ends may say what they mean."""
    if (number := as_number(text)) is not None:
        return number
    end = END.fullmatch(text.strip())
    return float(end[1] or end[2] or end[3]) if end else None


def are_points(wording: str, answers: Iterable[str]) -> bool:
    """Tell numbers on a scale, such as 0 to 10, whose ends alone are named, or known by all."""
    texts = list(answers)
    points = {as_point(text) for text in texts}
    named = [text for text in texts if as_number(text) is None]
    whole = all(p is not None and p % 1 == 0 and 0 <= p <= HIGHEST_POINT for p in points)
    ends = 0 < len(named) <= MOST_ENDS and len(named) < len(texts) == len(points)
    return whole and (ends or (not named and bool(RECOMMENDED.search(wording))))


def are_codes(wording: str, answers: Iterable[str]) -> bool:
    """Tell numbers that stand for answers from numbers that are answers."""
    texts = list(answers)
    if not all(CODE_NUMBER.fullmatch(text) for text in texts) or COUNTED.search(wording):
        return False
    numbers = {int(float(text)) for text in texts}
    # A don't know of 99 stands far from the codes themselves.
    near = {n for n in numbers if n not in SENTINELS} or numbers
    few = len(near) <= MOST_CODES and max(near) - min(near) <= WIDEST_CODES
    return few and rating_bounds(wording) is None


def rating_bounds(wording: str) -> tuple[int, int] | None:
    """Return between which numbers people are asked to rate, whatever is said of the two."""
    if ends := ends_said_in(wording).values():
        return min(ends), max(ends)
    bounds = RANGE.search(REMARK.sub(" ", wording)) or RANGE.search(wording)
    if not bounds or not RATED.search(wording):
        return None
    low, high = sorted(map(int, bounds.groups()))
    return low, high


def stray_numbers(wording: str, counts: Mapping[str, int]) -> list[str]:
    """Return numbers that may mean "don't know": out of a rating's range, or far from the rest."""
    numbers = {text: value for text in counts if (value := as_number(text)) is not None}
    if bounds := rating_bounds(wording):
        low, high = bounds
        return [text for text, value in numbers.items() if not low <= value <= high]
    return [
        text
        for text, value in numbers.items()
        if value in BELOW_ZERO or _is_far(value, counts[text], numbers.values())
    ]


def _is_far(value: float, n: int, numbers: Iterable[float]) -> bool:
    """Tell a number far above all others: a code beside codes, or what several people say."""
    rest = {other for other in numbers if other != value}
    near = (rest - FAR_SENTINELS or rest) if value in FAR_SENTINELS else rest
    times = FAR if value not in FAR_SENTINELS else 2
    is_said = value in FAR_SENTINELS or n >= FEWEST_FAR
    return bool(near) and is_said and value >= times * max(near) + 1


def is_free_text(wording: str, values: ColumnValues, concept: Concept) -> bool:
    """Tell people's own words from options: asked for, or long, or hardly ever the same.

    Of few answers most are different whatever was asked: then what is known as an option tells.
    """
    answers = answers_in(values.counts)
    if concept in (Concept.WARD, Concept.SEX, Concept.AGE) and values.is_complete:
        return False
    if OPEN.search(wording):
        return True
    if values.different > MOST_OPTIONS:
        return not _mostly_options(values)
    words = sum(len(plain(text).split()) * n for text, n in answers.items())
    once = sum(1 for n in answers.values() if n == 1)
    long = words > MOST_WORDS * sum(answers.values())
    if values.filled < FEW and is_known_list(answers):
        return False
    return bool(answers) and ((long and 2 * once > len(answers)) or 2 * once > values.filled)


def are_few_words(wording: str, values: ColumnValues) -> bool:
    """Tell answers so few and so short that they may be options though nobody repeats them."""
    words = max((len(plain(text).split()) for text in answers_in(values.counts)), default=0)
    return values.filled < FEW and 0 < words <= MOST_WORDS and not OPEN.search(wording)


def is_known_list(answers: Iterable[str]) -> bool:
    """Tell whether most of what is said are options that surveys offer everywhere."""
    texts = list(answers)
    return 2 * sum(map(_is_known, texts)) > len(texts)


def _is_known(text: str) -> bool:
    known = survey_definitions()
    words = plain(text)
    offered = words in YES_OR_NO or words in known.named or bool(BAND.search(text))
    return offered or any(words in scale.by_name for scale in known.scales.values())


def _mostly_options(values: ColumnValues) -> bool:
    """Tell options among which some people wrote their own from what all wrote themselves."""
    common = [n for n in values.counts.values() if n >= max(FEWEST_ALIKE, COMMON * values.filled)]
    return bool(common) and sum(common) >= MOSTLY_COMMON * values.filled
