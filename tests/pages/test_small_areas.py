"""Wards and LSOAs on Upload data: understood first, loaded on a press, removed by file."""

from pathlib import Path

from tests.areas.squares import lsoa, square, ward, write
from tests.pages.conftest import UPLOAD, Opens, as_read, press, rows_of, text_of

GEOJSON = "application/geo+json"


def test_are_checked_then_loaded_then_removed(
    own_store: Path, open_page: Opens, tmp_path: Path
) -> None:
    wards = write(tmp_path / "w", [ward(1, "Barnfield", square(-0.4, 51.9))]).read_bytes()
    lsoas = write(tmp_path / "l", [lsoa(1, square(-0.395, 51.905, 0.002))]).read_bytes()
    at = open_page(own_store, UPLOAD)
    assert "Areas there are" not in text_of(at)
    areas = at.file_uploader[2].upload("wards.geojson", wards, GEOJSON)
    areas.upload("lsoas.geojson", lsoas, GEOJSON).run()
    assert "**1** wards of 2025" in as_read(text_of(at))
    press(at, "Load the areas")
    said = as_read(at.success[0].value)
    assert said == "wards of 2025 and LSOAs of 2021: 1 LSOA has a ward."
    assert '<th scope="row">wards.geojson</th><td>wards of 2025</td>' in rows_of(at)
    press(at, "Remove these areas")
    assert "removed. Load the file again" in as_read(at.success[0].value)
    assert "lsoas.geojson" not in rows_of(at)


def test_faults_are_said_and_nothing_is_offered(own_store: Path, open_page: Opens) -> None:
    at = open_page(own_store, UPLOAD)
    at.file_uploader[2].upload("wards.geojson", b"{}", GEOJSON).run()
    assert "holds no areas" in as_read(at.error[0].value)
    assert "Load the areas" not in [button.label for button in at.button]
