"""Where what is known of an issue is from, and why it is not known."""

from assessment.periods import joined
from assessment.risk_matrix.evidence.indicator_value import IndicatorValue, unknown
from assessment.risk_matrix.evidence.indicators_from_records import IssueCounts

COUNTS = "queries/changes/monthly_counts.sql"
DISTRICTS = "queries/changes/district_counts.sql"


def not_covered(counts: IssueCounts) -> IndicatorValue:
    """Say that records do not cover the year."""
    reason = counts.change.shared_reason or counts.change.reason
    return unknown(reason or "The year is not covered by records.")


def records_of(counts: IssueCounts, *files: str) -> str:
    """Name the sources whose records were counted, and the files that say how."""
    return "; ".join((f"records of {joined(counts.sources)}", *files))
