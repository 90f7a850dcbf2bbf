"""Partners' data: two data sets side by side, and what to load where there is but one."""

from pathlib import Path

from assessment.__main__ import main
from tests.extracts import write_csv
from tests.pages.conftest import Opens, as_read, link_of, text_of

BESIDE = "pages/beside/page.py"


def test_where_there_is_nothing_beside_it_is_said_what_to_load(
    example_store: Path, open_page: Opens
) -> None:
    shown = text_of(open_page(example_store, BESIDE, partnership="Rochford"))
    assert "Nothing of another data set is loaded for this place." in shown


def test_two_measures_stand_side_by_side(own_store: Path, open_page: Opens, tmp_path: Path) -> None:
    rows = [
        [
            f"C{month}-{n}",
            f"{n + 14:02}/{month % 12 + 1:02}/{2020 + month // 12} 10:00",
            *("Assault", "Rochford", "Hockley"),
        ]
        for month in range(3, 27)
        for n in range(6)
    ]
    header = ("CAD No", "Call Date/Time", "Chief Complaint", "District", "Ward")
    file = write_csv(tmp_path / "calls.csv", rows, header)
    assert main(["--store", str(own_store), "load", str(file)]) == 0
    at = open_page(own_store, BESIDE, partnership="Rochford", measure="Robbery", areas="ward")
    assert not at.exception
    assert as_read(at.header[0].value).startswith("All ambulance calls sent (ambulance calls) did")
    shown = as_read(text_of(at))
    assert "the ambulance service recorded 72 calls" in shown
    assert any("is a share of the other" in caption.value for caption in at.caption)
    assert "with=Ambulance+calls" in link_of(at)
    assert "areas=ward" in link_of(at)
