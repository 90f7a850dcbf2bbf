"""The wards that are loaded, found by code or by name in whatever way a file writes them."""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from assessment.definitions.spelling import plain
from assessment.store import Store, Writer

# "Central (Luton)", "Central Ward", "Ward of Central": dropped where the whole is not a name.
AROUND = re.compile(r"^(?:the )?ward of | ward$")
IN_BRACKETS = re.compile(r"\s*\([^()]*\)\s*$")


@dataclass(frozen=True, order=True)
class Ward:
    """A ward by the name that extracts write, its code, and its district where that is known."""

    name: str
    code: str
    district: str | None


@dataclass(frozen=True)
class KnownWards:
    """Wards by code and by the words of their names; of one name, those of different districts."""

    by_code: Mapping[str, Ward]
    by_words: Mapping[str, Sequence[Ward]]

    def named(self, text: str) -> tuple[Ward, ...]:
        """Return the wards that a text may mean: one by its code, or all that have its name."""
        if ward := self.by_code.get(text.strip().upper()):
            return (ward,)
        for words in (plain(text), plain(IN_BRACKETS.sub("", text))):
            for name in (words, AROUND.sub("", words)):
                if wards := self.by_words.get(name):
                    return tuple(wards)
        return ()

    def and_recorded(self, wards: Iterable[tuple[str, str]]) -> "KnownWards":
        """Add wards that records name, with their districts, where no ward loaded is called so."""
        by_words = dict(self.by_words)
        for name, district in wards:
            named = by_words.get(plain(name), ())
            if all(ward.district != district for ward in named):
                by_words[plain(name)] = (*named, Ward(name, "", district))
        return KnownWards(self.by_code, by_words)

    def in_district(self, text: str, district: str | None) -> Ward | None:
        """Return the ward of a district that a text means; None where it has none of that name."""
        return next((ward for ward in self.named(text) if ward.district == district), None)


def known_wards(reader: Store | Writer) -> KnownWards:
    """Return every ward that boundaries and look-ups name, the latest of one name first."""
    by_code: dict[str, Ward] = {}
    by_words: dict[str, dict[str | None, Ward]] = defaultdict(dict)
    for code, name, welsh_name, district in reader.rows("wards_loaded"):
        ward = by_code.setdefault(code, Ward(name, code, district))
        for text in filter(None, (name, welsh_name)):
            by_words[plain(text)].setdefault(district, ward)
    return KnownWards(by_code, {words: tuple(wards.values()) for words, wards in by_words.items()})


def work_out_ward_names(writer: Writer, extract: int | None = None) -> None:
    """Work out which ward is meant by those that records name, or only those of one extract."""
    if extract is None:
        writer.run("clear_known_wards")
    wards = known_wards(writer)
    if not wards.by_code:
        return
    meant = {
        (said, district): ward.name
        for said, district in writer.rows("wards_said", extract=extract)
        if (ward := wards.in_district(said, district)) and ward.name != said
    }
    writer.run(
        "put_known_wards",
        said=[said for said, _ in meant],
        districts=[district for _, district in meant],
        wards=list(meant.values()),
    )
