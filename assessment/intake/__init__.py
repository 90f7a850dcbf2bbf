"""From an extract of any shape to records in the store, and what an analyst is told of it."""

from assessment.intake.categories.category_list import COLUMNS as CATEGORY_COLUMNS
from assessment.intake.categories.category_list import FORGET, category_rows, read_category_list
from assessment.intake.categories.category_meanings import (
    MeaningSaid,
    Recoding,
    UnmappedCategory,
    map_categories,
    map_category,
    meanings_said,
    meant_in,
    unmapped_categories,
)
from assessment.intake.categories.category_suggestions import Suggestion, suggestions
from assessment.intake.extract_loading import Progress, load
from assessment.intake.extract_register import (
    Extract,
    RejectedRows,
    districts_recorded,
    extracts,
    rejected_rows,
)
from assessment.intake.extract_undo import (
    RestingExtract,
    Undoing,
    resting_on,
    undo_load,
    undo_with_later,
    undoing,
)
from assessment.intake.file_choices import (
    CancelledRecords,
    DateOrder,
    FileChoices,
    FileQuestion,
    LoadMode,
    NumbersAre,
    ReferenceUse,
    RowIs,
)
from assessment.intake.load_report import (
    ColumnRead,
    LoadReport,
    LoadStatus,
    PrintedTotal,
    RefusedRow,
    RowCounts,
    category_name,
)
from assessment.intake.mapping.categories.said_meanings import ANY_SOURCE, CategoryMeaning
from assessment.intake.mapping.columns.record_fields import fields_in_words
from assessment.intake.report.later_files import after_those_before
from assessment.intake.rows_to_correct import rows_to_correct

__all__ = [
    "ANY_SOURCE",
    "CATEGORY_COLUMNS",
    "FORGET",
    "CancelledRecords",
    "CategoryMeaning",
    "ColumnRead",
    "DateOrder",
    "Extract",
    "FileChoices",
    "FileQuestion",
    "LoadMode",
    "LoadReport",
    "LoadStatus",
    "MeaningSaid",
    "NumbersAre",
    "PrintedTotal",
    "Progress",
    "Recoding",
    "ReferenceUse",
    "RefusedRow",
    "RejectedRows",
    "RestingExtract",
    "RowCounts",
    "RowIs",
    "Suggestion",
    "Undoing",
    "UnmappedCategory",
    "after_those_before",
    "category_name",
    "category_rows",
    "districts_recorded",
    "extracts",
    "fields_in_words",
    "load",
    "map_categories",
    "map_category",
    "meanings_said",
    "meant_in",
    "read_category_list",
    "rejected_rows",
    "resting_on",
    "rows_to_correct",
    "suggestions",
    "undo_load",
    "undo_with_later",
    "undoing",
    "unmapped_categories",
]
