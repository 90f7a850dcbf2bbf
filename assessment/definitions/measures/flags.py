"""Flags mark records that are already counted as offences or incidents: they never add to them."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from assessment.definitions.spelling import plain

YES = frozenset({"y", "yes", "1", "1 0", "true", "t", "x"})
TICKS = frozenset({"✓", "✔"})
BLANK = frozenset({"", "-", "–", "—"})
# "Unknown" and "?" are not among them: what they mean is for the analyst to decide.
NO = frozenset({"n", "no", "0", "0 0", "false", "f", "none", "nil", "null", "na", "n a", "nan"})
NEGATION = re.compile(r"^(?:non|not|no) ")
SEPARATORS = re.compile(r"[;,|/+&:\n]|\s[-–—]\s")
SEPARATORS_AND = re.compile(rf"{SEPARATORS.pattern}|\band\b", re.IGNORECASE)
ANY_FLAG = "flags"


@dataclass(frozen=True)
class Flags:
    """Every flag: what each is called, and which are members of which."""

    aliases: Mapping[str, str]
    families: Mapping[str, str]

    def said(self, field: str, text: str) -> frozenset[str] | None:
        """Return the flags that a column's text says; None if it is not understood."""
        # Some names hold a separator of their own ("Race/ethnicity"), so the whole is tried first.
        for parts in ([text], SEPARATORS.split(text), SEPARATORS_AND.split(text)):
            if (flags := self._all(field, parts)) is not None:
                return flags
        return None

    def _all(self, field: str, parts: Iterable[str]) -> frozenset[str] | None:
        written = [part for part in parts if part.strip() not in BLANK]
        understood = [flags for part in written if (flags := self._one(field, part)) is not None]
        flags = frozenset[str]().union(*understood)
        # "Knife: N" must not be read as knife: a yes and a plain no together are not understood.
        contradicts = flags and any(plain(part) in NO for part in written)
        return None if contradicts or len(understood) < len(written) else flags

    def _one(self, field: str, part: str) -> frozenset[str] | None:
        word = plain(part)
        if field != ANY_FLAG and (word in YES or part.strip() in TICKS):
            return frozenset({field, self.families[field]})
        denied = NEGATION.sub("", word)
        if word in NO or (denied != word and self._one(field, denied) is not None):
            return frozenset()
        # In a column of its own, a flag need not be repeated: "Disability" of hate crime.
        flag = self.aliases.get(word) or self.aliases.get(f"{plain(field)} {word}")
        if flag is None or field not in (ANY_FLAG, flag, self.families[flag]):
            return None
        return frozenset({flag, self.families[flag]})
