"""What the outcomes that sources write come to, from data/definitions/outcomes.toml."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from assessment.definitions.definition_files import Authored, open_file, read_authored
from assessment.definitions.spelling import plain
from assessment.definitions.toml_reader import Entry, Faults, twice
from assessment.errors import DefinitionFault

# "Outcome 16", "Type 1A: Charge/Summons", "08 - Community resolution".
NUMBERED = re.compile(r"(?:outcome |type )*0*(?P<code>\d{1,2}a?)(?: (?P<words>.+))?")


class OutcomeGroup(StrEnum):
    """What became of a record."""

    SOLVED = "solved"
    OTHER = "other"  # it is closed, and nobody was charged or dealt with
    OPEN = "open"  # no outcome yet
    UNSAID = "unsaid"  # the source says nothing of this record
    UNKNOWN = "unknown"  # what it says is not understood


@dataclass(frozen=True)
class Outcomes:
    """The groups of outcomes by their words, reduced to letters, and by the Home Office's codes.

    `months_to_finish` is how long a record has for its outcome before it is compared.
    """

    authored: Authored
    months_to_finish: int
    by_words: Mapping[str, OutcomeGroup]
    by_code: Mapping[str, OutcomeGroup]

    def of(self, text: str | None) -> OutcomeGroup:
        """Return what an outcome comes to, as a source writes it; None where it wrote nothing."""
        words = plain(text or "")
        if not words:
            return OutcomeGroup.UNSAID
        if known := self.by_words.get(words):
            return known
        if numbered := NUMBERED.fullmatch(words):
            said = numbered["words"]
            # A number beside words that say otherwise is a number of somebody's own.
            by_words = self.by_words.get(said) if said else None
            return by_words or self.by_code.get(numbered["code"], OutcomeGroup.UNKNOWN)
        return OutcomeGroup.UNKNOWN


def read_outcomes(path: Path) -> Outcomes:
    """Read the file; raises DefinitionFault with every fault."""
    faults = Faults()
    entry = open_file(path, faults)
    if entry is None:
        faults.raise_any()
        raise DefinitionFault(path.name)
    authored, months = read_authored(entry), entry.whole("months_to_finish")
    groups = [_read(group) for group in entry.entries("group", named_by="id")]
    entry.close()
    words = [(plain(text), group) for group, texts, _ in groups for text in texts]
    codes = [(code, group) for group, _, its_codes in groups for code in its_codes]
    for key, pairs in (("words", words), ("codes", codes)):
        for repeated in twice(name for name, _ in pairs):
            entry.wrong(key, "each of them once", repeated)
    faults.raise_any()
    return Outcomes(authored, months, dict(words), dict(codes))


def _read(entry: Entry) -> tuple[OutcomeGroup, tuple[str, ...], tuple[str, ...]]:
    group = entry.one_of("id", OutcomeGroup)
    read = group, entry.texts("words", at_least=1), entry.texts("codes")
    entry.close()
    return read
