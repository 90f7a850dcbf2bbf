"""The options of a question, from everything that was said: merged, put on a scale, in order."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from assessment.definitions import survey_definitions, survey_scales
from assessment.survey.questionnaire import Concept, OptionRole
from assessment.survey.reading.export.code_lists import as_code
from assessment.survey.reading.labels import (
    CODE_NUMBER,
    as_key,
    in_order,
    lookalikes,
    role_of,
    slips,
    spelt_alike,
)
from assessment.survey.reading.proposal import Decision, Doubt, DoubtKind, OptionReading
from assessment.survey.reading.questions.answers.bilingual_labels import in_english
from assessment.survey.reading.questions.answers.scale_recognition import (
    OnScale,
    answers,
    fitting_scale,
    on_scale,
    scale_doubts,
)

# Questions whose options name what residents are concerned about.
ABOUT_CONCERNS = (Concept.PROBLEM, Concept.PRIORITY, Concept.EXPERIENCE)
LAST = {OptionRole.ANSWER: 0, OptionRole.NOT_APPLICABLE: 1, OptionRole.DONT_KNOW: 2}


@dataclass(frozen=True)
class OptionList:
    """Options in their order, and which of them each thing said is."""

    options: tuple[OptionReading, ...]
    label_of: Mapping[str, str]
    scale: str | None
    doubts: tuple[Doubt, ...]


def choose(
    header: str,
    values: Mapping[str, int],
    concept: Concept,
    decided: Decision,
    codes: Mapping[str, str] | None = None,
    *,
    rated: bool = True,
) -> OptionList:
    """Make options of what was said; `rated` if they may be points of a scale."""
    codes = codes or {}
    label_of = _labels(values, decided, codes)
    counts: dict[str, int] = {}
    for text, label in label_of.items():
        counts[label] = counts.get(label, 0) + values[text]
    fit = _fit(counts, decided, codes) if rated else None
    doubts = [*_without_code(header, values, decided, codes)]
    doubts += scale_doubts(header, counts, fit, decided) if fit else _slips(header, counts, decided)
    options = [
        replace(
            option, concern=_concern(option, concept), spellings=_spellings(option.label, label_of)
        )
        for option in _ordered(counts, fit, decided.options, tuple(codes.values()))
    ]
    return OptionList(tuple(options), label_of, fit.scale.id if fit else None, tuple(doubts))


def in_their_order(decided: Decision, counts: Mapping[str, int]) -> Decision:
    """Columns stand in the questionnaire's order, unless another was decided."""
    return Decision(merges=decided.merges, options=(*decided.options, *counts))


def _labels(
    values: Mapping[str, int], decided: Decision, codes: Mapping[str, str]
) -> Mapping[str, str]:
    """Return the label of all that was said: decoded, merged as decided, spelt as it mostly is."""
    merges = {as_key(text): label for text, label in decided.merges.items()}
    meant = {text: codes.get(as_code(text), text) for text in values}
    english = in_english({label: values[text] for text, label in meant.items()})
    meant = {text: english.get(label, label) for text, label in meant.items()}
    meant = {text: merges.get(as_key(label), label) for text, label in meant.items()}
    counts: dict[str, int] = {}
    for text, label in meant.items():
        counts[label] = counts.get(label, 0) + values[text]
    # What the questionnaire calls an option is its label, however people's spellings are spread.
    listed = {as_key(label): label for label in (*codes.values(), *decided.options)}
    alike = spelt_alike(counts)
    return {text: listed.get(as_key(label), alike[label]) for text, label in meant.items()}


def _fit(counts: Mapping[str, int], decided: Decision, codes: Mapping[str, str]) -> OnScale | None:
    # A list of codes says what was offered, whether or not anybody chose it.
    offered = dict.fromkeys(codes.values(), 1) | dict(counts)
    if decided.scale:
        return on_scale(offered, survey_scales()[decided.scale])
    return None if decided.scale == "" else fitting_scale(offered)


def _without_code(
    header: str, values: Mapping[str, int], decided: Decision, codes: Mapping[str, str]
) -> Iterator[Doubt]:
    merged = {as_key(text) for text in decided.merges}
    unknown = [
        text
        for text in values
        if codes and CODE_NUMBER.fullmatch(text) and as_code(text) not in codes
    ]
    if lacking := [text for text in unknown if as_key(text) not in merged]:
        named = ", ".join(f"{text} ({answers(values[text])})" for text in lacking)
        yield Doubt(
            header,
            DoubtKind.CODES,
            f"The list of codes does not have {named}. Say what they mean.",
            blocks=True,
            answers=tuple(lacking),
        )


def _slips(header: str, counts: Mapping[str, int], decided: Decision) -> Iterator[Doubt]:
    settled = {as_key(text) for text in (*decided.merges, *decided.merges.values())}
    settled |= {as_key(label) for label in decided.options}
    for blocks, alike in ((True, slips(counts)), (False, lookalikes(counts))):
        for label, meant in alike.items():
            if as_key(label) not in settled and meant not in alike:
                said = answers(counts[label])
                yield Doubt(
                    header,
                    DoubtKind.MISSPELT,
                    f"'{label}' ({said}) looks like '{meant}'. Say whether it is.",
                    blocks=blocks,
                    answers=(label,),
                    suggestion=Decision(merges={label: meant}),
                )


def _ordered(
    counts: Mapping[str, int], fit: OnScale | None, before: Sequence[str], listed: Sequence[str]
) -> list[OptionReading]:
    """Put options in order: a scale's points, what the questionnaire lists, then others by name.

    What is `listed` was offered, whether or not anybody chose it. Of what was there `before` and
    nobody chose now, nothing says that it was offered again: that it fell to 0 would be made up.
    """
    known = (*before, *listed)
    placed = {as_key(label): at for at, label in reversed([*enumerate(known)])}
    points = [*fit.options(counts)] if fit else []
    if fit and (middle := _listed_middle(fit, counts, placed)):
        points = [
            *(p for p in points if p.side == 1),
            OptionReading(middle, 0, side=0),
            *(p for p in points if p.side != 1),
        ]
    on_scale_already = {as_key(point.label) for point in points}
    others = {label: n for label, n in counts.items() if as_key(label) not in on_scale_already}
    if not fit:
        others |= {label: 0 for label in listed if as_key(label) not in map(as_key, counts)}
    rest = [OptionReading(label, n, role_of(label)) for label, n in others.items()]
    rest.sort(
        key=lambda o: (LAST[o.role], placed.get(as_key(o.label), len(placed)), in_order(o.label))
    )
    return points + rest


def _listed_middle(
    fit: OnScale, counts: Mapping[str, int], placed: Mapping[str, int]
) -> str | None:
    """Return the middle that a list offers and nobody chose."""
    middles = [name for p in fit.scale.points if p.side == 0 for name in (p.label, *p.aliases)]
    chosen = {fit.scale.points[at].side for label, at in fit.points.items() if label in counts}
    return next((m for m in middles if as_key(m) in placed and 0 not in chosen), None)


def _concern(option: OptionReading, concept: Concept) -> str | None:
    is_named = concept in ABOUT_CONCERNS and option.role is OptionRole.ANSWER
    return survey_definitions().concern_of(option.label) if is_named else None


def _spellings(label: str, label_of: Mapping[str, str]) -> tuple[str, ...]:
    return tuple(text for text, meant in label_of.items() if meant == label and text != label)
