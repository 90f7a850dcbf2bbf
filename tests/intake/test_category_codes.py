"""Files that say offence codes, titles and groups: the finest that is understood decides."""

from collections import Counter
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from assessment.intake.extract_loading import load
from assessment.intake.load_report import LoadReport
from assessment.workspace import Workspace
from tests.extracts import write_csv
from tests.stored import CURRENT, assert_sound, stored

# How many of each code three months of four districts had, all in all 1,200.
BY_CODE = {
    "105A": 213, "8N": 161, "46": 145, "8L": 125, "48": 98, "49": 94, "58C": 87, "125": 69,
    "28E": 52, "20A": 29, "92D": 25, "19C": 19, "39": 18, "34B": 17, "92A": 16, "44": 16,
    "10D": 12, "56B": 4,
}  # fmt: skip
BY_TITLE = {
    "COMMON ASSAULT AND BATTERY": 213,
    "ASSAULT OCCASIONING ACTUAL BODILY HARM (ABH)": 161,
    "THEFT FROM SHOPS AND STALLS": 145,
    "SEND COMMUNICATION/ARTICLE OF AN INDECENT/OFFENSIVE NATURE": 125,
    "THEFT FROM MOTOR VEHICLE": 98,
    "THEFT IF NOT CLASSIFIED ELSEWHERE": 94,
    "OTHER CRIMINAL DAMAGE TO A VEHICLE (UNDER £5000)": 87,
    "PUBLIC FEAR, ALARM OR DISTRESS": 69,
    "BURGLARY - RESIDENTIAL - DWELLING": 52,
    "SEXUAL ASSAULT ON A FEMALE": 29,
    "POSSESSION OF CANNABIS": 25,
    "RAPE OF A FEMALE AGED 16 AND OVER": 19,
    "THEFT FROM THE PERSON OF ANOTHER": 18,
    "ROBBERY - PERSONAL": 17,
    "POSSESS WITH INTENT TO SUPPLY COCAINE": 16,
    "THEFT OF PEDAL CYCLE": 16,
    "HAVING AN ARTICLE WITH A BLADE OR POINT IN A PUBLIC PLACE": 12,
    "ARSON NOT ENDANGERING LIFE": 4,
}
SUBGROUPS = {
    "violence-without-injury": 213,
    "violence-with-injury": 161,
    "shoplifting": 145,
    "stalking-and-harassment": 125,
    "vehicle-offences": 98,
    "other-theft": 94,
    "criminal-damage": 87,
    "public-order": 69,
    "residential-burglary": 52,
    "other-sexual-offences": 29,
    "possession-of-drugs": 25,
    "rape": 19,
    "theft-from-the-person": 18,
    "robbery-of-personal-property": 17,
    "trafficking-of-drugs": 16,
    "bicycle-theft": 16,
    "possession-of-weapons": 12,
    "arson": 4,
}

Sends = Callable[..., LoadReport]


@pytest.fixture
def sends(workspace: Workspace, tmp_path: Path) -> Sends:
    """Load rows of some columns beside the reference, the day and the district."""

    def send(columns: Sequence[str], counted: dict[tuple[str, ...], int]) -> LoadReport:
        cells = [row for row, records in counted.items() for _ in range(records)]
        rows = [
            [f"r{n}", f"{n % 28 + 1:02d}/{n % 3 + 10}/2025", "Rochford", *row]
            for n, row in enumerate(cells)
        ]
        header = ["CRN", "Date Committed", "District", *columns]
        return load(workspace, write_csv(tmp_path / "records.csv", rows, header))

    return send


def by_measure(workspace: Workspace) -> dict[str, int]:
    assert_sound(workspace)
    return dict(Counter(stored(workspace, CURRENT).measure))


def test_offence_codes_alone(sends: Sends, workspace: Workspace) -> None:
    report = sends(["HO Offence Code"], {(code,): n for code, n in BY_CODE.items()})
    assert report.unmapped == (("[125]", 69), ("[28E]", 52))
    expected = {name: n for name, n in SUBGROUPS.items() if n not in (69, 52)}
    assert by_measure(workspace) == {**expected, "unmapped": 121}
    assert sum(expected.values()) == 1079
    assert report.problems[0].startswith("2 categories are not known, 121 records in all: '[125]'")
    assert "are not compared until it is said what they mean" in report.problems[0]


def test_codes_under_a_heading_of_words(sends: Sends, workspace: Workspace) -> None:
    report = sends(["Offence"], {(code,): n for code, n in BY_CODE.items()})
    assert report.unmapped == (("125", 69), ("28E", 52))
    assert by_measure(workspace)["violence-with-injury"] == 161


def test_offence_titles(sends: Sends, workspace: Workspace) -> None:
    report = sends(["Offence"], {(title,): n for title, n in BY_TITLE.items()})
    # What these two are is for the analyst to say: they are in nobody's list of titles.
    unknown = {"stalking-and-harassment": 125, "trafficking-of-drugs": 16}
    assert dict(Counter(n for _, n in report.unmapped)) == {125: 1, 16: 1}
    expected = {name: n for name, n in SUBGROUPS.items() if name not in unknown}
    assert by_measure(workspace) == {**expected, "unmapped": 141}


WORDS = ("HO Offence Code", "Offence Title", "Offence Subgroup")
FINEST = [
    # code, title, subgroup; the measure; why
    (("8N", "", "Violence with injury"), "violence-with-injury", "all agree"),
    (("", "Assault occasioning ABH", "Violence with injury"), "violence-with-injury", "no code"),
    (("", "Common assault", "Violence against the person"), "violence-without-injury", "the title"),
    (
        ("28E", "Burglary - residential", "Burglary"),
        "residential-burglary",
        "the code is not known",
    ),
    (("34B", "", "Robbery"), "robbery-of-personal-property", "the code is finer than the group"),
    (("", "A thing nobody knows", "Robbery"), "robbery", "the group, as it is all that is known"),
    (("", "Arson", "Robbery"), "unmapped", "two names that contradict: neither is taken"),
    (("8L", "", "Violence without injury"), "stalking-and-harassment", "the code decides"),
]


def test_the_finest_that_is_understood_decides(sends: Sends, workspace: Workspace) -> None:
    report = sends(WORDS, {row: 3 for row, *_ in FINEST})
    current = stored(workspace, CURRENT)
    got = current.sort_values("reference", key=lambda names: names.str[1:].astype(int)).measure
    for number, (row, measure, why) in enumerate(FINEST):
        assert got.iloc[3 * number] == measure, (row, why)
    (said,) = (problem for problem in report.problems if "means another thing" in problem)
    assert said.startswith("In 3 records the offence code means another thing than the words")
    assert "'[8L] Violence without injury' (3). The code was taken" in said


def test_codes_that_are_hardly_the_home_offices_are_not_taken(
    sends: Sends, workspace: Workspace
) -> None:
    report = sends(
        ["Offence Code", "Offence Subgroup"],
        {("1", "Violence with injury"): 20, ("2", "Shoplifting"): 9, ("39", "Arson"): 4},
    )
    assert by_measure(workspace) == {"violence-with-injury": 20, "shoplifting": 9, "arson": 4}
    assert any("hardly Home Office codes" in problem for problem in report.problems)


@pytest.mark.parametrize(
    ("heading", "kinds"),
    [("Offence Code", ("1", "2", "39", "49")), ("Incident type", ("1", "2", "39", "49"))],
)
def test_bare_numbers_beside_no_words_are_no_offence_codes(
    sends: Sends, workspace: Workspace, heading: str, kinds: tuple[str, ...]
) -> None:
    """A council's "1" and "2" are no murders."""
    sends([heading], {(kind,): 9 for kind in kinds})
    assert by_measure(workspace) == {"unmapped": 36}


@pytest.mark.parametrize(
    ("text", "measure"),
    [
        ("8N - Assault with injury", "violence-with-injury"),
        ("105A Common assault", "violence-without-injury"),
        ("8N - Robbery", "unmapped"),
        ("5A Somewhere Street", "unmapped"),
    ],
)
def test_a_code_and_words_in_one_cell(
    sends: Sends, workspace: Workspace, text: str, measure: str
) -> None:
    sends(["Offence"], {(text,): 2, ("Rape",): 1})
    assert by_measure(workspace) == {measure: 2, "rape": 1}


def test_codes_of_what_is_no_crime_are_no_reason_against_the_others(
    workspace: Workspace, tmp_path: Path
) -> None:
    codes = ("30A", "NC1", "105A", "N200", "8N", "NC2")
    rows = [[f"r{n}", codes[n % 6], f"{n % 28 + 1:02d}/10/2025", "Luton"] for n in range(60)]
    path = write_csv(tmp_path / "codes.csv", rows, ["Crime No", "HO Code", "Date", "District"])
    report = load(workspace, path)
    assert dict(report.unmapped) == {"[NC1]": 10, "[NC2]": 10, "[N200]": 10}
