"""The extracts loaded so far, and their refused rows."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from assessment.intake.load_report import RowCounts
from assessment.people import Permission
from assessment.permissions import needs
from assessment.workspace import Workspace


@dataclass(frozen=True)
class Extract:
    """An uploaded file as the store keeps it; its rows may have been taken back since."""

    id: int
    file: str
    source: str
    months: tuple[date, ...]
    rows: RowCounts
    loaded_at: datetime
    loaded_by: str
    is_synthetic: bool
    is_undone: bool


@dataclass(frozen=True)
class RejectedRows:
    """The refused rows of an extract as a table: the names of its columns, and its rows."""

    columns: tuple[str, ...]
    rows: Sequence[tuple[object, ...]]


# As queries/intake/records/rejected_rows.sql selects them.
REJECTED_COLUMNS = ("file", "sheet", "row_number", "column_name", "expected", "found", "raw")


@needs(Permission.SEE_SMALL_NUMBERS)
def extracts(workspace: Workspace) -> tuple[Extract, ...]:
    """Return every extract that has been loaded, undone ones among them, the latest first."""
    return tuple(
        Extract(
            number,
            file,
            source,
            tuple(months),
            RowCounts(*counts),
            loaded_at,
            workspace.name_of(loaded_by),
            synthetic,
            is_undone=status == "undone",
        )
        for (
            number,
            file,
            source,
            months,
            loaded_at,
            loaded_by,
            synthetic,
            status,
            *counts,
        ) in workspace.store.rows("extracts")
    )


@needs(Permission.SEE_REFUSED_ROWS)
def rejected_rows(workspace: Workspace, extract: int) -> RejectedRows:
    """Return the refused rows of an extract with the reasons."""
    return RejectedRows(REJECTED_COLUMNS, workspace.store.rows("rejected_rows", extract=extract))


@needs(Permission.READ_FIGURES)
def districts_recorded(workspace: Workspace) -> tuple[str, ...]:
    """Return the districts that records name, those with the most records first."""
    return tuple(district for (district,) in workspace.store.rows("districts_recorded"))
