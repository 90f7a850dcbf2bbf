"""What the cell of a box says: that its option was chosen, that it was not, or something else."""

from collections.abc import Mapping

from assessment.definitions.measures.flags import NO, TICKS, YES
from assessment.definitions.spelling import plain
from assessment.survey.reading.export.code_lists import as_code
from assessment.survey.reading.export.headers.question_headers import ExportColumn
from assessment.survey.reading.export.missing_codes import MISSING_CODES
from assessment.survey.reading.export.silent_cells import is_silence
from assessment.survey.reading.proposal import Decision
from assessment.survey.reading.questions.recognition_context import Context

CHOSEN = YES | {"selected", "checked", "ticked", "chosen", "on"}
# "N/A" is not among them: who was not shown a box did not leave it alone.
UNTICKED = {"not selected", "unchecked", "not checked", "unticked", "not ticked", "off"}
NOT_CHOSEN = (NO | UNTICKED) - {"na", "n a", "nan"}
CROSSES = frozenset({"✗", "✘", "☐"})
# A no in words is an answer. So is a 0 where others left all boxes blank; where nobody did, it is
# what tools write for whoever skipped the question as well.
DENIED = frozenset({"n", "no"})
LEFT_ALONE = NOT_CHOSEN - DENIED - {"none", "nil", "null"}


def is_ticked(column: ExportColumn, text: str, codes: Mapping[str, str]) -> bool | None:
    """Tell whether a cell says that its option was chosen; None where it says something else."""
    meant = codes.get(as_code(text), text)
    # Without its sign a -1 would be a 1, which is a tick; it says that the box was not offered.
    if meant.strip() in MISSING_CODES:
        return None
    words = plain(meant)
    # "Seen - Graffiti": what a row of boxes is called may stand before what each says.
    options = {
        plain(part) for part in (column.option or "", (column.option or "").split(" - ")[-1])
    }
    if words in CHOSEN or text in TICKS or words in options - {""}:
        return True
    return False if words in NOT_CHOSEN or text in CROSSES else None


def says_nothing(column: ExportColumn, decided: Decision) -> bool:
    """Tell a box such as "Not answered": who ticked it gave no answer, and no option is it."""
    said = column.label.split(" - ")[-1]
    return bool(column.option) and is_silence(said) and column.label not in decided.merges


def says_ticks(
    context: Context, column: ExportColumn, codes: Mapping[str, str], *, but: Mapping[str, int]
) -> bool:
    """Tell whether a column says no more than that its option was chosen or not.

    What is said in every box (`but`) is about their question, and not about an option.
    """
    texts = context.values[column.at].counts
    return all(is_ticked(column, text, codes) is not None for text in texts if text not in but)
