"""Looking straight into a store, past the named queries, to see what is really there."""

import pandas as pd

from assessment.workspace import Workspace

CURRENT = "SELECT * FROM incident WHERE last_extract IS NULL ORDER BY counted_on, reference"
COUNTS = "SELECT * FROM monthly_count"
CHECKS = (
    "counts_disagree",
    "district_counts_disagree",
    "references_current_twice",
    "extracts_out_of_balance",
    "extracts_not_quite_undone",
    "survey_answers_repeated",
    "survey_answers_without_option",
    "survey_counts_disagree",
)
COVERAGE = "SELECT * FROM coverage"


def stored(workspace: Workspace, sql: str) -> pd.DataFrame:
    with workspace.store._connection.cursor() as cursor:
        return cursor.execute(sql).df()


def assert_sound(workspace: Workspace) -> None:
    """Run every check: each returns the rows that should not exist."""
    for check in CHECKS:
        assert workspace.store.rows(check) == [], check
