"""The one district that every row of a file belongs to, where the analyst says so."""

from collections.abc import Collection

from assessment.definitions import District, districts
from assessment.errors import InvalidRequest, UploadRefused
from assessment.intake.file_choices import FileQuestion
from assessment.intake.mapping.belonging.force_in_name import force_in_name
from assessment.intake.mapping.columns.recipe_recognition import RecognisedFile
from assessment.numbers import count_of, listed
from assessment.periods import joined
from assessment.store import Writer

PLACE_FIELDS = {"force", "district", "lsoa_name"}
# What tells a district by the areas that are loaded.
POSITIONS = {"longitude", "latitude", "easting", "northing", "grid_reference"}
AREA_FIELDS = {"ward", "beat", "lsoa", *POSITIONS}
MOST_NAMED = 4


def district_meant(place: str) -> District:
    """Return the district that an analyst names; raises InvalidRequest, with what may be meant."""
    if district := districts().find(place):
        return district
    near = districts().suggest(place)
    hint = f" Did you mean {joined(near, 'or')}?" if near else ""
    raise InvalidRequest(f"'{place}' is not a district of England or Wales.{hint}")


def put_in_one_place(writer: Writer, file: str, place: str) -> None:
    """Put every staged row into a district.

    Raises UploadRefused where the file itself names other districts: then not all of it is there.
    """
    district = district_meant(place)
    named = ((districts().find(text), n) for text, n in writer.rows("staged_places"))
    others = [
        f"{other.name} ({count_of(n, 'row')})" for other, n in named if other and other != district
    ]
    if others:
        raise UploadRefused(
            file,
            [
                f"It was said to be all of {district.name}, but its rows name "
                f"{listed(others, MOST_NAMED)}. Load it without that, or take those rows out."
            ],
        )
    writer.run("put_in_place", place=district.name)


def place_question(recognised: RecognisedFile, held: Collection[str]) -> FileQuestion | None:
    """Return the question where all of a file is, if none of its columns says anything of it.

    It is asked of files of which no row was placed. `held` are the districts that partnerships look
    at: the likely answers.
    """
    fields = {field for table in recognised.tables for field in table.fields}
    if not fields.isdisjoint(PLACE_FIELDS) or any(
        force_in_name(recognised.recipe, table.file_table) for table in recognised.tables
    ):
        return None
    otherwise = (
        "load the boundaries of their wards and LSOAs (Upload data, Wards and LSOAs)"
        if fields & AREA_FIELDS
        else "add a column 'District'"
    )
    return FileQuestion(
        about="place",
        text=(
            "No column says which district a row belongs to. If every row belongs to one district, "
            f"which? If they belong to several, {otherwise} and upload the file again."
        ),
        options=tuple((name, name) for name in held),
        option="--place",
    )
