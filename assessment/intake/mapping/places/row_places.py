"""Placing the rows of an extract: what they say, then what their wards and positions tell."""

from collections.abc import Iterator
from dataclasses import replace

from assessment.areas.wards import work_out_ward_names
from assessment.intake.file_choices import FileQuestion
from assessment.intake.mapping.belonging.whole_file_place import put_in_one_place
from assessment.intake.mapping.columns.recipe_recognition import RecognisedFile
from assessment.intake.mapping.places.place_notices import place_notices, quoted_wards
from assessment.intake.mapping.places.row_beats import put_in_areas_of_beats
from assessment.intake.mapping.places.row_districts import RowDistricts, put_in_districts
from assessment.intake.mapping.places.staged_positions import place_staged_positions
from assessment.intake.mapping.rows.record_staging import StagedRows
from assessment.numbers import count_of
from assessment.store import Writer

SAY_PLACE = {"force", "district", "lsoa", "lsoa_name"}


def place_rows(writer: Writer, file: str, staged: StagedRows, place: str | None) -> StagedRows:
    """Put every staged row into its district, and say how; `place` is the one of all, if said.

    Raises UploadRefused where the file contradicts itself.
    """
    recognised = staged.recognised
    positions = place_staged_positions(writer, file, recognised)
    writer.run("create_staged_places")
    if place is not None:
        put_in_one_place(writer, file, place)
    else:
        writer.run("mark_staged_places")
    beats = put_in_areas_of_beats(writer)
    rows = put_in_districts(writer) if place is None else RowDistricts()
    notices = (*recognised.notices, *place_notices(writer, positions, beats, rows))
    return replace(
        staged,
        recognised=replace(recognised, notices=notices),
        questions=(*staged.questions, *_questions(recognised, rows)),
    )


def keep_places(writer: Writer, extract: int) -> None:
    """Keep what tells where rows of an extract lie, and which wards are meant by its names."""
    writer.run("keep_positions")
    writer.run("keep_places_said")
    work_out_ward_names(writer, extract)


def _questions(recognised: RecognisedFile, rows: RowDistricts) -> Iterator[FileQuestion]:
    """Yield the question whether a file is of one district, where some of its wards are not known.

    All wards that are known are of one: the others may be misspelt or new there, or of a neighbour.
    """
    fields = {field for table in recognised.tables for field in table.fields}
    if not rows.unknown or len(rows.named_by_wards) != 1 or fields & SAY_PLACE:
        return
    (district,) = rows.named_by_wards
    yield FileQuestion(
        about="place",
        text=(
            f"{count_of(rows.by_ward, 'row is', 'rows are')} of {district} by their ward. "
            f"{count_of(sum(rows.unknown.values()), 'row names', 'rows name')} a ward that no "
            f"loaded area has: {quoted_wards(rows.unknown)}. Is the whole file of {district}? If "
            "not, load the boundaries of the other wards first (Upload data, Wards and LSOAs), or "
            "add a column 'District'."
        ),
        options=((district, f"Yes, all of {district}"),),
        option="--place",
    )
