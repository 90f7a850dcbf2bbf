"""The example partnership Rochford at later stages, and what people do to a page."""

from datetime import date

from streamlit.testing.v1 import AppTest

from assessment.intake.keeping import recount
from assessment.priorities.agreeing import agree
from assessment.priorities.reasons import give_reasons
from assessment.risk_matrix.assessments import assessments
from assessment.workspace import Workspace
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


def more_shoplifting(workspace: Workspace) -> None:
    """Load the shopliftings of a month once more, as later records."""
    with workspace.store._connection.cursor() as cursor:
        cursor.execute(LATE, [OCTOBER])
    sources = stored(workspace, "SELECT DISTINCT source FROM incident WHERE district = 'Rochford'")
    with workspace.store.writing() as writer:
        for source in sources["source"]:
            recount(writer, source, [OCTOBER])
        # Audited, as whatever is loaded is: what is kept of the evidence goes by it.
        workspace.audit(writer, "loaded extract", "late shopliftings")


def fill(at: AppTest, label: str, text: str) -> None:
    (field,) = (each for each in (*at.text_input, *at.text_area) if each.label == label)
    field.input(text)
