"""Whose a source is and when it is due: kept, changed, and refused with every fault."""

import pytest

from assessment.errors import InvalidRequest
from assessment.sources.due_dates import DueRule, Every
from assessment.sources.source_settings import SourceSetting, set_source, source_settings
from tests.changes.given import Given

RULE = DueRule(Every.MONTH, 15)


def test_what_is_said_is_kept_and_replaced(given_store: Given) -> None:
    given_store.extract()
    set_source(given_store.workspace, "police", SourceSetting(" Essex  Police ", "analyst", RULE))
    assert source_settings(given_store.workspace) == {
        "police": SourceSetting("Essex Police", "analyst", RULE)
    }
    set_source(given_store.workspace, "police", SourceSetting("Essex Police", "analyst"))
    assert source_settings(given_store.workspace)["police"].due is None


@pytest.mark.parametrize(
    ("source", "setting", "why"),
    [
        ("fire", SourceSetting(), "There is no source 'fire'. There are: police."),
        ("police", SourceSetting("x" * 81), "The agency has 81 letters: write at most 80."),
        (
            "police",
            SourceSetting("", "ann@essex.gov.uk"),
            "The contact role holds e-mail addresses",
        ),
        ("police", SourceSetting("", "ring 01245 491491"), "holds telephone numbers"),
        ("police", SourceSetting("", "Mrs Jones"), "holds names"),
        ("police", SourceSetting(due=DueRule(Every.MONTH, 0)), "A due day is 1 to 31, found 0."),
        ("police", SourceSetting(due=DueRule(Every.YEAR, 32)), "found 32"),
        ("police", SourceSetting(due=DueRule(Every.YEAR, 1, 13)), "found 13"),
    ],
)
def test_what_cannot_be_said_is_refused(
    given_store: Given, source: str, setting: SourceSetting, why: str
) -> None:
    given_store.extract()
    with pytest.raises(InvalidRequest, match=why.replace(".", r"\.")):
        set_source(given_store.workspace, source, setting)
    assert source_settings(given_store.workspace) == {}


def test_all_faults_are_told_at_once(given_store: Given) -> None:
    given_store.extract()
    wrong = SourceSetting("x" * 81, "Mr Smith", DueRule(Every.MONTH, 40, 40))
    with pytest.raises(InvalidRequest) as refused:
        set_source(given_store.workspace, "fire", wrong)
    for part in ("no source 'fire'", "81 letters", "holds names", "found 40", "1 to 12 months"):
        assert part in str(refused.value)
