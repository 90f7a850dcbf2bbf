"""Records that could be of a measure and are not known to be: they stop its comparison.

A record whose category nobody knows could be any offence, and, where the same source answers for
it, anti-social behaviour. A record that says only its group could be of any member of the group.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from assessment.changes.comparable.chosen_sources import ChosenSource, ChosenSources
from assessment.changes.comparable.ground_records import GroundRecords
from assessment.changes.comparable.refusal import Refusal
from assessment.changes.question import Question
from assessment.definitions import FLAGS, Measure, groups_beside
from assessment.numbers import count_of, listed
from assessment.people import Permission
from assessment.permissions import needs
from assessment.workspace import Workspace

UNMAPPED = "unmapped"
MOST_NAMED = 3
WHERE_TO_MAP = "say what they mean under Upload data"
NO_KIND = Refusal(
    "records of a category that is not known are no kind of record: their number says what is left "
    "to be understood, not what happened"
)


@dataclass(frozen=True)
class UnknownCategories:
    """The records that are not wholly known, of the sources that answer a question.

    `unmapped` are their categories by ground and source, with the records of each, most first.
    """

    question: Question
    records: GroundRecords
    unmapped: Mapping[tuple[str, str], Sequence[tuple[str, int]]]

    def against(self, measure: Measure, sources: Sequence[ChosenSource]) -> Iterator[Refusal]:
        """Yield what could be of a measure, in the grounds and about the subjects of sources."""
        # A flag stands on a record whatever its category means.
        if measure.measure_set == FLAGS:
            return
        if measure.leaves == (UNMAPPED,):
            yield NO_KIND
        elif UNMAPPED not in measure.leaves:
            yield from self._unmapped(sources)
        for group in groups_beside(measure):
            yield from self._only_grouped(group, sources)

    def _unmapped(self, sources: Sequence[ChosenSource]) -> Iterator[Refusal]:
        categories: dict[str, int] = defaultdict(int)
        answering = {(source.ground, source.source) for source in sources}
        for ground_and_source in sorted(answering & self.unmapped.keys()):
            for category, records in self.unmapped[ground_and_source]:
                categories[category] += records
        if categories:
            most_first = sorted(categories.items(), key=lambda item: (-item[1], item[0]))
            named = [f"'{text.strip() or '(blank)'}' ({n:,})" for text, n in most_first]
            total = sum(categories.values())
            yield Refusal(
                f"{count_of(total, 'record')} of a category that is not known could be among these "
                f"({listed(named, MOST_NAMED, 'other categories')}): {WHERE_TO_MAP}",
                "records of a category that is not known could be among these: whoever loads "
                "extracts can say what they mean under Upload data",
            )

    def _only_grouped(self, group: Measure, sources: Sequence[ChosenSource]) -> Iterator[Refusal]:
        months = self.question.needed_months
        records = sum(
            self.records.count(ground, source, (group.id,), months)
            for ground, source in {(source.ground, source.source) for source in sources}
        )
        if records:
            label = group.label.lower()
            yield Refusal(
                f"{count_of(records, 'record says', 'records say')} only '{label}' and not of "
                "which kind, and could be among these: compare the group",
                f"some records say only '{label}' and not of which kind: compare the group",
            )


@needs(Permission.SEE_SMALL_NUMBERS, of="place", named="question")
def unknown_categories(
    workspace: Workspace, question: Question, sources: ChosenSources, records: GroundRecords
) -> UnknownCategories:
    """Look for records of the chosen sources that are not known to be of one measure.

    Categories are read from the records themselves, and only where the counts tell of any.
    """
    months = question.needed_months
    answering = sorted(
        {
            (chosen.ground, chosen.source)
            for chosen in sources.by_key.values()
            if records.count(chosen.ground, chosen.source, (UNMAPPED,), months)
        }
    )
    unmapped: dict[tuple[str, str], list[tuple[str, int]]] = defaultdict(list)
    if answering:
        for ground, source, category, n in workspace.store.kept_rows(
            "unmapped_in_months",
            ground_kind=question.place.ground_kind,
            grounds=[ground for ground, _ in answering],
            sources=[source for _, source in answering],
            months=sorted(months),
        ):
            unmapped[ground, source].append((category, n))
    return UnknownCategories(question, records, unmapped)
