"""What a row of a table says of its counts, and the headings between rows that hold for several."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import islice

from assessment.definitions import districts
from assessment.intake.counts.cell_keys import CellKey
from assessment.intake.counts.columns.table_layout import TableShape, ValueColumn, span_of
from assessment.intake.files.file_tables import rows_of
from assessment.intake.headings.count_names import is_total, total_of
from assessment.intake.headings.day_words import day_of
from assessment.intake.headings.footnote_marks import without_note_marks
from assessment.intake.headings.month_span import Span
from assessment.intake.headings.period_words import read_span

LOOKED_AT = 200


@dataclass
class Sections:
    """Names of districts, or of offences above districts, that stand between the rows of a table.

    As in a pivot table or a printed report: a row of its own, with what is below it added up or
    with nothing. Of the two it is the first row that says which stands above the other.
    """

    shape: TableShape
    place: str = ""
    category: str = ""
    are_districts: bool = False
    are_categories: bool = False

    def __post_init__(self) -> None:
        if self.shape.has_sections:
            at = self.shape.fields["category"]
            width = len(self.shape.table.header)
            rows = [row for _, row in islice(rows_of(self.shape.table), LOOKED_AT)]
            labelled = [row for row in rows if len(row) == width and not is_total(row[at].strip())]
            named = [row for row in labelled if districts().find(row[at])]
            stand_alone = bool(named) and not any(map(self._has_counts, named))
            self.are_districts = stand_alone or (named[:1] == labelled[:1] and named != labelled)
            self.are_categories = bool(named) and not self.are_districts and named != labelled
            self.place = self.shape.place

    def begins(self, row: Sequence[str]) -> bool:
        """Take in a row; return whether it is the name of a section and no more."""
        if not self.are_districts and not self.are_categories:
            return False
        label = self.label(row)
        if self.is_name(label):
            if self.are_districts:
                self.place = label
            else:
                self.category = label
        return self.is_name(label) and not self._has_counts(row)

    def _has_counts(self, row: Sequence[str]) -> bool:
        return any(row[value.at].strip() for value in self.shape.values)

    def label(self, row: Sequence[str]) -> str:
        """Return what the row calls itself."""
        return without_note_marks(row[self.shape.fields["category"]])

    def is_name(self, label: str) -> bool:
        """Tell whether a label is the name of a section."""
        if not label or is_total(label) or total_of(label):
            return False
        return bool(districts().find(label)) == self.are_districts

    @property
    def are_any(self) -> bool:
        """Whether the table has sections."""
        return self.are_districts or self.are_categories


@dataclass
class RowLabels:
    """One row: what its texts say, and which of them say that it adds up others."""

    shape: TableShape
    row: Sequence[str]
    where: str
    texts: Mapping[str, str]
    others: tuple[str, ...] = ()
    day: date | None = None
    is_total: bool = False

    @classmethod
    def of(
        cls,
        shape: TableShape,
        row: Sequence[str],
        where: str,
        place: str | None,
        sections: Sections,
    ) -> "RowLabels":
        """Read a row; `place` is the district that every row belongs to, where it was said."""
        texts = {name: without_note_marks(row[at]) for name, at in shape.fields.items()}
        category = [texts[name] for name in ("category", "subcategory") if texts.get(name)]
        said = {**texts, "category": " - ".join(category), "place": texts.get("district", "")}
        is_section = sections.are_any and sections.is_name(said["category"])
        if sections.are_any:
            said |= _in_section(said["category"], sections)
        if place or ("district" not in texts and not texts.get("force") and not said["place"]):
            said["place"] = place or shape.place
        # Of a column of which one value alone is read nothing is told apart.
        others = tuple(row[at].strip() for at in shape.others if at not in shape.only)
        period = [row[at].strip() for at in shape.period]
        adds_up = any(
            is_total(text) or total_of(text) for text in (*texts.values(), *others, *period)
        )
        # Counts of single days are of one month, and add up.
        day = day_of(period[0]) if len(period) == 1 else None
        return cls(shape, row, where, said, others, day, adds_up or is_section)

    @property
    def year(self) -> Span | None:
        """The year whose months or quarters the headings name; None where they name their own."""
        has_parts = any(value.part for value in self.shape.values)
        return read_span(self.row[self.shape.period[0]]) if has_parts else None

    def key(self, value: ValueColumn) -> CellKey:
        """Return what a cell of the row counts; its span is None where its time is not known."""
        span = value.span or span_of(
            self.row, self.shape.period, self.shape.table.header, value.part
        )
        category = [text for text in (self.texts["category"], value.category) if text]
        text = self.texts.get
        return CellKey(
            " - ".join(category),
            text("force", ""),
            value.place or self.texts["place"],
            text("ward", ""),
            text("lsoa", ""),
            (*self.others, self.day.isoformat()) if self.day else self.others,
            span,
        )


def _in_section(label: str, sections: Sections) -> dict[str, str]:
    """Return the place and the category of a row below the name of a section, or of that name."""
    if sections.is_name(label):
        # It adds up what stands below it: all categories, or all districts.
        return (
            {"place": label, "category": ""}
            if sections.are_districts
            else {"place": "", "category": label}
        )
    if is_total(label) or total_of(label):
        return _total_of_section(label, sections)
    if sections.are_districts:
        return {"place": sections.place, "category": label}
    return {"place": label, "category": sections.category}


def _total_of_section(label: str, sections: Sections) -> dict[str, str]:
    """A "Luton total" is of Luton, a grand total of everything, and a "Total" of its section."""
    of = None if is_total(label) else total_of(label)
    is_grand = "grand" in label.lower() or "overall" in label.lower()
    place = "" if is_grand else sections.place
    category = "" if is_grand else sections.category
    if of and districts().find(of):
        place, category = of, ""
    elif of:
        place, category = "", of
    return {"place": place, "category": category}
