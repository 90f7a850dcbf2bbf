"""Recognition: which recipe, which column is which, and every fault of a header at once."""

import csv
from collections.abc import Mapping
from contextlib import suppress
from itertools import combinations
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from assessment.definitions import recipes
from assessment.definitions.spelling import plain
from assessment.errors import InvalidRequest, UploadRefused
from assessment.intake.file_choices import FileChoices
from assessment.intake.files.file_tables import ArrivedFile, FileTable
from assessment.intake.mapping.columns.likely_columns import have_swapped
from assessment.intake.mapping.columns.personal_columns import is_personal
from assessment.intake.mapping.columns.recipe_recognition import RecognisedFile, recognise
from tests.intake.hostile import HEADER

STREET = tuple(HEADER.split(","))
GENERAL = ("Reference", "Committed from", "Offence type", "District")


# What stands in a column that is headed so; other columns hold words that say nothing.
VALUES = {
    "Crime tpye": "Burglary", "Mnoth": "2024-01", "Fals within": "Essex Police",
    "Dtae": "31/01/2024", "Comitted from": "31/01/2024", "Wadr name": "Appleton",
    "When": "31/01/2024 10:15",
    "Logged": "01/02/2024", "What": "Shoplifting", "Lad of it": "Luton", "Opening": "2024-01-31",
    "Committed from": "31/01/2024", "Incident date": "01/02/2024", "District": "Luton",
    "Council": "Bedford",
}  # fmt: skip


def reading(
    *headers: tuple[str, ...],
    sheets: bool = False,
    choices: FileChoices | None = None,
    values: Mapping[str, str] = VALUES,
    other: str = "something",
) -> RecognisedFile:
    with TemporaryDirectory() as folder:
        parts = [
            FileTable("x.csv", "x.csv", f"S{n}" if sheets else None, path, header, 1, 4)
            for n, header in enumerate(headers)
            if (path := written(Path(folder) / f"{n}.csv", header, values, other))
        ]
        return recognise(ArrivedFile("x.csv", "", tuple(parts), ()), choices or FileChoices())


def written(path: Path, header: tuple[str, ...], values: Mapping[str, str], other: str) -> Path:
    row = [values.get(name, other) for name in header]
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([header, *[row] * 4])
    return path


def faults(*headers: tuple[str, ...], sheets: bool = False) -> tuple[str, ...]:
    with pytest.raises(UploadRefused) as caught:
        reading(*headers, sheets=sheets)
    return caught.value.faults


def without(name: str, header: tuple[str, ...] = STREET) -> tuple[str, ...]:
    return tuple(each for each in header if each != name)


def renamed(old: str, new: str, header: tuple[str, ...] = STREET) -> tuple[str, ...]:
    return tuple(new if each == old else each for each in header)


def test_reads_a_street_file() -> None:
    street = reading(STREET)
    assert (street.recipe.id, street.notices) == ("police-uk", ())
    assert street.tables[0].fields == (
        "reference", "recorded", "unused_3", "force", "longitude", "latitude", "unused_7",
        "lsoa", "lsoa_name", "category", "outcome", "unused_12",
    )  # fmt: skip


RECOGNISED = [
    # header, recipe, fields, why
    (tuple(name.upper() for name in STREET), "police-uk", None, "case"),
    (tuple(f" {name.replace(' ', '_')}. " for name in STREET), "police-uk", None, "punctuation"),
    (("\ufeffCrime ID", *STREET[1:]), "police-uk", None, "a mark that a program left in"),
    (GENERAL, "incidents", ("reference", "date_from", "category", "district"), "a general file"),
    ((*GENERAL, "", ""), "incidents", None, "columns without a name"),
    (without("Falls within"), "incidents", None, "a street file that says no force"),
]


@pytest.mark.parametrize(("header", "recipe", "fields", "why"), RECOGNISED)
def test_recognises(
    header: tuple[str, ...], recipe: str, fields: tuple[str, ...] | None, why: str
) -> None:
    read = reading(header)
    assert read.recipe.id == recipe, why
    assert len(set(read.tables[0].fields)) == len(header)
    assert fields is None or read.tables[0].fields == fields


def test_says_every_fault_at_once() -> None:
    header = (*renamed("Crime type", "Crime tpye", without("Month")), "LSOA code")
    said = "\n".join(faults(renamed("Falls within", "Fals within", header)))
    assert "looks like" not in said
    assert "has no column with the date recorded: expected 'Month'" in said
    assert "Its columns are 'Crime ID', 'Reported by'" in said
    assert "has the column 'LSOA code' twice" in said


FAULTS = [
    # header, what is said, why
    (
        without("Crime type"),
        "no column with the offence or category: expected 'Crime type'. Its columns are",
        "a recipe of one name asks for that",
    ),
    (
        without("Offence type", GENERAL),
        "no column with the offence or category or the offence code or the offence title: expected "
        "a name such as 'Offence', 'Crime type', 'Incident type', 'HO offence code' or "
        "'Offence title'. Its columns are",
        "what happened is needed by every recipe; the commonest names come first",
    ),
    ((*STREET, "month"), "'Month' twice", "the same name, however it is written"),
    (
        without("Committed from", GENERAL),
        "no column with the date it happened or the date recorded: expected a name such as 'Date', "
        "'Date committed', 'Date recorded' or 'Month'. Its columns are 'Reference'",
        "one date of several",
    ),
]


@pytest.mark.parametrize(("header", "said", "why"), FAULTS)
def test_refuses_a_header_and_says_what_to_do(header: tuple[str, ...], said: str, why: str) -> None:
    (fault,) = [fault for fault in faults(header) if said in fault]
    assert fault.startswith("'x.csv'"), why
    assert fault.endswith((".", "again."))


SWAPPED = [
    # as written, name, whether it is that name misspelt, why
    ("dtae", "date", True, "two neighbours have changed places"),
    ("crime tpye", "crime type", True, "in a longer name too"),
    ("date", "date", False, "nothing has"),
    ("rate", "date", False, "another letter makes another word"),
    ("eatd", "date", False, "two that are no neighbours"),
    ("date", "dates", False, "a letter more is alike enough without this rule"),
]


@pytest.mark.parametrize(("said", "name", "swapped", "why"), SWAPPED)
def test_letters_that_changed_places(said: str, name: str, swapped: bool, why: str) -> None:
    assert have_swapped(said, name) is swapped, why


def test_no_name_is_another_with_its_letters_swapped() -> None:
    for recipe in recipes().values():
        read = {plain(name) for column in recipe.columns for name in column.names}
        every = sorted(read | set(map(plain, recipe.unused)))
        assert not [pair for pair in combinations(every, 2) if have_swapped(*pair)]


NEARLY = [
    # header, as it should be, field, why
    (renamed("Crime type", "Crime tpye"), "Crime type", "category", "two letters"),
    (renamed("Month", "Mnoth"), "Month", "recorded", "in a short name"),
    (renamed("Falls within", "Fals within"), "Falls within", "force", "a letter less"),
    (renamed("Committed from", "Dtae", GENERAL), "Date", "date_from", "in the shortest name"),
    (renamed("Committed from", "Comitted from", GENERAL), "Committed from", "date_from", "letter"),
    ((*GENERAL, "Wadr name"), "Ward name", "ward", "what is not needed is read as well"),
]


@pytest.mark.parametrize(("header", "name", "field", "why"), NEARLY)
def test_a_name_that_is_nearly_right_is_used_where_its_values_fit(
    header: tuple[str, ...], name: str, field: str, why: str
) -> None:
    read = reading(header)
    assert field in read.tables[0].fields, why
    assert f"its name is nearly '{name}', and its values fit" in read.notices[0]
    assert 0.5 < read.confidence < 1


@pytest.mark.parametrize(("header", "name", "field", "why"), NEARLY)
def test_a_name_that_is_nearly_right_is_not_used_for_other_values(
    header: tuple[str, ...], name: str, field: str, why: str
) -> None:
    with suppress(UploadRefused):  # what is needed is missing then, and that is said elsewhere
        read = reading(header, values={}, other="17.5")
        assert read.recipe.id == "incidents" or field not in read.tables[0].fields, why
        assert not [notice for notice in read.notices if f"nearly '{name}'" in notice]
        assert read.confidence == 1


def test_what_no_name_says_is_told_by_values() -> None:
    read = reading(("Reference", "When", "What", "Lad of it"))
    assert read.tables[0].fields == ("reference", "date_from", "category", "district")
    assert read.confidence == pytest.approx(0.7)
    assert [notice.split(":")[0] for notice in read.notices] == [
        "Column 'When' was read as the date it happened",
        "Column 'What' was read as the offence or category",
        "Column 'Lad of it' was read as the district",
    ]


def test_two_columns_that_fit_are_a_question() -> None:
    read = reading(("Reference", "When", "Opening", "What", "District"))
    (question,) = read.questions
    assert (question.about, question.option) == ("columns", "--column")
    assert [value for value, _ in question.options] == ["When=date_from", "Opening=date_from"]
    choices = FileChoices(columns={"Opening": "date_from"})
    answered = reading(("Reference", "When", "Opening", "What", "District"), choices=choices)
    assert not answered.questions
    assert answered.tables[0].fields[2] == "date_from"


def test_a_column_that_alone_is_lacking_is_asked_for_among_those_not_known() -> None:
    header = ("Reference", "Committed from", "District", "Kind of it", "Victim name")
    read = reading(header)
    (question,) = read.questions
    assert question.text == (
        "No column is named as the offence or category or the offence code or the offence title. "
        "Which column is it?"
    )
    assert question.options == (("Kind of it=category", "'Kind of it'"),)
    answered = reading(header, choices=FileChoices(columns={"Kind of it": "category"}))
    assert (answered.questions, answered.tables[0].fields[3]) == ((), "category")


def test_the_only_kind_of_category_that_there_is_may_be_named_as_it() -> None:
    header = ("Reference", "Committed from", "District", "ASB type", "Estate")
    (question,) = reading(header).questions
    assert [value for value, _ in question.options] == ["ASB type=category", "Estate=category"]
    answered = reading(header, choices=FileChoices(columns={"ASB type": "category"}))
    assert (answered.questions, answered.tables[0].fields[3]) == ((), "category")


def test_a_date_that_is_only_something_like_a_name_is_asked_about_beside_others() -> None:
    """An application has a day on which it was valid, one of decision, and one of its event."""
    header = ("Reference", "Date valid", "Decided", "Event start", "Offence type", "District")
    days = {"Date valid": "01/02/2024", "Decided": "01/03/2024", "Event start": "01/04/2024"}
    (question,) = reading(header, values=VALUES | days).questions
    assert [value for value, _ in question.options] == [
        "Date valid=date_from",
        "Decided=date_from",
        "Event start=date_from",
    ]
    alone = reading(header, values=VALUES | {"Event start": "01/04/2024"})
    assert (alone.questions, alone.tables[0].fields[3]) == ((), "date_from")


def test_the_month_that_a_return_counts_in_goes_before_the_day_that_it_happened() -> None:
    header = ("Reporting month", "Date committed", "Offence type", "District")
    days = {"Reporting month": "Feb-24", "Date committed": "31/01/2024"}
    assert reading(header, values=VALUES | days).tables[0].fields[:2] == ("recorded", "date_from")


DIFFER = [
    # header, values, whether it is asked, why
    (("Committed from", "Incident date"), {}, True, "two dates, each in another month"),
    (("District", "Council"), {}, True, "two places"),
    (("Committed from", "Incident date"), {"Incident date": "31/01/2024"}, False, "the same date"),
    (("Committed from", "Incident date"), {"Incident date": ""}, False, "only one is filled"),
    (("Committed from", "Date recorded"), {"Date recorded": "02/02/2024"}, False, "another rule"),
    (("Offence type", "Offence group"), {}, False, "a recipe knows which is finer"),
]


@pytest.mark.parametrize(("names", "values", "asked", "why"), DIFFER)
def test_two_columns_that_decide_where_a_record_counts(
    names: tuple[str, ...], values: dict[str, str], asked: bool, why: str
) -> None:
    header = (*names, *(name for name in GENERAL if name not in names))
    read = reading(header, values=VALUES | values)
    assert [question.about for question in read.questions] == ["columns"] * asked, why


def test_what_was_said_of_a_column_comes_before_its_name() -> None:
    choices = FileChoices(columns={"Offence type": "unused", "What": "category"})
    read = reading((*GENERAL, "What"), choices=choices)
    assert read.tables[0].fields == ("reference", "date_from", "unused_3", "district", "category")
    assert read.confidence == 1


def test_a_heading_that_is_not_there_is_told() -> None:
    with pytest.raises(UploadRefused, match=r"It has no column 'Wht'. Its columns are"):
        reading(GENERAL, choices=FileChoices(columns={"Wht": "category"}))


def test_a_field_that_is_none_is_told() -> None:
    with pytest.raises(InvalidRequest, match=r"'place' is not what a column of such a file can"):
        reading(GENERAL, choices=FileChoices(columns={"Offence type": "place"}))


NOT_MISSPELT = ["Rate", "Log", "Time", "Team", "Care", "Sex", "Age", "Notes", "Shift", "Grade"]


@pytest.mark.parametrize("header", NOT_MISSPELT)
def test_another_word_is_not_a_column_misspelt(header: str) -> None:
    assert not [notice for notice in reading((*GENERAL, header)).notices if "nearly" in notice]


def test_one_fault_for_all_the_months_that_share_it() -> None:
    (fault,) = faults(*[without("Crime type")] * 36)
    assert "(and 35 more like it)" in fault


def test_tables_of_two_kinds_are_not_one_extract() -> None:
    (fault,) = faults(STREET, GENERAL)
    assert "tables of different kinds" in fault


NOTICES = [
    ((*GENERAL, "Shift", "Grade"), "Columns 'Shift', 'Grade' were left out: not known."),
    ((*GENERAL, "Victim surname", "Post_Code"), "Personal details are not needed. Columns "
     "'Victim surname', 'Post_Code' were left out and not kept."),
    # The recipe says which of two names it likes better; the finer category is the better one.
    ((*GENERAL, "Offence group"), "Columns 'Offence type', 'Offence group' say the same kind of "
     "thing: 'Offence type' was used."),
]  # fmt: skip


@pytest.mark.parametrize(("header", "notice"), NOTICES)
def test_says_what_it_did_not_use(header: tuple[str, ...], notice: str) -> None:
    read = reading(header)
    assert read.notices == (notice,)
    assert all(field.startswith("unused_") for field in read.tables[0].fields[len(GENERAL) :])


def test_says_when_a_file_was_nearly_of_another_kind() -> None:
    assert reading(without("Falls within")).notices == (
        "But for a column 'Falls within' this would be data.police.uk street-level crime; it was "
        "read as incidents with named columns.",
    )


def test_a_sheet_that_sums_up_is_left_out_but_a_faulty_one_is_not() -> None:
    wide = (*GENERAL, "Ward", "Outcome")
    read = reading(wide, ("Offence type", "District", "Count"), sheets=True)
    assert [table.file_table.sheet for table in read.tables] == ["S0"]
    assert read.notices == (
        "Sheet 'S1' of 'x.csv' was left out: it does not hold a row for each record.",
    )
    (fault,) = faults(wide, without("Committed from", wide), sheets=True)
    assert fault.startswith("sheet 'S1' of 'x.csv' has no column")


PERSONAL = [
    ("Name", True), ("Victim Forename", True), ("Suspect_DOB", True), ("Date of birth", True),
    ("E-mail", True), ("Post code", True), ("Telephone no", True), ("Officer in case", True),
    ("Ward name", False), ("LSOA name", False), ("Category name", False), ("Location", False),
    ("Address", True), ("Mobile", True), ("Mobility", False), ("Hate strand", False),
]  # fmt: skip


@pytest.mark.parametrize(("header", "personal"), PERSONAL)
def test_knows_columns_about_people(header: str, personal: bool) -> None:
    assert is_personal(header) is personal
