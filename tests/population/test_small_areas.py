"""Small areas of which a file says only the code: whose they are, and what is said of that."""

from datetime import date

import pytest

from assessment.intake.load_status import LoadStatus
from assessment.population import populations
from assessment.population.small_areas import MOST_BETWEEN, SmallAreas
from assessment.workspace import Workspace
from tests.changes.given import Given
from tests.population.conftest import Loads, Refuses

L, B, M = "E06000032", "E06000055", "E06000042"  # Luton, Bedford; Milton Keynes is not covered

PLACED = [
    # codes of the file with the district that extracts name, what is found, why
    ([("1", L), ("2", L)], {"1": L, "2": L}, "named"),
    ([("1", L), ("2", ""), ("3", L)], {"1": L, "2": L, "3": L}, "between two of one district"),
    ([("1", L), ("2", ""), ("3", B)], {"1": L, "3": B}, "between two districts: of either"),
    ([("0", ""), ("1", L), ("2", "")], {"1": L}, "at the edge: of whatever is there"),
    ([("1", M), ("2", ""), ("3", M)], {}, "no extract answers for Milton Keynes"),
    ([("1", L), ("2", M), ("3", L)], {"1": L, "3": L}, "one of another district between"),
    (
        [("1", L), *((f"2{n}", "") for n in range(MOST_BETWEEN + 1)), ("3", L)],
        {"1": L, "3": L},
        "too many between: some other district may be",
    ),
]


@pytest.mark.parametrize(("codes", "found", "why"), PLACED)
def test_placed(codes: list[tuple[str, str]], found: dict[str, str], why: str) -> None:
    known = {code: district for code, district in codes if district}
    areas = SmallAreas(known, frozenset({L, B}))
    assert areas.placed(code for code, _ in reversed(codes)) == found, why


@pytest.fixture
def named(workspace: Workspace) -> Given:
    """A store in which extracts cover Luton and name five of its small areas."""
    given = Given(workspace)
    given.extract(covers=[("district", "Luton")], when=[date(2023, 1, 1)])
    for n in (1, 2, 4, 5, 9):
        given.run("INSERT INTO area VALUES (?, ?, NULL)", [f"E0100000{n}", f"Luton 00{n}A"])
    return given


def test_are_added_up_with_their_doubts(named: Given, loads: Loads) -> None:
    codes = [f"E0100000{n},{n or 7}0\n" for n in range(7)]
    report = loads("lsoa,pop\n" + "".join(codes) + "S01006506,900\n95AA01S1,800\n", "lsoa-2019.csv")
    assert populations(named.workspace)[L, 2019].number == 10 + 20 + 30 + 40 + 50
    assert populations(named.workspace)[L, 2019].doubt == (
        "Added up from 5 small areas whose codes extracts name, 1 of them by their place in the "
        "list of codes: some at the edge of the district may be missing. 1 that extracts name are "
        "of another census and not in the file."
    )
    assert report.notices[:2] == (
        "2 rows were left out, of Scotland, Northern Ireland, or of counties, regions "
        "and countries.",
        "2 small areas (130 people) left out: the district cannot be told, or no extract "
        "answers for it.",
    )


def test_a_table_of_districts_takes_the_doubt_away(named: Given, loads: Loads) -> None:
    """Also where the number is the same; and the small areas do not bring it back."""
    small = "lsoa,pop\nE01000001,100\nE01000002,50\n"
    loads(small, "lsoa-2019.csv")
    assert populations(named.workspace)[L, 2019].doubt
    table = loads("name,year,people\nLuton,2019,150\n")
    assert table.changed == ("Luton, 2019: 150 people, of which there is no doubt any more.",)
    assert loads(small, "lsoa-2019.csv").status is LoadStatus.UNCHANGED
    assert loads("name,year,people\nLuton,2019,150\nBedford,2019,70\n", "both.csv").added == 1
    held = populations(named.workspace)[L, 2019]
    assert (held.number, held.doubt, held.source) == (150, "", "people.csv")


def test_a_small_area_with_two_numbers_is_refused(named: Given, refuses: Refuses) -> None:
    (fault,) = refuses("lsoa,year,pop\nE01000001,2019,10\nE01000001,2019,11\n")
    assert "E01000001 has 11 people in 2019, and 10 in 'people.csv', row 2" in fault
