"""Every table of an assessment, made at every stage that an assessment can be at."""

import io
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from shutil import copy

import pytest
from openpyxl import load_workbook

from assessment.outputs.priorities import priority_tables
from assessment.outputs.risk_matrix import evidence_tables, rank_tables
from assessment.outputs.tables import Table, as_csv
from assessment.outputs.workbook import as_workbook
from assessment.people import Person, Role
from assessment.priorities.agreement import record
from assessment.priorities.changes_since_agreement import moved_since
from assessment.priorities.record import Record
from assessment.priorities.record_restored import matrix_as_it_stands
from assessment.risk_matrix import sensitivities, without_each_criterion
from assessment.risk_matrix.assessments import assessments
from assessment.risk_matrix.matrix import TOP_N, Matrix
from assessment.store import Store
from assessment.workspace import Workspace
from tests.stages import at_every_stage

STAGES = {
    "draft, scored together": ("rochford", date(2022, 3, 1)),
    "draft": ("safer-colchester", date(2019, 9, 1)),
    "agreed": ("castle-point-and-rochford", date(2022, 3, 1)),
    "signed off": ("rochford", date(2021, 3, 1)),
}


@pytest.fixture(scope="module")
def staged(example_store: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Workspace]:
    folder = tmp_path_factory.mktemp("staged")
    store = Store.open(Path(copy(example_store, folder)))
    workspace = Workspace(store, Person("Test analyst", Role.ANALYST))
    at_every_stage(workspace, folder)
    yield workspace
    store.close()


def firm(found: Matrix) -> Table:
    given = {one.issue: one.scored.given for one in found.ranked}
    left_out = [
        (each.without, each) for each in without_each_criterion(found.scheme, given, top_n=TOP_N)
    ]
    turns = sensitivities(found.scheme, given, top_n=TOP_N)
    return rank_tables.how_firm(found, left_out, list(turns.items()))


def spread(found: Matrix) -> Table:
    every = [each.spread for each in found.effective_scores.values() if each.spread]
    return evidence_tables.spread(found, every)


OF_MATRIX: dict[str, Callable[[Matrix], Table]] = {
    "ranks": rank_tables.ranked_issues,
    "evidence": evidence_tables.evidence,
    "schemes": lambda found: rank_tables.side_by_side(found, [found]),
    "firm": firm,
    "spread": spread,
}
OF_RECORD: dict[str, Callable[[Record], Table]] = {
    "priorities": priority_tables.priorities,
    "reasons": priority_tables.line,
}


@pytest.mark.parametrize("stage", STAGES)
def test_every_table_is_made_and_marked_at_every_stage(staged: Workspace, stage: str) -> None:
    partnership, ending = STAGES[stage]
    (held,) = (one for one in assessments(staged, partnership) if one.ending == ending)
    decided = record(staged, held.id)
    scored = matrix_as_it_stands(staged, partnership, ending=ending)
    tables = {name: make(scored) for name, make in OF_MATRIX.items()}
    tables |= {name: make(decided) for name, make in OF_RECORD.items()}
    if decided.year_before:
        tables["last year"] = priority_tables.last_year(decided)
    if decided.agreed_at:
        moved = moved_since(staged, held.id)
        assert moved, "later records have moved it"
        tables["since then"] = priority_tables.since_then(decided, moved)
    for name, table in tables.items():
        assert {len(row) for row in table.rows} <= {len(table.columns)}, name
        assert {row[table.header.index("Synthetic")] for row in table.rows} <= {"yes"}, name
        assert as_csv(table.header, table.rows).count(b"\r\n") > len(table.rows), name
        book = load_workbook(io.BytesIO(as_workbook(table, date(2026, 11, 29))))
        assert book.sheetnames == [table.sheet, "Notes"], name
        assert scored.scheme.standing in {line for _, lines in table.notes for line in lines}, name
