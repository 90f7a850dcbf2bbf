"""Recognition: which recipe, which column is which, and every fault of a header at once."""

from itertools import combinations
from pathlib import Path

import pytest

from assessment.definitions import recipes
from assessment.definitions.spelling import plain
from assessment.errors import UploadRefused
from assessment.intake.file_choices import FileChoices
from assessment.intake.files.file_tables import ArrivedFile, FileTable
from assessment.intake.mapping.likely_columns import have_swapped
from assessment.intake.mapping.personal_columns import is_personal
from assessment.intake.mapping.recipe_recognition import RecognisedFile, recognise
from tests.intake.hostile import HEADER

STREET = tuple(HEADER.split(","))
GENERAL = ("Reference", "Committed from", "Offence type", "District")


def reading(*headers: tuple[str, ...], sheets: bool = False) -> RecognisedFile:
    parts = [
        FileTable("x.csv", "x.csv", f"S{n}" if sheets else None, Path(f"{n}.csv"), header, 1, 1)
        for n, header in enumerate(headers)
    ]
    return recognise(ArrivedFile("x.csv", "", tuple(parts), ()), FileChoices())


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
    assert "'Fals within' looks like 'Falls within'" in said
    assert "'Crime tpye' looks like 'Crime type'" in said
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
        "no column with the offence or category: expected a name such as 'Offence', 'Crime type' "
        "or 'Incident type'. Its columns are",
        "what happened is needed by every recipe; the commonest names come first",
    ),
    (renamed("Crime type", "Crime tpye"), "'Crime tpye' looks like 'Crime type'", "two letters"),
    (renamed("Month", "Mnoth"), "'Mnoth' looks like 'Month'", "in a short name"),
    ((*STREET, "month"), "'Month' twice", "the same name, however it is written"),
    (
        without("Committed from", GENERAL),
        "no column with the date it happened or the date recorded: expected a name such as 'Date', "
        "'Date committed', 'Date recorded' or 'Month'. Its columns are 'Reference'",
        "one date of several",
    ),
    (
        renamed("Committed from", "Dtae", GENERAL),
        "'Dtae' looks like 'Date'",
        "in the shortest name",
    ),
    (renamed("Committed from", "Comitted from", GENERAL), "looks like 'Committed from'", "letter"),
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


NOT_MISSPELT = ["Rate", "Log", "Time", "Team", "Care", "Sex", "Age", "Notes", "Shift", "Grade"]


@pytest.mark.parametrize("header", NOT_MISSPELT)
def test_another_word_is_not_a_column_misspelt(header: str) -> None:
    assert not [notice for notice in reading((*GENERAL, header)).notices if "looks like" in notice]


def test_one_fault_for_all_the_months_that_share_it() -> None:
    (fault,) = faults(*[renamed("Crime type", "Crime tpye")] * 36)
    assert "(and 35 more like it)" in fault


def test_tables_of_two_kinds_are_not_one_extract() -> None:
    (fault,) = faults(STREET, GENERAL)
    assert "tables of different kinds" in fault


NOTICES = [
    ((*GENERAL, "Shift", "Grade"), "Columns 'Shift', 'Grade' were left out: not known."),
    ((*GENERAL, "Wadr name"), "Column 'Wadr name' was left out but looks like 'Ward name'. "
     "If that is what it is, rename it and upload the file again."),
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
