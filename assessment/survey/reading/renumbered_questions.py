"""Questions that stand under another number than in the earlier wave: known by their words."""

from collections.abc import Iterable, Mapping, Sequence
from itertools import product

from assessment.survey.questionnaire import QuestionKind
from assessment.survey.reading.earlier_decisions import Decisions
from assessment.survey.reading.export.headers.question_headers import ExportColumn
from assessment.survey.reading.labels import QUESTION_NUMBER, question_words
from assessment.survey.reading.questions.age_bands import IN_BANDS
from assessment.survey.reading.questions.column_groups import ColumnGroup, grouped
from assessment.survey.reading.questions.recommendation import GROUPED

# What is read beside a question has a header of its own: that of the question, and one of these.
BESIDE = ("", f" ({QuestionKind.TEXT})", " (in their own words)", IN_BANDS, GROUPED)
# What parts a question of an earlier wave from one that may be it or not.
BEFORE = " (as asked before)"


def groups_in(columns: Sequence[ExportColumn]) -> tuple[ColumnGroup, ...]:
    """Return the questions of an export, whatever its columns are for."""
    return grouped(columns, dict.fromkeys(column.at for column in columns))


def headers_in(columns: Sequence[ExportColumn]) -> frozenset[str]:
    """Return every header that a decision about an export's columns may have."""
    names = (name for group in groups_in(columns) for name in (group.header, *group.alone))
    return frozenset(f"{name}{beside}" for name, beside in product(names, BESIDE))


def carried_over(remembered: Decisions, columns: Sequence[ExportColumn]) -> Decisions:
    """Put what is remembered of questions under the headers that they have in an export.

    Where several have the same words and stand under other numbers now, nothing tells which is
    which: none is taken for known, and each is asked about.
    """
    now = _by_words(headers_in(columns))
    renamed: dict[str, str] = {}
    for words, headers in _by_words(remembered).items():
        candidates = now.get(words, set())
        if len(headers) == len(candidates) == 1:
            renamed |= dict(zip(headers, candidates, strict=True))
        elif candidates and candidates != headers:
            renamed |= {header: f"{header}{BEFORE}" for header in headers}
    return {renamed.get(header, header): decision for header, decision in remembered.items()}


def moved(remembered: Decisions, carried: Decisions) -> tuple[str, ...]:
    """Return the headers under which questions stood that now stand under another."""
    kept = {header.removesuffix(BEFORE) for header in carried}
    return tuple(header for header in remembered if header not in kept)


def are_known_by_number(headers: Iterable[str], carried: Decisions) -> bool:
    """Tell whether a question is remembered by nothing but a number, which may be another's now."""
    known = (header for header in headers if header in carried and carried[header].same_as)
    return any(QUESTION_NUMBER.fullmatch(header) for header in known)


def _by_words(headers: Iterable[str]) -> Mapping[str, set[str]]:
    by_words: dict[str, set[str]] = {}
    for header in headers:
        by_words.setdefault(question_words(header), set()).add(header)
    return by_words
