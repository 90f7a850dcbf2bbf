"""Every survey figure that Medway's report prints, out of the store and through the product."""

from collections.abc import Iterator
from datetime import date

import pytest

from assessment.examples import load_example_surveys
from assessment.outputs.survey import difference_wording
from assessment.outputs.survey import survey_wording as wording
from assessment.people import Person, Role
from assessment.store import Store
from assessment.survey.comparison.wave_comparison import compare
from assessment.survey.comparison.wave_difference import DifferenceVerdict
from assessment.survey.questionnaire import Concept
from assessment.survey.summaries.answer_places import top
from assessment.survey.summaries.survey_answer import SummaryRow
from assessment.survey.summaries.wave_summary import summary
from assessment.survey.waves.wave_comments import CommentStatus, comments
from assessment.survey.waves.wave_register import list_waves, questionnaire
from assessment.workspace import Workspace
from tests.sample.published import SURVEYS, WAVES, named

ONLINE, PANEL = WAVES.values()
BLOCKS = {
    "Problem": Concept.PROBLEM,
    "Priority": Concept.PRIORITY,
    "Safer": Concept.WOULD_HELP,
}
# How a report's sentence would begin for each wave.
SENTENCES = {
    ONLINE: (
        "**70% felt safe during the day (75 of 107); 16% did not.**",
        "**28% felt safe in the evening (30 of 107); 56% did not.**",
    ),
    PANEL: (
        "**80% felt safe during the day (153 of 192); 9% did not.**",
        "**36% felt safe in the evening (69 of 192); 33% did not.**",
    ),
}


@pytest.fixture(scope="module")
def workspace(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Workspace]:
    """A store with the two example waves, read and loaded as anyone's exports are."""
    store = Store.open(tmp_path_factory.mktemp("surveys") / "assessment.duckdb", create=True)
    workspace = Workspace(store, Person("Test analyst", Role.ANALYST))
    load_example_surveys(workspace)
    yield workspace
    store.close()


def printed(workspace: Workspace, figure: dict[str, str]) -> SummaryRow:
    """Return the row of a summary that a printed figure is."""
    rows = summary(workspace, WAVES[figure["period"]]).rows
    measure = figure["measure"]
    if measure.startswith("Feel"):
        concept = Concept.SAFE_AFTER_DARK if "evening" in measure else Concept.SAFE_BY_DAY
        side = -1 if "unsafe" in measure else 1
        (found,) = (
            each for each in rows if each.concept is concept and each.is_net and each.side == side
        )
        return found
    block, _, label = measure.partition(": ")
    (found,) = (
        each
        for each in rows
        if each.concept is BLOCKS[block] and each.option.casefold() == label.casefold()
    )
    return found


@pytest.mark.parametrize("figure", SURVEYS, ids=named)
def test_a_printed_figure_comes_out_of_the_summary(
    workspace: Workspace, figure: dict[str, str]
) -> None:
    found = printed(workspace, figure)
    assert (found.count, found.base) == (int(figure["current"]), int(figure["base"]))
    assert wording.whole(found.percent) == f"{figure['percent_as_printed']}%"


@pytest.mark.parametrize("wave", [ONLINE, PANEL])
def test_the_product_says_what_the_report_prints(workspace: Workspace, wave: str) -> None:
    said = [
        wording.safety(summary(workspace, wave, question=concept).rows)
        for concept in (Concept.SAFE_BY_DAY, Concept.SAFE_AFTER_DARK)
    ]
    for sentence, begins in zip(said, SENTENCES[wave], strict=True):
        assert sentence.startswith(begins)


@pytest.mark.parametrize(
    ("wave", "block", "wanted", "shown"),
    [
        (ONLINE, "Problem", 5, 5),
        (ONLINE, "Priority", 5, 5),
        (ONLINE, "Safer", 3, 3),
        (PANEL, "Problem", 5, 6),  # two share the fifth place at 62%
        (PANEL, "Priority", 5, 6),  # two share the fifth place at 28%
        (PANEL, "Safer", 3, 3),
    ],
)
def test_the_top_of_a_list_is_the_printed_one(
    workspace: Workspace, wave: str, block: str, wanted: int, shown: int
) -> None:
    rows = top(summary(workspace, wave, question=BLOCKS[block]).rows, wanted)
    figures = [
        each
        for each in SURVEYS
        if WAVES[each["period"]] == wave and each["measure"].startswith(block)
    ]
    assert len(rows) == shown
    assert [row.count for row in rows] == [int(each["current"]) for each in figures]


def test_feeling_unsafe_in_the_evening_is_all_that_differs(workspace: Workspace) -> None:
    found = compare(workspace, ONLINE, PANEL)
    (clear,) = (
        each
        for each in found.rows
        if each.verdict in (DifferenceVerdict.HIGHER, DifferenceVerdict.LOWER)
    )
    assert difference_wording.item_in_words(clear) == "Feel unsafe in the evening"
    assert clear.a is not None
    assert clear.b is not None
    # As printed, of which z is 3.92; weighted to the ages and sexes of the population it is less.
    assert [(side.count, side.base) for side in (clear.a, clear.b)] == [(60, 107), (63, 192)]
    assert clear.z == pytest.approx(3.77, abs=0.02)
    assert clear.p == pytest.approx(0.0002, abs=0.00005)
    assert found.tested > 16  # more than were printed


def test_both_waves_ask_the_same(workspace: Workspace) -> None:
    online, panel = (questionnaire(workspace, wave) for wave in (ONLINE, PANEL))
    assert [each.slug for each in online] == [each.slug for each in panel]
    found = compare(workspace, ONLINE, PANEL)
    assert all(row.comparable for row in found.rows)


def test_each_wave_is_marked_dated_and_whole(workspace: Workspace) -> None:
    waves = {wave.id: wave for wave in list_waves(workspace)}
    assert all(wave.synthetic for wave in waves.values())
    assert {name: wave.respondents for name, wave in waves.items()} == {ONLINE: 107, PANEL: 192}
    assert all(wave.source.rows_left_out == 0 for wave in waves.values())
    assert waves[PANEL].first_day == date(2023, 7, 10)


@pytest.mark.parametrize("wave", [ONLINE, PANEL])
def test_answers_are_weighted_to_the_population(workspace: Workspace, wave: str) -> None:
    weights = summary(workspace, wave, weighted=True).weights
    assert weights
    assert weights.variables == ("age", "sex")
    assert weights.largest_gap < 0.1
    assert all(source.startswith("Invented") for source in weights.sources)


def test_some_comments_are_shown_under_a_theme_and_some_wait(workspace: Workspace) -> None:
    for wave in (ONLINE, PANEL):
        assert all(comment.theme for comment in comments(workspace, wave, CommentStatus.SHOWN))
        assert len(comments(workspace, wave, CommentStatus.WAITING)) == 2
