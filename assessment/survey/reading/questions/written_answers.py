"""What people wrote of their own among the options: counted as one, kept apart as comments."""

from collections.abc import Iterator, Mapping, Set
from dataclasses import replace

from assessment.numbers import count_of
from assessment.survey.questionnaire import (
    ABOUT_PEOPLE,
    OWN_WORDS,
    Concept,
    OptionRole,
    QuestionKind,
)
from assessment.survey.reading.export.cell_meanings import Meaning, QuestionReading
from assessment.survey.reading.export.column_uses import holds_contact, is_personal
from assessment.survey.reading.export.column_values import ColumnValues
from assessment.survey.reading.labels import as_key, misspelt, role_of
from assessment.survey.reading.proposal import (
    ColumnReading,
    Decision,
    Doubt,
    DoubtKind,
    OptionReading,
)
from assessment.survey.reading.questions.answers.personal_answers import (
    holds_name,
    is_name,
    names_in,
    says_who,
)
from assessment.survey.reading.questions.column_groups import ColumnGroup
from assessment.survey.reading.questions.question_kind import (
    MOST_OPTIONS,
    are_numbers,
    is_known_list,
)
from assessment.survey.reading.questions.recognition_context import Context, question_of

# Among so many answers, something long that only one or two people say is no option.
FEWEST_ANSWERS = 30
MOST_WRITERS = 2
OFTEN = 5
LONG = 25
# So many different things that hardly anybody else says are people's own words.
FEWEST_OWN_WORDS = 3


def heard(values: ColumnValues, decided: Decision) -> ColumnValues:
    """Return what a column says; what somebody decided is an answer is one of its values."""
    meant = {text: n for text, n in values.personal.items() if as_key(text) in _settled(decided)}
    return replace(
        values,
        filled=values.filled + sum(meant.values()),
        different=values.different + len(meant),
        counts={**values.counts, **meant},
        personal={text: n for text, n in values.personal.items() if text not in meant},
    )


def written_in(
    values: Mapping[str, int], decided: Decision, different: int, concept: Concept = Concept.OTHER
) -> Set[str]:
    """Return what is somebody's own words: a name in it must not become an option's label.

    Nor must a name alone, however few people answered, or what holds a name, an e-mail address, a
    full postcode or a telephone number, however many give it; nor what only one or two say, however
    short, where several such things are said and none is an answer that surveys offer. A ward in
    which one person lives is a ward, and may be called after somebody.
    """
    settled = _settled(decided)
    personal = {
        text
        for text, n in values.items()
        if (is_personal(text) or holds_contact(text) or (n <= MOST_WRITERS and is_name(text)))
        and as_key(text) not in settled
    }
    if concept is not Concept.WARD:
        named = {text for text in values if as_key(text) not in settled and _names_somebody(text)}
        personal |= named
    common = [text for text, n in values.items() if n >= OFTEN]
    if sum(values.values()) < FEWEST_ANSWERS or len(common) < 2:
        return personal
    rare = {
        text
        for text, n in values.items()
        if n <= MOST_WRITERS
        and as_key(text) not in settled
        and role_of(text) is OptionRole.ANSWER
        and not misspelt(text, common)
    }
    unknown = {text for text in rare if not (is_known_list([text]) or are_numbers([text]))}
    if concept not in ABOUT_PEOPLE and len(unknown) >= FEWEST_OWN_WORDS:
        return personal | unknown
    return personal | {
        text
        for text in rare
        if not is_known_list([text]) and (len(text) > LONG or different > MOST_OPTIONS)
    }


def _names_somebody(text: str) -> bool:
    return not is_known_list([text]) and holds_name(text)


def _is_repeated_name(values: Mapping[str, int], text: str) -> bool:
    return values[text] > MOST_WRITERS and holds_name(text) and not holds_contact(text)


def own_words_doubt(header: str, values: Mapping[str, int], written: Set[str]) -> Iterator[Doubt]:
    """Tell how much was taken for people's own words, none of which is shown: it may name them."""
    own = tuple(
        text for text in values if text in written and not (says_who(text) or holds_contact(text))
    )
    if names := tuple(
        text for text in values if text in written and _is_repeated_name(values, text)
    ):
        answers = count_of(len(names), "answer that several people gave holds", "answers hold")
        yield Doubt(
            header,
            DoubtKind.WRITTEN_IN,
            f"{answers} what may be somebody's name: it counts as another answer, and somebody "
            "reads it before it is shown. If it is an option, say so.",
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


def _settled(decided: Decision) -> Set[str]:
    return {as_key(t) for t in (*decided.options, *decided.merges, *decided.merges.values())}
