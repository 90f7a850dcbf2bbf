"""Which answers are people's own words and were not offered: many of them name somebody."""

import re
from collections.abc import Mapping, Set

from assessment.definitions.spelling import plain
from assessment.survey.questionnaire import ABOUT_PEOPLE, Concept, OptionRole
from assessment.survey.reading.export.column_uses import holds_contact, is_personal
from assessment.survey.reading.labels import as_key, misspelt, role_of
from assessment.survey.reading.proposal import Decision
from assessment.survey.reading.questions.answers.personal_answers import (
    begins_with_name,
    holds_name,
    is_name,
)
from assessment.survey.reading.questions.question_kind import (
    MOST_OPTIONS,
    are_numbers,
    is_known_list,
)

# Among so many answers, something long that only one or two people say is no option.
FEWEST_ANSWERS = 30
MOST_WRITERS = 2
OFTEN = 5
LONG = 25
# So many different things that hardly anybody else says are people's own words.
FEWEST_OWN_WORDS = 3
# Where people wrote their own, fewer than these are too few to show that an answer was offered.
MANY, LARGE_SHARE = 30, 0.1
# What lists end with, whoever made them.
REST = re.compile(
    r"(?:any )?others?(?: (?:please )?(?:specify|state|say|tell us)(?: below)?)?|something else"
    r"|nothing|(?:none|all)(?: of (?:these|the above|them))?|arall"
)


def written_in(
    values: Mapping[str, int], decided: Decision, different: int, concept: Concept = Concept.OTHER
) -> Set[str]:
    """Return what is somebody's own words: a name in it must not become an option's label.

    Nor must a name alone, however few people answered, or what holds a name, an e-mail address, a
    full postcode or a telephone number, however many give it; nor what only one or two say, however
    short, where several such things are said and none is an answer that surveys offer. Beside
    those, and beside answers that surveys do offer, what few give was hardly offered either. A ward
    in which one person lives is a ward, and may be called after somebody.
    """
    settled = settled_in(decided)
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
    unknown = {text for text in rare if not _is_offered(text)}
    if concept not in ABOUT_PEOPLE:
        few = {text for text in _hardly_offered(values) if as_key(text) not in settled}
        is_named = bool(personal) or any(map(begins_with_name, few))
        if len(unknown) >= FEWEST_OWN_WORDS or is_named:
            return personal | unknown | few
    return personal | {
        text
        for text in rare
        if not is_known_list([text]) and (len(text) > LONG or different > MOST_OPTIONS)
    }


def _names_somebody(text: str) -> bool:
    return not is_known_list([text]) and holds_name(text)


def _is_offered(text: str) -> bool:
    """Tell an answer that surveys offer everywhere."""
    return is_known_list([text]) or are_numbers([text]) or bool(REST.fullmatch(plain(text)))


def _hardly_offered(values: Mapping[str, int]) -> Set[str]:
    """Return what few give, or what begins with a name, where the common answers are well known."""
    many = min(MANY, LARGE_SHARE * sum(values.values()))
    given = {text: n for text, n in values.items() if role_of(text) is OptionRole.ANSWER}
    offered = {text for text, n in given.items() if n >= many and _is_offered(text)}
    if len(offered) < 2:
        return set()
    return {
        text
        for text, n in given.items()
        if (n < many or begins_with_name(text))
        and not (_is_offered(text) or misspelt(text, offered))
    }


def settled_in(decided: Decision) -> Set[str]:
    """Return what somebody decided is an answer."""
    return {as_key(t) for t in (*decided.options, *decided.merges, *decided.merges.values())}
