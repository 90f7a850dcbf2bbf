"""A scheme while it is written: what each button makes of it, and what is kept of it in the end."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assessment.definitions import Combine, CriterionSource, Scheme, Step
from assessment.definitions.schemes.scoring_rules import ValuePart, cut_of, read_cut
from assessment.risk_matrix import shipped_schemes
from assessment.risk_matrix.indicators.indicator_registry import INDICATORS
from assessment.risk_matrix.schemes.scheme_editing import (
    cuts_of,
    id_of,
    measuring,
    moved,
    numbered,
    to_be_saved,
    with_band,
    with_criterion,
    with_one,
    with_step,
    without,
    without_step,
)
from assessment.risk_matrix.schemes.scheme_reading import faults_of
from tests.risk_matrix.drawn_schemes import drawn_schemes

DEFAULT = shipped_schemes()["weighted-evidence"]
VOLUME, CHANGE = DEFAULT.criterion("volume"), DEFAULT.criterion("change")


@given(drawn_schemes())
def test_a_scheme_without_fault_is_saved_as_it_is(scheme: Scheme) -> None:
    assert faults_of(scheme) == ()
    assert to_be_saved(scheme) == scheme


@given(drawn_schemes(), st.data())
def test_what_is_added_and_taken_out_again_leaves_nothing(
    scheme: Scheme, data: st.DataObject
) -> None:
    more = with_criterion(scheme, "Another")
    assert faults_of(more) == ()
    assert replace(more, criteria=without(more.criteria, len(scheme.criteria))) == scheme
    place = data.draw(st.integers(0, len(scheme.criteria) - 1))
    criterion = scheme.criteria[place]
    assert without_step(with_step(criterion), len(criterion.steps)) == criterion
    assert with_one(scheme, place, criterion) == scheme


@pytest.mark.parametrize("scheme_id", shipped_schemes())
def test_limits_are_written_as_the_files_have_them(scheme_id: str) -> None:
    for criterion in shipped_schemes()[scheme_id].criteria:
        for cut in criterion.rule.cuts if criterion.rule else ():
            assert cut_of(cut.conditions) == cut


LIMITS = [
    ("< 3", "< 3", "as it was"),
    ("<= 0.60", "<= 0.6", "no more digits than it needs"),
    ("low <= 0 and < 5", "low <= 0 and < 5", "in its order"),
    ("high < -1234567.25", "high < -1234567.25", "no digit is lost of a long one"),
    ("< 100", "< 100", "never 1E+2"),
]


@pytest.mark.parametrize(("written", "again", "why"), LIMITS, ids=[row[-1] for row in LIMITS])
def test_limits(written: str, again: str, why: str) -> None:
    cut = read_cut(written)
    assert cut is not None
    assert cut_of(cut.conditions).text == again


def test_a_step_goes_with_its_limit() -> None:
    fewer = without_step(VOLUME, 1)
    assert [step.score for step in fewer.steps] == [0, 2, 3, 4, 5]
    assert [cut.text for cut in cuts_of(fewer)] == ["<= 0", "< 3", "< 6", "< 12"]
    # Without the highest, what was below it is what is left.
    assert [cut.text for cut in cuts_of(without_step(VOLUME, 5))] == ["<= 0", "< 1", "< 3", "< 6"]
    assert [step.score for step in numbered(fewer).steps] == [0, 1, 2, 3, 4]
    assert [cut.text for cut in cuts_of(with_step(VOLUME))][-1] == "< ?"
    assert [step.score for step in with_step(VOLUME).steps] == [0, 1, 2, 3, 4, 5, 6]


def test_a_scale_that_has_lost_all_its_steps_can_begin_again() -> None:
    bare = replace(DEFAULT.criterion("hidden"), steps=())
    assert with_step(bare).steps == (Step(0, ""),)
    assert numbered(bare) == bare


def test_another_measure_of_the_same_kind_keeps_its_limits() -> None:
    data = CriterionSource.DATA
    records = measuring(VOLUME, data, INDICATORS["records"])
    assert cuts_of(records) == cuts_of(VOLUME)
    # The ends of an interval are cut, or a value itself: one is not the other.
    for other in (
        measuring(VOLUME, data, INDICATORS["change"]),
        measuring(CHANGE, data, INDICATORS["records"]),
    ):
        assert {cut.text for cut in cuts_of(other)} == {"< ?"}
        assert all(
            each.part is ValuePart.VALUE for cut in cuts_of(other) for each in cut.conditions
        )


def test_what_is_not_used_stays_in_the_draft() -> None:
    as_index = replace(DEFAULT, combine=Combine.INDEX)
    assert all(not each.steps for each in to_be_saved(as_index).criteria)
    assert replace(as_index, combine=Combine.WEIGHTED) == DEFAULT
    by_people = replace(VOLUME, source=CriterionSource.JUDGED)
    assert to_be_saved(with_one(DEFAULT, 0, by_people)).criteria[0].rule is None
    assert by_people.rule == VOLUME.rule


def test_order() -> None:
    assert moved("abc", 0, 1) == ("b", "a", "c")
    assert moved("abc", 2, -1) == ("a", "c", "b")
    assert moved("abc", 0, -1) == ("a", "b", "c")
    assert with_band(DEFAULT).bands[:-1] == DEFAULT.bands


IDS = [
    ("Cost to services", [], "cost-to-services"),
    ("Harm", ["harm"], "harm-2"),
    ("Harm", ["harm", "harm-2"], "harm-3"),
    ("Élan & co.", [], "elan-and-co"),
    (" – ", [], ""),
]


@pytest.mark.parametrize(("label", "taken", "made"), IDS)
def test_ids(label: str, taken: list[str], made: str) -> None:
    assert id_of(label, taken) == made
