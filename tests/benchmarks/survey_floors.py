"""The floors that surveys are measured against, each run as a process of its own.

python -m tests.benchmarks.survey_floors duckdb|pandas-load|pandas-summary FILE STORE

Each imports only its own library, so that neither pays for the other's.
"""

import sys

from tests.benchmarks.survey_exports import SEPARATOR, columns


def duckdb_bare(file: str, store: str) -> None:
    """DuckDB's own typed read into a table: nothing recognised, nothing checked or counted."""
    import duckdb

    types = {each.wording: "VARCHAR" if each.options else "INTEGER" for each in columns()}
    with duckdb.connect(store) as connection:
        connection.execute(
            "CREATE TABLE answers AS SELECT * FROM read_csv($file, columns = $types, "
            "header = true, delim = ',', quote = '\"', escape = '\"', auto_detect = false)",
            {"file": file, "types": types},
        )


def pandas_load(file: str, store: str) -> None:
    """The same job in pandas, told what every column is: answers in long form, counted, kept.

    It checks nothing that reading checks: no spelling, no scale, no test rows, nothing personal.
    """
    import pandas as pd

    wide = pd.read_csv(file, dtype="str", keep_default_na=False)
    wide.insert(0, "respondent", range(1, len(wide) + 1))
    parts = []
    for column in columns():
        said = wide[["respondent", column.wording]].rename(columns={column.wording: "said"})
        said = said[said["said"] != ""]
        if column.several:
            said = said.assign(said=said["said"].str.rstrip(SEPARATOR).str.split(SEPARATOR))
            said = said.explode("said")
        parts.append(said.assign(question=column.wording))
    answers = pd.concat(parts, ignore_index=True)
    answers[["question", "said"]] = answers[["question", "said"]].astype("category")
    counts = answers.groupby(["question", "said"], observed=True).size().rename("n")
    answers.to_parquet(f"{store}.answers.parquet")
    counts.reset_index().to_parquet(f"{store}.counts.parquet")


def pandas_summary(file: str, store: str) -> None:
    """Shares by ward of what `pandas_load` kept, without intervals, nets or withholding."""
    import pandas as pd

    answers = pd.read_parquet(f"{store}.answers.parquet")
    ward = answers[answers["question"] == "Which ward do you live in?"]
    groups = ward.set_index("respondent")["said"].rename("ward")
    grouped = answers.join(groups, on="respondent")
    keys = ["question", "ward"]
    counted = grouped.groupby([*keys, "said"], observed=True).size()
    bases = grouped.groupby(keys, observed=True)["respondent"].nunique()
    sys.stdout.write((100 * counted / bases).to_string())


if __name__ == "__main__":
    {"duckdb": duckdb_bare, "pandas-load": pandas_load, "pandas-summary": pandas_summary}[
        sys.argv[1]
    ](*sys.argv[2:])
