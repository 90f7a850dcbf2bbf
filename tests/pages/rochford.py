"""The example partnership Rochford at later stages, and what people do to a page."""

from collections.abc import Sequence
from datetime import date

from streamlit.testing.v1 import AppTest

from assessment.intake.extract_writer import recount
from assessment.priorities.agreement import agree
from assessment.priorities.priority_line import give_reasons
from assessment.risk_matrix import scheme
from assessment.risk_matrix.assessments import assessment, assessments, start_assessment
from assessment.risk_matrix.issues import issues_of
from assessment.workspace import Workspace
from tests.priorities.given import signed_off
from tests.stored import stored

LATE = """
INSERT INTO incident SELECT * REPLACE (reference || '-late' AS reference) FROM incident
WHERE district = 'Rochford' AND measure = 'shoplifting' AND date_trunc('month', counted_on) = ?
"""
OCTOBER = date(2021, 10, 1)


def number(workspace: Workspace) -> int:
    return assessments(workspace, "rochford")[0].id


def complete(workspace: Workspace) -> int:
    """Give the example the one reason that it lacks, and agree it."""
    found = number(workspace)
    give_reasons(workspace, found, {"county-lines": "Nobody has scored it."})
    agree(workspace, found)
    return found


def signed_off_before(workspace: Workspace) -> int:
    """Start the year before with the issues and the scheme of the example, and sign it off."""
    now = assessment(workspace, number(workspace))
    used = scheme(workspace, now.scheme, now.scheme_version)
    issues = issues_of(workspace, now.id)
    before = start_assessment(workspace, "rochford", date(2021, 3, 1), used, issues)
    return signed_off(workspace, before.id)


def more_shoplifting(workspace: Workspace, months: Sequence[date] = (OCTOBER,)) -> None:
    """Load the shopliftings of some months once more, as later records."""
    with workspace.store._connection.cursor() as cursor:
        cursor.executemany(LATE, [[month] for month in months])
    sources = stored(workspace, "SELECT DISTINCT source FROM incident WHERE district = 'Rochford'")
    with workspace.store.writing() as writer:
        for source in sources["source"]:
            recount(writer, source, list(months))
        # Audited, as whatever is loaded is: what is kept of the evidence goes by it.
        workspace.audit(writer, "loaded extract", "late shopliftings")


def fill(at: AppTest, label: str, text: str) -> None:
    (field,) = (each for each in (*at.text_input, *at.text_area) if each.label == label)
    field.input(text)
