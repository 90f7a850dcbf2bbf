"""The shipped schemes say what the methods say; one that cannot work says all that is wrong."""

import hashlib
import json
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from assessment.definitions import Combine, CriterionGroup, CriterionSource
from assessment.definitions.schemes.scheme_files import as_body, read_schemes
from assessment.definitions.schemes.scoring_rules import VERDICTS
from assessment.errors import DefinitionFault, InvalidRequest
from assessment.risk_matrix import shipped_schemes
from assessment.risk_matrix.indicators.indicator_registry import INDICATORS
from assessment.risk_matrix.schemes.scheme_reading import read_scheme

TODAY = date(2026, 11, 21)
Body = dict[str, Any]

# A version that an assessment has used never changes: whoever changes a shipped scheme raises its
# version, and puts the new number and fingerprint here.
FINGERPRINTS = {
    "composite-index": (2, "7cc9edab8621"),
    "four-by-four": (1, "73b206cdb3f7"),
    "harm-and-likelihood": (2, "2e7ef9bef050"),
    "harm-only": (2, "65b44098bec2"),
    "likelihood-by-impact": (1, "425e89540b8e"),
    "weighted-evidence": (3, "217443fdc609"),
}


def fingerprint(body: Mapping[str, Any]) -> str:
    return hashlib.sha256(json.dumps(body, sort_keys=True).encode()).hexdigest()[:12]


def test_a_shipped_scheme_changes_only_with_its_version() -> None:
    found = {s.id: (s.version, fingerprint(as_body(s))) for s in shipped_schemes().values()}
    assert found == FINGERPRINTS


@pytest.mark.parametrize("scheme_id", shipped_schemes())
def test_what_is_written_is_read(scheme_id: str) -> None:
    shipped = shipped_schemes()[scheme_id]
    body = json.loads(json.dumps(as_body(shipped)))
    assert read_scheme(body, shipped.author, shipped.dated) == shipped


def test_the_default_has_the_weights_of_the_methods() -> None:
    default = shipped_schemes()["weighted-evidence"]
    assert {each.id: each.weight for each in default.criteria} == {
        "volume": 2,
        "change": 2,
        "peers": 2,
        "harm": 3,
        "victims": 2,
        "concern": 2,
        "concentration": 1,
        "partnership": 2,
        "hidden": 1,
    }
    assert sum(each.weight * each.most for each in default.criteria) == 85


@pytest.mark.parametrize(
    ("criterion", "value", "score"),
    [
        ("volume", 0, 0),  # none
        ("volume", 0.01, 1),
        ("volume", 0.99, 1),
        ("volume", 1, 2),  # 1–<3%
        ("volume", 2.99, 2),
        ("volume", 3, 3),
        ("volume", 6, 4),
        ("volume", 11.99, 4),
        ("volume", 12, 5),
        ("volume", 100, 5),
        ("peers", 0, 0),
        ("peers", 0.6, 0),  # ≤0.60: a limit belongs to the step below
        ("peers", 0.601, 1),
        ("peers", 0.8, 1),
        ("peers", 0.95, 2),
        ("peers", 1.0, 3),
        ("peers", 1.05, 3),
        ("peers", 1.25, 4),
        ("peers", 1.251, 5),
        ("harm", 0, 0),
        ("harm", 2, 1),
        ("harm", 2.01, 2),
        ("harm", 10, 2),
        ("harm", 100, 3),
        ("harm", 365, 4),  # violence with injury
        ("harm", 500, 4),
        ("harm", 2555, 5),  # rape
        ("victims", 0, 0),
        ("victims", 0.1, 1),
        ("victims", 5, 2),
        ("victims", 10, 3),
        ("victims", 20, 4),
        ("victims", 35, 5),
        ("concern", 0, 0),
        ("concern", 1.99, 0),
        ("concern", 2, 1),
        ("concern", 10, 2),
        ("concern", 20, 3),
        ("concern", 35, 4),
        ("concern", 50, 5),
        ("concentration", -3, 0),
        ("concentration", 1.99, 0),
        ("concentration", 2, 1),
        ("concentration", 5, 2),
        ("concentration", 10, 3),
        ("concentration", 15, 4),
        ("concentration", 25, 5),
    ],
)
def test_cut_points_of_the_default(criterion: str, value: float, score: int) -> None:
    assert shipped_schemes()["weighted-evidence"].criterion(criterion).score_for(value) == score


CHANGES = [
    ("fall", -2, 0, "a fall, however small"),
    ("fall", -60, 0, "a fall, however large"),
    ("no clear change", -5, 1, "at most −5%"),
    ("no clear change", -4.9, 2, "within 5%"),
    ("no clear change", 4.9, 2, "within 5%"),
    ("no clear change", 5, 3, "at least +5%"),
    ("no clear change", 38, 3, "hate crime, 55 to 76: its headline is +38%"),
    ("rise", 3, 4, "of a usual size, however small the change"),
    ("rise", 80, 4, "of a usual size, however large the change"),
    ("unusual rise", 11, 5, "bigger than the usual ups and downs"),
]


@pytest.mark.parametrize(("verdict", "percent", "score", "why"), CHANGES)
def test_a_change_is_scored_by_the_verdict_of_year_on_year(
    verdict: str, percent: float, score: int, why: str
) -> None:
    place = float(VERDICTS.index(verdict))
    change = shipped_schemes()["weighted-evidence"].criterion("change")
    assert change.score_for(percent, verdict=place) == score, why
    trend = shipped_schemes()["harm-and-likelihood"].criterion("trend")
    assert trend.score_for(percent, verdict=place) == min(score, 4), why


def test_a_change_without_its_verdict_has_no_score() -> None:
    with pytest.raises(InvalidRequest, match="needs what is not known of the change"):
        shipped_schemes()["weighted-evidence"].criterion("change").score_for(38)


@pytest.mark.parametrize(
    ("criterion", "said"),
    [
        ("peers", "1 if at most 0.8×; 2 if at most 0.95×"),
        ("concern", "Share of residents who would make it a priority: 0 if below 2%; 1 if"),
        ("change", "1 if the verdict is “no clear change” and itself at most −5%"),
        ("harm", "4 if at most 500 days; else 5."),
        ("hidden", "Judged by people."),
    ],
)
def test_a_rule_is_told_in_words(criterion: str, said: str) -> None:
    assert said in shipped_schemes()["weighted-evidence"].criterion(criterion).rule_in_words()


def test_nothing_is_called_official_that_is_not() -> None:
    morile = shipped_schemes()["harm-and-likelihood"]
    assert "in the MoRiLE manner" in morile.label
    assert "not an official MoRiLE score" in morile.standing
    assert all("own" in scheme.standing for scheme in shipped_schemes().values())


def test_unknown_criteria_and_steps_are_told() -> None:
    scheme = shipped_schemes()["four-by-four"]
    with pytest.raises(InvalidRequest, match="Did you mean impact"):
        scheme.criterion("inpact")
    with pytest.raises(InvalidRequest, match="5 is not a score of 'Impact': there are 1, 2, 3, 4"):
        scheme.criterion("impact").step(5)


def steps(*scores: int) -> list[Body]:
    return [{"score": score, "words": f"step {score}"} for score in scores]


def criterion(criterion_id: str, **others: Any) -> Body:
    body = {
        "id": criterion_id,
        "label": criterion_id,
        "group": "evidence",
        "weight": 1,
        "source": "judged",
        "steps": steps(0, 1, 2),
    } | others
    return {name: value for name, value in body.items() if value is not None}


def body(*criteria: Body, **others: Any) -> Body:
    return {
        "id": "ours",
        "version": 1,
        "label": "Ours",
        "standing": "Made for a test.",
        "combine": "weighted",
        "direction": "highest-first",
        "tie_breaks": [],
        "band": [{"label": "All", "at_least": 0}],
        "criterion": list(criteria or [criterion("a"), criterion("b")]),
    } | others


def bands(*starts: float) -> Body:
    return body(band=[{"label": f"from {n}", "at_least": n} for n in starts])


def counted(**others: Any) -> Body:
    value = {"source": "data", "rule": "records", "steps": None}
    return body(criterion("a", **(value | others)), combine="index")


def by_rule(cuts: list[str], rule: str = "records", **others: Any) -> Body:
    return body(criterion("a", **({"source": "data", "rule": rule, "cuts": cuts} | others)))


def test_a_sound_scheme_is_read() -> None:
    assert read_scheme(body(), "A", TODAY).combine is Combine.WEIGHTED
    assert read_scheme(counted(), "A", TODAY).counted[0].source is CriterionSource.DATA
    assert read_scheme(by_rule(["< 1", "< 2"]), "A", TODAY, "other 1").based_on == "other 1"


FAULTS: list[tuple[Body, str]] = [
    # Weights.
    (body(criterion("a", weight=0)), "[a] weight: expected a number above 0; leave out"),
    (body(criterion("a", weight=-1)), "[a] weight: expected a number above 0"),
    (body(criterion("a", weight="2")), "[a] weight: expected a number, found '2'"),
    (body(criterion("a", weight=True)), "[a] weight: expected a number, found True"),
    (body(criterion("a", weight=float("inf"))), "[a] weight: expected a number, found inf"),
    (body(criterion("a", weight=float("nan"))), "[a] weight: expected a number, found nan"),
    # Scales.
    (
        body(criterion("a", steps=steps(0, 2))),
        "[a] steps: expected scores one after another, the lowest first and none left out",
    ),
    (body(criterion("a", steps=steps(2, 1, 0))), "[a] steps: expected scores one after another"),
    (body(criterion("a", steps=steps(0, 1, 1))), "[a] steps: expected scores one after another"),
    (body(criterion("a", steps=steps(0))), "[a] steps: expected at least two, found [0]"),
    (body(criterion("a", steps=[])), "[a] steps: expected at least two, found []"),
    (
        body(criterion("a", steps=[{"score": 0, "words": "Low"}, {"score": 1, "words": "low "}])),
        "[a] steps: expected different words for each, found 'low'",
    ),
    (
        body(criterion("a", steps=[{"score": 0, "words": " "}, {"score": 1, "words": "some"}])),
        "[0] words: expected a text, found ' '",
    ),
    (
        body(criterion("a", steps=[{"score": 0.5, "words": "a"}, {"score": 1, "words": "b"}])),
        "[0.5] score: expected a whole number, found 0.5",
    ),
    (
        body(criterion("a", steps=[*steps(0), {"score": 1, "words": "b", "codes": ["B"]}])),
        "[a] steps: expected codes for every step or for none",
    ),
    (
        body(
            criterion(
                "a",
                steps=[
                    {"score": n, "words": str(n), "codes": [code]}
                    for n, code in ((0, "b"), (1, "B"))
                ],
            )
        ),
        "[a] steps: expected each code once, found 'B'",
    ),
    # Names.
    (
        body(criterion("a"), criterion("a", label="b")),
        "criterion: expected each id once, found 'a'",
    ),
    (
        body(criterion("a", label="Harm"), criterion("b", label="harm ")),
        "criterion: expected each name once, found 'harm'",
    ),
    (body(criterion=[]), "criterion: expected [[criterion]] tables"),
    (body(id="Our scheme"), "id: expected small letters, digits and hyphens, found 'Our scheme'"),
    (body(version=0), "version: expected 1 or more, found 0"),
    (
        body(label="The official MoRiLE"),
        "label: expected a name that does not claim to be official",
    ),
    (body(standing=""), "standing: expected a text, found ''"),
    (body(weights=1), "weights: expected no such field, found 1"),
    # Sides.
    (
        body(criterion("a", group="impact"), combine="product"),
        "criterion: expected at least one of the group likelihood, found 'none'",
    ),
    (
        body(
            criterion("a", group="impact"),
            criterion("b", group="likelihood"),
            criterion("c"),
            combine="product",
        ),
        "[c] group: expected groups that a scheme of the kind product counts, found 'evidence'",
    ),
    (
        body(criterion("a", group="position")),
        "criterion: expected at least one of the group evidence or harm or impact or likelihood",
    ),
    (
        body(
            criterion("a"),
            *(criterion(each, group="confidence", steps=steps(1, 2, 3)) for each in "bc"),
        ),
        "criterion: expected one of the group confidence, found ['b', 'c']",
    ),
    (
        body(criterion("a"), criterion("b", group="confidence")),
        "[b] steps: expected 1, 2 and 3 for low, medium and high, found [0, 1, 2]",
    ),
    # Bands: every score there can be has one, and every band can be reached.
    (body(band=[]), "band: expected [[band]] tables, found []"),
    (bands(50, 10), "band: expected a band for the lowest score there can be, 0, found 10"),
    (bands(0, 50), "band: expected bands from the highest to the lowest, found [0.0, 50.0]"),
    (bands(50, 50, 0), "band: expected bands from the highest to the lowest"),
    (bands(101, 0), "band: expected bands that a score can reach, up to 100, found 101"),
    (
        body(band=[{"label": "Low", "at_least": 1}, {"label": "low", "at_least": 0}]),
        "band: expected each name once, found 'low'",
    ),
    (
        body(
            criterion("a", group="impact", steps=steps(1, 2, 3)),
            criterion("b", group="likelihood", steps=steps(1, 2, 3)),
            combine="product",
            band=[{"label": "Most", "at_least": 10}, {"label": "Rest", "at_least": 1}],
        ),
        "band: expected bands that a score can reach, up to 9, found 10",
    ),
    # Tie-breaks.
    (body(tie_breaks=["c"]), "tie_breaks: expected the id of something that exists, found 'c'"),
    (body(tie_breaks=["a", "a"]), "tie_breaks: expected each once, found 'a'"),
    # Vocabulary.
    (body(combine="sum"), "combine: expected one of weighted, product, sum-product, index, harm"),
    (body(direction="up"), "direction: expected one of highest-first, lowest-first, found 'up'"),
    (body(criterion("a", group="risk")), "[a] group: expected one of impact, likelihood, harm"),
    (body(criterion("a", source="guess")), "[a] source: expected one of data, survey, judged"),
    # Rules.
    (by_rule(["< 1"]), "[a] cuts: expected 2, one less than steps, found 1"),
    (by_rule(["< 1", "over 2"]), "[a] cuts: expected a limit such as '< 3', '<= 0.6'"),
    (by_rule(["< 2", "< 1"]), "[a] cuts: expected each limit above the one before"),
    (by_rule(["low < 1", "< 2"]), "[a] cuts: expected no ends of an interval where there is none"),
    (by_rule(["< 1", "< 2"], rule="mood"), "[a] rule: expected one of share-of-all, change"),
    (by_rule(["< 1", "< 2"], source="judged"), "[a] rule: expected none where people judge"),
    (by_rule(["< 1", "< 2"], source="survey"), "[a] source: expected 'survey' for public-concern"),
    (
        by_rule(["< 1", "< 2"], rule="public-concern"),
        "[a] source: expected 'survey' for public-concern, and for nothing else, found 'data'",
    ),
    (body(criterion("a", source="data")), "[a] rule: expected what is scored from the data"),
    # Where what is counted stands itself.
    (counted(steps=steps(0, 1)), "[a] steps: expected none: what is counted stands itself"),
    (counted(cuts=["< 1"]), "[a] rule: expected a value without cuts, found 1"),
    (counted(rule=None), "[a] rule: expected a value without cuts, found None"),
    (counted(source="judged"), "[a] source: expected data or survey, found 'judged'"),
    (
        body(
            *(criterion(each, source="data", rule="harm-days", steps=None) for each in "ab"),
            combine="harm",
        ),
        "criterion: expected one, counted in days of harm, found ['a', 'b']",
    ),
]


@pytest.mark.parametrize(("written", "fault"), FAULTS)
def test_a_fault_is_told(written: Body, fault: str) -> None:
    with pytest.raises(DefinitionFault) as told:
        read_scheme(written, "A", TODAY)
    assert fault in str(told.value)


def test_every_fault_is_told_at_once() -> None:
    written = body(
        criterion("a", weight=0),
        criterion("a", steps=steps(0, 2)),
        band=[{"label": "High", "at_least": 50}],
        tie_breaks=["nobody"],
    )
    with pytest.raises(DefinitionFault) as told:
        read_scheme(written, "A", TODAY)
    said = str(told.value).splitlines()
    for each in ("weight: ", "steps: ", "each id once", "each name once", "lowest score", "nobody"):
        assert any(each in line for line in said), each
    assert len(said) == 6


AUTHORED = 'author = "A"\nchecker = "C"\nreviewed = 2026-01-31\nsource = "S"\n'
OURS = """
id = "ours"
version = 1
label = "Ours"
standing = "S."
combine = "weighted"
direction = "highest-first"
[[band]]
label = "All"
at_least = 0
[[criterion]]
id = "a"
label = "A"
group = "evidence"
weight = 1
source = "judged"
steps = [{ score = 0, words = "no" }, { score = 1, words = "yes" }]
"""


@pytest.mark.parametrize(
    ("files", "fault"),
    [
        ({"one": OURS}, "one.toml: [whole file] author: expected a text, found None"),
        (
            {"one": AUTHORED + OURS, "two": AUTHORED + OURS},
            "two.toml: [whole file] id: expected each scheme once, found 'ours'",
        ),
        ({}, "expected at least one .toml file"),
    ],
)
def test_faults_of_files_are_told(tmp_path: Path, files: dict[str, str], fault: str) -> None:
    for name, text in files.items():
        (tmp_path / f"{name}.toml").write_text(text, encoding="utf-8")
    with pytest.raises(DefinitionFault) as told:
        read_schemes(tmp_path, INDICATORS)
    assert fault in str(told.value)


def test_criteria_of_the_position_and_confidence_stand_beside_the_score() -> None:
    morile = shipped_schemes()["harm-and-likelihood"]
    beside = {each.id for each in morile.criteria} - {each.id for each in morile.counted}
    assert beside == {"confidence", "capacity", "capability", "reputation"}
    assert len(morile.of(frozenset({CriterionGroup.HARM}))) == 7
    assert len(morile.of(frozenset({CriterionGroup.LIKELIHOOD}))) == 4
