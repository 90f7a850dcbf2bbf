"""Categories that say an offence code, in a column of its own or in place of words."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from assessment.definitions import (
    HOME_OFFICE,
    POLICE,
    MeasureSet,
    is_offence_code,
    offence_reference,
)

# As stage_rows.sql writes what a column of codes says, before the words of the other columns.
IN_BRACKETS = re.compile(r"\[([^\]]*)\]\s*(.*)", re.DOTALL)
# "8N - Assault with injury", "105A Common assault": a code and words in one cell.
CODE_AND_WORDS = re.compile(
    r"(\d{1,3}[A-Za-z]?(?:[./]\d{1,2})?)(?:\s*[-–:]\s*|\s+)(\D.*)", re.DOTALL
)
# As forces number what they record and is no crime: NC1, N/C, NICL/15, N200, 999/99.
NO_CRIME_CODE = re.compile(
    r"N/?C[A-Z]{0,2}[ ./-]?\d{0,4}|NICL?[ ./-]?\d{0,4}|N[ ./-]?\d{2,4}|999/\d{1,2}", re.I
)
# A column of bare numbers may be anything: it is one of codes if most of it is known as codes.
FEWEST_CODES = 4
SHARE_KNOWN = 0.75

Counted = Sequence[tuple[str, int]]


@dataclass(frozen=True)
class CodedCategory:
    """A category as a code and words; either may be empty."""

    code: str
    words: str

    @property
    def has_both(self) -> bool:
        """Whether one can be held against the other."""
        return bool(self.code and self.words)


class OffenceCoding:
    """How the categories of one file are read in one set of measures: by code, and by words.

    Codes that more often contradict the words beside them than agree are another system's; so are
    those beside no words that are known, unless most are the Home Office's and some have letters,
    as 8N. Then the words alone are read.
    """

    def __init__(self, measures: MeasureSet, counted: Counted, *, has_codes: bool) -> None:
        self._measures = measures
        self._are_codes = has_codes or _are_codes(counted)
        self._has_column = has_codes
        against = [(text, n) for text, n in counted if self.contradicts(text)]
        agreeing = sum(n for text, n in counted if self._agrees(text))
        self.is_trusted = (
            agreeing >= sum(n for _, n in against)
            if agreeing or against
            else are_known_codes([(self._parted(text).code, n) for text, n in counted])
        )
        self.contradicting = tuple(against)

    def leaf_for(self, text: str) -> str | None:
        """Return the measure of a category, or None if it is not known."""
        parted = self._parted(text)
        if not parted.code:
            return self._by_words(parted.words)
        by_code = self._by_code(parted.code) if self.is_trusted else None
        return by_code or self._by_words(parted.words)

    def contradicts(self, text: str) -> bool:
        """Tell whether a category's code and its words are known and mean different things."""
        by_code, by_words = self._both(text)
        return bool(by_code and by_words and by_code not in self._measures.measure(by_words).leaves)

    def _agrees(self, text: str) -> bool:
        by_code, by_words = self._both(text)
        return bool(by_code and by_words) and not self.contradicts(text)

    def _both(self, text: str) -> tuple[str | None, str | None]:
        parted = self._parted(text)
        if not parted.has_both:
            return None, None
        return self._by_code(parted.code), self._by_words(parted.words)

    def _parted(self, text: str) -> CodedCategory:
        if self._measures.data_set != POLICE:  # no partner writes offence codes
            return CodedCategory("", text)
        if self._has_column and (bracketed := IN_BRACKETS.fullmatch(text.strip())):
            return CodedCategory(bracketed[1].strip(), bracketed[2].strip())
        if self._are_codes and is_offence_code(text):
            return CodedCategory(text.strip(), "")
        return CodedCategory("", text)

    def _by_code(self, code: str) -> str | None:
        # The categories of another set are not made of offence codes.
        return offence_reference().measure_of(code) if self._measures.id == HOME_OFFICE else None

    def _by_words(self, words: str) -> str | None:
        if (leaf := self._measures.leaf_for(words)) or self._measures.id != HOME_OFFICE:
            return leaf
        # A code before words says what they say, or the two are not understood.
        if parts := CODE_AND_WORDS.fullmatch(words.strip()):
            by_words, by_code = self._measures.leaf_for(parts[2]), self._by_code(parts[1])
            if by_words and by_code in (None, by_words, *self._measures.measure(by_words).leaves):
                return by_code or by_words
        return None


def _are_codes(counted: Counted) -> bool:
    """Tell whether what stands where words are expected are offence codes."""
    written = [(text, n) for text, n in counted if text.strip()]
    all_written_so = all(is_offence_code(text) for text, _ in written)
    return len(written) >= FEWEST_CODES and all_written_so and are_known_codes(written)


def are_known_codes(counted: Counted) -> bool:
    """Tell whether most rows have a code of the Home Office's, and some are no bare numbers."""
    written = [(code, n) for code, n in counted if code and not is_no_crime_code(code)]
    known = [(code, n) for code, n in written if offence_reference().measure_of(code)]
    are_most = sum(n for _, n in known) >= SHARE_KNOWN * sum(n for _, n in written)
    return are_most and any(not code.isdecimal() for code, _ in known)


def is_no_crime_code(code: str) -> bool:
    """Tell whether a code is one by which forces number incidents that are no crimes."""
    return NO_CRIME_CODE.fullmatch(code.strip()) is not None


def in_code_and_words(text: str) -> CodedCategory:
    """Part a category that is kept as it was staged, where it is written as a code."""
    if bracketed := IN_BRACKETS.fullmatch(text.strip()):
        return CodedCategory(bracketed[1].strip(), bracketed[2].strip())
    return CodedCategory(text.strip(), "") if is_offence_code(text) else CodedCategory("", text)
