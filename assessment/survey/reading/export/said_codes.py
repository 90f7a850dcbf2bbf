"""What a question says of its own numbers: what each stands for, or the ends of a rating."""

import re
from collections.abc import Iterable, Mapping, Sequence

from assessment.definitions import survey_scales
from assessment.definitions.spelling import plain
from assessment.survey.questionnaire import OptionRole
from assessment.survey.reading.labels import CODE_NUMBER, role_of

SAID = re.compile(
    r"(?<![\w.])(-?\d{1,3})\s*(?:=|\bis\b|\bmeans\b|\bmeaning\b|\bbeing\b)\s*"
    r"([^,;=()\[\]]+?)(?=\s*(?:[,;()\[\]]|$|\b(?:and|to|or|where|through)\s+-?\d))"
)
# Two ends named together: "0 (not at all safe) to 10 (very safe)", "1 - very poor, 7 - excellent".
AN_END = r"(?<![\w.])(\d{1,3})\s*(?:\(\s*([^()\d]+?)\s*\)|[-–—:]\s*([^\d,;()?]+?))"
BETWEEN_ENDS = r"(?:,|;|…|\.{2,3}|-|–|\bup to\b|\bto\b|\band\b|(?<=\s))"
TWO_ENDS = re.compile(
    rf"{AN_END}\s*{BETWEEN_ENDS}\s*{AN_END}(?=\s*(?:[,;.()?]|$))",
    re.IGNORECASE,
)
JOINING = re.compile(r"^(?:and|to|where)\s+|\s+(?:and|to|or|through)\s*$", re.IGNORECASE)
# In a list of codes, so many numbers without a label between two that have one are a rating.
FEWEST_BETWEEN = 2

Codes = Mapping[str, str]


def said_in(question: str) -> Codes:
    """Return the list that a question gives: "(1 = very unsafe, 5 = very safe, 9 = don't know)".

    The points between two ends are named as their scale does. Where no scale names them, they are
    numbers and the ends are two of them, in no list.
    """
    codes = named_numbers(question)
    between = _points_between(codes)
    if between is None:
        ends = {str(end) for end in _ends(codes)}
        return {code: label for code, label in codes.items() if code not in ends}
    return {**codes, **between} if len(codes) > 1 else {}


def ends_said_in(question: str) -> Mapping[str, int]:
    """Return the ends of a rating that a question names, by their words: "not at all safe" is 0."""
    codes = named_numbers(question)
    if _points_between(codes) is not None:
        return {}
    return {plain(codes[str(end)]): end for end in _ends(codes)}


def without_ends(codes: Codes, texts: Iterable[str]) -> Codes:
    """Leave the ends of a rating out of a list of codes, which has no label for those between."""
    ends = _ends(codes)
    if not ends:
        return codes
    numbers = {int(float(text)) for text in texts if CODE_NUMBER.fullmatch(text)}
    between = {n for n in numbers if ends[0] < n < ends[1] and str(n) not in codes}
    if len(between) < FEWEST_BETWEEN:
        return codes
    return {code: label for code, label in codes.items() if code not in map(str, ends)}


def named_numbers(question: str) -> dict[str, str]:
    """Return the numbers that a text names: in a list, or as the two ends of a rating."""
    said = SAID.findall(question)
    if (pair := TWO_ENDS.search(question)) and int(pair[4]) - int(pair[1]) > 1:
        said += [(pair[1], pair[2] or pair[3]), (pair[4], pair[5] or pair[6])]
    stated = {code: JOINING.sub("", label.strip()).strip(" .?") for code, label in said}
    return {code: label[:1].upper() + label[1:] for code, label in stated.items() if label}


def _ends(codes: Codes) -> Sequence[int]:
    """Return two numbers that alone are named as answers, where others lie between them."""
    ends = sorted(int(code) for code, label in codes.items() if _is_answer(code, label))
    return ends if len(ends) == 2 and ends[1] - ends[0] > 1 else ()


def _is_answer(code: str, label: str) -> bool:
    return bool(CODE_NUMBER.fullmatch(code)) and role_of(label) is OptionRole.ANSWER


def _points_between(codes: Codes) -> Codes | None:
    """Name the points between two ends as their scale does; None where no scale names them all."""
    ends = _ends(codes)
    if not ends:
        return {}
    between = [str(n) for n in range(ends[0] + 1, ends[1])]
    named = _named_by_scale(*(codes[str(end)] for end in ends))
    return dict(zip(between, named, strict=True)) if len(named) == len(between) else None


def _named_by_scale(first: str, last: str) -> Sequence[str]:
    for scale in survey_scales().values():
        ends = [scale.by_name.get(plain(label)) for label in (first, last)]
        labels = [point.label for point in scale.points]
        if ends == [0, len(labels) - 1]:
            return labels[1:-1]
        if ends == [len(labels) - 1, 0]:
            return labels[-2:0:-1]
    return ()
