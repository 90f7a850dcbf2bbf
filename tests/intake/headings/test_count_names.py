"""Which headings say that their column counts."""

import pytest

from assessment.intake.headings.count_names import heading_cells, is_count_name, is_total, total_of

COUNTS = ["Number of offences", "Offence Count", "Incidents", "No. of crimes", "Volume", "Total"]
COUNTS += ["Count", "Recorded crimes", "Total offences", "Crimes", "Number of incidents"]


@pytest.mark.parametrize("heading", COUNTS)
def test_counts(heading: str) -> None:
    assert is_count_name(heading)


@pytest.mark.parametrize(
    "heading",
    ["Offence", "Crime", "Incident", "Offence code", "Crime type", "District", "Age", "Value", ""],
)
def test_what_counts_nothing(heading: str) -> None:
    assert not is_count_name(heading)


def test_rows_that_add_up_others() -> None:
    assert all(map(is_total, ["Total", "Grand Total", "sub-total", "All", "All districts"]))
    assert not any(map(is_total, ["All crime", "Rochford", "Totally other", ""]))
    assert total_of("Rochford Total") == "Rochford"
    assert total_of("Rochford") is None


def test_a_row_of_dates_is_no_row_of_headings() -> None:
    assert heading_cells(["Crime type", "Oct 23 - Sep 24", "Oct 24 - Sep 25", "%"]) == 2
    assert heading_cells(["A1", "15/10/2025", "17/11/2025", "Rochford"]) == 0
    assert heading_cells(["Quarter", "District", "New referrals"]) == 1
