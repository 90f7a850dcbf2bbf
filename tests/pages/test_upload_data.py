"""Upload data: what was understood is shown first; only Load loads; faults are all said at once."""

import gc
from pathlib import Path

import pytest
import streamlit as st
from streamlit.runtime.scriptrunner import get_script_run_ctx
from streamlit.runtime.uploaded_file_manager import UploadedFile
from streamlit.testing.v1 import AppTest

from assessment.intake.extract_loading import load
from assessment.intake.files.archive_tables import TABLES
from assessment.intake.recipes import first_look
from assessment.store import Store
from pages.upload_data import uploading
from tests.extracts import street_row, write_csv
from tests.pages.conftest import (
    UPLOAD,
    YEAR_ON_YEAR,
    Opens,
    as_read,
    beside_the_page,
    press,
    rows_of,
    text_of,
    turn_to,
)

KINDS = ("Arson", "Burglary")


@pytest.fixture
def empty_store(tmp_path: Path) -> Path:
    path = tmp_path / "assessment.duckdb"
    Store.open(path, create=True).close()
    return path


@pytest.fixture
def street_file(tmp_path: Path) -> bytes:
    rows = [street_row(f"{n:064x}", crime_type="Burglary") for n in range(30)]
    rows += [street_row() for _ in range(12)]
    rows.append(street_row("f" * 64, crime_type="Piracy"))
    return write_csv(tmp_path / "street.csv", rows).read_bytes()


def upload(at: AppTest, content: bytes, name: str = "2024-01-bedfordshire-street.csv") -> AppTest:
    return at.file_uploader[0].upload(name, content, "text/csv").run()


def test_file_is_understood_before_it_is_loaded(
    empty_store: Path, street_file: bytes, open_page: Opens
) -> None:
    at = upload(open_page(empty_store, UPLOAD), street_file)
    shown = text_of(at)
    assert "**43** rows read" in shown
    assert "January 2024 (1 month)" in shown
    assert '<th scope="row">Luton</th><td>43</td>' in rows_of(at)
    assert '<th scope="row">Burglary</th><td>30</td>' in rows_of(at)
    assert "Nothing yet." in shown


def test_columns_of_a_large_file_are_shown_while_it_is_checked(
    empty_store: Path, street_file: bytes, open_page: Opens, monkeypatch: pytest.MonkeyPatch
) -> None:
    at = open_page(empty_store, UPLOAD)
    monkeypatch.setattr(first_look, "LARGE", 0)
    monkeypatch.setattr(uploading, "check_load", lambda *_, **__: st.stop())
    assert "How the columns were read" in rows_of(upload(at, street_file))


def test_a_file_is_no_longer_held_in_memory_while_it_is_checked(
    empty_store: Path, street_file: bytes, open_page: Opens, monkeypatch: pytest.MonkeyPatch
) -> None:
    at, held = open_page(empty_store, UPLOAD), []

    def check(*_: object, **__: object) -> None:
        visit = get_script_run_ctx()
        assert visit is not None
        held.append(visit.uploaded_file_mgr.file_storage.get(visit.session_id))  # type: ignore[attr-defined]
        uploads = [each for each in gc.get_objects() if isinstance(each, UploadedFile)]
        held.extend(upload for upload in uploads if not upload.closed)
        st.stop()

    monkeypatch.setattr(uploading, "check_load", check)
    upload(at, street_file)
    assert held == [{}]


def test_every_kind_that_the_command_line_loads_may_be_uploaded(
    empty_store: Path, open_page: Opens
) -> None:
    kinds = open_page(empty_store, UPLOAD).file_uploader[0].proto.type
    assert set(kinds) == {*TABLES, ".zip"}


def test_load_loads_and_the_number_is_on_the_next_page(
    empty_store: Path, street_file: bytes, open_page: Opens
) -> None:
    at = press(upload(open_page(empty_store, UPLOAD), street_file), "Load")
    assert "**43** added" in text_of(at)
    turn_to(at, YEAR_ON_YEAR)
    at.selectbox(key="partnership").set_value("force:Bedfordshire Police").run()
    # One month of data: counted, and refused as a comparison.
    shown = text_of(at)
    assert "not comparable" in shown


def test_file_can_be_put_away(empty_store: Path, street_file: bytes, open_page: Opens) -> None:
    at = press(upload(open_page(empty_store, UPLOAD), street_file), "Do not load")
    assert "Nothing yet." in text_of(at)
    assert not [each for each in at.button if each.label == "Load"]


def test_same_file_again_changes_nothing(
    empty_store: Path, street_file: bytes, open_page: Opens
) -> None:
    at = press(upload(open_page(empty_store, UPLOAD), street_file), "Load")
    at = upload(at, street_file)
    assert "here already" in "".join(each.value for each in at.subheader)
    assert "loaded on" in text_of(at)
    assert "Loading it changes nothing" in text_of(at).replace("\\", "")
    assert "Load" not in [button.label for button in at.button]


def test_the_same_records_in_another_file_are_here_already(
    empty_store: Path, street_file: bytes, open_page: Opens
) -> None:
    at = press(upload(open_page(empty_store, UPLOAD), street_file), "Load")
    at = upload(at, street_file + b"\n")
    assert "here already" in "".join(each.value for each in at.subheader)
    assert "**nothing** to add" in text_of(at)
    assert "Load all the same" in [button.label for button in at.button]


def test_unusable_file_says_why_and_offers_no_load(empty_store: Path, open_page: Opens) -> None:
    at = upload(open_page(empty_store, UPLOAD), b"<html><body>No</body></html>", "extract.xls")
    assert "was not loaded" in at.error[0].value
    assert not [each for each in at.button if each.label == "Load"]


def test_category_nobody_knows_is_given_its_meaning(
    empty_store: Path, street_file: bytes, open_page: Opens
) -> None:
    at = press(upload(open_page(empty_store, UPLOAD), street_file), "Load")
    assert '<th scope="row">Piracy</th>' in rows_of(at)
    at.multiselect(key="unmapped-categories").select("Piracy (police-uk, 1)").run()
    at.selectbox(key="unmapped-measure").set_value("Robbery").run()
    press(at, "Save the meanings")
    assert "1 record of police-uk was counted anew" in as_read(at.success[0].value)
    assert "nobody has given a meaning yet" not in text_of(at)


def test_without_a_name_a_partnership_has_that_of_its_districts(
    empty_store: Path, open_page: Opens
) -> None:
    at = open_page(empty_store, UPLOAD)
    at.multiselect(key="partnership-districts").set_value(["Luton", "Bedford"])
    press(at, "Add the partnership")
    assert "Luton and Bedford was added" in at.success[0].value


def test_after_a_load_the_next_step_is_to_add_the_partnership(
    empty_store: Path, street_file: bytes, open_page: Opens
) -> None:
    at = press(upload(open_page(empty_store, UPLOAD), street_file), "Load")
    assert "These records are of Luton, which is in no partnership yet" in text_of(at)
    districts = at.multiselect(key="partnership-districts")
    assert districts.options[0] == "Luton"
    districts.set_value(["Luton"])
    press(at, "Add the partnership")
    assert "Luton was added" in at.success[0].value
    # Told once, with the ways to its figures; the next load leads straight there.
    assert "in no partnership yet" not in text_of(at)
    at = press(upload(at, street_file.replace(b"Piracy", b"Drugs")), "Load")
    assert "What next" in text_of(at)
    assert "in no partnership yet" not in text_of(at)


def test_refused_rows_are_told_kept_and_downloaded(
    empty_store: Path, tmp_path: Path, open_page: Opens
) -> None:
    rows = [street_row("a" * 64, month="2024-01"), street_row("b" * 64, month="yesterday")]
    content = write_csv(tmp_path / "street.csv", rows).read_bytes()
    at = press(upload(open_page(empty_store, UPLOAD), content), "Load")
    assert "**1 refused**" in text_of(at)
    labels = [each.proto.label for each in at.get("download_button")]
    assert "Download the refused rows with their reasons" in labels
    # And still there on another day, from the store.
    again = open_page(empty_store, UPLOAD)
    (kept,) = again.selectbox(key="refused-of").options
    assert kept.endswith(": 2024-01-bedfordshire-street.csv (1)")
    labels = [each.proto.label for each in again.get("download_button")]
    assert labels == ["Download them with their reasons", "Download them to put right"]


def test_what_a_later_file_would_change_is_told_before_it_is_loaded(
    empty_store: Path, tmp_path: Path, open_page: Opens
) -> None:
    first = [street_row(f"{n:064x}", crime_type="Burglary") for n in range(10)]
    later = [street_row(f"{n:064x}", crime_type="Robbery") for n in range(4)] + first[4:7]
    at = open_page(empty_store, UPLOAD)
    at = press(upload(at, write_csv(tmp_path / "first.csv", first).read_bytes()), "Load")
    at = upload(at, write_csv(tmp_path / "later.csv", later).read_bytes())
    (told,) = (each.value for each in at.warning if "already there" in each.value)
    assert "4 records would get a new version, and 3 would be withdrawn" in told


def test_what_was_checked_beside_other_data_is_checked_again_and_not_loaded(
    empty_store: Path, tmp_path: Path, open_page: Opens
) -> None:
    """Somebody else loads the same months between the check and the press on Load."""
    theirs = write_csv(tmp_path / "a.csv", [street_row(f"a{n:063x}") for n in range(24)])
    rows = [street_row(f"{'ab'[n < 12]}{n:063x}") for n in range(24)]
    mine = write_csv(tmp_path / "b.csv", rows)
    at = upload(open_page(empty_store, UPLOAD), mine.read_bytes())
    assert not [each for each in at.warning if "would be withdrawn" in each.value]
    load(beside_the_page("Somebody else"), theirs)
    at = press(at, "Load")
    said = "".join(each.value for each in at.warning)
    assert "The data have changed since these files were checked" in said
    assert "12 would be withdrawn" in said
    assert beside_the_page("Me").store.rows("next_extract") == [(2,)], "it has been loaded"
    at = press(at, "Load")
    assert "12 withdrawn" in text_of(at)


def test_a_later_file_that_takes_the_place_of_an_earlier_one_says_so(
    empty_store: Path, tmp_path: Path, open_page: Opens
) -> None:
    files = [
        (f"{name}.csv", write_csv(tmp_path / f"{name}.csv", rows).read_bytes(), "text/csv")
        for name in "ab"
        if (rows := [street_row(f"{name}{n:063x}") for n in range(24)])
    ]
    at = open_page(empty_store, UPLOAD)
    at = at.file_uploader[0].set_value(files).run()
    said = "".join(each.value for each in at.warning).replace("\\", "")
    assert "up to 24 records of a.csv would be withdrawn or revised" in said
    at = press(at, "Load")
    assert "Is this file all that there is of its months?" in text_of(at), "it still waits"
    at.selectbox(key="answer-1-0").set_value("add")
    at = press(press(at, "Check again"), "Load")
    assert beside_the_page("Me").store.rows("next_extract") == [(3,)]


def test_columns_and_flags_are_shown_but_nobody_by_name(
    empty_store: Path, tmp_path: Path, open_page: Opens
) -> None:
    header = ["Date", "Offence", "District", "Victim name", "DA"]
    rows = [
        [f"{day:02d}/01/2024", "Arson", "Luton", "Jo Doe", "Y" if day < 4 else "N"]
        for day in range(1, 29)
    ]
    content = write_csv(tmp_path / "fires.csv", rows, header).read_bytes()
    shown = rows_of(upload(open_page(empty_store, UPLOAD), content, "fires.csv"))
    assert '<th scope="row">Date</th><td>date it happened</td><td>01/01/2024; 02' in shown
    assert '<th scope="row">DA</th><td>domestic abuse flag</td><td>Y; N</td>' in shown
    assert '<th scope="row">Domestic abuse</th><td>3</td>' in shown
    assert '<th scope="row">Victim name</th><td>left out: personal detail</td>' in shown
    assert "Jo Doe" not in shown


def test_another_source_of_the_same_is_told_before_it_is_loaded(
    empty_store: Path, tmp_path: Path, open_page: Opens
) -> None:
    rows = [[f"{day:02d}/01/2024", kind, "Luton"] for day in range(1, 29) for kind in KINDS]
    content = write_csv(tmp_path / "crime.csv", rows, ["Date", "Offence", "District"]).read_bytes()
    at = open_page(empty_store, UPLOAD)
    at.text_input(key="source-new").set_value("police")
    at = press(upload(at, content, "crime.csv"), "Load")
    at.text_input(key="source-new").set_value("council")
    at = upload(at, content, "crime.csv")
    assert "Does this file begin the new source council?" in text_of(at)
    at.selectbox(key="answer-0-0").set_value("none")
    at = press(at, "Check again")
    (told,) = (each.value for each in at.warning)
    assert "Offences of Luton for January 2024\\: already there from source police" in told


def test_partnership_is_added(empty_store: Path, open_page: Opens) -> None:
    at = open_page(empty_store, UPLOAD)
    at.text_input(key="partnership-name").set_value("South Bedfordshire")
    at.multiselect(key="partnership-districts").set_value(["Luton", "Bedford"])
    press(at, "Add the partnership")
    assert "South Bedfordshire was added" in at.success[0].value
    assert '<th scope="row">South Bedfordshire</th>' in rows_of(at)


def test_source_that_is_no_name_is_told(
    empty_store: Path, street_file: bytes, open_page: Opens
) -> None:
    at = open_page(empty_store, UPLOAD)
    at.text_input(key="source-new").set_value("Essex Police!")
    at = upload(at, street_file)
    assert "cannot name a source" in at.error[0].value


def test_categories_are_asked_about_by_how_many_records_they_have(
    empty_store: Path, tmp_path: Path, open_page: Opens
) -> None:
    rows = [["a1", "05/01/2024", "", "Luton"], ["a2", "06/01/2024", "", "Luton"]]
    rows.append(["a3", "07/01/2024", "Piracy", "Luton"])
    header = ["Crime ref", "Recorded date", "Offence", "District"]
    content = write_csv(tmp_path / "own.csv", rows, header).read_bytes()
    at = upload(open_page(empty_store, UPLOAD), content, "own.csv")
    assert at.status[0].label == "Checked 1 file"
    assert "'(blank)' (2)" in text_of(at)
    assert "what they mean: once they are loaded, Upload data asks" in text_of(at)
    assert '<th scope="row">(blank)</th><td>2</td>' in rows_of(at), "as its note calls it"
    at = press(at, "Load")
    categories = at.multiselect(key="unmapped-categories")
    assert categories.options == [
        "(blank) (bedfordshire-police, 2)",
        "Piracy (bedfordshire-police, 1)",
    ]
    assert '<th scope="row">(blank)</th>' in rows_of(at)
    at = categories.select("Piracy (bedfordshire-police, 1)").run()
    at.selectbox(key="unmapped-measure").set_value("Robbery of personal property").run()
    press(at, "Save the meanings")
    assert (
        as_read(at.success[0].value)
        == "1 meaning saved: 1 record of bedfordshire-police was counted anew."
    )


def test_districts_with_most_records_stand_first(
    empty_store: Path, tmp_path: Path, open_page: Opens
) -> None:
    """A force's file also holds a few records far away: they come after its own districts."""
    bedford, far = ("E01017387", "Bedford 001A"), ("E01004736", "Westminster 018A")
    rows = [street_row(f"a{n:063x}", crime_type="Burglary", lsoa=bedford) for n in range(40)]
    rows += [street_row(f"b{n:063x}", crime_type="Burglary") for n in range(30)]
    rows.append(street_row("c" * 64, crime_type="Burglary", lsoa=far))
    content = write_csv(tmp_path / "street.csv", rows).read_bytes()
    press(upload(open_page(empty_store, UPLOAD), content), "Load")
    at = open_page(empty_store, UPLOAD)
    picker = at.multiselect(key="partnership-districts")
    assert picker.options[:3] == ["Bedford", "Luton", "Westminster"]
    assert not picker.proto.select_all
    assert any("far from its own districts" in each.value for each in at.caption)


def test_a_partnership_without_districts_is_told_what_is_missing(
    empty_store: Path, open_page: Opens
) -> None:
    at = open_page(empty_store, UPLOAD)
    at.text_input(key="partnership-name").set_value("South Bedfordshire")
    press(at, "Add the partnership")
    (fault,) = at.error
    assert fault.value.startswith("Choose at least one district")
    assert "ONS" not in fault.value
    assert not at.success


def test_what_is_added_below_the_list_is_confirmed_there(
    empty_store: Path, open_page: Opens
) -> None:
    at = open_page(empty_store, UPLOAD)
    at.multiselect(key="partnership-districts").set_value(["Luton"])
    press(at, "Add the partnership")
    said = [(type(each).__name__, getattr(each, "value", None)) for each in at.main]
    order = [
        "confirmed" if kind == "Success" else value
        for kind, value in said
        if kind == "Success" or value in ("Partnerships", "Populations")
    ]
    assert order == ["Partnerships", "confirmed", "Populations"]


def test_months_with_gaps_are_counted_of_all(
    empty_store: Path, tmp_path: Path, open_page: Opens
) -> None:
    rows = [street_row(f"{m}{n}", m) for m in ("2023-09", "2024-01") for n in range(30)]
    content = write_csv(tmp_path / "street.csv", rows).read_bytes()
    at = press(upload(open_page(empty_store, UPLOAD), content), "Load")
    shown = rows_of(at)
    assert "Sep 2023 to Jan 2024<small>2 of 5 months</small>" in shown
    assert "September 2023 to January 2024 (2 of 5 months)" in shown
