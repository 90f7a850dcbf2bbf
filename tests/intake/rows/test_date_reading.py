"""Dates of every usual way of writing them, read as UK local time, against independent readings."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta, timezone
from pathlib import Path
from zoneinfo import ZoneInfo

import duckdb
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assessment.errors import UploadRefused
from assessment.intake.extract_loading import load
from assessment.intake.file_choices import FileChoices
from assessment.intake.load_report import LoadReport
from assessment.intake.mapping.rows.dates import date_order
from assessment.intake.mapping.rows.row_reading import MACROS
from assessment.store.named_queries import queries
from assessment.workspace import Workspace
from tests.intake.rows.conftest import Kept, LoadsRows
from tests.properties import examples

HEADER = ("Ref", "Date", "Offence", "District")
LONDON = ZoneInfo("Europe/London")
WRITTEN = [
    # as written, the moment in the UK, how precise it is, why
    ("2024-06-01T12:30:00+01:00", "2024-06-01 12:30", "minute", "ISO with the summer's offset"),
    ("2024-06-30T23:30:00Z", "2024-07-01 00:30", "minute", "UTC at a summer month's end"),
    ("2024-12-31T23:30:00Z", "2024-12-31 23:30", "minute", "UTC in winter is UK time"),
    ("2024-06-30T23:00:00.000+00:00", "2024-07-01 00:00", "day", "a day kept as UTC: no hour"),
    ("2024-07-05T00:00:00Z", "2024-07-05 01:00", "day", "midnight as written is no hour either"),
    ("2024-06-01 12:30:00.0000000", "2024-06-01 12:30", "minute", "SQL Server: seven digits"),
    ("2024-06-01 00:00:00.000", "2024-06-01 00:00", "day", "midnight is an hour not known"),
    ("01/06/2024 11:30 PM", "2024-06-01 23:30", "minute", "half days"),
    ("01/06/2024 12:05 a.m.", "2024-06-01 00:05", "minute", "half days with full stops"),
    ("30/06/2024 24:00", "2024-06-30 00:00", "day", "the end of the day that is written"),
    ("2024-06-30T24:00:00", "2024-06-30 00:00", "day", "the end of the day, in ISO"),
    ("20240601", "2024-06-01 00:00", "day", "numbers alone"),
    ("Sat 01 Jun 2024", "2024-06-01 00:00", "day", "a weekday"),
    ("Saturday, 1 June 2024 14:15", "2024-06-01 14:15", "minute", "a weekday in full"),
    ("28/05/2024 10:11 am GMT+1", "2024-05-28 10:11", "minute", "an offset from GMT"),
    ("01/06/2024 10:11 BST", "2024-06-01 10:11", "minute", "British Summer Time"),
    ("30/06/2024 23:45 UTC", "2024-07-01 00:45", "minute", "UTC in words"),
    ("202406", "2024-06-01 00:00", "month", "a month in numbers"),
    ("Jun-2024", "2024-06-01 00:00", "month", "a month in letters"),
    ("Jun-24", "2024-06-01 00:00", "month", "a month in letters, short"),
    ("1/6/24 09:00", "2024-06-01 09:00", "minute", "the year in two digits"),
    ("1.6.24", "2024-06-01 00:00", "day", "short, and no month"),
    ("01-OCT-25 03.03.00 AM", "2025-10-01 03:03", "minute", "Oracle"),
    ("01-OCT-25 12.00.00 AM", "2025-10-01 00:00", "day", "Oracle's midnight"),
    ("01-OCT-25 11.03.00.000000000 PM", "2025-10-01 23:03", "minute", "Oracle's fractions"),
    ("01-OCT-25 10.30.00.000000 PM +00:00", "2025-10-01 23:30", "minute", "Oracle's zone"),
    ("01-Oct-2025 15.03", "2025-10-01 15:03", "minute", "a dot between hour and minute"),
    ("Thu 09.10.25", "2025-10-09 00:00", "day", "a date with dots is no time"),
]


@pytest.mark.parametrize(("written", "moment", "precision", "why"), WRITTEN)
def test_a_date_is_read_as_the_time_here(
    loads_rows: LoadsRows, kept: Kept, written: str, moment: str, precision: str, why: str
) -> None:
    loads_rows(HEADER, [("r1", written, "Burglary", "Luton")])
    (record,) = kept()
    assert record["event_from"] == datetime.fromisoformat(moment), why
    assert record["counted_on"].date() == datetime.fromisoformat(moment).date(), why
    assert record["precision"] == precision, why


def test_times_in_utc_at_a_months_end(loads_rows: LoadsRows) -> None:
    """Case 09: forty records of the first hour of July, and forty of July, all of July."""
    first = [f"2024-06-30T23:{minute:02d}:00Z" for minute in range(40)]
    later = [f"2024-07-{1 + day % 30:02d}T12:00:00Z" for day in range(40)]
    rows = [(f"r{n}", text, "Burglary", "Luton") for n, text in enumerate([*first, *later])]
    report = loads_rows(HEADER, rows)
    assert (report.rows.loaded, report.months) == (80, ("2024-07",))


def test_what_the_first_rows_do_not_show_is_read_as_well(loads_rows: LoadsRows, kept: Kept) -> None:
    plain = [(f"a{n}", "15/06/2024 12:00", "Burglary", "Luton") for n in range(300)]
    odd = ("z", "Sun 30 Jun 2024 23:30 UTC", "Burglary", "Luton")
    report = loads_rows(HEADER, [*plain, odd])
    assert (report.rows.loaded, report.rows.rejected) == (301, 0)
    assert kept()[-1]["event_from"] == datetime(2024, 7, 1, 0, 30)


SERIALS = ("Ref", "Date committed", "Date recorded", "Offence", "District")


def _serial(moment: datetime) -> float:
    return (moment - datetime(1899, 12, 30)) / timedelta(days=1)


def test_excels_serial_numbers(loads_rows: LoadsRows, kept: Kept) -> None:
    """Case 33: a CSV that was saved from cells without a format for dates."""
    moment = datetime(2025, 10, 9, 8, 0)
    report = loads_rows(
        SERIALS,
        [(f"r{n}", f"{_serial(moment) + n:.5f}", 45940 + n, "Burglary", "Luton") for n in range(9)],
    )
    assert report.rows.loaded == 9
    record = kept()[0]
    assert (record["event_from"], record["precision"]) == (moment, "minute")
    assert record["counted_on"].date() == date(2025, 10, 10)


@pytest.mark.parametrize(
    ("written", "why"),
    [
        ([45939, "9 Oct 2025"], "a number among dates may be anything"),
        ([45939, 82], "a number that is no day since 1980"),
        ([45939, 99999], "a number that is a day to come"),
    ],
)
def test_numbers_are_days_only_where_all_of_a_column_are(
    loads_rows: LoadsRows, written: list[object], why: str
) -> None:
    report = loads_rows(
        HEADER,
        [
            ("r0", "10 Oct 2025", "Burglary", "Luton"),
            *((f"r{n}", text, "Burglary", "Luton") for n, text in enumerate(written, start=1)),
        ],
    )
    assert "45939" in {row.found for row in report.refused_rows}, why


TIMES = [
    # date, time, moment, precision, why
    ("09/10/2025", "08:00", "2025-10-09 08:00", "minute", "as most write it"),
    ("2025-10-09 00:00:00", "23:10:00", "2025-10-09 23:10", "minute", "cells of a workbook"),
    ("09/10/2025", "0815", "2025-10-09 08:15", "minute", "four figures"),
    ("09/10/2025", "815", "2025-10-09 08:15", "minute", "three, where Excel took the nought"),
    ("09/10/2025", "8:15 pm", "2025-10-09 20:15", "minute", "half days"),
    ("09/10/2025", "0.5", "2025-10-09 12:00", "minute", "Excel's part of a day"),
    ("09/10/2025", "1899-12-30 07:45:00", "2025-10-09 07:45", "minute", "a time with Excel's zero"),
    ("09/10/2025", "unknown", "2025-10-09 00:00", "day", "a time that is none"),
    ("09/10/2025", "00:00", "2025-10-09 00:00", "day", "midnight is an hour not known"),
    ("09/10/2025", "", "2025-10-09 00:00", "day", "no time"),
    ("09/10/2025 07:30", "23:00", "2025-10-09 07:30", "minute", "the date has one already"),
]


@pytest.mark.parametrize(("day", "time", "moment", "precision", "why"), TIMES)
def test_a_time_in_a_column_of_its_own_joins_its_date(
    loads_rows: LoadsRows, kept: Kept, day: str, time: str, moment: str, precision: str, why: str
) -> None:
    header = ("Ref", "Committed From Date", "Committed From Time", "Offence", "District")
    loads_rows(header, [("r1", day, time, "Burglary", "Luton")])
    (record,) = kept()
    assert (str(record["event_from"])[:16], record["precision"]) == (moment, precision), why


def test_from_and_to_are_both_kept(loads_rows: LoadsRows, kept: Kept) -> None:
    header = ("Ref", "Committed from", "Committed to", "Committed to time", "Offence", "District")
    loads_rows(header, [("r1", "09/10/2025 22:00", "10/10/2025", "06:30", "Burglary", "Luton")])
    (record,) = kept()
    assert record["event_from"] == datetime(2025, 10, 9, 22)
    assert record["event_to"] == datetime(2025, 10, 10, 6, 30)


@pytest.fixture(scope="module")
def macros() -> Iterator[duckdb.DuckDBPyConnection]:
    """DuckDB with what reads dates, and no store."""
    with duckdb.connect() as connection:
        for name in MACROS:
            connection.execute(queries()[name].sql)
        yield connection


def _zone(minutes: int, style: str) -> str:
    sign, hours, rest = "-" if minutes < 0 else "+", abs(minutes) // 60, abs(minutes) % 60
    return style.format(sign=sign, hours=hours, rest=rest)


OFFSETS = st.sampled_from([-720, -300, -210, -60, 0, 60, 120, 330, 765, 840])
STYLES = st.sampled_from(["{sign}{hours:02}:{rest:02}", " {sign}{hours:02}{rest:02}"])
CLOCKS = st.sampled_from(["%Y-%m-%dT%H:%M:%S", "%d/%m/%Y %H:%M:%S", "%d %b %Y %I:%M:%S %p"])


@settings(max_examples=examples(25))
@given(
    moments=st.lists(
        st.datetimes(datetime(1997, 1, 1), datetime(2037, 1, 1)), min_size=20, max_size=20
    ),
    offset=OFFSETS,
    style=STYLES,
    clock=CLOCKS,
)
def test_times_with_a_zone_are_as_python_reckons_them(
    macros: duckdb.DuckDBPyConnection,
    moments: list[datetime],
    offset: int,
    style: str,
    clock: str,
) -> None:
    whole = [moment.replace(microsecond=0) for moment in moments]
    there = timezone(timedelta(minutes=offset))
    texts = [
        moment.replace(tzinfo=UTC).astimezone(there).strftime(clock) + _zone(offset, style)
        for moment in whole
    ]
    here = [moment.replace(tzinfo=UTC).astimezone(LONDON).replace(tzinfo=None) for moment in whole]
    read = macros.execute(
        "SELECT uk_moment(written, 'tidied', $formats) FROM (SELECT unnest($texts) AS written)",
        {"texts": texts, "formats": list(date_order.FORMATS)},
    ).fetchall()
    assert [moment for (moment,) in read] == here


@settings(max_examples=examples(25))
@given(
    moments=st.lists(
        st.datetimes(datetime(1980, 1, 1), datetime(2037, 1, 1)), min_size=20, max_size=20
    )
)
def test_serials_are_read_to_the_second(
    macros: duckdb.DuckDBPyConnection, moments: list[datetime]
) -> None:
    whole = [moment.replace(second=0, microsecond=0) for moment in moments]
    # Excel shows eleven figures of a number in a cell without a format.
    read = macros.execute(
        "SELECT uk_moment(written, 'serial', ['%Y']) FROM (SELECT unnest($texts) AS written)",
        {"texts": [f"{_serial(moment):.5f}" for moment in whole]},
    ).fetchall()
    assert [moment for (moment,) in read] == whole


def test_dates_written_plainly_are_not_tidied(loads_rows: LoadsRows) -> None:
    """Reading a street file stays as quick as it is: nothing is searched in dates that fit."""
    report: LoadReport = loads_rows(HEADER, [("r1", "2024-01", "Burglary", "Luton")])
    assert report.months == ("2024-01",)


SUMMER_NIGHTS = ("31/05/2025 23:30", "14/06/2025 12:00", "30/06/2025 23:45", "2025-12-31 23:30")
IN_UTC = ["2025-06-01 00:30", "2025-06-14 13:00", "2025-07-01 00:45", "2025-12-31 23:30"]
AS_WRITTEN = ["2025-05-31 23:30", "2025-06-14 12:00", "2025-06-30 23:45", "2025-12-31 23:30"]
SAYS_UTC = [
    ("", "Date (UTC)", None, IN_UTC),
    ("", "DateUTC", None, IN_UTC),
    ("", "Date", "UTC", IN_UTC),
    ("All times are in UTC", "Date", None, IN_UTC),
    ("Dates and times were converted to UTC. Add an hour for BST.", "Date", None, IN_UTC),
    ("Time zone: UTC", "Date", None, IN_UTC),
    ("Exported at 10:00 UTC", "Date", None, AS_WRITTEN),
    ("All times are local (not UTC)", "Date", None, AS_WRITTEN),
    ("Times were converted from UTC to UK time", "Date", None, AS_WRITTEN),
    ("Times are in UTC+1", "Date", None, AS_WRITTEN),
    ("", "Date", "BST", AS_WRITTEN),
]


@pytest.mark.parametrize(("note", "heading", "zone", "moments"), SAYS_UTC)
def test_times_are_in_utc_where_anything_beside_them_says_so(
    workspace: Workspace,
    tmp_path: Path,
    kept: Kept,
    note: str,
    heading: str,
    zone: str | None,
    moments: list[str],
) -> None:
    lines = [f'"{note}"'] if note else []
    lines.append(f"Ref,{heading},Time Zone,Offence,District")
    lines += [f"r{n},{when},{zone or ''},Robbery,Luton" for n, when in enumerate(SUMMER_NIGHTS)]
    path = tmp_path / "extract.csv"
    path.write_text("\n".join(lines), encoding="utf-8")
    report = load(
        workspace, path, choices=FileChoices(columns={heading: "date_from"}, source="essex-police")
    )
    assert [f"{record['event_from']:%Y-%m-%d %H:%M}" for record in kept()] == moments
    assert [f"{record['counted_on']:%Y-%m-%d}" for record in kept()] == [
        moment[:10] for moment in moments
    ]
    assert any("Times are in UTC (" in text for text in report.problems) is (moments is IN_UTC)


def test_a_file_of_which_only_some_rows_are_in_utc_is_refused(loads_rows: LoadsRows) -> None:
    rows = [("r1", "01/06/2025 12:30", "UTC", "Robbery", "Luton")]
    rows.append(("r2", "01/06/2025 12:30", "BST", "Robbery", "Luton"))
    with pytest.raises(UploadRefused, match="'Time Zone' has 'UTC' in some rows and in others"):
        loads_rows(("Ref", "Date", "Time Zone", "Offence", "District"), rows)


def test_serial_days_in_utc(loads_rows: LoadsRows, kept: Kept) -> None:
    rows = [("r1", 45838.9895833333, "Robbery", "Luton"), ("r2", 45838, "Robbery", "Luton")]
    is_date = FileChoices(columns={"Date (UTC)": "date_from"})
    loads_rows(("Ref", "Date (UTC)", "Offence", "District"), rows, is_date)
    assert [f"{record['counted_on']:%d/%m}" for record in kept()] == ["30/06", "01/07"]
