"""People who live in other districts: told, and in no figure unless it is said that they count."""

from collections.abc import Mapping
from pathlib import Path

import pytest

from assessment.partnerships import add_partnership
from assessment.survey.reading.proposal import Decision, Doubt, DoubtKind, Proposal
from assessment.survey.waves.export_check import propose
from assessment.workspace import Workspace
from tests.survey.loads import SURVEY, column, written

FILES = Path(__file__).parent / "files"
WARD = "Which ward do you live in?"
KNOWN = (
    ("Strood", "Medway"),
    ("Luton", "Medway"),  # the name of a district, and of a ward in Chatham
    ("Sheerness", "Swale"),
    ("River", "Dover"),
    ("River", "Medway"),
)


@pytest.fixture
def medway(workspace: Workspace) -> Workspace:
    add_partnership(workspace, "Medway", ["Medway"])
    return workspace


@pytest.fixture
def with_wards(medway: Workspace) -> Workspace:
    with medway.store.writing() as writer:
        writer.run(
            "put_area_links",
            kinds=["lsoa-to-ward"] * len(KNOWN),
            codes=[f"E0100000{n}" for n, _ in enumerate(KNOWN)],
            own_names=[""] * len(KNOWN),
            targets=[f"E0500000{n}" for n, _ in enumerate(KNOWN)],
            names=[name for name, _ in KNOWN],
            districts=[district for _, district in KNOWN],
            changes=[""] * len(KNOWN),
            file="links.csv",
            loaded_by="",
        )
    return medway


def read(
    workspace: Workspace, path: Path, decisions: Mapping[str, Decision] | None = None
) -> Proposal:
    return propose(workspace, path, survey=SURVEY, partnership="medway", decisions=decisions)


def told(proposal: Proposal) -> list[Doubt]:
    return [doubt for doubt in proposal.doubts if doubt.kind is DoubtKind.ELSEWHERE]


def test_places_in_other_districts_are_left_out_and_told(medway: Workspace) -> None:
    path = FILES / "serial_dates.csv"
    proposal = read(medway, path)
    assert (proposal.respondents, proposal.left_out.elsewhere) == (68, 32)
    outside, others = told(proposal)
    assert others.answers == ("Bexley Village", "Dartford Town")
    assert not outside.blocks
    assert not others.blocks
    assert others.suggestion is not None
    kept = read(medway, path, {others.header: others.suggestion})
    assert kept.respondents == 83


@pytest.mark.parametrize(
    ("places", "people", "blocks", "why"),
    [
        ({"Strood": 9, "Luton": 3}, 12, [], "one name of a district may be a ward's"),
        ({"Strood": 9, "Luton": 3, "Swale North": 2}, 9, [False], "two are no chance"),
        ({"Dover": 9, "Swale North": 3, "Strood": 2}, 14, [True], "most: asked, and kept so far"),
    ],
)
def test_places_by_the_names_of_districts(
    medway: Workspace,
    tmp_path: Path,
    places: dict[str, int],
    people: int,
    blocks: list[bool],
    why: str,
) -> None:
    said = [place for place, n in places.items() for _ in range(n)]
    proposal = read(medway, written(tmp_path, column(WARD, *said)))
    assert proposal.respondents == people, why
    assert [doubt.blocks for doubt in told(proposal)] == blocks, why


def test_places_by_wards_that_are_known(with_wards: Workspace, tmp_path: Path) -> None:
    """Sheerness is Swale's; Luton and River are wards of Medway; no ward is called Upnor."""
    said = {"Strood": 9, "Luton": 4, "River": 4, "Sheerness": 6, "Upnor": 2, "Prefer not to say": 3}
    path = written(tmp_path, column(WARD, *[place for place, n in said.items() for _ in range(n)]))
    proposal = read(with_wards, path)
    assert (proposal.respondents, proposal.left_out.elsewhere) == (22, 6)
    others, unknown = told(proposal)
    assert (others.answers, others.blocks) == (("Sheerness",), False)
    assert (unknown.answers, unknown.blocks) == (("Upnor",), False)
    assert unknown.suggestion == Decision(elsewhere=("Upnor",))
    assert read(with_wards, path, {WARD: Decision(elsewhere=("Upnor",))}).respondents == 20


def test_wards_tell_nothing_of_a_column_of_streets(with_wards: Workspace, tmp_path: Path) -> None:
    path = written(tmp_path, column(WARD, *["High Street"] * 9, *["Sheerness"] * 4))
    proposal = read(with_wards, path)
    assert (proposal.respondents, told(proposal)) == (13, [])


@pytest.mark.parametrize("recorded", ["Luton", "Luton & Wayfield"])
def test_wards_that_records_name_are_the_partnerships_own(
    medway: Workspace, tmp_path: Path, recorded: str
) -> None:
    """Without any look-up: a ward is called Luton, and was called Luton and Wayfield before."""
    said = [*["Luton"] * 29, *["Luton and Wayfield"] * 8, *["Dover Town"] * 23]
    path = written(tmp_path, column(WARD, *said, *["Strood Rural"] * 50))
    (alone,) = told(read(medway, path))
    assert alone.blocks, "nothing tells Luton in Chatham from Luton"
    stored_wards(medway, ("Strood Rural", "Medway"), (recorded, "Medway"), ("River", "Dover"))
    proposal = read(medway, path)
    (others,) = (doubt for doubt in told(proposal) if "not the partnership's" in doubt.text)
    assert others.answers == ("Dover Town",)
    assert proposal.respondents == 87


COUNTED_IN = """
INSERT INTO observation BY NAME
SELECT
    ? AS ward, ? AS district, 'police' AS source, 'home-office' AS measure_set,
    'burglary' AS measure, '' AS category, 'ward' AS area_kind, '' AS area,
    DATE '2024-01-01' AS period_start, DATE '2024-02-01' AS period_end,
    9 AS value, 9 AS low, 9 AS high, 9 AS apart, 'counted' AS status, 1 AS first_extract
"""


def stored_wards(workspace: Workspace, *wards: tuple[str, str]) -> None:
    """Put in records of wards."""
    with workspace.store.writing() as writer:
        for ward in wards:
            writer._cursor.execute(COUNTED_IN, [*ward])
