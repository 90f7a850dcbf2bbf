"""What residents said, in words: the sentences that a report may print."""

from dataclasses import replace
from datetime import date

import pytest

from assessment.outputs.survey import difference_wording
from assessment.outputs.survey import survey_wording as wording
from assessment.outputs.survey.asked_about import time_of_day
from assessment.outputs.survey.number_wording import average
from assessment.survey.comparison.wave_difference import Difference, DifferenceVerdict, WaveShare
from assessment.survey.questionnaire import Concept
from assessment.survey.summaries.survey_answer import SummaryRow
from tests.outputs.survey_rows import EVENING, WAVE, evening, row


@pytest.mark.parametrize(
    ("percent", "said"),
    [
        (None, "–"),  # of nobody there is no share
        (0.0, "0%"),
        (0.4, "less than 1%"),  # somebody is not nobody
        (0.5, "1%"),
        (62.5, "63%"),  # half away from zero: a banker would print 62
        (99.6, "100%"),
    ],
)
def test_a_share_is_whole(percent: float | None, said: str) -> None:
    assert wording.whole(percent) == said


def test_the_evening_is_said_as_reports_say_it() -> None:
    said = wording.safety(evening())
    assert said.startswith("**28% felt safe in the evening (30 of 107); 56% did not.**")
    assert said.endswith("The other 16% said: “neither safe nor unsafe” or “don't know”.")


@pytest.mark.parametrize(
    ("asked", "concept", "said"),
    [
        ("How safe do you feel outside during the day?", Concept.SAFE_BY_DAY, "during the day"),
        (EVENING, Concept.SAFE_AFTER_DARK, "in the evening"),
        ("How safe do you feel at night?", Concept.SAFE_AFTER_DARK, "at night"),
        ("How safe do you feel after dark?", Concept.SAFE_AFTER_DARK, "after dark"),
        ("And when the sun is down?", Concept.SAFE_AFTER_DARK, "after dark"),
    ],
)
def test_the_time_is_the_one_asked_about(asked: str, concept: Concept, said: str) -> None:
    assert time_of_day(row("Safe", 1, wording=asked, concept=concept)) == said


@pytest.mark.parametrize(
    ("rows", "why"),
    [
        ([], "nobody was asked"),
        ([row("Safe", 1, is_net=True, side=1)], "a scale with one side only"),
        (
            [row(net, 0, 0, is_net=True, side=side) for net, side in (("S", 1), ("U", -1))],
            "no base",
        ),
    ],
)
def test_without_both_sides_nothing_is_said(rows: list[SummaryRow], why: str) -> None:
    assert wording.safety(rows) == "", why


def test_what_is_withheld_has_no_numbers() -> None:
    gone = replace(row("Safe", 3, 9), count=None, base=None, percent=None, withheld=True)
    assert wording.share(gone) == "withheld"


def test_the_first_is_named_with_its_count_and_the_others_after_it() -> None:
    rows = [row("CCTV", 49, rank=1), row("Neighbourhood Watch", 11, rank=2), row("Lights", 9)]
    assert wording.named(rows) == (
        "**CCTV: 46% (49 of 107).** Then came Neighbourhood Watch (10%, 11) and lights (8%, 9)."
    )


@pytest.mark.parametrize(
    ("ranks", "said"),
    [
        ((1, 2, 3, 4, 5), ""),
        ((1, 2, 3, 4, 5, 5), "6 are shown and not 5, because 2 share place 5."),
        ((1, 2, 3, 4, 4, 4, 4), "7 are shown and not 5, because 4 share place 4."),
        ((1, 2), ""),  # fewer than were asked for
    ],
)
def test_more_rows_than_asked_for_are_explained(ranks: tuple[int, ...], said: str) -> None:
    rows = [row(f"{number}", 1, rank=rank) for number, rank in enumerate(ranks)]
    assert wording.tied(rows, 5) == said


FEW = [
    (2, 3, "**2 of 3 felt safe in the evening; 1 did not.**"),
    (1, 1, "**1 of 1 felt safe in the evening; 0 did not.**"),
]


@pytest.mark.parametrize(("safe", "base", "said"), FEW)
def test_of_very_few_no_percentage_is_said(safe: int, base: int, said: str) -> None:
    nets = [
        row("Safe", safe, base, is_net=True, side=1),
        row("Unsafe", base - safe, base, is_net=True, side=-1),
    ]
    assert wording.safety(nets) == f"{said} Too few answered to say anything about others."
    named = wording.named([row("CCTV", 3, 3), row("Lights", 1, 3), row("Bins", 0, 3)])
    assert named == "**CCTV: 3 of 3.** Then came lights (1)."


def item(**said: object) -> Difference:
    usual: dict[str, object] = {
        "question": "evening",
        "wording": EVENING,
        "concept": Concept.SAFE_AFTER_DARK,
        "option": "Unsafe",
        "is_net": True,
        "a": WaveShare(60, 107, 56.07),
        "b": WaveShare(63, 192, 32.81),
        "comparable": True,
        "difference": 23.26,
        "verdict": DifferenceVerdict.HIGHER,
    }
    return Difference(**(usual | said))  # type: ignore[arg-type]


def test_a_difference_has_both_counts_and_its_points() -> None:
    assert difference_wording.item_in_words(item()) == "Feel unsafe in the evening"
    assert (
        difference_wording.difference(item())
        == "56% (60 of 107) against 33% (63 of 192), +23 points"
    )


def test_what_cannot_be_compared_says_why() -> None:
    assert (
        difference_wording.difference(item(b=None, difference=None, reason="Not asked."))
        == "Not asked."
    )


@pytest.mark.parametrize(
    ("difference", "said"),
    [
        (None, ""),
        (23.26, "+23 points"),
        (-9.6, "−10 points"),
        (1.2, "+1 point"),
        (-0.4, "0 points"),
    ],
)
def test_points_have_a_sign_unless_there_are_none(difference: float | None, said: str) -> None:
    assert wording.points(difference) == said


@pytest.mark.parametrize(
    ("mean", "count", "said"),
    [
        (4.63, 54, "**On average 4.6**, of the 54 who gave a number."),
        (2.25, 1200, "**On average 2.3**, of the 1,200 who gave a number."),  # half away from zero
        (2.0, 10, "**On average 2.0**, of the 10 who gave a number."),
        (4.63, 9, wording.TOO_FEW),
        (None, 0, wording.TOO_FEW),  # nobody gave a number
    ],
)
def test_numbers_are_averaged_in_words(mean: float | None, count: int, said: str) -> None:
    assert average(row("a number", count, count, option_number=None, mean=mean)) == said


@pytest.mark.parametrize(
    ("label", "inside", "why"),
    [
        ("Lights", "lights", "a word like others"),
        ("CCTV", "CCTV", "a name"),
        ("Quicker response when I report", "quicker response when I report", "I is no name"),
        ("Neighbourhood Watch", "Neighbourhood Watch", "a name of two words"),
    ],
)
def test_a_label_within_a_sentence(label: str, inside: str, why: str) -> None:
    assert wording.inside(label) == inside, why


@pytest.mark.parametrize(
    ("first", "said", "why"),
    [
        (
            date(2024, 9, 2),
            " **People were asked later than that: 2 September 2024 to 7 October 2024.**",
            "the records ended before",
        ),
        (date(2022, 3, 31), "", "on the last day of the records"),
        (None, "", "nobody knows when they were asked"),
    ],
)
def test_records_older_than_the_survey_are_told(first: date | None, said: str, why: str) -> None:
    wave = replace(WAVE, first_day=first, last_day=date(2024, 10, 7))
    assert wording.asked_later(wave, date(2022, 3, 31)) == said, why
