"""Which scale labels are on, and what is doubtful about those that are not."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from assessment.definitions import Scale, survey_scales
from assessment.definitions.spelling import plain
from assessment.numbers import count_of
from assessment.survey.questionnaire import OptionRole
from assessment.survey.reading.labels import label_within, misspelt, role_of
from assessment.survey.reading.proposal import Decision, Doubt, DoubtKind, OptionReading

# A question is on a scale if this share of its answers are labels of it.
MOSTLY = 0.6
# As some questionnaires number their answers: "1. Very safe", "1 - Very safe".
NUMBERED = re.compile(r"^\s*\d{1,2}\s*[-–—.):=]\s*(?=\D)")


@dataclass(frozen=True)
class OnScale:
    """Labels held against a scale: the point of each that is on it."""

    scale: Scale
    points: Mapping[str, int]

    def options(self, counts: Mapping[str, int]) -> Iterator[OptionReading]:
        """Yield the points that were offered, in order: those chosen, or in a list of codes.

        Of another nothing says that it was offered: that nobody chose it would be made up.
        """
        for at, point in enumerate(self.scale.points):
            for label in (label for label, its in self.points.items() if its == at):
                yield OptionReading(label, counts.get(label, 0), OptionRole.ANSWER, point.side)


def on_scale(counts: Mapping[str, int], scale: Scale) -> OnScale:
    """Hold labels against a scale."""
    return _held_against(_words_of(counts), scale)


def _words_of(counts: Mapping[str, int]) -> Mapping[str, str]:
    return {label: plain(NUMBERED.sub("", label)) for label in counts}


def _held_against(words: Mapping[str, str], scale: Scale) -> OnScale:
    known = {label: scale.by_name.get(said) for label, said in words.items()}
    return OnScale(scale, {label: at for label, at in known.items() if at is not None})


def fitting_scale(counts: Mapping[str, int]) -> OnScale | None:
    """Return the scale that most answers are on, if most are on one."""
    answers = {label: n for label, n in counts.items() if role_of(label) is OptionRole.ANSWER}
    words = _words_of(answers)
    fits = [_held_against(words, scale) for scale in survey_scales().values()]
    best = max(fits, key=lambda fit: (len(fit.points), _own_labels(fit)))
    share = sum(answers[label] for label in best.points) / (sum(answers.values()) or 1)
    return best if best.points and share >= MOSTLY else None


def _own_labels(fit: OnScale) -> int:
    """Count labels that are the scale's first name for a point, which no alias of another is."""
    names = {plain(point.label) for point in fit.scale.points}
    return len({plain(label) for label in fit.points} & names)


def scale_doubts(
    header: str, counts: Mapping[str, int], fit: OnScale, decided: Decision
) -> Iterator[Doubt]:
    """Yield what is to be asked about labels that are not on the scale, or share a point of it."""
    settled = {plain(label) for label in (*decided.merges, *decided.merges.values())}
    answers = [label for label in counts if role_of(label) is OptionRole.ANSWER]
    for label in (label for label in answers if plain(label) not in settled):
        if label not in fit.points:
            yield _not_on_it(header, label, counts, fit)
    by_point: dict[int, list[str]] = {}
    for label, at in fit.points.items():
        if plain(label) not in settled:
            by_point.setdefault(at, []).append(label)
    for labels in by_point.values():
        yield from _one_point(header, labels, counts)


def _not_on_it(header: str, label: str, counts: Mapping[str, int], fit: OnScale) -> Doubt:
    labels = [*fit.points, *(point.label for point in fit.scale.points)]
    names = [*labels, *(alias for point in fit.scale.points for alias in point.aliases)]
    meant = label_within(label, labels) or misspelt(label, labels) or misspelt(label, names)
    unknown = Doubt(
        header,
        DoubtKind.UNKNOWN_LABEL,
        f"'{label}' ({answers(counts[label])}) is not on the scale of the other answers. Say "
        "which of them it means, or that it is an answer of its own.",
        blocks=True,
        answers=(label,),
    )
    if meant is None:
        return unknown
    return replace(
        unknown,
        kind=DoubtKind.MISSPELT,
        text=f"'{label}' ({answers(counts[label])}) looks like '{meant}'. Say whether it is.",
        suggestion=Decision(merges={label: meant}),
    )


def _one_point(header: str, labels: list[str], counts: Mapping[str, int]) -> Iterator[Doubt]:
    if len(labels) < 2:
        return
    first, *others = sorted(labels, key=lambda label: -counts[label])
    named = " and ".join(f"'{label}' ({answers(counts[label])})" for label in (first, *others))
    yield Doubt(
        header,
        DoubtKind.UNKNOWN_LABEL,
        f"{named} seem to mean the same. Say whether they are one answer or several.",
        blocks=True,
        answers=tuple(others),
        suggestion=Decision(merges=dict.fromkeys(others, first)),
    )


def answers(n: int) -> str:
    """Write a count of answers."""
    return count_of(n, "answer")
