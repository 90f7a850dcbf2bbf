"""Assessments, workshops and scorers for tests."""

from datetime import date

from assessment.risk_matrix.scorers import Scorer, join, save_score
from assessment.risk_matrix.workshop import Workshop, open_workshop
from assessment.workspace import Workspace

ISSUES = ("domestic-abuse", "burglary", "county-lines")
CRITERIA = ("lever", "hidden")


def a_draft(workspace: Workspace, issues: tuple[str, ...] = ISSUES) -> int:
    """Start an assessment of some issues, and return its number."""
    with workspace.store.writing() as writer:
        found: int = writer.value(
            "insert_assessment",
            partnership="rochford",
            ending=date(2022, 3, 1),
            scheme="weighted-evidence",
            scheme_version=1,
            started_by=workspace.person.name,
            synthetic=False,
        )
        count = len(issues)
        writer.run(
            "insert_issues",
            assessment=found,
            ids=list(issues),
            labels=[name.replace("-", " ").capitalize() for name in issues],
            measure_sets=[["home-office"]] * count,
            measures=[[name] for name in issues],
            under_reported=[False] * count,
            carried_from=[None] * count,
        )
    return found


def a_workshop(workspace: Workspace) -> Workshop:
    return open_workshop(workspace, a_draft(workspace))


def scorers(workspace: Workspace, there: Workshop, count: int) -> list[Scorer]:
    return [join(workspace, there.code, f"Agency {n}", "officer") for n in range(count)]


def give(workspace: Workspace, who: Scorer, value: int | None, cell: str = "burglary") -> None:
    save_score(workspace, who, cell, "lever", value, "")
