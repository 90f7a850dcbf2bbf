"""Totals that published tables print beside what they add up, such as all theft with burglary.

No record is counted under one: a table's total is checked against its parts, and never added.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from assessment.definitions.spelling import plain
from assessment.definitions.toml_reader import Entry


@dataclass(frozen=True)
class PublishedTotal:
    """A total of some measures of a set; `names` are the plain words that mean nothing else.

    `may_mean` are words that mean it in some tables and the measure `otherwise` in others; `asked`
    those of them that are published for either, so that only the table or its owner can tell.
    """

    id: str
    label: str
    counts: tuple[str, ...]
    names: frozenset[str]
    may_mean: frozenset[str]
    asked: frozenset[str]
    otherwise: str | None
    question: str | None

    def leaves(self, leaves_of: Mapping[str, Collection[str]]) -> frozenset[str]:
        """Return everything that it adds up, by what each measure of its set is made of."""
        return frozenset().union(*(leaves_of[measure] for measure in self.counts))


def read_published_total(entry: Entry) -> PublishedTotal:
    """Read an entry; what is wrong with a field is noted in it."""
    label = entry.text("label")
    total = PublishedTotal(
        id=entry.text("id"),
        label=label,
        counts=entry.texts("counts", at_least=1),
        names=frozenset(map(plain, (label, *entry.texts("names")))),
        may_mean=frozenset(map(plain, entry.texts("may_mean"))),
        asked=frozenset(map(plain, entry.texts("asked"))),
        otherwise=entry.optional_text("otherwise"),
        question=entry.optional_text("question"),
    )
    entry.close()
    return total


def check_published_total(entry: Entry, total: PublishedTotal, names: Mapping[str, str]) -> None:
    """Note what it counts and is not there, and names that mean a measure as well.

    `names` leads from the plain words of a measure to its id.
    """
    measures = {*names.values()}
    entry.known("counts", total.counts, measures)
    for name in sorted(total.names & names.keys()):
        entry.wrong("names", f"what does not already mean {names[name]}", name)
    for name in sorted(total.may_mean):
        if names.get(name) != total.otherwise:
            entry.wrong("may_mean", f"names of {total.otherwise}", name)
    if total.asked - total.may_mean or bool(total.asked) != bool(total.question):
        entry.wrong("asked", "some of may_mean, and a question", sorted(total.asked))
