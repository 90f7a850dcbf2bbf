"""Where what is known of an issue is from, and why it is not known."""

from assessment.periods import joined
from assessment.risk_matrix.indicators.indicator_value import Known, unknown
from assessment.risk_matrix.indicators.indicators_from_records import Counted

DISTRICTS = "queries/changes/district_counts.sql"


def not_covered(counted: Counted) -> Known:
    """Say that records do not cover the year."""
    return unknown(counted.change.reason or "The year is not covered by records.")


def records_of(counted: Counted, *files: str) -> str:
    """Name the sources whose records were counted, and the files that say how."""
    return "; ".join((f"records of {joined(counted.sources)}", *files))
