"""Records, counts and coverage put straight into a store, past intake."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta

import pandas as pd

from assessment.periods import add_months, month_start
from assessment.workspace import Workspace

OFFENCES = ("offence",)
BOTH = ("offence", "anti-social-behaviour")
INCIDENT_COLUMNS = (
    "source, counted_on, precision, measure_set, measure, category, flags, force, "
    "district, ward, lsoa, first_extract, last_extract, victims, victim_bands, "
    "event_from, event_to, outcome"
)

# A column that is empty in every record has no type until it is given one.
RECORDS = """
INSERT INTO incident BY NAME SELECT * REPLACE (
    counted_on::DATE AS counted_on, flags::VARCHAR[] AS flags, force::VARCHAR AS force,
    district::VARCHAR AS district, ward::VARCHAR AS ward, lsoa::VARCHAR AS lsoa,
    last_extract::INTEGER AS last_extract, victims::VARCHAR[] AS victims,
    victim_bands::VARCHAR[] AS victim_bands, event_from::TIMESTAMP AS event_from,
    event_to::TIMESTAMP AS event_to, outcome::VARCHAR AS outcome
) FROM rows
"""


def months(first: date, last: date) -> tuple[date, ...]:
    """List months, both ends included."""
    count = (last.year - first.year) * 12 + last.month - first.month + 1
    return tuple(add_months(first, step) for step in range(count))


@dataclass
class Given:
    """A store being filled; `seal` counts the months as intake would."""

    workspace: Workspace
    measure_set: str = "home-office"
    extracts: int = 0
    incidents: list[tuple[object, ...]] = field(default_factory=list, repr=False)

    def run(self, sql: str, values: Sequence[object] = ()) -> None:
        # As a commit: what is kept of counts is let go.
        with self.workspace.store.writing() as writer:
            writer._cursor.execute(sql, values or None)

    def extract(
        self,
        source: str = "police",
        *,
        covers: Iterable[tuple[str, str]] = (("district", "Rochford"),),
        subjects: Iterable[str] = BOTH,
        when: Iterable[date] = (),
        partial: Iterable[date] = (),
        synthetic: bool = False,
        status: str = "loaded",
        clock: datetime = datetime(2025, 1, 1),
    ) -> int:
        """Add an extract that covers subjects in areas and months."""
        self.extracts += 1
        loaded_at = clock + timedelta(days=self.extracts)
        self.run(
            "INSERT INTO extract BY NAME SELECT ? AS id, ? AS source, 'incidents' AS recipe, "
            "? AS measure_set, ? AS file_name, '' AS sha256, [] AS months, 0 AS rows_read, "
            "0 AS rows_loaded, 0 AS rows_unchanged, 0 AS rows_revised, 0 AS rows_withdrawn, "
            "0 AS rows_rejected, 0 AS rows_repeated, [] AS problems, ? AS loaded_at, "
            "'x' AS loaded_by, ? AS synthetic, ? AS status",
            [
                self.extracts,
                source,
                self.measure_set,
                f"{source}-{self.extracts}.csv",
                loaded_at,
                synthetic,
                status,
            ],
        )
        rows = pd.DataFrame(
            [
                (self.extracts, source, self.measure_set, subject, kind, area, month, part)
                for subject in subjects
                for kind, area in covers
                for part, listed in ((False, when), (True, partial))
                for month in listed
            ],
            columns=["a", "b", "c", "d", "e", "f", "g", "h"],
        )
        self._insert(
            "INSERT INTO coverage SELECT a, b, c, d, e, f, g::DATE, h, NULL, NULL, NULL FROM rows",
            rows,
        )
        return self.extracts

    def records(
        self,
        n: int,
        day: date,
        measure: str = "burglary",
        *,
        district: str | None = "Rochford",
        ward: str | None = None,
        lsoa: str | None = None,
        force: str | None = "Essex Police",
        source: str = "police",
        flags: tuple[str, ...] = (),
        precision: str = "day",
        ended: int | None = None,
        category: str = "",
        victims: tuple[str, ...] = (),
        bands: tuple[str, ...] = (),
        happened: tuple[datetime | None, datetime | None] = (None, None),
        outcome: str | None = None,
    ) -> None:
        """Add n records that say the same; their category is the measure unless it is said."""
        called = category or measure
        record = (
            *(source, day, precision, self.measure_set, measure, called, list(flags), force),
            *(district, ward, lsoa, 1, ended, list(victims) or None, list(bands) or None),
            *(*happened, outcome),
        )
        self.incidents.extend([record] * n)

    def frame(self) -> pd.DataFrame:
        """Return the records added since the last seal."""
        return pd.DataFrame(self.incidents, columns=INCIDENT_COLUMNS.split(", ")).astype(object)

    def seal(self) -> None:
        """Store the records and count their months."""
        rows = self.frame()
        if len(rows):
            self._insert(RECORDS, rows)
        counted = {month_start(row[1]) for row in self.incidents if isinstance(row[1], date)}
        with self.workspace.store.writing() as writer:
            for source in sorted({str(row[0]) for row in self.incidents}):
                for query in ("count_months_anew", "count_districts_anew"):
                    writer.run(query, source=source, months=sorted(counted))
        self.incidents.clear()

    def empty(self) -> None:
        """Take everything out again."""
        counts = ("monthly_count", "monthly_district_count")
        for table in ("incident", *counts, "coverage", "extract"):
            self.run(f"DELETE FROM {table}")  # noqa: S608
        self.incidents.clear()
        self.extracts = 0

    def _insert(self, sql: str, rows: pd.DataFrame) -> None:
        with self.workspace.store.writing() as writer:
            writer._cursor.register("rows", rows)
            writer._cursor.execute(sql)
