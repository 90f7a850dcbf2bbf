"""The page Schemes: read, copied, changed with every fault told, saved, and put to use."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from assessment.definitions import Scheme
from assessment.risk_matrix import copy_scheme, list_schemes, save_scheme, scheme, shipped_schemes
from assessment.risk_matrix.assessments import assessments
from assessment.risk_matrix.scheme_use import losses, use_scheme
from tests.pages.conftest import Opens, beside_the_page, press, text_of

PAGE = "pages/schemes/page.py"
DEFAULT = shipped_schemes()["weighted-evidence"]
ONE, TOGETHER, MOVES = "One criterion", "Putting together", "What would move"


def copied(own_store: Path, open_page: Opens, name: str = "Our matrix") -> AppTest:
    """Open the page and copy the default: the copy is then there to be changed."""
    at = open_page(own_store, PAGE, do="Copy")
    at.text_input[0].set_value(name)
    return press(at, "Copy it")


def field(at: AppTest, kind: str, label: str, number: int = 0) -> Any:
    fields: list[Any] = list(at.get(kind))
    return [each for each in fields if each.label == label][number]


def part(at: AppTest, name: str) -> AppTest:
    return at.segmented_control(key="part").set_value(name).run()


def saved(at: AppTest) -> list[bool]:
    return [not each.disabled for each in at.button if each.label.startswith("Save as version")]


def ours(at: AppTest) -> Scheme:
    return scheme(beside_the_page("Reader"), "our-matrix")


def test_a_scheme_is_read_in_plain_words(example_store: Path, open_page: Opens) -> None:
    said = text_of(open_page(example_store, PAGE))
    for words in (
        f"version {DEFAULT.version}, by the makers of this dashboard",
        "This project's own scheme, made to be copied and changed",
        "The sum is given out of 100",
        "it is never scored 0",
        "Between equal scores “Harm per offence”, then",
        "<small>18% of all weight</small>",
        "Very serious: over 500 days, as rape<small>anything else</small>",
        "With 55 → 76, +38%, between −2% and +95%, no clear change, this scores 3",
        '<td role="cell" data-name="Scores" class="words">60 to under 75</td>',
        "the first",
        "Rochford, Year to March 2022 (no. 2), draft",
    ):
        assert words in said.replace("\\", ""), words


@pytest.mark.parametrize("each", shipped_schemes().values(), ids=shipped_schemes())
def test_every_scheme_is_read(each: Scheme, example_store: Path, open_page: Opens) -> None:
    said = text_of(open_page(example_store, PAGE, scheme=each.label, version=f"{each.version}"))
    assert each.standing in said.replace("\\", "")
    for criterion in each.criteria:
        assert criterion.label in said.replace("&#x27;", "'"), criterion.label


def test_what_comes_with_the_product_is_copied_first(own_store: Path, open_page: Opens) -> None:
    at = open_page(own_store, PAGE, do="Change")
    assert "copy it, and change the copy" in at.info[0].value
    at = press(at, "Copy it")
    assert at.segmented_control(key="do").value == "Copy"


def test_a_copy_without_a_name_of_its_own_is_refused(own_store: Path, open_page: Opens) -> None:
    at = copied(own_store, open_page, " – ")
    assert "Give the copy a name" in at.error[0].value
    at.text_input[0].set_value("weighted EVIDENCE")
    assert "already" in press(at, "Copy it").error[0].value
    assert len(list_schemes(beside_the_page("Reader"))) == len(shipped_schemes())


def test_from_copy_to_use(own_store: Path, open_page: Opens) -> None:
    at = copied(own_store, open_page)
    assert "Nothing is kept until you save it" in text_of(at)
    assert "Nothing is changed yet" in at.caption[0].value
    field(at, "number_input", "Weight", 3).set_value(6.0)
    at = at.run()
    assert "Harm per offence: weight 3 → 6" in text_of(at).replace("\\", "")
    # Before it is saved: how the ranks of an assessment would move. Nothing is kept yet.
    at = part(at, MOVES)
    assert "With this draft" in text_of(at)
    assert "▲" in text_of(at)
    assert ours(at).version == 1
    at = press(at, "Save as version 2")
    assert "Version 2 of Our matrix is saved" in at.success[0].value.replace("\\", "")
    assert ours(at).criterion("harm").weight == 6
    # Only by choice does an assessment go over to it.
    at.selectbox(key="use-for").set_value(
        next(each for each in at.selectbox(key="use-for").options if each.startswith("Rochford"))
    ).run()
    at = press(at, "Use version 2 for this assessment")
    assert "now uses Our matrix, version 2" in at.success[0].value.replace("\\", "")
    used = assessments(beside_the_page("Reader"), "rochford")[0]
    assert (used.scheme, used.scheme_version) == ("our-matrix", 2)
    said = text_of(open_page(own_store, "pages/risk_matrix/page.py", partnership="Rochford"))
    assert "Our matrix, version 2" in said.replace("\\", "")


def test_every_fault_is_told_beside_its_thing_and_nothing_is_lost(
    own_store: Path, open_page: Opens
) -> None:
    at = copied(own_store, open_page)
    field(at, "number_input", "Weight").set_value(0.0)
    field(at, "text_input", "Criterion 2").set_value("Volume")
    at = at.run()
    told = " ".join(each.value for each in at.error).replace("\\", "")
    assert "Volume, weight: expected a number above 0" in told
    assert "Criteria: expected each name once. Found volume." in told
    assert saved(at) == [False]
    at = part(at, ONE)
    field(at, "number_input", "Score", 1).set_value(7)
    at = at.run()
    assert "none left out. Found 0, 7, 2, 3, 4 and 5" in text_of(at).replace("\\", "")
    at = press(at, "Number them one after another")
    assert "none left out" not in text_of(at)
    at = part(at, TOGETHER)
    field(at, "number_input", "From score", 3).set_value(10.0)
    at = at.run()
    assert "a band for the lowest score there can be, 0. Found 10" in text_of(at).replace("\\", "")
    assert saved(at) == [False]
    # Put right, it can be saved.
    field(at, "number_input", "From score", 3).set_value(0.0)
    at = part(at.run(), "Criteria")
    field(at, "number_input", "Weight").set_value(1.5)
    field(at, "text_input", "Criterion 2").set_value("Change")
    at = at.run()
    assert not at.error
    press(at, "Save as version 2")
    assert [each.label for each in ours(at).criteria[:2]] == ["Volume", "Change"]


def test_criteria_are_put_in_taken_out_and_put_in_order(own_store: Path, open_page: Opens) -> None:
    at = copied(own_store, open_page)
    at = press(at, "Take out *4\\. Harm per offence*")
    # It broke ties: that is told where ties are.
    assert "expected a criterion or group of this scheme. Found harm" in text_of(at).replace(
        "\\", ""
    )
    at = part(at, TOGETHER)
    assert "harm (no longer a criterion)" in at.multiselect[0].options
    at.multiselect[0].set_value(["victims"])
    at = part(at.run(), "Criteria")
    field(at, "text_input", "Another criterion").set_value("Cost to services")
    at = press(at, "Put it in")
    at = press(at, "Up *9\\. Cost to services*")
    at = press(at, "Save as version 2")
    made = ours(at)
    assert [each.id for each in made.criteria[-2:]] == ["cost-to-services", "hidden"]
    assert [each.words for each in made.criterion("cost-to-services").steps][-1] == "Severe"
    assert made.tie_breaks == ("victims",)


def test_words_and_limits_of_a_step(own_store: Path, open_page: Opens) -> None:
    at = part(copied(own_store, open_page), ONE)
    field(at, "selectbox", "Criterion").set_value("change").run()
    assert "this scores 3" in at.info[0].value
    # Little change ends at 8% instead of 5%, and 55 → 76 stays where it is.
    field(at, "number_input", "Limit (%)", -1).set_value(8.0)
    field(at, "text_input", "Words", 2).set_value("No clear change, within 8%")
    at = press(at.run(), "Save as version 2")
    cuts = [cut.text for cut in ours(at).criterion("change").rule.cuts]  # type: ignore[union-attr]
    no_clear_change = "verdict: no clear change"
    assert cuts == [
        "verdict: fall",
        f"{no_clear_change} and <= -5",
        f"{no_clear_change} and < 8",
        no_clear_change,
        "verdict: rise",
    ]


def test_the_verdict_that_a_step_ends_with(own_store: Path, open_page: Opens) -> None:
    at = part(copied(own_store, open_page), ONE)
    field(at, "selectbox", "Criterion").set_value("change").run()
    field(at, "selectbox", "at the worst", 0).set_value("no clear change")
    at = press(at.run(), "Save as version 2")
    cuts = [cut.text for cut in ours(at).criterion("change").rule.cuts]  # type: ignore[union-attr]
    assert cuts[0] == "verdict: no clear change"


def test_a_button_of_a_row_does_it_to_that_row(own_store: Path, open_page: Opens) -> None:
    at = press(copied(own_store, open_page), "Down *2\\. Change from the year before*")
    at = part(at, ONE)
    field(at, "selectbox", "Criterion").set_value("change").run()
    at = press(at, "A further limit *for step 1*")
    field(at, "number_input", "Limit (%)", 0).set_value(20.0)
    at = press(at.run(), "Without the last limit *for step 2*")
    field(at, "selectbox", "Criterion").set_value("hidden").run()
    at = press(press(at, "Take out *step 3*"), "Number them one after another")
    at = press(part(at, TOGETHER), "Take out *band 2*")
    made = ours(press(at, "Save as version 2"))
    assert [each.id for each in made.criteria[:3]] == ["volume", "peers", "change"]
    cuts = [cut.text for cut in made.criterion("change").rule.cuts]  # type: ignore[union-attr]
    assert cuts[:2] == ["verdict: fall and low < 20", "verdict: no clear change"]
    before, now = (each.criterion("hidden").steps for each in (DEFAULT, made))
    assert [each.words for each in now] == [each.words for each in (*before[:2], *before[3:])]
    assert made.bands == (DEFAULT.bands[0], *DEFAULT.bands[2:])


def test_a_draft_is_there_after_another_page(own_store: Path, open_page: Opens) -> None:
    at = copied(own_store, open_page)
    field(at, "number_input", "Weight").set_value(9.0)
    at = at.run()
    at.switch_page("pages/help/page.py").run()
    at.switch_page(PAGE).run()
    at.selectbox(key="scheme").set_value("Our matrix").run()
    at = at.segmented_control(key="do").set_value("Change").run()
    assert field(at, "number_input", "Weight").value == 9
    assert ours(at).version == 1
    at = press(press(at, "Put the draft away"), "Put it away")
    assert field(at, "number_input", "Weight").value == 2


def test_the_second_of_two_editors_is_told_and_loses_nothing(
    own_store: Path, open_page: Opens
) -> None:
    at = copied(own_store, open_page)
    field(at, "number_input", "Weight").set_value(9.0)
    at = at.run()
    other, theirs = beside_the_page("Second manager"), ours(at)
    first, *rest = theirs.criteria
    save_scheme(other, replace(theirs, criteria=(replace(first, label="Number"), *rest)))
    at = press(at, "Save as version 2")
    said = text_of(at).replace("\\", "")
    assert "There is a version 2 by now, by Second manager" in said
    assert "Volume: now called Number" in said
    assert field(at, "number_input", "Weight").value == 9
    assert ours(at).author == "Second manager"
    at = press(press(at, "Save mine after version 2"), "Save as version 3")
    assert (ours(at).version, ours(at).criteria[0].weight) == (3, 9)


def test_scores_that_would_be_lost_are_told_first(own_store: Path, open_page: Opens) -> None:
    at = open_page(own_store, PAGE)
    beside = beside_the_page("Second manager")
    ours_ = copy_scheme(beside, DEFAULT, "ours", "Ours")
    kept = tuple(each for each in ours_.criteria if each.id != "hidden")
    save_scheme(beside, replace(ours_, criteria=kept))
    at = open_page(own_store, PAGE, scheme="Ours", do="Use")
    options = at.selectbox(key="use-for").options
    at.selectbox(key="use-for").set_value(
        next(each for each in options if each.startswith("Rochford"))
    )
    at = at.run()
    assert "would not count any more" in at.warning[0].value
    at = press(at, "Use version 2 for this assessment")
    assert "say that you want it all the same" in at.error[0].value
    at.checkbox[0].check()
    at = at.run()
    # What is done is what was shown when the button was pressed, not what stands by then.
    draft, four = assessments(beside, "rochford")[0], shipped_schemes()["four-by-four"]
    use_scheme(beside, draft, four, losses(beside, draft.id, four))
    at = press(at, "Use version 2 for this assessment")
    assert "Somebody has changed the scheme of this assessment" in at.error[0].value
    at = press(at, "Use version 2 for this assessment")
    assert "now uses Ours, version 2" in at.success[0].value.replace("\\", "")
