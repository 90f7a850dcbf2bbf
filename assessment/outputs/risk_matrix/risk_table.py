"""What every table of the risk matrix to download has: what it is of, notes, a file name."""

import re
from collections.abc import Iterator, Sequence

from assessment.outputs.methods_wording import stamp
from assessment.outputs.risk_matrix.wording import firmness_wording, year_wording
from assessment.outputs.table_notes import Notes
from assessment.outputs.tables import SYNTHETIC, Cell, Column, Table, marked
from assessment.risk_matrix.assessments import AssessmentStatus
from assessment.risk_matrix.evidence_base import EvidenceBase
from assessment.risk_matrix.matrix import Matrix

SCORE, SHARE = "0.0", "0%"
NOTES = (
    "A criterion without a score is missing: it is left out of the sums and is never a zero.",
    "Confidence is one grade lower for every two criteria that are missing.",
    "No band is given where less than half of the weights is known.",
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
        ("How to read it", (*NOTES, *_ranges(base))),
        (f"The scheme {base.scheme.label}", (base.scheme.standing,)),
        *([("What it is set beside", tuple(notes))] if notes else []),
    )
    every, cells = marked(columns, rows, synthetic=base.partnership.synthetic)
    return Table(
        f"{title}: {base.partnership.name}", tuple(_about(base)), every, cells, every_note, sheet
    )


def _ranges(base: EvidenceBase) -> Iterator[str]:
    """Say how the lowest and the highest rank were found, where there are ranks."""
    if isinstance(base, Matrix):
        varies = firmness_wording.what_varies(scores_vary=base.possible is not None)
        yield (
            f"The lowest and the highest rank: {varies}. The share is that of draws in which an "
            "issue is among the first five. An issue without a score is set among the others."
        )


def _about(base: EvidenceBase) -> Iterator[str]:
    if base.partnership.synthetic:
        yield f"{SYNTHETIC}; judgements invented"
    yield f"Period: {base.period.dates}"
    yield f"Scheme: {base.scheme.label}, version {base.scheme.version}"
    yield f"Standing: {base.assessment.status if base.assessment else AssessmentStatus.DRAFT}"
    yield stamp(base.methods_version)
    if sentence := year_wording.as_of(base):
        yield sentence
