"""A saved recipe: what was decided about the files of a source, and how they are known again."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from assessment.definitions.spelling import plain
from assessment.intake.file_choices import FileChoices
from assessment.intake.files.file_tables import FileTable
from assessment.intake.mapping.columns.header_matching import UNUSED
from assessment.intake.recipes.file_headings import headings_of


@dataclass(frozen=True)
class SavedRecipe:
    """How the files of a source are read.

    `layout` is the shipped recipe that they follow, `headings` those that they had last, but for
    months. `extract` is the load that it was made with; None where it came from a file. `places`
    are all that were said of its files: with several, the last says nothing of the next.
    """

    name: str
    source: str
    layout: str
    headings: tuple[str, ...]
    choices: FileChoices
    extract: int | None = None
    saved_at: datetime | None = None
    saved_by: str = ""
    places: tuple[str, ...] = ()

    @property
    def is_of_several_places(self) -> bool:
        """Whether each file is of a place of its own, which only the analyst can say."""
        return len(self.places) > 1

    def choices_for(self, tables: Sequence[FileTable], said: FileChoices) -> FileChoices:
        """Return what holds for a file of some tables: what is said of it goes before.

        What was decided of a column or a sheet that the file has not is left aside.
        """
        headings = headings_of(tables)
        sheets = {table.sheet for table in tables}
        own = self.choices
        columns = {**_there(own.columns, headings, but_for=said.columns), **said.columns}
        return replace(
            said,
            columns=columns,
            read_as=_there(own.read_as, headings, but_for=columns),
            row_is=said.row_is or own.row_is,
            measure_set=said.measure_set or own.measure_set,
            place=said.place or (None if self.is_of_several_places else own.place),
            date_order_before=own.date_order,
            reference=said.reference or own.reference,
            reference_with=said.reference_with or self._reference_with(headings),
            cancelled=said.cancelled or own.cancelled,
            tables=said.tables or tuple(name for name in own.tables if name in sheets),
            categories={**own.categories, **said.categories},
            layout=self.layout,
            victim_reason=said.victim_reason or own.victim_reason,
        )

    def _reference_with(self, headings: tuple[str, ...]) -> str | None:
        wanted = plain(self.choices.reference_with or "")
        return next((heading for heading in headings if wanted and plain(heading) == wanted), None)


def _there(
    columns: Mapping[str, str], headings: tuple[str, ...], but_for: Mapping[str, str]
) -> dict[str, str]:
    """Return what columns hold as a file writes their headings.

    Neither a heading nor a field of which something else is known is among them.
    """
    fields = {plain(heading): field for heading, field in columns.items()}
    spoken = {plain(heading) for heading in but_for}
    taken = set(but_for.values()) - {UNUSED}
    return {
        heading: field
        for heading in headings
        if plain(heading) not in spoken
        and (field := fields.get(plain(heading)))
        and field not in taken
    }
