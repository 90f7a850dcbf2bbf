"""The second month of eight sources: each is known, read as the first was, and nothing is asked."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NamedTuple

import pytest

from assessment.intake.extract_loading import load
from assessment.intake.file_choices import FileChoices
from assessment.intake.load_status import LoadStatus
from assessment.workspace import Workspace
from tests.extracts import STREET_HEADER, street_row, write_csv

Row = Sequence[object]
DAYS = range(1, 29)


class Sender(NamedTuple):
    """A source: its files' header, the rows of a month, and what was decided for its first file."""

    source: str
    header: Sequence[str]
    rows: Callable[[int], list[Row]]
    decided: FileChoices = FileChoices()


def _police(month: int) -> list[Row]:
    return [
        [
            f"42/{month}{day:04d}/25",
            "Other theft",
            f"{day:02d}.{month:02d}.2025 08:00",
            "Rochford",
            "Lodge",
            "x",
        ]
        for day in DAYS
    ]


def _street(month: int) -> list[Row]:
    return [street_row(f"{month:04d}{day:060d}", f"2025-{month:02d}", "Burglary") for day in DAYS]


def _council(month: int) -> list[Row]:
    return [
        [
            f"ASB/{month}{day}",
            f"{day:02d}/{month:02d}/2025 00:00:00",
            "Neighbour dispute",
            "Hullbridge",
            "Closed",
            "J Doe",
        ]
        for day in DAYS
    ]


def _ambulance(month: int) -> list[Row]:
    return [
        [
            f"C{month}{day}",
            f"{day:02d}/{month:02d}/2025 11:56:00",
            "Stab/Gunshot",
            "C1",
            "Rochford",
            "SS6",
        ]
        for day in DAYS
    ]


def _fire(month: int) -> list[Row]:
    return [
        [
            f"7{month}{day:02d}",
            f"{day:02d}/{month:02d}/2025",
            "Primary fire",
            "Deliberate",
            "Rochford",
            "Hullbridge",
        ]
        for day in DAYS
    ]


def _emergency(month: int) -> list[Row]:
    return [
        ["Southend", f"{day:02d}/{month:02d}/2025", "23:10", "Pub/club", "Bottle"] for day in DAYS
    ]


def _referrals(month: int) -> list[Row]:
    return [
        [f"Q{month} 2025/26", place, via, 10 + number, 3, "<5"]
        for place in ("Rochford", "Castle Point")
        for number, via in enumerate(("Police", "Self", "Health"))
    ]


def _counts(month: int) -> list[Row]:
    return [
        [f"2025-{month:02d}", place, offence, 10 + number]
        for place in ("Rochford", "Castle Point")
        for number, offence in enumerate(("Burglary", "Robbery", "Shoplifting"))
    ]


SENDERS = [
    Sender(
        "essex-police",
        ("Crime ref", "Offence type", "Date/time from", "District", "Ward", "MO"),
        _police,
    ),
    Sender("police-uk", STREET_HEADER, _street),
    Sender(
        "rochford-council",
        ("Case Ref", "Date Opened", "Case Type", "Ward", "Status", "Complainant Name"),
        _council,
        FileChoices(place="Rochford"),
    ),
    Sender(
        "ambulance",
        ("CAD No", "Call Date/Time", "Chief Complaint", "Category", "District", "Outward Postcode"),
        _ambulance,
    ),
    Sender(
        "fire", ("IRS Number", "Incident Date", "Incident Type", "Motive", "LA Name", "Ward"), _fire
    ),
    Sender(
        "hospital",
        ("Hospital", "Attendance Date", "Attendance Time", "Location Type", "Assault Type"),
        _emergency,
        FileChoices(place="Southend-on-Sea"),
    ),
    Sender(
        "changing-pathways",
        (
            "Quarter",
            "District",
            "Referral source",
            "New referrals",
            "Repeat referrals",
            "MARAC cases",
        ),
        _referrals,
        FileChoices(measure_set="domestic-abuse-referrals"),
    ),
    Sender("performance-unit", ("Month", "District", "Offence", "Number of offences"), _counts),
]


@pytest.fixture
def after_month_one(workspace: Workspace, tmp_path: Path) -> Workspace:
    """A store in which every source has sent its first month."""
    for sender in SENDERS:
        path = write_csv(tmp_path / f"{sender.source}-1.csv", sender.rows(1), sender.header)
        report = load(workspace, path, source=sender.source, choices=sender.decided)
        assert report.status is LoadStatus.LOADED, report
    return workspace


def test_month_two_of_every_source_is_loaded_without_a_word(
    after_month_one: Workspace, tmp_path: Path
) -> None:
    for sender in SENDERS:
        path = write_csv(tmp_path / "export.csv", sender.rows(2), sender.header)
        checked = load(after_month_one, path, dry_run=True)
        report = load(after_month_one, path)
        assert (checked.status, checked.questions) == (LoadStatus.CHECKED, ()), sender.source
        assert (report.status, report.source) == (LoadStatus.LOADED, sender.source)
        assert (report.recipe, report.is_source_proposed) == (sender.source, True)
        assert report.rows.loaded == report.rows.read > 0
        assert report.rows.withdrawn == report.rows.rejected == 0


def test_what_was_decided_places_the_second_month(
    after_month_one: Workspace, tmp_path: Path
) -> None:
    header = ("Hospital", "Attendance Date", "Attendance Time", "Location Type", "Assault Type")
    report = load(after_month_one, write_csv(tmp_path / "ed.csv", _emergency(2), header))
    assert report.districts == (("Southend-on-Sea", len(DAYS)),)
    told = "As for earlier files of hospital: every row belongs to Southend-on-Sea."
    assert told in report.problems
