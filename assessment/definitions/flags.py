"""Flags mark records that are already counted as offences or incidents: they never add to them."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from assessment.definitions.wording import plain

YES = frozenset({"y", "yes", "1", "1 0", "true", "t", "x"})
TICKS = frozenset({"✓", "✔"})
BLANK = frozenset({"", "-", "–", "—"})
# "Unknown" and "?" are not among them: what they mean is for the analyst to decide.
NO = frozenset({"n", "no", "0", "0 0", "false", "f", "none", "nil", "null", "na", "n a", "nan"})
NEGATION = re.compile(r"^(?:non|not|no) ")
SEPARATORS = re.compile(r"[;,|/+&\n]")
SEPARATORS_AND = re.compile(r"[;,|/+&\n]|\band\b", re.IGNORECASE)
ANY_FLAG = "flags"


@dataclass(frozen=True)
class Flags:
    """The flags there are: what each is called, and which are members of which."""

    aliases: Mapping[str, str]
    families: Mapping[str, str]

    def said(self, field: str, text: str) -> frozenset[str] | None:
        """Return the flags that a column's text says; None if it is not understood."""
        if field != ANY_FLAG and (plain(text) in YES or text.strip() in TICKS):
            return frozenset({field})
        # Some names hold a separator of their own ("Race/ethnicity"), so the whole is tried first.
        for parts in ([text], SEPARATORS.split(text), SEPARATORS_AND.split(text)):
            if (flags := self._all(field, parts)) is not None:
                return flags
        return None

    def _all(self, field: str, parts: Iterable[str]) -> frozenset[str] | None:
        every = [self._one(field, plain(part)) for part in parts if part.strip() not in BLANK]
        understood = [flags for flags in every if flags is not None]
        return frozenset().union(*understood) if len(understood) == len(every) else None

    def _one(self, field: str, word: str) -> frozenset[str] | None:
        if word in NO or NEGATION.sub("", word) != word and self._known(field, word):
            return frozenset()
        flag = self.aliases.get(word)
        if flag is None or field not in (ANY_FLAG, flag, self.families[flag]):
            return None
        return frozenset({flag, self.families[flag]})

    def _known(self, field: str, word: str) -> bool:
        return self._one(field, NEGATION.sub("", word)) is not None
