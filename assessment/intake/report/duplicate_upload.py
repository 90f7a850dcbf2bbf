"""Files whose content is in the store already: which extracts brought it, when, and by whom."""

from collections.abc import Iterator, Sequence
from datetime import date, datetime

from assessment.intake.files.file_tables import ArrivedFile
from assessment.intake.load_report import LoadReport, RowCounts
from assessment.intake.load_status import LoadStatus
from assessment.numbers import listed
from assessment.periods import in_words
from assessment.store import Store, Writer
from assessment.workspace import by

MOST_NAMED = 3


def same_file(
    reader: Store | Writer, arrived: ArrivedFile, source: str, months_said: Sequence[date] = ()
) -> LoadReport | None:
    """Return the report of a file that was loaded before, byte for byte; None where it was not.

    Nor where it is now said to answer for other months than it was then.
    """
    earlier = reader.rows("extract_with_hash", sha256=arrived.sha256, source=source)
    if not earlier:
        return None
    ((number, name, loaded_at, loaded_by, read, *apart, months, covers),) = earlier
    if months_said and list(months_said) != covers:
        return None
    rejected, repeated, cancelled = apart
    return LoadReport(
        arrived.file,
        source,
        LoadStatus.UNCHANGED,
        RowCounts(
            read,
            unchanged=read - sum(apart),
            rejected=rejected,
            repeated=repeated,
            cancelled=cancelled,
        ),
        tuple(f"{month:%Y-%m}" for month in months),
        (
            f"This very file is here already, as {_extract(number, name, loaded_at, loaded_by)}. "
            f"Loading it changes nothing. To have it read otherwise, undo extract {number} first.",
        ),
        number,
    )


def nothing_new(
    writer: Writer, rows: RowCounts, source: str, months: Sequence[date]
) -> Iterator[str]:
    """Say of another file with the same records which extracts brought them."""
    if not rows.changes_nothing:
        return
    extracts = writer.rows("extracts_of_months", source=source, months=list(months))
    named = listed([_extract(*extract) for extract in extracts], MOST_NAMED)
    yield (
        f"Every record in this file is here already, from {named}. Loading it adds no "
        "record and changes none."
    )


def _extract(number: int, file: str, loaded_at: datetime, loaded_by: str) -> str:
    when = f"{in_words(loaded_at.date())} at {loaded_at:%H:%M}"
    return f"extract {number} ({file}), loaded on {when} {by(loaded_by)}"
