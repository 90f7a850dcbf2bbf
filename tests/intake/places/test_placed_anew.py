"""Records whose file does not say their district follow the areas that are loaded, in any order."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from itertools import permutations
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assessment.intake.boundaries.area_loading import load_areas, remove_areas
from assessment.intake.extract_loading import load
from assessment.intake.extract_undo import undo_load
from assessment.people import local_person
from assessment.workspace import Workspace
from tests.areas.squares import feature, square, write
from tests.conftest import NewStore
from tests.extracts import write_csv
from tests.intake.places.conftest import BEDFORD, CORNERS, LUTON, SIDE
from tests.properties import examples
from tests.stored import assert_sound, stored

HEADER = ("Reference", "Date", "Offence", "Force", "Ward", "Beat", "Longitude", "Latitude")
HELD = (
    "SELECT * EXCLUDE (first_extract, last_extract, place_key) FROM incident "
    "WHERE last_extract IS NULL",
    "SELECT DISTINCT * EXCLUDE (extract) FROM coverage",
    "SELECT * FROM monthly_count",
    "SELECT * FROM monthly_district_count",
    "SELECT * EXCLUDE (extract) FROM extract_category",
)
# What tells where a row lies: its ward, its beat, its position, or nothing.
PLACES = st.sampled_from(
    [
        ("Barnfield", "", "", ""),
        ("Central", "", "", ""),  # of two districts
        ("Nowhere", "", "", ""),
        ("", "LU1", "", ""),
        ("Central", "BE2", "", ""),
        ("", "", "-0.43", "51.91"),
        ("Central", "", "-0.47", "52.13"),
        ("", "", "", ""),
    ]
)
Steps = Sequence[str]
Places = Sequence[tuple[str, ...]]
STEPS = ("october", "november", "revised", "wards", "beats")


def _is_revised_later(order: Steps) -> bool:
    return order.index("october") < order.index("revised")


def _wards(folder: Path) -> Path:
    wards = [
        feature(square(*corner, SIDE), WD25CD=f"E0500000{number}", WD25NM=name, LAD25CD=district)
        for number, ((name, district), corner) in enumerate(CORNERS.items(), start=1)
    ]
    return write(folder / "wards.geojson", wards)


def _beats(folder: Path) -> Path:
    rows = [("LU1", "Barnfield", LUTON), ("BE2", "", BEDFORD)]
    return write_csv(folder / "beats.csv", rows, ("Beat", "Ward", "District"))


def _rows(places: Sequence[tuple[str, ...]], month: str, first_day: int = 1) -> list[Sequence[str]]:
    return [
        (
            f"r{month}-{n}",
            f"{n % 27 + first_day:02}/{month}/2025",
            "Burglary",
            "Bedfordshire Police",
            *place,
        )
        for n, place in enumerate(places)
    ]


@contextmanager
def _store(new_store: NewStore) -> Iterator[tuple[Workspace, Path]]:
    with TemporaryDirectory() as folder:
        store = new_store(Path(folder) / "s.duckdb")
        yield Workspace(store, local_person()), Path(folder)
        store.close()


def _after(new_store: NewStore, steps: Steps, october: Places, november: Places) -> list[list[str]]:
    with _store(new_store) as (workspace, folder):
        files: dict[str, tuple[Any, ...]] = {
            "october": (october, "10"),
            "november": (november, "11"),
        }
        files["revised"] = (october, "10", 2)  # every record a day later
        for step in steps:
            if step in files:
                path = write_csv(folder / f"{step}.csv", _rows(*files[step]), HEADER)
                load(workspace, path, source="beds")
            elif step.startswith("remove "):
                remove_areas(workspace, step.removeprefix("remove "))
            else:
                load_areas(workspace, (_wards if step == "wards" else _beats)(folder))
            assert_sound(workspace)
        return [sorted(map(str, stored(workspace, sql).to_numpy().tolist())) for sql in HELD]


@settings(max_examples=examples(4))
@given(
    st.lists(PLACES, min_size=1, max_size=8),
    st.lists(PLACES, min_size=1, max_size=8),
    st.sampled_from([order for order in permutations(STEPS) if _is_revised_later(order)]),
    st.sampled_from(["", "wards.geojson", "beats.csv"]),
)
def test_any_order_of_files_and_areas_places_the_same(
    new_store: NewStore,
    october: list[tuple[str, ...]],
    november: list[tuple[str, ...]],
    order: tuple[str, ...],
    removed: str,
) -> None:
    first = ("wards", "beats", "october", "november", "revised")
    expected = _after(new_store, first, october, november)
    assert _after(new_store, order, october, november) == expected
    if removed:
        again = "wards" if removed == "wards.geojson" else "beats"
        steps = (*order, f"remove {removed}", again)
        assert _after(new_store, steps, october, november) == expected
        without = tuple(step for step in first if step != again)
        assert _after(new_store, steps[:-1], october, november) == _after(
            new_store, without, october, november
        )


PLACED = [
    (("Barnfield", "", "", ""), ("Luton", "Barnfield")),
    (("", "LU1", "", ""), ("Luton", "Barnfield")),
    (("", "", "-0.43", "51.91"), ("Luton", None)),
]


@pytest.mark.parametrize(("place", "lies_in"), PLACED)
def test_a_record_without_a_district_has_one_once_its_areas_are_loaded(
    workspace: Workspace, tmp_path: Path, place: tuple[str, ...], lies_in: tuple[str, str | None]
) -> None:
    load(workspace, write_csv(tmp_path / "o.csv", _rows([place] * 3, "10"), HEADER), source="beds")
    where = "SELECT DISTINCT district, ward FROM incident"
    own = (None, place[0] or None)
    assert _only(stored(workspace, where).to_numpy().tolist()) == own
    for path in (_wards(tmp_path), _beats(tmp_path)):
        load_areas(workspace, path)
    assert _only(stored(workspace, where).to_numpy().tolist()) == lies_in
    covered = stored(workspace, "SELECT DISTINCT area FROM coverage WHERE area_kind = 'district'")
    assert covered["area"].tolist() == ["Luton"]
    for name in ("wards.geojson", "beats.csv"):
        remove_areas(workspace, name)
    assert _only(stored(workspace, where).to_numpy().tolist()) == own


def _only(rows: list[list[str | None]]) -> tuple[str | None, ...]:
    (row,) = rows
    return tuple(value if isinstance(value, str) else None for value in row)


def test_a_record_that_says_its_district_stays_there(workspace: Workspace, tmp_path: Path) -> None:
    header = (*HEADER, "District")
    rows = [(*row, "Bedford") for row in _rows([("Barnfield", "", "", "")] * 3, "10")]
    load(workspace, write_csv(tmp_path / "o.csv", rows, header), source="beds")
    load_areas(workspace, _wards(tmp_path))
    assert stored(workspace, "SELECT DISTINCT district FROM incident")["district"].tolist() == [
        "Bedford"
    ]


def test_what_no_record_is_placed_by_is_forgotten(workspace: Workspace, tmp_path: Path) -> None:
    path = write_csv(tmp_path / "o.csv", _rows([("", "", "-0.43", "51.91")], "10"), HEADER)
    report = load(workspace, path, source="beds")
    assert len(stored(workspace, "SELECT * FROM place_said")) == 1
    assert report.extract is not None
    undo_load(workspace, report.extract)
    for table in ("place_said", "extract_place"):
        assert len(stored(workspace, f"SELECT * FROM {table}")) == 0  # noqa: S608
