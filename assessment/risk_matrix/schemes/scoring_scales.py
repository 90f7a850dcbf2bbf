"""The steps on which a criterion is scored, as they are kept and compared.

A page that was opened before an assessment went over to another scheme still shows the steps of
before; a score on those would be read on the new ones, or be none of them.
"""

import json

from assessment.definitions import Criterion
from assessment.errors import InvalidRequest
from assessment.store import Writer


def scale(criterion: Criterion) -> str:
    """Return the steps of a criterion, as they are compared."""
    steps = [(step.score, step.words, step.codes) for step in criterion.steps]
    return json.dumps(steps, ensure_ascii=False)


def must_be_in_use(writer: Writer, assessment: int, criterion: Criterion) -> None:
    """Refuse, in the transaction that would keep it, a score on steps that are used no more."""
    rows = writer.rows("scale_in_use", assessment=assessment, criterion=criterion.id)
    # An assessment that has kept its scheme has no rows: nothing can have changed.
    if rows and rows[0][0] != scale(criterion):
        raise InvalidRequest(
            f"'{criterion.label}' is scored on other steps by now, because the scheme has been "
            "changed since you looked. This score was not kept: open the page again."
        )
