"""The floors that loading is measured against, each run as a process of its own.

python -m tests.benchmarks.floors duckdb|pandas FILE STORE

Each imports only its own library, so that neither pays for the other's.
"""

import sys

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
    """The same job in pandas: read, one record per ID, districts, monthly counts, keep both."""
    import pandas as pd

    street = pd.read_csv(file, dtype={"Crime ID": "str", "Context": "str"})
    street["Month"] = pd.to_datetime(street["Month"], format="%Y-%m")
    street["District"] = street["LSOA name"].str.replace(r" \d{3}[A-Z]$", "", regex=True)
    has_id = street["Crime ID"].notna()
    street = street[~(has_id & street.duplicated("Crime ID", keep="last"))]
    keys = ["Falls within", "District", "LSOA code", "Crime type", "Month"]
    counts = street.groupby(keys, dropna=False).size().rename("n").reset_index()
    street.to_parquet(f"{store}.records.parquet")
    counts.to_parquet(f"{store}.counts.parquet")


if __name__ == "__main__":
    {"duckdb": duckdb_bare, "pandas": pandas_same_job}[sys.argv[1]](*sys.argv[2:])
