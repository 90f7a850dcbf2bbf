"""From an extract of any shape to records in the store, and what an analyst is told of it."""

from assessment.intake.extract_loading import Progress, load
from assessment.intake.extract_register import (
    Extract,
    RejectedRows,
    UnmappedCategory,
    districts_recorded,
    extracts,
    map_category,
    rejected_rows,
    unmapped_categories,
)
from assessment.intake.extract_undo import Undoing, undo_load, undoing
from assessment.intake.file_choices import (
    DateOrder,
    FileChoices,
    FileQuestion,
    ReferenceUse,
    RowIs,
)
from assessment.intake.later_files import after_those_before
from assessment.intake.load_report import (
    ColumnRead,
    LoadReport,
    LoadStatus,
    PrintedTotal,
    RefusedRow,
    RowCounts,
    category_name,
)
from assessment.intake.mapping.record_fields import fields_in_words

__all__ = [
    "ColumnRead",
    "DateOrder",
    "Extract",
    "FileChoices",
    "FileQuestion",
    "LoadReport",
    "LoadStatus",
    "PrintedTotal",
    "Progress",
    "ReferenceUse",
    "RefusedRow",
    "RejectedRows",
    "RowCounts",
    "RowIs",
    "Undoing",
    "UnmappedCategory",
    "after_those_before",
    "category_name",
    "districts_recorded",
    "extracts",
    "fields_in_words",
    "load",
    "map_category",
    "rejected_rows",
    "undo_load",
    "undoing",
    "unmapped_categories",
]
