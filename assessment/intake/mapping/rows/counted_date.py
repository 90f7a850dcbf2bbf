"""Which date the records of a file are counted by, where it has the date recorded and another.

Records are counted by the date recorded. An extract that was cut by the date committed cannot be:
what was committed before its first month and recorded in it is not there, and what was recorded
after its last month is there for a part of the records only. Such an extract shows it: some records
were recorded in a later month than they were committed in, but none begin before its first month.
"""

from assessment.intake.file_choices import FileChoices
from assessment.intake.files.file_tables import in_quotes
from assessment.intake.mapping.columns.recipe_recognition import RecognisedFile
from assessment.intake.mapping.rows.changed_columns import headings_of
from assessment.store import Writer

RECORDED, EVENT = "recorded", "date_from"
# Where so many rows are expected, none is not chance: it would be seen once in a thousand times.
EXPECTED_ROWS = 7
FEWEST_AFTER = 5


def is_cut_by_event(writer: Writer, recognised: RecognisedFile, choices: FileChoices) -> bool:
    """Tell whether the staged rows, counted by the date recorded, were chosen by another date."""
    every = {field for table in recognised.tables for field in table.fields}
    if not {RECORDED, EVENT} <= every or RECORDED in choices.columns.values():
        return False
    ((undated, across, before, after, months),) = writer.rows("dates_across_months")
    expected_before = across / months if months else 0
    return (
        not undated and not before and (after >= FEWEST_AFTER or expected_before >= EXPECTED_ROWS)
    )


def counted_by_event(recognised: RecognisedFile) -> str:
    """Say by which date the records are counted, and why."""
    event = in_quotes(headings_of(recognised, EVENT))
    recorded = in_quotes(headings_of(recognised, RECORDED))
    return (
        f"Its records were chosen by {event}, and are counted by it: of those recorded in its "
        f"months, what happened earlier is not there, so that {recorded} would give too few. A "
        "source that is counted by the date recorded is not the same series. If they were chosen "
        f"by the date recorded, say so (--column {_as_option(recognised)})."
    )


def _as_option(recognised: RecognisedFile) -> str:
    heading = headings_of(recognised, RECORDED)[0]
    return f"'{heading}={RECORDED}'"
