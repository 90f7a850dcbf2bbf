"""Age groups of two waves that were cut differently."""

import pytest

from assessment.survey.comparison.age_bands_compared import ages_of
from assessment.survey.comparison.wave_comparison import compare
from assessment.survey.questionnaire import Concept
from assessment.workspace import Workspace
from tests.survey.given import Surveys, question


@pytest.mark.parametrize(
    ("label", "ages"),
    [
        ("16-24", (16, 25)),
        ("Aged 16 to 24 years", (16, 25)),
        ("Under 16", (0, 16)),
        ("16 and under", (0, 17)),
        ("75+", (75, float("inf"))),
        ("75 years and over", (75, float("inf"))),
        ("Over 75", (76, float("inf"))),
        ("Prefer to self-describe", None),
        ("34-16", None),
    ],
)
def test_ages_of_a_label(label: str, ages: tuple[float, float] | None) -> None:
    assert ages_of(label) == ages


FINE = ["16-24", "25-34", "35-64", "65+"]


@pytest.mark.parametrize(
    ("other", "together", "alone"),
    [
        (["16 to 34", "35-64", "65+"], {"16 to 34": (30, 30)}, set()),
        (["16 to 64", "65+"], {"16 to 64": (60, 30)}, set()),
        (["18-34", "35-64", "65+"], {}, {"16-24", "25-34", "18-34"}),
        # 16-24 and 25-34, 16-29 and 30-34: neither lies within the other, both make 16 to 34.
        (["16-29", "30-34", "35-64", "65+"], {"16 to 34": (30, 60)}, set()),
        (["Young", "35-64", "65+"], {}, {"16-24", "25-34", "Young"}),
    ],
)
def test_age_groups_are_compared_on_what_both_make_up(
    workspace: Workspace,
    surveys: Surveys,
    other: list[str],
    together: dict[str, tuple[int, int]],
    alone: set[str],
) -> None:
    """Ten or twenty people of each group of the first wave, thirty of each of the second."""
    fine = question(1, "age", FINE, concept=Concept.AGE)
    coarse = question(1, "age", other, concept=Concept.AGE)
    surveys.wave("first", (fine,), [{1: n} for n in (1, 2, 2, 3, 3, 3, 4) for _ in range(10)])
    surveys.wave("second", (coarse,), [{1: n} for n, _ in enumerate(other, 1) for _ in range(30)])
    rows = compare(workspace, "first", "second").rows
    merged = {row.option: row for row in rows if "taken together" in row.reason}
    assert {
        option: (row.a.count, row.b.count) for option, row in merged.items() if row.a and row.b
    } == together
    assert {row.option for row in rows if not row.comparable} == alone
    assert all(
        "no age groups that make up" in r.reason for r in rows if r.option in alone - {"Young"}
    )
