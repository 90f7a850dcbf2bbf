"""One answer in two languages: Welsh and English labels of one question are one label."""

from collections.abc import Mapping

from assessment.definitions import survey_definitions, survey_scales
from assessment.definitions.spelling import plain

BETWEEN_LANGUAGES = "/"


def in_english(counts: Mapping[str, int]) -> Mapping[str, str]:
    """Return the English label of everything said in Welsh, or in both languages at once.

    It is the label that others chose in English, if anybody did.
    """
    meant = {text: english for text in counts if (english := _english(text))}
    if not meant:
        return {}
    of_point: dict[tuple[str, int], str] = {}
    for text in sorted(counts.keys() - meant.keys(), key=lambda text: counts[text]):
        for scale in survey_scales().values():
            if (at := scale.by_name.get(plain(text))) is not None:
                of_point[scale.id, at] = text
    return {text: _as_chosen(english, of_point) for text, english in meant.items()}


def _english(text: str) -> str | None:
    known = survey_definitions().in_english
    if english := known.get(plain(text)):
        return english
    halves = [half.strip() for half in text.split(BETWEEN_LANGUAGES)]
    if len(halves) != 2:
        return None
    for half, other in (halves, halves[::-1]):
        if (english := known.get(plain(half))) and _mean_the_same(english, other):
            return other
    return None


def _mean_the_same(english: str, other: str) -> bool:
    scales = survey_scales().values()
    points = [(s.by_name.get(plain(english)), s.by_name.get(plain(other))) for s in scales]
    alike = any(point is not None and point == same for point, same in points)
    return alike or plain(english) == plain(other)


def _as_chosen(english: str, of_point: Mapping[tuple[str, int], str]) -> str:
    for scale in survey_scales().values():
        at = scale.by_name.get(plain(english))
        if at is not None and (scale.id, at) in of_point:
            return of_point[scale.id, at]
    return english
