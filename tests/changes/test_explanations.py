"""Why a figure changed: it follows the figure, nothing is lost, and partners see what is theirs."""

import csv
import io
import json
from dataclasses import replace
from datetime import date

import pytest

from assessment.__main__ import main
from assessment.changes import By, Place, Question, Status, year_on_year
from assessment.changes.explained_changes import finding_of
from assessment.changes.explanations.change_explanation import (
    Confidence,
    ExplanationKind,
    Finding,
    Said,
)
from assessment.changes.explanations.explaining import (
    LONGEST,
    explain_change,
    withdraw_explanation,
)
from assessment.changes.explanations.kept_explanations import explanation_history
from assessment.errors import InvalidRequest, NotPermitted
from assessment.outputs.changes import change_wording
from assessment.outputs.changes.change_cards import cards
from assessment.outputs.changes.changes_download import year_on_year_table
from assessment.outputs.changes.explanation_wording import who_said
from assessment.outputs.changes.findings_explained import (
    finding_row,
    findings,
    how_many_explained,
)
from assessment.outputs.tables import as_csv
from assessment.partnerships import add_partnership, remove_partnership
from assessment.people import Person, Role
from assessment.workspace import TEAM, Workspace
from tests.changes.asked import ESSEX, PAIR, ROCHFORD, YEAR, asking, only
from tests.changes.given import Given, months

NOW, BEFORE = date(2021, 6, 1), date(2020, 6, 1)
OWN, OF_PAIR = "rochford", "castle-point-and-rochford"
SAID = Said(ExplanationKind.REAL, "Two gangs came", Confidence.LIKELY, "Minutes of May", "rise")


@pytest.fixture
def risen(given_store: Given) -> Given:
    """Burglary in Rochford has risen from 40 to 120; of arson there are 3."""
    covers = [*(("district", name) for name in PAIR.districts), ("force", "Essex Police")]
    given_store.extract(covers=covers, when=months(date(2020, 1, 1), date(2022, 6, 1)))
    given_store.records(40, BEFORE, "burglary")
    given_store.records(120, NOW, "burglary")
    given_store.records(3, NOW, "arson")
    # Withheld with it, so that nobody can tell it from their total.
    given_store.records(9, NOW, "bicycle-theft")
    given_store.seal()
    add_partnership(given_store.workspace, "Rochford", ROCHFORD.districts)
    add_partnership(given_store.workspace, PAIR.label, PAIR.districts)
    return given_store


def found(workspace: Workspace, question: Question) -> Finding:
    finding = finding_of(question, only(year_on_year(workspace, question)))
    assert finding is not None
    return finding


def test_it_goes_with_the_figure_wherever_that_stands(risen: Given) -> None:
    question = asking("burglary")
    explain_change(risen.workspace, OWN, found(risen.workspace, question), SAID)
    answer = year_on_year(risen.workspace, question)
    change = only(answer)
    words = "Why (real change, likely): Two gangs came. Evidence: Minutes of May"
    assert change_wording.sentence(change, question).endswith(words)
    assert words in cards([("Burglary", change)], {})
    table = year_on_year_table(answer)
    row = dict(zip(table.header, table.rows[0], strict=True))
    assert row["Why"] == "real change"
    assert row["Why, in words"] == "Two gangs came"
    assert row["How sure"] == "likely"
    assert row["Evidence of why"] == "Minutes of May"
    assert str(row["In a sentence"]).endswith(words)


@pytest.mark.parametrize(
    ("place", "by", "is_told"),
    [
        (ROCHFORD, By.DISTRICT, True),  # the same figure as a row for the district
        (Place("Rochford", ("Rochford",), within=PAIR.districts), By.MEASURE, True),
        (ESSEX, By.DISTRICT, True),
        (PAIR, By.MEASURE, False),  # another place
        (ESSEX, By.MEASURE, False),
    ],
)
def test_one_figure_has_one_explanation_however_it_is_asked_for(
    risen: Given, place: Place, by: By, is_told: bool
) -> None:
    explain_change(risen.workspace, OWN, found(risen.workspace, asking("burglary")), SAID)
    changes = year_on_year(risen.workspace, asking("burglary", place, by=by)).changes
    told = {change.area: change.explanation is not None for change in changes}
    assert any(told.values()) is is_told
    assert [area for area, is_there in told.items() if is_there] in ([], ["Rochford"])


@pytest.mark.parametrize(
    "other",
    [
        asking("arson"),
        asking("burglary", period=replace(YEAR, start=date(2021, 5, 1))),
        asking("burglary", comparison=YEAR.year_before().year_before()),
    ],
    ids=["another measure", "another period", "another comparison"],
)
def test_what_is_another_figure_has_none(risen: Given, other: Question) -> None:
    explain_change(risen.workspace, OWN, found(risen.workspace, asking("burglary")), SAID)
    assert all(each.explanation is None for each in year_on_year(risen.workspace, other).changes)


def test_nothing_is_overwritten_and_what_is_taken_back_stays(risen: Given) -> None:
    workspace, question = risen.workspace, asking("burglary")
    finding = found(workspace, question)
    explain_change(workspace, OWN, finding, SAID)
    better = replace(SAID, text="One gang, arrested in June.", confidence=Confidence.CONFIRMED)
    explain_change(workspace, OWN, finding, better, seen=1)
    standing = only(year_on_year(workspace, question)).explanation
    assert standing is not None
    assert standing.text == better.text
    withdraw_explanation(workspace, OWN, finding, standing)
    assert only(year_on_year(workspace, question)).explanation is None
    history = explanation_history(workspace, OWN, finding)
    assert [(one.version, one.text, one.is_withdrawn) for one in history] == [
        (3, better.text, True),
        (2, better.text, False),
        (1, SAID.text, False),
    ]
    explain_change(workspace, OWN, finding, SAID)
    assert only(year_on_year(workspace, question)).explanation is not None


@pytest.mark.parametrize("seen", [None, 2])
def test_whoever_writes_on_what_another_has_written_since_is_told(
    risen: Given, seen: int | None
) -> None:
    finding = found(risen.workspace, asking("burglary"))
    explain_change(risen.workspace, OWN, finding, SAID)
    with pytest.raises(InvalidRequest, match=r"written: “Two gangs came”.*Yours was: “M”"):
        explain_change(risen.workspace, OWN, finding, replace(SAID, text="M"), seen)
    assert len(explanation_history(risen.workspace, OWN, finding)) == 1


@pytest.mark.parametrize(
    ("said", "faults"),
    [
        (replace(SAID, text="  "), ["Say in a sentence or two"]),
        (replace(SAID, text="x" * (LONGEST + 1)), [f"in {LONGEST} characters"]),
        (replace(SAID, confidence=Confidence.CONFIRMED, evidence=""), ["Name the evidence of"]),
        (
            replace(SAID, kind=ExplanationKind.UNKNOWN, confidence=Confidence.CONFIRMED, text=""),
            ["Say in a sentence", "cannot be confirmed"],
        ),
    ],
)
def test_every_fault_is_told_at_once(risen: Given, said: Said, faults: list[str]) -> None:
    finding = found(risen.workspace, asking("burglary"))
    with pytest.raises(InvalidRequest) as refused:
        explain_change(risen.workspace, OWN, finding, said)
    assert all(fault in str(refused.value) for fault in faults)
    # As the message advises.
    likely = replace(said, confidence=Confidence.LIKELY, text="Two gangs came")
    assert explain_change(risen.workspace, OWN, finding, likely) == 1


def test_a_partnership_explains_its_own_districts_alone(risen: Given) -> None:
    for place in (PAIR, ESSEX):
        finding = found(risen.workspace, asking("burglary", place))
        with pytest.raises(InvalidRequest, match="figures of its own districts"):
            explain_change(risen.workspace, OWN, finding, SAID)
    # One of its districts, or all of them.
    for place in (ROCHFORD, PAIR):
        finding = found(risen.workspace, asking("burglary", place))
        explain_change(risen.workspace, OF_PAIR, finding, SAID)


MAY = {Role.OWNER, Role.MANAGER, Role.ANALYST}


@pytest.mark.parametrize("role", list(Role))
def test_the_team_writes_and_nobody_else(risen: Given, role: Role) -> None:
    finding = found(risen.workspace, asking("burglary"))
    asks = Workspace(risen.workspace.store, Person("somebody", role))
    if role in MAY:
        explain_change(asks, OWN, finding, SAID)
        change = only(year_on_year(asks, asking("burglary")))
        assert f"Explained by somebody ({role})" in who_said(change)
        return
    with pytest.raises(NotPermitted):
        explain_change(asks, OWN, finding, SAID)
    with pytest.raises(NotPermitted):
        explanation_history(asks, OWN, finding)


@pytest.mark.parametrize("role", [Role.PARTNER, Role.SCRUTINY, Role.PUBLIC])
def test_partners_see_why_of_figures_that_they_see(risen: Given, role: Role) -> None:
    for measure in ("burglary", "arson"):
        finding = found(risen.workspace, asking(measure))
        explain_change(risen.workspace, OWN, finding, replace(SAID, text=f"Why of {measure}"))
    asks = Workspace(risen.workspace.store, Person("somebody", role))
    shown = year_on_year(asks, asking(None)).changes
    by_id = {change.measure.id: change for change in shown}
    burglary, arson = by_id["burglary"], by_id["arson"]
    assert burglary.explanation is not None
    assert (burglary.explanation.author, burglary.explanation.verdict) == (TEAM, "")
    assert arson.status is Status.WITHHELD
    assert arson.explanation is None
    told = json.dumps([change_wording.sentence(each, asking(None)) for each in shown])
    assert "Why of burglary" in told
    assert "Why of arson" not in told
    wards = asking("burglary", by=By.WARD)
    assert year_on_year(asks, wards).changes == ()


def test_what_nobody_has_explained_comes_first(risen: Given) -> None:
    question = asking(None)

    def listed() -> list[str]:
        changes = year_on_year(risen.workspace, question).changes
        return [change.measure.id for change in findings(changes)]

    before = listed()
    assert before
    assert "all-records" not in before
    last = before[0]
    explain_change(risen.workspace, OWN, found(risen.workspace, asking(last)), SAID)
    assert listed() == [*before[1:], last]
    changes = year_on_year(risen.workspace, question).changes
    assert how_many_explained(changes) == f"Of {len(before)} rises and falls, 1 is explained."
    unknown = replace(SAID, kind=ExplanationKind.UNKNOWN, text="Asked of the force")
    explain_change(risen.workspace, OWN, found(risen.workspace, asking(last)), unknown, seen=1)
    assert set(listed()) == set(before)
    changes = year_on_year(risen.workspace, question).changes
    assert how_many_explained(changes).endswith("none is explained.")
    rows = {str(row[0]): row for row in (finding_row(each, question) for each in findings(changes))}
    assert [row[2] for row in rows.values()].count("not known yet") == 1
    assert [row[2] for row in rows.values()].count("not explained yet") == len(before) - 1


def test_it_says_that_the_verdict_is_another_since(risen: Given) -> None:
    finding = found(risen.workspace, asking("burglary"))
    explain_change(risen.workspace, OWN, finding, replace(SAID, verdict="fall"))
    assert "It was written of “fall”" in who_said(only(year_on_year(risen.workspace, BURGLARY)))


BURGLARY = asking("burglary")


@pytest.mark.parametrize("text", ["=1+1", "@SUM(A1)", "<b>bold</b>", "| cmd"])
def test_its_text_is_text_and_no_formula(risen: Given, text: str) -> None:
    explain_change(risen.workspace, OWN, found(risen.workspace, BURGLARY), replace(SAID, text=text))
    answer = year_on_year(risen.workspace, BURGLARY)
    table = year_on_year_table(answer)
    written = as_csv(table.header, table.rows).decode("utf-8-sig")
    cell = next(csv.DictReader(io.StringIO(written)))["Why, in words"]
    assert cell == (text if text.startswith("<") else f"'{text}")
    assert "<b>bold" not in cards([("Burglary", only(answer))], {})


def test_those_of_a_partnership_that_is_removed_go(risen: Given) -> None:
    finding = found(risen.workspace, BURGLARY)
    explain_change(risen.workspace, OWN, finding, SAID)
    remove_partnership(risen.workspace, OWN)
    assert only(year_on_year(risen.workspace, BURGLARY)).explanation is None


ASKED = ("--period", "financial-year", "--ending", "2022-03")


def test_it_is_written_and_taken_back_on_the_command_line(
    risen: Given, capsys: pytest.CaptureFixture[str]
) -> None:
    path = risen.workspace.store.path
    risen.workspace.store.close()

    def run(*arguments: str) -> int:
        place = ("--partnership", OWN, *ASKED, "--set", "home-office")
        return main(["--store", str(path), "explanations", *arguments, *place])

    def rows(*arguments: str) -> list[dict[str, object]]:
        assert run(*arguments, "--json") == 0
        told: list[dict[str, object]] = json.loads(capsys.readouterr().out)["findings"]
        return told

    named = ("--measure", "burglary")
    assert {row["explanation"] is None for row in rows("list")} == {True}
    said = ("add", "Two gangs came", "--kind", "real change", "--evidence", "Minutes")
    (row,) = rows(*said, *named)
    assert isinstance(row["explanation"], dict)
    assert row["explanation"]["kind"] == "real change"
    assert row["explanation"]["confidence"] == "likely"
    (by_district,) = rows("list", *named, "--by", "district")
    assert by_district["explanation"] == row["explanation"]
    assert rows("withdraw", *named)[0]["explanation"] is None
    assert run("withdraw", *named) != 0
    assert "No explanation stands there" in capsys.readouterr().err
    assert run("add", "x", "--kind", "sesaon", *named) != 0
    assert "--kind takes recording change, operation, season" in capsys.readouterr().err
    # Whatever is advised can be done.
    assert run("add", "x", "--kind", "season") != 0
    advice = capsys.readouterr().err
    assert "--measure" in advice or "--area takes one of" in advice
