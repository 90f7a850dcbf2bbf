"""What people wrote of their own among the options: counted as one, kept apart as comments."""

from collections.abc import Iterator, Mapping, Set
from dataclasses import replace

from assessment.numbers import count_of
from assessment.survey.questionnaire import (
    OWN_WORDS,
    QuestionKind,
)
from assessment.survey.reading.export.cell_meanings import Meaning, QuestionReading
from assessment.survey.reading.export.column_uses import holds_contact
from assessment.survey.reading.export.column_values import ColumnValues
from assessment.survey.reading.labels import as_key
from assessment.survey.reading.proposal import (
    ColumnReading,
    Decision,
    Doubt,
    DoubtKind,
    OptionReading,
)
from assessment.survey.reading.questions.answers.own_words import (
    FEWEST_OWN_WORDS,
    MOST_WRITERS,
    settled_in,
)
from assessment.survey.reading.questions.answers.personal_answers import (
    names_in,
    says_who,
)
from assessment.survey.reading.questions.column_groups import ColumnGroup
from assessment.survey.reading.questions.recognition_context import Context, question_of


def heard(values: ColumnValues, decided: Decision) -> ColumnValues:
    """Return what a column says; what somebody decided is an answer is one of its values."""
    meant = {text: n for text, n in values.personal.items() if as_key(text) in settled_in(decided)}
    return replace(
        values,
        filled=values.filled + sum(meant.values()),
        different=values.different + len(meant),
        counts={**values.counts, **meant},
        personal={text: n for text, n in values.personal.items() if text not in meant},
    )


def _is_repeated(values: Mapping[str, int], text: str) -> bool:
    return values[text] > MOST_WRITERS and not holds_contact(text)


def own_words_doubt(header: str, values: Mapping[str, int], written: Set[str]) -> Iterator[Doubt]:
    """Tell how much was taken for people's own words, none of which is shown: it may name them."""
    own = tuple(
        text for text in values if text in written and not (says_who(text) or holds_contact(text))
    )
    if names := tuple(text for text in values if text in written and _is_repeated(values, text)):
        answers = count_of(
            len(names), "answer that several people gave", "answers that several people gave"
        )
        yield Doubt(
            header,
            DoubtKind.WRITTEN_IN,
            f"{answers} may name somebody, or be people's own words: such count as another answer, "
            "and somebody reads them before they are shown. If one is an option, say so.",
            blocks=False,
            answers=names,
            suggestion=Decision(merges={text: text for text in names}),
        )
        own = tuple(text for text in own if text not in names)
    if len(own) >= FEWEST_OWN_WORDS:
        yield Doubt(
            header,
            DoubtKind.WRITTEN_IN,
            f"{len(own)} different answers are given by one or two people each: they were taken "
            "for people's own words, which somebody reads before they are shown, and count as "
            "other answers. If they are options, say so.",
            blocks=False,
            suggestion=Decision(merges={text: text for text in own}),
        )


def who_wrote(
    context: Context, values: ColumnValues, group: ColumnGroup, options: Mapping[str, int]
) -> Mapping[str, int]:
    """Return what says nothing but who somebody is, and no option is."""
    names = names_in(context.writer, group.positions).get(group.positions[0], {})
    return {**values.personal, **{t: n for t, n in names.items() if t not in options}}


def with_others(options: tuple[OptionReading, ...], others: int) -> tuple[OptionReading, ...]:
    """Return options with "Other" last, if anybody wrote something of their own."""
    known = [option for option in options if option.label != OWN_WORDS]
    return (*known, OptionReading(OWN_WORDS, others)) if others else options


def with_own_words(
    group: ColumnGroup,
    column: ColumnReading,
    label_of: Mapping[str, str],
    others: int,
    who: Mapping[str, int],
) -> Iterator[QuestionReading]:
    """Read options, and beside them what people wrote of their own."""
    (at,) = group.positions
    meanings = [Meaning(at, text, label) for text, label in label_of.items()]
    meanings += [Meaning(at, text, OWN_WORDS) for text in who]
    reading = QuestionReading(column, (at,), tuple(meanings), personal=sum(who.values()))
    yield replace(reading, others=OWN_WORDS, others_at=(at,)) if others else reading
    if others > reading.personal:
        yield _own_words(group, others - reading.personal)


def _own_words(group: ColumnGroup, n: int) -> QuestionReading:
    """Keep what was written as a question of its own, in free text."""
    own = ColumnGroup(
        f"{group.header} ({QuestionKind.TEXT})", f"{group.wording} – {OWN_WORDS}", group.columns
    )
    return QuestionReading(question_of(own, QuestionKind.TEXT, n), group.positions)
