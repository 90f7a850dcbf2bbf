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


def file_name(base: EvidenceBase, what: str) -> str:
    """Name a file for what is in it, the partnership and the year."""
    parts = f"{what} {base.partnership.name} to {base.period.last_day:%Y-%m}"
    as_agreed = " as agreed" if isinstance(base, Matrix) and base.agreed_at else ""
    return re.sub(r"[^a-z0-9]+", "-", f"{parts}{as_agreed}".lower()).strip("-")[:120]


def risk_table(
    base: EvidenceBase,
    title: str,
    columns: tuple[Column, ...],
    rows: tuple[tuple[Cell, ...], ...],
    *,
    sheet: str,
    notes: Sequence[str] = (),
) -> Table:
    """Return a table that stands alone; `notes` are about what it is set beside."""
    every_note: Notes = (
        ("How to read it", NOTES),
        (f"The scheme {base.scheme.label}", (base.scheme.standing,)),
        *([("What it is set beside", tuple(notes))] if notes else []),
    )
    every, cells = marked(columns, rows, synthetic=base.partnership.synthetic)
    return Table(
        f"{title}: {base.partnership.name}", tuple(_about(base)), every, cells, every_note, sheet
    )


def _about(base: EvidenceBase) -> Iterator[str]:
    if base.partnership.synthetic:
        yield f"{SYNTHETIC}; judgements invented"
    yield f"Period: {base.period.dates}"
    yield f"Scheme: {base.scheme.label}, version {base.scheme.version}"
    yield f"Standing: {base.assessment.status if base.assessment else AssessmentStatus.DRAFT}"
    if sentence := year_wording.as_of(base):
        yield sentence
