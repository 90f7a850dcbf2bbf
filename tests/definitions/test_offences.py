"""Offence codes and titles: what is shipped, how codes are written, and every fault at once."""

from pathlib import Path

import pytest

from assessment.definitions import HOME_OFFICE, measure_sets, offence_reference
from assessment.definitions.offence_reference import COLUMNS, is_offence_code, read_offences
from assessment.errors import DefinitionFault
from tests.conftest import REAL_DATA

CODES = [
    # code, measure, why
    ("8N", "violence-with-injury", "a class with a letter"),
    ("105a", "violence-without-injury", "in small letters"),
    ("8 L", "stalking-and-harassment", "the Home Office has moved it since 2013"),
    ("49", "other-theft", "a class without a letter"),
    ("049/00", "other-theft", "as court systems write it"),
    ("49.0", "other-theft", "a number that a spreadsheet took for one"),
    ("4.10", "homicide", "the tenth of class 4 and not the first"),
    ("4/10", "homicide", "the same with a stroke"),
    ("37/2", "vehicle-offences", "37.1 is a death, 37.2 is not"),
    ("37.1", "death-or-serious-injury-by-unlawful-driving", "moved as well"),
    ("1/4.1/4.2", "homicide", "several classes in one"),
    ("66/91", "public-order", "an offence of a class that stands alone"),
    ("28/3", "residential-burglary", "every class of 28 is counted so"),
    ("125/09", "public-order", "listed by itself"),
    ("33A*", "miscellaneous-crimes", "with the mark of a footnote"),
    ("8/06", None, "8N or 8L: an assault or a harassment"),
    ("8", None, "no class by itself"),
    ("34/1", None, "of a business or of a person"),
    ("125", None, "newer than the reference: a part of it is known, the whole is not"),
    ("28E", None, "newer than the reference"),
    ("53D", None, "fraud, which forces have not counted since 2013"),
    ("C1", None, "an ambulance service's"),
    ("", None, "nothing"),
]


@pytest.mark.parametrize(("code", "measure", "why"), CODES)
def test_a_code_is_known_or_it_is_not(code: str, measure: str | None, why: str) -> None:
    assert offence_reference().measure_of(code) == measure, why


@pytest.mark.parametrize(
    ("text", "is_code"), [("8N", True), ("049/00", True), ("Arson", False), ("1234", False)]
)
def test_what_is_written_as_a_code(text: str, is_code: bool) -> None:
    assert is_offence_code(text) is is_code


def test_every_title_is_a_name_of_its_measure() -> None:
    home_office = measure_sets()[HOME_OFFICE]
    for offence in offence_reference().offences:
        for title in offence.titles:
            assert home_office.leaf_for(title) == (offence.measure or None), title


def test_every_code_of_the_published_table_is_there() -> None:
    table = REAL_DATA / "offences" / "reccrime-offence-ref.csv"
    if not table.is_file():
        pytest.skip("the published table is not at data/ beside the project")
    lines = table.read_text(encoding="utf-8").splitlines()[1:]
    published = {line.partition(",")[0].rstrip("*") for line in lines} - {""}
    codes = {offence.code for offence in offence_reference().offences}
    assert {code for code in published if not code.startswith('"')} <= codes


GOOD = "8N,Assault with injury,,Violence,With injury,violence-with-injury,reference-table"
FAULTS = [
    (GOOD.replace("8N", "N8"), "code: expected an offence code"),
    (GOOD.replace("Assault with injury", ""), "title: expected a text"),
    (GOOD.replace("With injury", ""), "subgroup: expected a text"),
    (GOOD.replace("violence-with", "violence-wiht"), "measure: expected what records are counted"),
    (GOOD.replace("violence-with-injury", "all-crime"), "title: expected what does not already"),
    (GOOD.replace("reference-table", "memory"), "source: expected reference-table or"),
    (f"{GOOD}\n{GOOD}", "code: expected each code once"),
    (GOOD.replace("Assault with injury", "Arson"), "title: expected what does not already mean"),
    (GOOD.replace(",,", ",Arson; Bilking,"), "title: expected what does not already mean arson"),
    (GOOD.rpartition(",")[0], "row: expected 7 columns"),
    (f"{GOOD},more", "row: expected 7 columns"),
]


@pytest.mark.parametrize(("rows", "words"), FAULTS)
def test_faults(tmp_path: Path, rows: str, words: str) -> None:
    with pytest.raises(DefinitionFault, match=words):
        read(tmp_path, f"{','.join(COLUMNS)}\n{rows}\n")


def test_a_file_without_the_columns(tmp_path: Path) -> None:
    with pytest.raises(DefinitionFault, match="header"):
        read(tmp_path, "code,measure\n8N,robbery\n")


def test_all_faults_at_once(tmp_path: Path) -> None:
    with pytest.raises(DefinitionFault) as told:
        read(tmp_path, f"{','.join(COLUMNS)}\nN8,,,,,robery,memory\n")
    assert len(str(told.value).splitlines()) >= 5


def read(folder: Path, text: str) -> None:
    path = folder / "offences.csv"
    path.write_text(f"# a remark\n{text}", encoding="utf-8")
    read_offences(path, measure_sets()[HOME_OFFICE])
