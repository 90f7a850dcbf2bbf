"""What every table of the risk matrix to download has: what it is of, notes, a file name."""

import re
from collections.abc import Iterator, Sequence

from assessment.outputs.risk_matrix import year_wording
from assessment.outputs.table_notes import Notes
from assessment.outputs.tables import SYNTHETIC, Cell, Column, Table, marked
from assessment.risk_matrix.assessments import AssessmentStatus
from assessment.risk_matrix.evidence_base import EvidenceBase
from assessment.risk_matrix.matrix import Matrix

SCORE, SHARE = "0.0", "0%"
NOTES = (
    "A criterion without a score is missing: it is left out of the sums and is never a zero.",
    "Confidence is one grade lower for every two criteria that are missing.",
    "The lowest and the highest rank are those in 1,000 draws in which every weight varies by up "
    "to 25%; the share is that of draws in which an issue is among the first five.",
    "Data would give: the score that the rule makes of the evidence, whatever people scored.",
)


def file_name(found: EvidenceBase, what: str) -> str:
    """Name a file for what is in it, the partnership and the year."""
    parts = f"{what} {found.partnership.name} to {found.period.last_day:%Y-%m}"
    as_agreed = " as agreed" if isinstance(found, Matrix) and found.agreed_at else ""
    return re.sub(r"[^a-z0-9]+", "-", f"{parts}{as_agreed}".lower()).strip("-")[:120]


def risk_table(
    found: EvidenceBase,
    title: str,
    columns: tuple[Column, ...],
    rows: tuple[tuple[Cell, ...], ...],
    *,
    sheet: str,
    notes: Sequence[str] = (),
) -> Table:
    """Return a table that stands alone; `notes` are about what it is set beside."""
    said: Notes = (
        ("How to read it", NOTES),
        (f"The scheme {found.scheme.label}", (found.scheme.standing,)),
        *([("What it is set beside", tuple(notes))] if notes else []),
    )
    every, cells = marked(columns, rows, synthetic=found.partnership.synthetic)
    return Table(
        f"{title}: {found.partnership.name}", tuple(_about(found)), every, cells, said, sheet
    )


def _about(found: EvidenceBase) -> Iterator[str]:
    if found.partnership.synthetic:
        yield f"{SYNTHETIC}; judgements invented"
    yield f"Period: {found.period.dates}"
    yield f"Scheme: {found.scheme.label}, version {found.scheme.version}"
    yield f"Standing: {found.assessment.status if found.assessment else AssessmentStatus.DRAFT}"
    if said := year_wording.as_of(found):
        yield said
