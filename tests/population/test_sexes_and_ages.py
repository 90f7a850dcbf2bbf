"""Tables with rows by sex and by age: everybody is taken, checked, or added up, never a part."""

import pytest

from assessment.population import populations
from assessment.population.sexes_and_ages import EVERY_AGE, OLDEST, Ages, Sex, ages_of, sex_of
from assessment.workspace import Workspace
from tests.population.conftest import Loads, Refuses

LUTON = "E06000032"
BY_SEX = "area_code,area_name,year,sex,all_ages\n"
BY_AGE = "code,name,year,age,people\n"


def of_luton(header: str, *rows: tuple[object, ...]) -> str:
    lines = (",".join(map(str, (LUTON, "Luton", 2023, *row))) for row in rows)
    return header + "".join(f"{line}\n" for line in lines)


@pytest.mark.parametrize(
    ("text", "ages"),
    [
        ("All ages", EVERY_AGE),
        ("Total", EVERY_AGE),
        ("7", Ages(7, 7)),
        ("Aged 5 to 9", Ages(5, 9)),
        ("10-14", Ages(10, 14)),
        ("Aged 4 years and under", Ages(0, 4)),
        ("Under 1", Ages(0, 0)),
        ("90+", Ages(90, OLDEST)),
        ("Aged 85 years and over", Ages(85, OLDEST)),
        ("Unknown", None),
    ],
)
def test_ages(text: str, ages: Ages | None) -> None:
    assert ages_of(text) == ages


@pytest.mark.parametrize(
    ("text", "sex"),
    [("Persons", Sex.EVERYBODY), ("Females", Sex.FEMALES), ("M", Sex.MALES), ("1", None)],
)
def test_sexes(text: str, sex: Sex | None) -> None:
    assert sex_of(text) is sex


@pytest.mark.parametrize(
    ("text", "people", "why"),
    [
        (
            of_luton(BY_SEX, ("Persons", 241025), ("Females", 123025), ("Males", 118000)),
            241025,
            "persons, beside both sexes that make them",
        ),
        (of_luton(BY_SEX, ("Persons", 241025), ("Females", 123025)), 241025, "beside one of them"),
        (of_luton(BY_SEX, ("Females", 123025), ("Males", 118000)), 241025, "both sexes added up"),
        (
            of_luton(BY_AGE, ("All ages", 100), ("0-15", 30), ("16-64", 60)),
            100,
            "all ages, beside some",
        ),
        (of_luton(BY_AGE, ("0-15", 30), ("16-64", 60), ("65+", 10)), 100, "ages added up"),
        (
            of_luton(
                "code,name,year,sex,age,people\n",
                *(("Males", age, 20) for age in ("under 18", "18+")),
                *(("Females", age, 30) for age in ("under 18", "18+")),
            ),
            100,
            "ages of each sex",
        ),
        (of_luton(BY_AGE, ("0-89", 100), ("90+", 0)), 100, "nobody of an age is no fault"),
        (
            "code,name,year,Persons,Females,Males\n" + f"{LUTON},Luton,2023,241025,123025,118000\n",
            241025,
            "columns for the sexes",
        ),
    ],
)
def test_everybody_is_counted(
    loads: Loads, workspace: Workspace, text: str, people: int, why: str
) -> None:
    loads(text)
    assert {key: of.number for key, of in populations(workspace).items()} == {
        (LUTON, 2023): people
    }, why


def test_what_was_added_up_is_told(loads: Loads) -> None:
    report = loads(of_luton(BY_SEX, ("Females", 123025), ("Males", 118000)))
    assert "Its sexes or ages were added up: it gives no number of everybody." in report.notices


@pytest.mark.parametrize(
    ("text", "fault", "why"),
    [
        (
            of_luton(BY_SEX, ("Persons", 241025), ("Females", 123000), ("Males", 118000)),
            "has 241,025 persons, but 123,000 females and 118,000 males make 241,000",
            "the sexes contradict the persons",
        ),
        (of_luton(BY_SEX, ("Females", 123000)), "only females are given", "one sex alone"),
        (of_luton(BY_AGE, ("16-64", 60), ("65+", 10)), "do not run from 0", "children left out"),
        (of_luton(BY_AGE, ("0-15", 30), ("16-64", 60)), "do not run from 0", "the old left out"),
        (
            of_luton(BY_AGE, ("0-15", 30), ("15-64", 60), ("65+", 9)),
            "do not run from 0",
            "some twice",
        ),
        (of_luton(BY_AGE, ("0-15", 30), ("0-15", 31), ("16+", 9)), "do not run", "one age twice"),
        (of_luton(BY_SEX, ("X", 1)), "the sex is 'X', which is not understood", "no sex we know"),
        (of_luton(BY_AGE, ("old", 1)), "the age is 'old', which is not understood", "no age"),
    ],
)
def test_no_part_is_taken_for_everybody(refuses: Refuses, text: str, fault: str, why: str) -> None:
    assert fault in " ".join(refuses(text)), why
