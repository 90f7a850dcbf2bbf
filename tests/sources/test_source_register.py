"""What is listed of each source."""

from datetime import date
from pathlib import Path

from assessment.intake.extract_loading import load
from assessment.outputs.sources.freshness_wording import freshness_in_words, state_in_words
from assessment.outputs.sources.source_tables import sources_table
from assessment.sources.due_dates import DueRule, Every
from assessment.sources.source_register import sources
from assessment.sources.source_settings import SourceSetting, set_source
from tests.changes.given import OFFENCES, Given, months
from tests.extracts import street_row, write_csv

HALF_YEAR = months(date(2026, 1, 1), date(2026, 6, 1))
MONTHLY = DueRule(Every.MONTH, 15)


def test_a_source_with_all_that_it_sent(given_store: Given, tmp_path: Path) -> None:
    rows = [street_row("a1"), street_row("a2", month="2024-02"), street_row("", month="soon")]
    load(given_store.workspace, write_csv(tmp_path / "street.csv", rows))
    (source,) = sources(given_store.workspace, ["Luton"])
    assert (source.id, source.records, source.refused, source.extracts) == ("police-uk", 2, 1, 1)
    assert source.months == (date(2024, 1, 1), date(2024, 2, 1))
    assert (source.data_sets, source.layouts) == (
        ("police records",),
        ("data.police.uk street-level crime",),
    )
    assert source.is_of_place
    assert state_in_words(source) == ""
    table = sources_table([source], "Luton")
    assert table.rows[0][:1] == ("police-uk",)
    assert len(table.columns) == len(table.rows[0])


def test_an_overdue_source_says_since_when(given_store: Given) -> None:
    given_store.extract(when=HALF_YEAR, subjects=OFFENCES)
    set_source(given_store.workspace, "police", SourceSetting(due=MONTHLY))
    (source,) = sources(given_store.workspace, ["Rochford"], today=date(2026, 9, 1))
    assert state_in_words(source) == "overdue"
    assert freshness_in_words(source).startswith(
        "Overdue since 15 August 2026: July 2026 has not come."
    )
    (elsewhere,) = sources(given_store.workspace, ["Maldon"], today=date(2026, 9, 1))
    assert not elsewhere.is_of_place
    assert freshness_in_words(elsewhere) == "Nothing whole has come of these districts yet."


def test_undone_extracts_are_not_listed(given_store: Given) -> None:
    given_store.extract(status="undone")
    assert sources(given_store.workspace, ["Rochford"]) == ()
