"""What can be answered with one click about a doubt, each answer with the decision that it is."""

from collections.abc import Callable, Mapping

from assessment.survey.questionnaire import QuestionKind
from assessment.survey.reading.proposal import Decision, Doubt, DoubtKind

OF_ITS_OWN = "an answer of its own"
KIND_IN_WORDS = {
    QuestionKind.NUMBER: "They are numbers",
    QuestionKind.TEXT: "It is free text",
    QuestionKind.SINGLE: "They are options",
}
Answers = list[tuple[str, Decision]]


def answers_to(doubt: Doubt) -> Answers:
    """Return what can be answered with one click; nothing where it is chosen from a list."""
    if of_kind := BY_KIND.get(doubt.kind):
        return of_kind(doubt)
    likely = doubt.suggestion
    if likely is None:
        return []
    as_said = _as_said(doubt)
    if likely.codes:
        return _codes(likely, as_said)
    if likely.kind is QuestionKind.MULTIPLE:
        return [("They are several answers", likely), (f"Each is {OF_ITS_OWN}", as_said)]
    if likely.kind:
        return [(KIND_IN_WORDS[likely.kind], likely)]
    if likely.merges:
        means = " or ".join(dict.fromkeys(likely.merges.values()))
        return [(f"Read it as “{means}”", likely), (f"It is {OF_ITS_OWN}", as_said)]
    return [("It is one option", likely)]


def may_be_silent(doubt: Doubt) -> bool:
    """Tell whether what is doubted may say that there is no answer at all."""
    likely = doubt.suggestion
    if doubt.kind is DoubtKind.UNKNOWN_LABEL:
        return True
    stray = likely is None or (likely.kind is QuestionKind.NUMBER and len(likely.codes) > 0)
    return doubt.kind is DoubtKind.CODES and doubt.blocks and stray


def silences(doubt: Doubt) -> Answers:
    """Return the two ways in which what was said may be no answer."""
    return [
        ("It was not asked", Decision(not_asked=doubt.answers)),
        ("It was left blank", Decision(blanks=doubt.answers)),
    ]


def _as_said(doubt: Doubt) -> Decision:
    return Decision(merges={answer: answer for answer in doubt.answers})


def _codes(likely: Decision, as_said: Decision) -> Answers:
    if len(likely.codes) > 1:
        means = ", ".join(f"{code} = {label}" for code, label in likely.codes.items())
        return [
            (f"Use the list: {means}", likely),
            (KIND_IN_WORDS[QuestionKind.NUMBER], as_said),
        ]
    (means,) = likely.codes.values()
    return [(f"It means “{means}”", likely), ("It is a number", as_said)]


def _reworded(doubt: Doubt) -> Answers:
    return [("It is the same question", doubt.suggestion)] if doubt.suggestion else []


def _two_numbers(doubt: Doubt) -> Answers:
    return [("They are one question", doubt.suggestion)] if doubt.suggestion else []


def _alike(_doubt: Doubt) -> Answers:
    return [
        ("Leave the repeats out", Decision(keep_alike=False)),
        ("Keep them: they are other people", Decision(keep_alike=True)),
    ]


def _namesakes(doubt: Doubt) -> Answers:
    return [("Keep the latest of each", doubt.suggestion)] if doubt.suggestion else []


def _same_text(doubt: Doubt) -> Answers:
    if not doubt.blocks or doubt.suggestion is None:
        return []
    order = [("It is the same, in the same order", doubt.suggestion)]
    swapped = [
        ("It is the other one", Decision(same_as=slug, is_same=True)) for slug in doubt.answers
    ]
    return [*order, *swapped]


def _elsewhere(doubt: Doubt) -> Answers:
    keep = Decision(residents=doubt.answers)
    if doubt.suggestion == keep:
        return [("Keep them", keep)]
    return [("Leave them out", Decision(elsewhere=doubt.answers)), ("They count", keep)]


def _not_asked(doubt: Doubt) -> Answers:
    an_answer = ("It is an answer", _as_said(doubt))
    return [*silences(doubt), an_answer] if doubt.blocks else [an_answer]


def _one_answer(doubt: Doubt) -> Answers:
    if not doubt.blocks:
        return []
    return [
        ("It is a question of its own", Decision(kind=QuestionKind.SINGLE)),
        ("Leave it out", Decision(leave_out=True)),
    ]


def _written_in(doubt: Doubt) -> Answers:
    return [("They are options", doubt.suggestion)] if doubt.suggestion else []


def _none_ticked(doubt: Doubt) -> Answers:
    return [("They answered: none applies", doubt.suggestion)] if doubt.suggestion else []


def _weight(doubt: Doubt) -> Answers:
    if not doubt.blocks:
        return []
    return [
        ("Weight answers by it", Decision(weight=True)),
        ("Do not use it", Decision(weight=False, leave_out=True)),
    ]


def _no_wording(doubt: Doubt) -> Answers:
    return [("It asks what is a problem", doubt.suggestion)] if doubt.suggestion else []


BY_KIND: Mapping[DoubtKind, Callable[[Doubt], Answers]] = {
    DoubtKind.REWORDED: _reworded,
    DoubtKind.TWO_NUMBERS: _two_numbers,
    DoubtKind.ALIKE: _alike,
    DoubtKind.NAMESAKES: _namesakes,
    DoubtKind.SAME_TEXT: _same_text,
    DoubtKind.ELSEWHERE: _elsewhere,
    DoubtKind.NOT_ASKED: _not_asked,
    DoubtKind.ONE_ANSWER: _one_answer,
    DoubtKind.NO_WORDING: _no_wording,
    DoubtKind.WEIGHT: _weight,
    DoubtKind.NONE_TICKED: _none_ticked,
    DoubtKind.WRITTEN_IN: _written_in,
}
