"""Whether times are in UTC, as a heading, a column of zones or a note says, and no value does."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from assessment.definitions.spelling import plain
from assessment.errors import UploadRefused
from assessment.intake.files.file_tables import FileTable, rows_of, shown
from assessment.intake.mapping.columns.recipe_recognition import RecognisedFile, RecognisedTable

DATE_FIELDS = ("recorded", "date_from", "date_to")
UTC = r"(?:utc|co-?ordinated universal time)(?![+-]?\d)(?![a-z])"
IN_HEADING = re.compile(rf"(?<![a-z]){UTC}|(?-i:[a-z](?:UTC|Utc)\b)", re.IGNORECASE)
# The export's own moment is no time of a record: "Run at 10:00 UTC".
IN_NOTE = re.compile(
    rf"\b(?:times|dates|time ?stamps)\b[^.;:\d]*\b{UTC}"
    rf"|\btime ?zone\b(?: is| of [a-z ]+)?\W*{UTC}"
    rf"|\b{UTC} (?:times|dates|time ?stamps)\b",
    re.IGNORECASE,
)
IN_UK_TIME = re.compile(
    r"\b(?:not|from|than) (?:in |the )?utc\b"
    r"|(?<!not )(?<!not in )\b(?:local|bst|london|(?:uk|british) (?:summer )?time)\b",
    re.IGNORECASE,
)
ZONE_COLUMNS = frozenset({"time zone", "timezone", "tz", "zone", "time zone name", "timezone name"})
IN_CELL = re.compile(r"(?:etc/)?utc|z|zulu|\(utc\).*", re.IGNORECASE)


def utc_fields(recognised: RecognisedFile) -> Mapping[str, str]:
    """Return the fields whose dates are in UTC, with what says so.

    Raises UploadRefused where some tables or rows are in UTC and others are not.
    """
    said: dict[str, str] = {}
    for field in DATE_FIELDS:
        tables = [table for table in recognised.tables if field in table.fields]
        reasons = [_said_of(field, table) for table in tables]
        named = [reason for reason in reasons if reason]
        if named and len(named) < len(reasons):
            raise _mixed(tables[0].file_table, f"{named[0]}, and nothing says so of other tables")
        if named:
            said[field] = named[0]
    return said


def utc_told(recognised: RecognisedFile) -> RecognisedFile:
    """Add to what is said of a file that its times are in UTC, where they are."""
    reasons = dict.fromkeys(utc_fields(recognised).values())
    notices = (
        f"Times are in UTC ({reason}): they were changed to UK time, which is an hour later in "
        "summer. A record of the last hour before midnight then counts for the next day. A time in "
        "a column of its own, away from its date, was left as it is."
        for reason in reasons
    )
    return replace(recognised, notices=(*recognised.notices, *notices))


def _said_of(field: str, table: RecognisedTable) -> str | None:
    heading = table.file_table.header[table.fields.index(field)]
    if IN_HEADING.search(heading):
        return f"column '{shown(heading)}'"
    note = next(filter(_is_said, table.file_table.notes), None)
    return f"'{shown(note)}'" if note else _said_in_rows(table.file_table)


def _is_said(note: str) -> bool:
    sentences = re.split(r"[.;]", note)
    return any(IN_NOTE.search(text) and not IN_UK_TIME.search(text) for text in sentences)


def _said_in_rows(table: FileTable) -> str | None:
    for at, heading in enumerate(table.header):
        if plain(heading) in ZONE_COLUMNS:
            zones = set(_cells(table, at))
            in_utc = {zone for zone in zones if IN_CELL.fullmatch(zone)}
            where = f"column '{shown(heading)}'"
            if in_utc and zones - in_utc:
                others = ", ".join(f"'{shown(zone)}'" for zone in sorted(zones - in_utc)[:3])
                raise _mixed(table, f"{where} has 'UTC' in some rows and in others {others}")
            return where if in_utc else None
    return None


def _cells(table: FileTable, at: int) -> Iterator[str]:
    rows: Iterable[list[str]] = (row for _, row in rows_of(table))
    return (row[at].strip() or "(blank)" for row in rows if at < len(row))


def _mixed(table: FileTable, why: str) -> UploadRefused:
    return UploadRefused(
        table.file,
        [
            f"Some of its times are in UTC and others are not: {why}. Export it again with every "
            "time in UK time, or upload what is in UTC and what is not as files of their own."
        ],
    )
