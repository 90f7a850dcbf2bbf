"""Residents' priorities beside what is recorded: places, gaps in words, what cannot be compared."""

from dataclasses import replace
from datetime import date

import pytest

from assessment.errors import InvalidRequest
from assessment.outputs.survey.survey_tables import perception_table
from assessment.outputs.tables import SYNTHETIC
from assessment.perception import Beside, Perception, perception
from assessment.survey.questionnaire import Concept, QuestionKind
from assessment.workspace import Workspace
from tests.changes.asked import ROCHFORD, YEAR
from tests.changes.given import Given, months
from tests.survey.given import DONT_KNOW, Surveys, question

LABELS = {
    "Drugs": "drugs",
    "Speeding": "speeding",
    "Burglary": "burglary",
    "Rowdiness": "drunk-or-rowdy",
    "Violence": "violent-crime",
    "Everything": None,
}
PRIORITY = question(
    1,
    "priority",
    [*LABELS, DONT_KNOW],
    kind=QuestionKind.MULTIPLE,
    concept=Concept.PRIORITY,
    concerns={label: concern for label, concern in LABELS.items() if concern},
)
# Drugs first, then speeding, burglary, rowdiness, violence; the last names nothing in particular.
SAID = {1: [70, 60, 50, 40, 30, 20, 10]}
COVERED = months(date(2021, 4, 1), date(2022, 3, 1))
DAY = date(2021, 6, 15)


@pytest.fixture
def asked(surveys: Surveys) -> None:
    surveys.counts("w", [PRIORITY], 100, SAID)


def found(workspace: Workspace) -> tuple[Perception, dict[str, Beside]]:
    answer = perception(workspace, "w", ROCHFORD, YEAR)
    return answer, {one.row.option: one for one in answer.rows}


@pytest.mark.usefixtures("asked")
def test_places_by_number_and_by_harm(workspace: Workspace, given_store: Given) -> None:
    """Four concerns have a counterpart; speeding and Everything have none and take no place.

    Harm, in days: 20 possessions are 60, 3 burglaries of homes 820.5, 10 violent offences with
    injury 3,650 and 20 without 200; for anti-social behaviour there is no weight.
    """
    given_store.extract(when=COVERED)
    given_store.records(20, DAY, "possession-of-drugs")
    given_store.records(3, DAY, "residential-burglary")
    given_store.records(50, DAY, "nuisance-anti-social-behaviour")
    given_store.records(10, DAY, "violence-with-injury")
    given_store.records(20, DAY, "violence-without-injury")
    given_store.seal()
    answer, rows = found(workspace)
    assert [one.row.option for one in answer.rows] == list(LABELS)
    told = {
        label: (one.row.rank, one.place, one.recorded.volume, one.volume_place, one.recorded.harm)
        for label, one in rows.items()
    }
    assert told == {
        "Drugs": (1, 1, 20, 3, 60),
        "Speeding": (2, None, None, None, None),
        "Burglary": (3, 2, 3, 4, 820.5),
        "Rowdiness": (4, 3, 50, 1, None),
        "Violence": (5, 4, 30, 2, 3850),
        "Everything": (6, None, None, None, None),
    }
    harm = {label: one.harm_place for label, one in rows.items()}
    assert harm == dict.fromkeys(LABELS) | {"Drugs": 3, "Burglary": 2, "Violence": 1}
    assert rows["Drugs"].sentence == (
        "Drugs: place 1 of 4 among residents' priorities, place 3 by recorded number (20), which "
        "is 2 places lower than with residents; place 3 of 3 by harm."
    )
    assert "2 places higher than with residents" in rows["Violence"].sentence
    assert rows["Speeding"].sentence == (
        "Speeding: no recorded counterpart: road traffic, not recorded crime."
    )
    assert "recognised" in rows["Everything"].sentence
    assert any("Rowdiness: no harm" in caveat for caveat in answer.caveats)
    assert any("second hand" in caveat for caveat in answer.caveats)


@pytest.mark.usefixtures("asked")
def test_places_are_shared_and_close_ones_are_the_same(
    workspace: Workspace, given_store: Given
) -> None:
    given_store.extract(when=COVERED)
    given_store.records(5, DAY, "possession-of-drugs")
    given_store.records(5, DAY, "residential-burglary")
    given_store.seal()
    _, rows = found(workspace)
    assert {rows[each].volume_place for each in ("Drugs", "Burglary")} == {1}
    assert "about the same" in rows["Burglary"].sentence  # place 2 and place 1
    assert rows["Violence"].recorded.volume == 0  # covered: a real 0
    assert rows["Violence"].recorded.harm == 0


@pytest.mark.usefixtures("asked")
def test_records_that_say_only_the_group(workspace: Workspace, given_store: Given) -> None:
    """Anti-social behaviour without its kind may be rowdiness or not: it is not none."""
    given_store.extract(when=COVERED)
    given_store.records(40, DAY, "anti-social-behaviour")
    given_store.records(9, DAY, "burglary")
    given_store.seal()
    _, rows = found(workspace)
    assert rows["Rowdiness"].recorded.volume is None
    assert "only the group" in rows["Rowdiness"].sentence
    # Burglary is asked as a whole: those without a kind count, and have no weight.
    assert (rows["Burglary"].recorded.volume, rows["Burglary"].recorded.harm) == (9, None)


@pytest.mark.usefixtures("asked")
def test_some_records_that_say_only_the_group(workspace: Workspace, given_store: Given) -> None:
    given_store.extract(when=COVERED)
    given_store.records(40, DAY, "anti-social-behaviour")
    given_store.records(1, DAY, "nuisance-anti-social-behaviour")
    given_store.records(9, DAY, "burglary")
    given_store.seal()
    answer, rows = found(workspace)
    assert rows["Rowdiness"].recorded.volume == 1
    told = [caveat for caveat in answer.caveats if "name only the group" in caveat]
    assert told == [
        "40 records name only the group that “Rowdiness” is part of, and are not counted for it."
    ]


@pytest.mark.usefixtures("asked")
def test_categories_of_data_police_uk_have_no_harm(workspace: Workspace) -> None:
    given_store = Given(workspace, measure_set="police-uk")
    given_store.extract(when=COVERED)
    given_store.records(20, DAY, "drugs")
    given_store.seal()
    answer, rows = found(workspace)
    assert answer.measure_set == "police-uk"
    assert (rows["Drugs"].recorded.volume, rows["Drugs"].recorded.harm) == (20, None)
    assert any("Home Office subgroups" in caveat for caveat in answer.caveats)


@pytest.mark.usefixtures("asked")
def test_records_that_do_not_cover_the_period(workspace: Workspace, given_store: Given) -> None:
    with pytest.raises(InvalidRequest, match="No records cover Rochford"):
        found(workspace)
    given_store.extract(when=COVERED[:-1])
    with pytest.raises(InvalidRequest, match="Choose a period that is covered"):
        found(workspace)


@pytest.mark.usefixtures("asked")
def test_records_of_one_subject_only(workspace: Workspace, given_store: Given) -> None:
    given_store.extract(when=COVERED, subjects=("offence",))
    given_store.records(5, DAY, "possession-of-drugs")
    given_store.seal()
    _, rows = found(workspace)
    assert rows["Rowdiness"].recorded.volume is None  # not covered is not none
    assert "not all there" in rows["Rowdiness"].sentence
    assert rows["Drugs"].place == 1


def test_a_wave_that_asked_no_priorities(
    workspace: Workspace, surveys: Surveys, given_store: Given
) -> None:
    given_store.extract(when=COVERED)
    surveys.counts("w", [question(1, "ward", ["North"])], 10, {1: [10]})
    with pytest.raises(InvalidRequest, match="no question 'priority'"):
        found(workspace)


def test_a_ranking_places_by_mean_rank(
    workspace: Workspace, surveys: Surveys, given_store: Given
) -> None:
    """Where everybody ranks everything, counts are all alike: they say nothing of what is first."""
    ranked = replace(PRIORITY, kind=QuestionKind.RANKING, options=PRIORITY.options[:5])
    surveys.wave("w", [ranked], [{1: (2, 5, 3, 1, 4)}] * 12)
    given_store.extract(when=COVERED)
    given_store.records(3, DAY, "residential-burglary")
    given_store.records(20, DAY, "possession-of-drugs")
    given_store.records(10, DAY, "violence-with-injury")
    given_store.records(5, DAY, "nuisance-anti-social-behaviour")
    given_store.seal()
    _, rows = found(workspace)
    places = {label: rows[label].place for label in ("Violence", "Burglary", "Drugs", "Rowdiness")}
    assert places == {"Violence": 1, "Burglary": 2, "Drugs": 3, "Rowdiness": 4}


@pytest.mark.usefixtures("asked")
def test_the_table_says_what_the_page_says(workspace: Workspace, given_store: Given) -> None:
    given_store.extract(when=COVERED)
    given_store.records(20, DAY, "possession-of-drugs")
    given_store.records(3, DAY, "residential-burglary")
    given_store.seal()
    answer, rows = found(workspace)
    table = perception_table(answer, synthetic=True)
    assert table.about[0] == SYNTHETIC
    told = [dict(zip(table.header, row, strict=True)) for row in table.rows]
    assert [row["Priority"] for row in told] == list(LABELS)
    drugs, speeding = told[0], told[1]
    assert (drugs["People"], drugs["Base"], drugs["Share (%)"]) == (70, 100, 70)
    assert (drugs["Recorded"], drugs["Place by number"]) == (20, 1)
    assert (speeding["Recorded"], speeding["Residents' place"]) == (None, None)
    assert speeding["In a sentence"] == rows["Speeding"].sentence
