"""Every query runs on an empty store, and gives the columns and types that its callers expect.

All parameters are given as NULL: a query must say what type it takes, and a list that is missing
must be a list without members, not an error.
"""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path

import duckdb
import pytest

from assessment.errors import DefinitionFault
from assessment.store import Store
from assessment.store.named_queries import APART, QUERIES, Query, queries, query, read_query
from tests.conftest import NewStore

# What intake reads a file into, in the order in which each needs the one before.
STAGING = (
    "define_full_years",
    "define_tidied_date",
    "define_excel_days",
    "define_uk_moment",
    "define_time_of_day",
    "define_grid_metres",
    "define_tidied_reference",
    "define_bare_reference",
    "create_staged",
    "create_staged_cancelled",
    "keep_staged_refused",
    "create_shared_references",
    "create_staged_positions",
    "create_staged_groups",
    "create_staged_places",
    "create_placed_anew",
    "create_categories_anew",
    "create_meanings",
    "create_kept_before",
    "create_arriving",
    "create_standing",
    "create_pairing",
    "create_arriving_counts",
    "create_count_pairing",
    "create_survey_cells",
    "create_survey_values",
    "create_survey_untidy",
    "create_survey_silences",
    "create_survey_unasked",
    "create_survey_fates",
    "create_survey_split",
    "create_survey_parts",
    "create_survey_meanings",
    "create_survey_rests",
    "create_survey_choices",
    "create_reviewed_comments",
)
# What reading a survey's export makes, whose columns are the export's own.
RESPONSES = (
    "CREATE TEMP TABLE survey_response "
    "(response INTEGER, is_test BOOLEAN, address VARCHAR, c0 VARCHAR)"
)
VERSIONS = (
    "see_extracts_after_load",
    "see_coverage_after_load",
    "see_records_after_load",
    "create_months_changed_by_load",
    "see_counts_after_load",
    "create_months_changed_by_counts",
    "see_extracts_after_load",
    "see_coverage_after_load",
    "see_records_after_load",
    "create_months_changed_by_load",
    "see_extracts_as_at",
    "see_coverage_as_at",
    "see_records_as_at",
    "see_observations_as_at",
    "create_months_changed_since",
    "create_counts_of_changed_months",
    "see_monthly_counts",
    "see_monthly_district_counts",
)
NOT_RUN = {
    "stage_rows": "reads a file, which there is none of; tests/intake loads real ones",
    "reference_agreement": "reads the columns of a file; tests/intake/rows loads such files",
    "stage_responses": "reads a file as well; tests/survey loads real ones",
    **dict.fromkeys(VERSIONS, "stands in front of a table; tests/changes/test_as_at.py looks back"),
    "create_pairing_of_new": "makes a table that is there; tests/priorities checks such a load",
    "contents_of_table": "reads a table by its name; tests/store/test_backups.py reads them all",
}
# These put a row into a table that refuses one without values: that refusal shows they run.
REFUSE_NOTHING = {"insert_extract", "put_partnership", "record_audit_event"}
REFUSE_NOTHING |= {
    "insert_lead_source",
    *("insert_recording_event", "put_own_variation", "insert_explanation"),
    "insert_recipe",
    "put_source_setting",
}
REFUSE_NOTHING |= {"put_data_set", "put_data_set_measure"}
REFUSE_NOTHING |= {"insert_survey_wave", "put_survey"}
REFUSE_NOTHING |= {"insert_assessment", "insert_workshop", "insert_scorer", "insert_scheme"}
REFUSE_NOTHING |= {"insert_score", "begin_work"}
REFUSE_NOTHING |= {"put_agreement", "put_assessment_record", "put_dropped_priority"}
REFUSE_NOTHING |= {"put_priority_setting"}
REFUSE_NOTHING |= {"insert_issue_explanation", "insert_published_ranking", "insert_membership"}

# What places positions reads them; nobody else does, as they may be people's homes.
READ_POSITIONS = {"positions_to_place", "staged_grid_positions", "staged_positions_to_place"}

COUNTED = {
    "measure": "VARCHAR",
    "ground": "VARCHAR",
    "district": "VARCHAR",
    "area": "VARCHAR",
    "months": "BIGINT[]",
    "counts": "BIGINT[]",
}
COLUMNS = {
    "area_names": {"code": "VARCHAR", "name": "VARCHAR"},
    "coverage_of_grounds": {
        "ground": "VARCHAR",
        "subject": "VARCHAR",
        "source": "VARCHAR",
        "synthetic": "BOOLEAN",
        "whole": "DATE[]",
        "partial": "DATE[]",
        "is_counts": "BOOLEAN",
        "cells": 'STRUCT("month" DATE, block_start DATE, block_end DATE, "partial" BOOLEAN, '
        "known VARCHAR[])[]",
    },
    "dated_counts": COUNTED,
    "monthly_counts": COUNTED,
    "area_records": COUNTED,
    "records_by_time": {"unit": "VARCHAR", "known": "VARCHAR", "cell": "BIGINT", "n": "DOUBLE"},
    "sources_with_hours_of_ends": {"source": "VARCHAR"},
    "placed_records": {
        "source": "VARCHAR",
        "district": "VARCHAR",
        "leaf": "VARCHAR",
        "before": "BIGINT",
        "placed_before": "BIGINT",
        "now": "BIGINT",
        "placed_now": "BIGINT",
    },
    "unmapped_in_months": {
        "ground": "VARCHAR",
        "source": "VARCHAR",
        "category": "VARCHAR",
        "n": "BIGINT",
    },
    "records_by_district": {
        "source": "VARCHAR",
        "force": "VARCHAR",
        "district": "VARCHAR",
        "leaf": "VARCHAR",
        "months": "BIGINT[]",
        "counts": "BIGINT[]",
    },
    "kinds_recorded": {"source": "VARCHAR", "kinds": "VARCHAR[]"},
    "leads_of_districts": {"measure_set": "VARCHAR", "district": "VARCHAR", "source": "VARCHAR"},
    "coverage_of_extracts": {
        "extract": "INTEGER",
        "source": "VARCHAR",
        "ground": "VARCHAR",
        "subject": "VARCHAR",
    },
    "extracts_behind": {
        "id": "INTEGER",
        "file_name": "VARCHAR",
        "source": "VARCHAR",
        "loaded_at": "TIMESTAMP",
        "rows_loaded": "BIGINT",
        "synthetic": "BOOLEAN",
    },
    "forces_covered": {"force": "VARCHAR"},
    "month_only_records": {"ground": "VARCHAR", "subject": "VARCHAR"},
    "unlocated_records": {"source": "VARCHAR", "n": "BIGINT"},
    "partnerships": {
        "id": "VARCHAR",
        "name": "VARCHAR",
        "districts": "VARCHAR[]",
        "synthetic": "BOOLEAN",
    },
    "data_version": {"data_version": "BIGINT"},
    "survey_totals": {"question": "INTEGER", "option": "INTEGER", "n": "BIGINT"},
    "survey_tallies": {
        "question": "INTEGER",
        "grp": "VARCHAR",
        "is_base": "BOOLEAN",
        "option": "INTEGER",
        "n": "BIGINT",
        "weight": "DOUBLE",
        "squares": "DOUBLE",
        "ranks": "DOUBLE",
        "numbers": "DOUBLE",
        "number_squares": "DOUBLE",
        "weighted_numbers": "DOUBLE",
        "weighted_number_squares": "DOUBLE",
        "firsts": "BIGINT",
    },
    "respondents_by_cell": {"cell": "VARCHAR", "n": "BIGINT"},
    "margins_of_survey": {
        "variable": "VARCHAR",
        "category": "VARCHAR",
        "people": "BIGINT",
        "source": "VARCHAR",
        "as_at": "DATE",
    },
}
EVERY = sorted(queries())


@pytest.fixture(scope="module")
def empty_store(new_store: NewStore, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """A store that every query runs on in turn; none leaves anything behind."""
    opened = new_store(tmp_path_factory.mktemp("queries") / "assessment.duckdb")
    yield opened
    opened.close()


@contextmanager
def an_attempt(store: Store) -> Iterator[duckdb.DuckDBPyConnection]:
    """A transaction in which everything that intake works on is there, and empty."""
    with store._connection.cursor() as cursor:
        cursor.execute("BEGIN")
        cursor.execute(RESPONSES)
        for name in STAGING:
            run(cursor, queries()[name])
        yield cursor
        cursor.execute("ROLLBACK")


def run(cursor: duckdb.DuckDBPyConnection, named: Query) -> dict[str, str]:
    cursor.execute(named.sql, dict.fromkeys(named.parameters) or None)
    return {column[0]: str(column[1]) for column in cursor.description or ()}


@pytest.mark.parametrize("name", [name for name in EVERY if name not in {*STAGING, *NOT_RUN}])
def test_runs_on_an_empty_store(empty_store: Store, name: str) -> None:
    with an_attempt(empty_store) as cursor:
        if name in REFUSE_NOTHING:
            with pytest.raises(duckdb.ConstraintException, match="NOT NULL"):
                run(cursor, queries()[name])
        else:
            columns = run(cursor, queries()[name])
            assert columns == COLUMNS.get(name, columns)
            is_position = not columns.keys().isdisjoint({"longitude", "latitude", "easting"})
            assert is_position == (name in READ_POSITIONS), "a position is shown nowhere"
            assert not any('"NULL"' in kind for kind in columns.values()), "a column without a type"


@pytest.mark.parametrize("name", ["monthly_counts", "dated_counts", "area_names"])
def test_lists_without_members_count_nothing(empty_store: Store, name: str) -> None:
    dates = ("first_month", "end_month", "first_day", "end_day")
    given: dict[str, object] = {
        parameter: None if parameter in dates or parameter.endswith("kind") else []
        for parameter in queries()[name].parameters
    }
    assert empty_store.rows(name, **given) == []


@pytest.mark.parametrize(
    ("area_kind", "table"),
    [
        ("measure", "monthly_district_count"),
        ("district", "monthly_district_count"),
        ("ward", "monthly_count"),
        ("lsoa", "monthly_count"),
    ],
)
def test_only_the_table_that_answers_is_read(store: Store, area_kind: str, table: str) -> None:
    """The large table is never opened for a question about whole districts."""
    named = queries()["monthly_counts"]
    lists: dict[str, object] = {name: ["x"] for name in named.parameters}
    given = lists | {"area_kind": area_kind, "ground_kind": "district"}
    given |= {"first_month": date(2021, 4, 1), "end_month": date(2022, 4, 1)}
    with store._connection.cursor() as cursor:
        for name in ("monthly_count", "monthly_district_count"):  # an empty table is never read
            cursor.execute(
                f"INSERT INTO {name} BY NAME SELECT 'x' AS source, 'x' AS measure_set, "
                "'x' AS measure, 'x' AS district, '2021-05-01'::DATE AS month, 1 AS n"
            )
        ((_, plan),) = cursor.execute(f"EXPLAIN {named.sql}", given).fetchall()
    assert set(re.findall(r"monthly\w*_count\b", plan)) == {table}


def test_every_list_here_names_queries_that_exist() -> None:
    assert {*STAGING, *NOT_RUN, *REFUSE_NOTHING, *COLUMNS} <= set(queries())


def test_every_query_says_what_it_is_for() -> None:
    for path in QUERIES.rglob("*.sql"):
        if path.parent.name not in APART:
            assert read_query(path).purpose


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("SELECT 1", "no header"),
        ("-- name: other()\n-- Another name.\nSELECT 1", "not the name of the file"),
        ("-- name: one()\nSELECT 1", "no purpose"),
        ("-- name: one(a)\n-- Purpose.\nSELECT 1", "declares what it does not use"),
        ("-- name: one()\n-- Purpose.\nSELECT $a", "uses what it does not declare"),
        ("-- name: one()\n-- Purpose.\nSELECT /* include nothing */", "includes what is not there"),
        ("-- name: one()\n-- Purpose.\nWITH /* include chosen_sources */", "nor what a part uses"),
    ],
)
def test_a_header_must_tell_the_truth(tmp_path: Path, text: str, why: str) -> None:
    path = tmp_path / "one.sql"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(DefinitionFault):
        read_query(path)


def test_a_part_is_put_in_as_it_stands() -> None:
    assert (
        "WITH counted AS (\n    SELECT\n        unnest($measures"
        in queries()["district_counts"].sql
    )
    for found in queries().values():
        assert "include" not in found.sql


def test_every_part_is_shared() -> None:
    texts = [path.read_text() for path in QUERIES.rglob("*.sql") if path.parent.name not in APART]
    for path in (QUERIES / "parts").iterdir():
        assert sum(f"/* include {path.stem} */" in text for text in texts) > 1


def test_parameters_are_checked_before_a_query_runs() -> None:
    with pytest.raises(TypeError, match="area_names takes"):
        query("area_names", {"code": "E01"})
