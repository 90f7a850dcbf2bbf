"""Figures as they stood: what was answered before a later extract is answered after it as well."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assessment.changes import By, Change, Place, Question, extract_as_at, year_on_year
from assessment.errors import InvalidRequest, NotPermitted
from assessment.intake.extract_loading import load
from assessment.intake.extract_undo import undo_load
from assessment.intake.load_report import LoadReport
from assessment.people import Person, Role, local_person
from assessment.periods import PeriodKind, period_ending, period_of_days
from assessment.store import Store, Writer
from assessment.workspace import Workspace
from tests.conftest import NewStore
from tests.extracts import write_csv
from tests.properties import examples

HEADER = ["Crime ref", "Date", "Offence", "District", "Ward", "Knife crime"]
OFFENCES = ["Violence without injury", "Stalking and harassment", "Burglary", "Odd thing"]
YEAR = period_ending(PeriodKind.QUARTER, date(2024, 6, 1))
LUTON = Question(Place("Luton", ("Luton",)), YEAR, YEAR.year_before(), "home-office")
QUESTIONS = (
    LUTON,
    replace(LUTON, measure_set="flags"),
    replace(LUTON, by=By.WARD, measure="all-crime"),
    replace(LUTON, by=By.DISTRICT, measure="all-crime"),
    replace(
        LUTON,
        period=period_of_days(date(2024, 4, 10), date(2024, 5, 20)),
        comparison=period_of_days(date(2023, 4, 10), date(2023, 5, 20)),
    ),
)
Row = list[str]
Loads = Callable[..., LoadReport]


def answers(workspace: Workspace, as_at: int | None = None) -> list[tuple[Change, ...]]:
    return [
        year_on_year(workspace, replace(question, as_at=as_at)).changes for question in QUESTIONS
    ]


def crimes(count: int, offence: str = OFFENCES[0], year: int = 2024) -> list[Row]:
    return [
        [f"{year}-{n}", f"{1 + n % 28:02}/{4 + n % 3:02}/{year}", offence, "Luton", "Dallow", "N"]
        for n in range(count)
    ]


@pytest.fixture
def loads(workspace: Workspace, tmp_path: Path) -> Loads:
    numbers = iter(range(100))

    def load_rows(rows: Sequence[Row]) -> LoadReport:
        return load(
            workspace, write_csv(tmp_path / f"{next(numbers)}.csv", rows, HEADER), source="police"
        )

    return load_rows


def test_a_revised_figure_is_there_as_it_was_quoted(loads: Loads, workspace: Workspace) -> None:
    loads(crimes(60, year=2023) + crimes(90))
    before = answers(workspace)
    loads(crimes(60, year=2023) + crimes(70) + crimes(80, OFFENCES[1])[70:])
    assert answers(workspace) != before
    assert answers(workspace, 1) == before
    answer = year_on_year(workspace, replace(LUTON, as_at=1))
    assert answer.caveats[0].startswith("As it stood after extract 1 (0.csv), loaded on ")
    assert "without 1 later extract. Categories, lead sources" in answer.as_at


def test_months_that_came_later_were_not_covered(loads: Loads, workspace: Workspace) -> None:
    loads(crimes(90))
    loads(crimes(60, year=2023))
    shown = {
        row.measure.id: row.previous
        for row in year_on_year(workspace, replace(LUTON, as_at=1)).changes
    }
    assert shown["all-crime"] is None
    assert [extract.id for extract in year_on_year(workspace, LUTON).working.extracts] == [1, 2]


def test_a_day_names_the_last_extract_of_it(loads: Loads, workspace: Workspace) -> None:
    loads(crimes(9))
    loads(crimes(8))
    assert extract_as_at(workspace, f"{date.today()}").id == 2
    assert extract_as_at(workspace, "1").later == 1
    undo_load(workspace, 2)
    assert extract_as_at(workspace, f"{date.today()}").id == 1


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("9", "There is no extract 9"),
        ("2", "There is no extract 2 to look back at"),
        ("2020-01-01", "Nothing had been loaded by the end of 1 January 2020"),
        ("soon", "soon"),
    ],
)
def test_what_cannot_be_looked_back_at(
    loads: Loads, workspace: Workspace, text: str, said: str
) -> None:
    loads(crimes(9))
    loads(crimes(8))
    undo_load(workspace, 2)
    with pytest.raises(InvalidRequest, match=said):
        extract_as_at(workspace, text)


def test_what_partnerships_have_defined_is_read_once(
    loads: Loads, workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It was read for every measure of every row: thousands of times for an answer."""
    loads(crimes(9))
    asked = []
    read = Writer.rows

    def rows(writer: Writer, name: str, /, **values: object) -> list[Any]:
        asked.append(name)
        return read(writer, name, **values)

    monkeypatch.setattr(Writer, "rows", rows)
    year_on_year(workspace, replace(LUTON, as_at=1))
    assert asked.count("data_sets_defined") == 1


def test_who_may_not_see_small_numbers_does_not_look_back(loads: Loads, store: Store) -> None:
    """The difference of two versions of a figure may be one record."""
    loads(crimes(9))
    partner = Workspace(store, Person("A partner", Role.PARTNER))
    with pytest.raises(NotPermitted):
        year_on_year(partner, replace(LUTON, as_at=1))


rows = st.builds(
    lambda n, month, year, offence, ward, knife: [
        f"r{n}" if n else "", f"{1 + n % 28:02}/{month:02}/{year}", offence, "Luton", ward, knife
    ],
    st.integers(0, 12),
    st.integers(3, 7),
    st.sampled_from([2023, 2024]),
    st.sampled_from(OFFENCES),
    st.sampled_from(["Dallow", "Farley"]),
    st.sampled_from(["Y", "N"]),
)  # fmt: skip
files = st.lists(rows, min_size=1, max_size=12).map(
    lambda file: list({row[0] or number: row for number, row in enumerate(file)}.values())
)


@settings(max_examples=examples(5))
@given(st.lists(files, min_size=2, max_size=3))
def test_as_at_an_extract_is_what_was_answered_then(
    new_store: NewStore, sent: list[list[Row]]
) -> None:
    with TemporaryDirectory() as folder:
        workspace = Workspace(new_store(Path(folder) / "s.duckdb"), local_person())
        then = {}
        for number, file in enumerate(sent):
            path = write_csv(Path(folder) / f"{number}.csv", file, HEADER)
            report = load(workspace, path, source="police")
            if report.extract is not None and report.extract not in then:
                then[report.extract] = answers(workspace)
        for extract, answered in then.items():
            assert answers(workspace, extract) == answered
        workspace.store.close()
