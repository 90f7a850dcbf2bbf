"""Harm weights: what is shipped, and every fault of a file said at once."""

from pathlib import Path

import pytest

from assessment.definitions import HOME_OFFICE, MeasureKind, harm_weights, measure_sets
from assessment.definitions.measures.harm_weights import COLUMNS, read_harm_weights
from assessment.errors import DefinitionFault

MEASURES = {measure.id: measure for measure in measure_sets()[HOME_OFFICE].measures}
GOOD = "CCHI,1,rape,2555,days,Cambridge,2026-11-21,S"


def test_what_is_shipped() -> None:
    weights = harm_weights()
    assert (weights.unit, weights.status, weights.is_second_hand) == ("days", "S", True)
    assert weights.by_measure["homicide"] == 5475
    assert weights.by_measure["possession-of-weapons"] == 273.75
    assert weights.by_measure["shoplifting"] == 1


def test_every_offence_has_a_weight_and_anti_social_behaviour_none() -> None:
    """None exists for anti-social behaviour, and one is never made up in silence."""
    finest = {one.id for one in MEASURES.values() if not one.leaves[1:]}
    for measure in finest:
        is_offence = MEASURES[measure].kind is MeasureKind.OFFENCE
        assert (measure in harm_weights().by_measure) is is_offence, measure


FAULTS = [
    ("CCHI,1,rape,0,days,Cambridge,2026-11-21,S", "weight: expected a number above 0"),
    ("CCHI,1,rape,-5,days,Cambridge,2026-11-21,S", "weight: expected a number above 0"),
    ("CCHI,1,rape,many,days,Cambridge,2026-11-21,S", "weight: expected a number above 0"),
    ("CCHI,1,rap,5,days,Cambridge,2026-11-21,S", "measure: expected the id of a Home Office"),
    ("CCHI,1,rape,5,days,Cambridge,yesterday,S", "read: expected a date"),
    ("CCHI,1,rape,5,days,Cambridge,2026-11-21,X", "status: expected V or S"),
    ("CCHI,1,rape,5,days,,2026-11-21,S", "source: expected a text"),
    (f"{GOOD}\n{GOOD}", "measure: expected each measure once"),
    (f"{GOOD}\nONS,1,homicide,7979,days,Cambridge,2026-11-21,S", "scheme: expected CCHI"),
]


@pytest.mark.parametrize(("rows", "words"), FAULTS)
def test_faults(tmp_path: Path, rows: str, words: str) -> None:
    with pytest.raises(DefinitionFault, match=words):
        read(tmp_path, f"{','.join(COLUMNS)}\n{rows}\n")


@pytest.mark.parametrize("text", ["", "measure,days\nrape,2555\n", ",".join(COLUMNS)])
def test_a_file_without_the_columns_or_rows(tmp_path: Path, text: str) -> None:
    with pytest.raises(DefinitionFault, match="header"):
        read(tmp_path, text)


def test_all_faults_at_once(tmp_path: Path) -> None:
    with pytest.raises(DefinitionFault) as told:
        read(tmp_path, f"{','.join(COLUMNS)}\nCCHI,1,rap,-1,days,,soon,X\n")
    assert len(str(told.value).splitlines()) == 5


def read(folder: Path, text: str) -> None:
    path = folder / "harm.csv"
    path.write_text(f"# a remark\n{text}", encoding="utf-8")
    read_harm_weights(path, MEASURES)
