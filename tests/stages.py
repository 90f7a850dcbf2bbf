"""The example years at every stage of an assessment, for walks through all pages.

Rochford's year to March 2022 is a draft whose second round of scoring is open, beside a year before
that is signed off. Castle Point and Rochford's is agreed. Both of those had been scored together
and have been overtaken by later records. Colchester's is a draft that nobody scores together;
Medway has a survey and no assessment. One extract, of Bedfordshire, has a row that was refused.
A third of the records say who their victims were.
"""

from datetime import date
from pathlib import Path

from assessment.changes.comparable.own_events import enter_event
from assessment.definitions import Bearing, MeasureKind, OwnDataSet, OwnMeasure
from assessment.intake.extract_loading import load
from assessment.priorities.agreement import agree, sign_off
from assessment.risk_matrix import scheme
from assessment.risk_matrix.assessments import assessment, assessments, start_assessment
from assessment.risk_matrix.issues import issues_of
from assessment.risk_matrix.workshop.scorers import join, save_score
from assessment.risk_matrix.workshop.workshops import Workshop, WorkshopMove, move, open_workshop
from assessment.sources.data_sets import define_data_set
from assessment.workspace import Workspace
from tests.extracts import street_row, write_csv
from tests.pages.rochford import OCTOBER, more_shoplifting
from tests.priorities.given import decided, quorum_agrees

YEAR_BEFORE = date(2021, 3, 1)
PATROLS = OwnDataSet(
    "Noise patrols", MeasureKind.CASE, "the council", (OwnMeasure("Party noise", "visit"),)
)
GIVEN = {"Police": 1, "Housing": 3, "Probation": 5}


def at_every_stage(workspace: Workspace, folder: Path) -> None:
    """Take the examples of a store to their stages."""
    draft, joint = (_latest(workspace, of) for of in ("rochford", "castle-point-and-rochford"))
    before = _year_before(workspace, draft)
    for number in (before, joint):
        move(workspace, _scored_together(workspace, number), WorkshopMove.CLOSE)
        agree(workspace, decided(workspace, number))
    quorum_agrees(workspace, before)
    sign_off(workspace, before)
    move(workspace, _scored_together(workspace, draft), WorkshopMove.SECOND_ROUND)
    more_shoplifting(workspace, (OCTOBER, date(2020, 10, 1)))
    load(workspace, with_a_refused_row(folder), source="bedfordshire")
    define_data_set(workspace, "rochford", PATROLS)
    enter_event(workspace, "rochford", "A new records system.", Bearing.MARKS, date(2015, 6, 1))
    with workspace.store.writing() as writer:
        writer._cursor.execute(
            "UPDATE incident SET victim_bands = ['age=18-24', 'sex=female'] WHERE rowid % 3 = 0"
        )


def with_a_refused_row(folder: Path) -> Path:
    """Write an extract with a row that is refused, and one of a category that nobody knows."""
    rows = [street_row(f"{n:064x}", crime_type="Burglary") for n in range(30)]
    rows += [street_row("f" * 64, crime_type="Of a new kind"), street_row(month="?")]
    return write_csv(folder / "2024-01-bedfordshire-street.csv", rows)


def _latest(workspace: Workspace, partnership: str) -> int:
    return assessments(workspace, partnership)[0].id


def _year_before(workspace: Workspace, number: int) -> int:
    """Start the year before with the same issues and scheme."""
    now = assessment(workspace, number)
    used = scheme(workspace, now.scheme, now.scheme_version)
    issues = issues_of(workspace, number)
    return start_assessment(workspace, now.partnership, YEAR_BEFORE, used, issues).id


def _scored_together(workspace: Workspace, number: int) -> Workshop:
    """Let three agencies score one criterion of every issue, and show it."""
    there = open_workshop(workspace, number)
    held = assessment(workspace, number)
    criterion = scheme(workspace, held.scheme, held.scheme_version).criterion("hidden")
    for agency, score in GIVEN.items():
        who = join(workspace, there.code, agency, "officer")
        for issue in issues_of(workspace, number):
            save_score(workspace, who, issue.id, criterion, score)
    return move(workspace, there, WorkshopMove.REVEAL)
