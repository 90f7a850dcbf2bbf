"""Harm weights: what is shipped, and every fault of a file said at once."""

import csv
from pathlib import Path

import pytest

from assessment.definitions import (
    COST,
    DATA,
    HARM,
    HOME_OFFICE,
    OWN_HARM_WEIGHTS,
    SEVERITY,
    WEIGHT_SETS,
    MeasureKind,
    harm_weights,
    measure_sets,
    offence_reference,
)
from assessment.definitions.measures.harm_weights import COLUMNS, read_harm_weights
from assessment.errors import DefinitionFault

MEASURES = {measure.id: measure for measure in measure_sets()[HOME_OFFICE].measures}
GOOD = "CCHI,1,rape,,2555,,,,days,Cambridge,2026-11-21,S"


def test_what_is_shipped() -> None:
    weights = harm_weights()
    assert (weights.unit, weights.status, weights.is_second_hand) == ("days", "S", True)
    assert weights.by_measure["homicide"] == 5475
    assert weights.by_measure["possession-of-weapons"] == 273.75
    assert weights.by_measure["shoplifting"] == 1


def test_two_sets_stand_beside_it_and_say_what_they_are() -> None:
    severity, cost = harm_weights(SEVERITY), harm_weights(COST)
    assert (severity.unit, severity.by_offence["8N"], severity.by_measure["robbery"]) == (
        "points",
        184,
        746,
    )
    by_code = {
        code: severity.by_offence[code] for code in ("28A", "29", "56B", "58B", "58F", "92E")
    }
    assert by_code == {"28A": 438, "29": 2127, "56B": 185, "58B": 7, "58F": 19, "92E": 3}
    assert "a part of its weights" in severity.scheme, "most of them could not be read"
    assert (cost.unit, cost.by_measure["rape"]) == ("pounds", 39360)
    assert "prices of 2015/16" in cost.version
    assert harm_weights().found_by_police == {
        *("possession-of-weapons", "possession-of-drugs", "trafficking-of-drugs")
    }
    assert harm_weights().ranges["violence-with-injury"] == (2, 4380)


def test_codes_are_of_the_measure_that_they_stand_under() -> None:
    for name in WEIGHT_SETS:
        for row in rows_of(name):
            if code := row["offence"]:
                assert offence_reference().measure_of(code) == row["measure"], (name, code)


@pytest.mark.parametrize("name", [HARM, SEVERITY])
def test_a_file_of_ones_own_stands_in_the_place_of_a_set(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    path = tmp_path / "ours.csv"
    path.write_text(f"{','.join(COLUMNS)}\n{GOOD.replace('2555', '99')}\n", encoding="utf-8")
    monkeypatch.setenv(OWN_HARM_WEIGHTS[name], str(path))
    harm_weights.cache_clear()
    try:
        own = harm_weights(name)
        assert (own.by_measure, own.file) == ({"rape": 99}, "ours.csv")
        others = [harm_weights(other).file for other in WEIGHT_SETS if other != name]
        assert others == [f"{other}.csv" for other in WEIGHT_SETS if other != name]
    finally:
        harm_weights.cache_clear()


def test_every_offence_has_a_weight_and_anti_social_behaviour_none() -> None:
    """None exists for anti-social behaviour, and one is never made up in silence."""
    finest = {one.id for one in MEASURES.values() if not one.leaves[1:]}
    for measure in finest:
        is_offence = MEASURES[measure].kind is MeasureKind.OFFENCE
        assert (measure in harm_weights().by_measure) is is_offence, measure


FAULTS = [
    ("CCHI,1,rape,,0,,,,days,Cambridge,2026-11-21,S", "weight: expected a number above 0"),
    ("CCHI,1,rape,,-5,,,,days,Cambridge,2026-11-21,S", "weight: expected a number above 0"),
    ("CCHI,1,rape,,many,,,,days,Cambridge,2026-11-21,S", "weight: expected a number above 0"),
    ("CCHI,1,rap,,5,,,,days,Cambridge,2026-11-21,S", "measure: expected the id of a Home Office"),
    ("CCHI,1,rape,,5,,,,days,Cambridge,yesterday,S", "read: expected a date"),
    ("CCHI,1,rape,,5,,,,days,Cambridge,2026-11-21,X", "status: expected V or S"),
    ("CCHI,1,rape,,5,,,,days,,2026-11-21,S", "source: expected a text"),
    (f"{GOOD}\n{GOOD}", "measure: expected each measure and each offence once"),
    (f"{GOOD}\nONS,1,homicide,,7979,,,,days,Cambridge,2026-11-21,S", "scheme: expected CCHI"),
    ("CCHI,1,rape,,5,9,,,days,Cambridge,2026-11-21,S", "least and most: expected two numbers"),
    ("CCHI,1,rape,,5,,,police,days,Cambridge,2026-11-21,S", "found_by_police: expected yes or"),
    (f"{GOOD}\n{GOOD.replace(',,2555', ',19C,2555')}\n{GOOD.replace(',,2555', ',19C,5')}", "19C"),
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
        read(tmp_path, f"{','.join(COLUMNS)}\nCCHI,1,rap,,-1,,,,days,,soon,X\n")
    assert len(str(told.value).splitlines()) == 5


def rows_of(name: str) -> list[dict[str, str]]:
    text = (DATA / "reference" / "harm_weights" / f"{name}.csv").read_text(encoding="utf-8")
    return list(csv.DictReader(line for line in text.splitlines() if not line.startswith("#")))


def read(folder: Path, text: str) -> None:
    path = folder / "harm.csv"
    path.write_text(f"# a remark\n{text}", encoding="utf-8")
    read_harm_weights(path, MEASURES)
