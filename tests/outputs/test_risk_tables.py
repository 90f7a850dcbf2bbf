"""The risk matrix as files: whole, with its notes, and never a formula."""

import io
from collections.abc import Callable
from datetime import date
from xml.etree import ElementTree

import openpyxl
import pytest

from assessment.outputs.charts import ON_LIGHT
from assessment.outputs.risk_matrix import evidence_tables, rank_tables
from assessment.outputs.risk_matrix.picture.matrix_frame import DESK
from assessment.outputs.risk_matrix.picture.risk_charts import MatrixPoint, matrix_drawing
from assessment.outputs.schemes import scheme_comparison
from assessment.outputs.tables import Table, as_csv
from assessment.outputs.workbook import as_workbook
from assessment.priorities.rankings_to_compare import of_today, rankings_before
from assessment.risk_matrix import sensitivities, shipped_schemes, without_each_criterion
from assessment.risk_matrix.assessments import Assessment, assessment
from assessment.risk_matrix.explanations import explain
from assessment.risk_matrix.judgements import judge
from assessment.risk_matrix.matrix import TOP_N, Matrix, matrix_of
from assessment.risk_matrix.printed_rankings import keep_published
from assessment.risk_matrix.workshop.scorer_agreement import Spread
from assessment.workspace import Workspace
from tests.changes.given import Given
from tests.priorities.given import a_draft, counted
from tests.risk_matrix.given import HIDDEN, SCHEME
from tests.risk_matrix.records import covered, given_store
from tests.risk_matrix.test_printed_rankings import printed

__all__ = ["covered", "given_store"]
EVIL = '=HYPERLINK("http://example.org")'


@pytest.fixture
def held(workspace: Workspace, covered: Given) -> Assessment:
    """Rochford's draft, in which people have written what a spreadsheet would run."""
    counted(covered)
    number = a_draft(workspace)
    keep_published(workspace, printed(EVIL))
    explain(workspace, number, "robbery", EVIL)
    judge(workspace, number, "robbery", HIDDEN, 4, EVIL)
    return assessment(workspace, number)


def others(workspace: Workspace, held: Assessment) -> list[Matrix]:
    names = ("harm-only", "composite-index")
    return [matrix_of(workspace, held, shipped_schemes()[each]) for each in names]


def firm(found: Matrix) -> Table:
    given = {one.issue: one.scored.given for one in found.ranked}
    less = without_each_criterion(found.scheme, given, top_n=TOP_N)
    turns = sensitivities(found.scheme, given, top_n=TOP_N)
    return rank_tables.how_firm(found, [(EVIL, each) for each in less], list(turns.items()))


TABLES: dict[str, Callable[[Workspace, Assessment, Matrix], Table]] = {
    "ranks": lambda w, held, m: rank_tables.ranked_issues(m, rankings_before(w, held)),
    "evidence": lambda _w, _held, m: evidence_tables.evidence(m),
    "spread": lambda _w, _held, m: evidence_tables.spread(m, [Spread("robbery", "hidden", ())]),
    "schemes": lambda w, held, m: rank_tables.side_by_side(m, others(w, held)),
    "how firm": lambda _w, _held, m: firm(m),
}


@pytest.mark.parametrize("name", TABLES)
def test_every_table_is_written_and_nothing_is_a_formula(
    workspace: Workspace, held: Assessment, name: str
) -> None:
    table = TABLES[name](workspace, held, of_today(workspace, held))
    assert {len(row) for row in table.rows} == {len(table.columns)}
    book = openpyxl.load_workbook(io.BytesIO(as_workbook(table, date(2026, 1, 1))))
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row]
    assert all(cell.data_type != "f" for cell in cells)
    text = as_csv(table.header, table.rows).decode("utf-8-sig")
    assert not any(part.startswith("=") for line in text.splitlines() for part in line.split(","))
    assert "Period: 1 April 2021 to 31 March 2022" in table.about


def test_evidence_says_where_each_score_is_from(workspace: Workspace, held: Assessment) -> None:
    table = evidence_tables.evidence(of_today(workspace, held))
    rows = {row[:2]: dict(zip(table.header, row, strict=True)) for row in table.rows}
    assert len(rows) == 3 * len(SCHEME.criteria)
    judged = rows["Robbery", HIDDEN.label]
    assert (judged["Score"], judged["From"]) == (4, "judged by Test analyst")
    assert judged["Why it was judged so"] == EVIL
    missing = rows["County lines", "Volume"]
    assert (missing["Score"], missing["From"]) == (None, "missing")
    assert str(missing["What is known, or why nothing is"]).startswith("No records count this")


def test_several_schemes_in_words(workspace: Workspace, held: Assessment) -> None:
    every = [of_today(workspace, held), *others(workspace, held)]
    said = scheme_comparison.side_by_side(every)
    assert said[0] == "In the top 5 under all three schemes: Robbery and Shoplifting."
    assert scheme_comparison.side_by_side(every[:1]) == ("Choose a scheme to set beside it.",)


@pytest.mark.parametrize(
    ("ranks", "said", "why"),
    [
        ((3, 1), "▲ 2 higher", "of two, the second is the higher"),
        ((1, 3), "▼ 2 lower", "of two, the second is the lower"),
        ((2, 2), "same", "no place apart"),
        ((1, 4, 2), "3", "of three, from the highest to the lowest"),
        ((1, None, 2), "–", "without a rank there is nothing to say"),
    ],
)
def test_places_apart(ranks: tuple[int | None, ...], said: str, why: str) -> None:
    assert scheme_comparison.apart(ranks) == said, why


def test_the_picture_stands_alone_on_white() -> None:
    drawn = matrix_drawing(
        [MatrixPoint("1", "A & B", 0.5, 0.5, 0)], DESK, ON_LIGHT, ground="#ffffff"
    )
    root = ElementTree.fromstring(drawn)  # noqa: S314 - our own drawing
    first = next(iter(root))
    assert root.tag == "{http://www.w3.org/2000/svg}svg"
    assert (first.get("fill"), first.get("width")) == ("#ffffff", "100%")
