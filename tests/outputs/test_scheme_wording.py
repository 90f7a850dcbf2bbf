"""Schemes in words: faults as the page names things, examples, differences, and files."""

import json
from dataclasses import replace
from datetime import date
from math import nan

import pytest

from assessment.definitions import Band, Combine, Criterion, RankOrder, Rule, Scheme, Step
from assessment.outputs.schemes import scheme_wording as wording
from assessment.outputs.schemes.scheme_differences import differences
from assessment.outputs.schemes.scheme_tables import as_json, limits, scheme_table
from assessment.outputs.tables import as_csv
from assessment.outputs.workbook import as_workbook
from assessment.risk_matrix import shipped_schemes
from assessment.risk_matrix.schemes.scheme_editing import EMPTY_CUT, NO_SCORE, with_one
from assessment.risk_matrix.schemes.scheme_reading import faults_of, read_scheme

DEFAULT = shipped_schemes()["weighted-evidence"]
VOLUME, CHANGE, HARM = (DEFAULT.criterion(each) for each in ("volume", "change", "harm"))
RULE, RULE_OF_CHANGE = VOLUME.rule, CHANGE.rule
assert RULE
assert RULE_OF_CHANGE


def volume(**others: object) -> Scheme:
    """The default with another first criterion."""
    changed: Criterion = replace(VOLUME, **others)  # type: ignore[arg-type]
    return with_one(DEFAULT, 0, changed)


FAULTS = [
    (
        volume(weight=0.0),
        "Volume, weight: expected a number above 0; leave out what is not to count. Found 0.",
    ),
    (volume(weight=nan), "Volume, weight: expected a number. Found nothing."),
    (volume(label=""), "Criterion 1, name: expected some words. Found nothing."),
    (
        volume(
            steps=(*VOLUME.steps[:2], *VOLUME.steps[3:]),
            rule=Rule(RULE.indicator, RULE.cuts[1:]),
        ),
        "Volume, steps: expected scores one after another, the lowest first and none left out. "
        "Found 0, 1, 3, 4 and 5.",
    ),
    (
        volume(steps=(Step(0, ""), *VOLUME.steps[1:])),
        "Volume, step 1, words: expected some words. Found nothing.",
    ),
    (
        volume(steps=(Step(NO_SCORE, "None"), *VOLUME.steps[1:])),
        "Volume, step 1, score: expected a whole number. Found −1.",
    ),
    (
        volume(rule=Rule(RULE.indicator, (EMPTY_CUT, *RULE.cuts[1:]))),
        "Volume, limits: expected a number for every limit. Found < ?.",
    ),
    (
        volume(label="harm per  offence"),
        "Criteria: expected each name once. Found harm per offence.",
    ),
    (
        replace(DEFAULT, bands=DEFAULT.bands[:-1]),
        "Bands: expected a band for the lowest score there can be, 0. Found 40.",
    ),
    (replace(DEFAULT, bands=()), "Bands: expected at least one band. Found nothing."),
    (
        replace(DEFAULT, bands=(*DEFAULT.bands[:-1], Band(" ", 0.0))),
        "Band 4, name: expected some words. Found nothing.",
    ),
    (
        replace(DEFAULT, tie_breaks=("harm", "cost")),
        "Tie-breaks: expected a criterion or group of this scheme. Found cost.",
    ),
    (replace(DEFAULT, standing=""), "What it is and is not: expected some words. Found nothing."),
]


@pytest.mark.parametrize(("draft", "said"), FAULTS, ids=[row[-1][:40] for row in FAULTS])
def test_a_fault_is_told_in_the_pages_words(draft: Scheme, said: str) -> None:
    assert said in [wording.fault(each, draft) for each in faults_of(draft)]


EXAMPLES = [
    (
        CHANGE,
        "With 55 → 76, +38%, between −2% and +95%, no clear change, this scores 3: "
        "No clear change, 5% or more "
        "higher.",
    ),
    (VOLUME, "With 240 of 6,000 records, which is 4%, this scores 3: 3% to under 6%."),
    (
        HARM,
        "With 365 days for an offence, this scores 4: Serious: up to 500 days, as violence with "
        "injury.",
    ),
    (DEFAULT.criterion("hidden"), ""),  # people judge it
    (shipped_schemes()["harm-only"].criterion("harm"), ""),  # what is counted stands itself
    (replace(VOLUME, rule=Rule(RULE.indicator, (EMPTY_CUT, *RULE.cuts[1:]))), ""),
    (replace(VOLUME, rule=Rule(RULE.indicator, ())), ""),
    # A share has no interval whose ends could be looked at.
    (replace(VOLUME, rule=Rule(RULE.indicator, RULE_OF_CHANGE.cuts)), ""),
]


@pytest.mark.parametrize(("criterion", "said"), EXAMPLES)
def test_examples(criterion: Criterion, said: str) -> None:
    assert wording.example(criterion) == said


def test_every_rule_that_is_shipped_has_an_example() -> None:
    for scheme in shipped_schemes().values():
        for criterion in scheme.criteria:
            assert bool(wording.example(criterion)) == bool(criterion.rule and criterion.steps)


DIFFERENCES = [
    (DEFAULT, (), "nothing"),
    (volume(weight=4.5), ("Volume: weight 2 → 4.5",), "a weight"),
    (volume(weight=nan), ("Volume: weight 2 → ?",), "a weight that is still to come"),
    (volume(label="Number"), ("Volume: now called Number",), "a name"),
    (
        replace(DEFAULT, criteria=DEFAULT.criteria[1:]),
        ("Volume: taken out",),
        "a criterion less",
    ),
    (
        replace(DEFAULT, criteria=(*DEFAULT.criteria[1:], VOLUME)),
        ("Criteria: another order",),
        "another order",
    ),
    (
        replace(DEFAULT, direction=RankOrder.LOWEST_FIRST, tie_breaks=("harm",)),
        (
            "Order: The lowest score comes first.",
            "Tie-breaks: Harm per offence, Repeat or vulnerable victims, Public concern → "
            "Harm per offence",
        ),
        "the whole",
    ),
    (
        replace(DEFAULT, bands=(Band("All", 0.0),)),
        ("Bands: Very high from 75, High from 60, Medium from 40, Low from 0 → All from 0",),
        "bands",
    ),
    (
        replace(DEFAULT, combine=Combine.PRODUCT),
        ("Put together: Weighted sum, out of 100 → Impact × likelihood",),
        "the way",
    ),
]


@pytest.mark.parametrize(
    ("after", "said", "why"), DIFFERENCES, ids=[row[-1] for row in DIFFERENCES]
)
def test_differences(after: Scheme, said: tuple[str, ...], why: str) -> None:
    assert differences(DEFAULT, after) == said


def test_other_steps_say_what_becomes_of_scores() -> None:
    other = volume(steps=(Step(0, "Nothing at all"), *VOLUME.steps[1:]))
    (said,) = differences(DEFAULT, other)
    assert said.startswith("Volume: other steps")


def test_tie_breaks_in_words() -> None:
    assert "“Harm per offence”, then “Repeat or vulnerable victims”" in wording.tie_breaks(DEFAULT)
    assert (
        wording.tie_breaks(replace(DEFAULT, tie_breaks=()))
        == "Issues with equal scores share a rank."
    )
    assert "all of position of the organisations" in wording.tie_breaks(
        shipped_schemes()["harm-and-likelihood"]
    )


@pytest.mark.parametrize("scheme_id", shipped_schemes())
def test_files_hold_all_of_a_scheme(scheme_id: str) -> None:
    scheme = shipped_schemes()[scheme_id]
    table = scheme_table(scheme)
    steps = sum(len(each.steps) or 1 for each in scheme.criteria)
    assert len(table.rows) == steps
    assert as_csv(table.header, table.rows).count(b"\n") == steps + 1
    assert as_workbook(table, date(2026, 11, 21))[:2] == b"PK"
    body = json.loads(as_json(scheme))
    for beside in ("author", "dated", "based_on"):
        body.pop(beside)
    assert read_scheme(body, scheme.author, scheme.dated) == scheme


def test_each_step_says_which_values_give_it() -> None:
    assert limits(VOLUME)[0] == "at most 0%"
    assert limits(VOLUME)[-1] == "anything else"
    assert set(limits(DEFAULT.criterion("hidden"))) == {""}
