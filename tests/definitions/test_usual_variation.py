"""How much measures usually change: every measure has a value, and where it comes from."""

from dataclasses import replace
from pathlib import Path

import pytest

from assessment.definitions import DATA, measure_sets, usual_variation, usual_variations
from assessment.definitions.measures.usual_variation import UsualVariation, read_usual_variations
from assessment.errors import DefinitionFault

VALUES = [
    ("police-uk", "anti-social-behaviour", 0.09),
    ("home-office", "anti-social-behaviour", 0.09),  # the category of the same records
    ("home-office", "burglary", 0.145),  # a group of one category
    ("home-office", "rape", 0.035),
    ("home-office", "theft-offences", 0.05),  # a group of five
    ("police-uk", "all-crime", 0.047),
    ("home-office", "all-records", 0.05),
]


@pytest.mark.parametrize(("measure_set", "measure", "value"), VALUES)
def test_a_measure_of_the_police(measure_set: str, measure: str, value: float) -> None:
    asked = measure_sets()[measure_set].measure(measure)
    assert usual_variation(asked) == UsualVariation(value)


def test_several_categories_added_up() -> None:
    drugs = measure_sets()["police-uk"].measure("drugs")
    assert usual_variation(replace(drugs, id="an-issue")).value == 0.13
    both = replace(drugs, id="an-issue", leaves=("drugs", "burglary"))
    assert usual_variation(both).value == 0.05


@pytest.mark.parametrize("measure_set", ["flags", "fire"])
def test_flags_and_partners_data_are_a_guess(measure_set: str) -> None:
    for measure in measure_sets()[measure_set].measures:
        assert usual_variation(measure) == UsualVariation(0.1, is_guess=True)


def test_the_file_says_whence_it_is() -> None:
    assert "January to April 2025" in usual_variations().source
    assert "Bedfordshire" in usual_variations().within_year_source


def test_every_fault_is_said_at_once(tmp_path: Path) -> None:
    text = (DATA / "definitions" / "ordinary_variation.toml").read_text(encoding="utf-8")
    broken = tmp_path / "ordinary_variation.toml"
    broken.write_text(
        text.replace('["drugs"]', '["drink"]').replace("value = 0.20", "value = 20"),
        encoding="utf-8",
    )
    ids = {
        name: [measure.id for measure in found.measures] for name, found in measure_sets().items()
    }
    with pytest.raises(DefinitionFault) as raised:
        read_usual_variations(broken, ids)
    assert "drink" in str(raised.value)
    assert "a number between 0 and 1" in str(raised.value)
