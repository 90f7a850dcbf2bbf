"""From an extract of any shape to records in the store, with everything said about it."""

from assessment.intake.extract_loading import Progress, load
from assessment.intake.extract_register import (
    districts_recorded,
    extracts,
    map_category,
    rejected_rows,
    unmapped_categories,
)
from assessment.intake.load_report import ColumnRead, LoadReport, LoadStatus, RefusedRow, RowCounts
from assessment.intake.extract_undo import Undoing, undo_load, undoing

__all__ = [
    "ColumnRead",
    "LoadReport",
    "LoadStatus",
    "Progress",
    "RefusedRow",
    "RowCounts",
    "Undoing",
    "districts_recorded",
    "extracts",
    "load",
    "map_category",
    "rejected_rows",
    "undo_load",
    "undoing",
    "unmapped_categories",
]
