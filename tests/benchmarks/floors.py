"""The floors that loading is measured against, each run as a process of its own.

python -m tests.benchmarks.floors duckdb|pandas|incidents|workbook FILE STORE

Each imports only its own library, so that neither pays for the other's.
"""

import hashlib
import sys
from pathlib import Path

TYPES = {
    "Crime ID": "VARCHAR",
    "Month": "DATE",
    "Reported by": "VARCHAR",
    "Falls within": "VARCHAR",
    "Longitude": "DOUBLE",
    "Latitude": "DOUBLE",
    "Location": "VARCHAR",
    "LSOA code": "VARCHAR",
    "LSOA name": "VARCHAR",
    "Crime type": "VARCHAR",
    "Last outcome category": "VARCHAR",
    "Context": "VARCHAR",
}
INCIDENT_TYPES = {
    "Crime Number": "VARCHAR",
    "Committed From": "TIMESTAMP",
    "Offence Subgroup": "VARCHAR",
    "District": "VARCHAR",
    "LSOA code": "VARCHAR",
    "DA": "VARCHAR",
}


def duckdb_bare(file: str, store: str) -> None:
    """DuckDB's own typed read into a table: no judgement, no check, no count."""
    import duckdb

    with duckdb.connect(store) as connection:
        connection.execute(
            "CREATE TABLE street AS SELECT * FROM read_csv($file, columns = $types, header = true, "
            "delim = ',', quote = '\"', escape = '\"', auto_detect = false, dateformat = '%Y-%m')",
            {"file": file, "types": TYPES},
        )


def pandas_same_job(file: str, store: str) -> None:
    """The same job in pandas, step by step as intake does it, by someone who knows pandas well.

    Recognise the file again by its hash; read; put dates, measures and districts in place; one
    record per ID, told apart by what it says; what months and districts there are; monthly counts;
    keep records and counts in a store that can be asked. It checks nothing that intake checks.
    """
    import duckdb
    import pandas as pd

    with Path(file).open("rb") as opened:
        hashlib.file_digest(opened, "sha256")
    street = pd.read_csv(file, dtype={"Crime ID": "str", "Context": "str"})
    street["Month"] = pd.to_datetime(street["Month"], format="%Y-%m")
    street["Measure"] = street["Crime type"].map(
        {name: name.lower().replace(" ", "-") for name in street["Crime type"].unique()}
    )
    street["District"] = street["LSOA name"].str.slice(stop=-5)
    has_id = street["Crime ID"].notna()
    repeats = street[has_id & street.duplicated("Crime ID", keep=False)]
    street = street[~(has_id & street.duplicated("Crime ID", keep="last"))]
    months = ["Month", "Falls within", "District"]
    coverage = street.groupby(months, dropna=False).size().rename("n").reset_index()
    areas = street[["LSOA code", "LSOA name", "District"]].drop_duplicates()
    keys = ["Falls within", "District", "LSOA code", "Measure", "Month"]
    counts = street.groupby(keys, dropna=False).size().rename("n").reset_index()
    kept = {
        "records": street,
        "repeats": repeats,
        "coverage": coverage,
        "areas": areas,
        "counts": counts,
    }
    with duckdb.connect(store) as connection:
        for name, frame in kept.items():
            connection.register("frame", frame)
            connection.execute(f'CREATE TABLE "{name}" AS SELECT * FROM frame')  # noqa: S608


def incidents_bare(file: str, store: str) -> None:
    """DuckDB's own typed read of a records system's incidents: no judgement, no check, no count."""
    import duckdb

    with duckdb.connect(store) as connection:
        connection.execute(
            "CREATE TABLE incidents AS SELECT * FROM read_csv($file, columns = $types, "
            "header = true, delim = ',', auto_detect = false, timestampformat = '%d/%m/%Y %H:%M')",
            {"file": file, "types": INCIDENT_TYPES},
        )


def workbook_bare(file: str, store: str) -> None:
    """Calamine's rows of the first sheet, inserted as they are."""
    import duckdb
    import pandas as pd
    import python_calamine

    rows = python_calamine.load_workbook(file).get_sheet_by_index(0).to_python()
    with duckdb.connect(store) as connection:
        connection.register("frame", pd.DataFrame(rows[1:], columns=rows[0]))
        connection.execute("CREATE TABLE incidents AS SELECT * FROM frame")


FLOORS = {
    "duckdb": duckdb_bare,
    "pandas": pandas_same_job,
    "incidents": incidents_bare,
    "workbook": workbook_bare,
}

if __name__ == "__main__":
    FLOORS[sys.argv[1]](*sys.argv[2:])
