"""What a partner is not shown of the evidence, and that nothing shown gives it back."""

from collections.abc import Mapping

import pytest

from assessment.people import Person, Role
from assessment.risk_matrix import shipped_schemes
from assessment.risk_matrix.indicators.issue_facts import facts_of
from assessment.risk_matrix.indicators.prescoring import NO_PLACES, Cell, Evidence, prescored
from assessment.risk_matrix.indicators.public_concern import CONCERN
from assessment.risk_matrix.indicators.repeat_victims import REPEAT_VICTIMS
from assessment.risk_matrix.issues import Issue
from assessment.workspace import Workspace
from tests.changes.given import Given
from tests.risk_matrix.records import BEFORE, NOW, ROCHFORD, TWO_YEARS, YEAR, an_issue, flagged

SCHEME = shipped_schemes()["weighted-evidence"]
FROM_RECORDS = [
    each.id
    for each in SCHEME.criteria
    if each.rule and each.rule.indicator not in (CONCERN, REPEAT_VICTIMS)
]
WITHHELD = "Withheld: it is about fewer than 5, or would give such a number back."


def evidence(given: Given, *issues: Issue, role: Role = Role.PARTNER) -> Mapping[Cell, Evidence]:
    asking = Workspace(given.workspace.store, Person("somebody", role))
    return prescored(facts_of(asking, ROCHFORD, YEAR, issues), YEAR, issues, SCHEME)


def hidden(found: Mapping[Cell, Evidence]) -> set[str]:
    """Return the issues of which no number from records is shown."""
    issues = {issue for issue, _ in found}
    return {
        issue
        for issue in issues
        if all(found[issue, each].in_words == WITHHELD for each in FROM_RECORDS)
    }


COUNTS = [
    (50, 4, True, "few now"),
    (50, 5, False, "as many as are shown"),
    (50, 0, False, "none is about nobody"),
    (1, 50, True, "few the year before"),
    (0, 50, False, "none the year before"),
]


@pytest.mark.parametrize(("before", "now", "is_hidden", "why"), COUNTS)
def test_few_are_withheld(covered: Given, before: int, now: int, is_hidden: bool, why: str) -> None:
    covered.records(before, BEFORE, "arson")
    covered.records(now, NOW, "arson")
    covered.records(400, NOW, "shoplifting")
    covered.records(300, NOW, "robbery")
    covered.seal()
    found = evidence(covered, an_issue("arson"), an_issue("shoplifting"), an_issue("robbery"))
    assert ("arson" in hidden(found)) is is_hidden, why
    for each in FROM_RECORDS:
        told = found["arson", each]
        assert not is_hidden or (told.value, told.caveats) == (None, ()), each


@pytest.mark.parametrize("role", [Role.MANAGER, Role.ANALYST])
def test_who_answers_for_the_records_sees_all(covered: Given, role: Role) -> None:
    covered.records(3, NOW, "arson")
    covered.seal()
    found = evidence(covered, an_issue("arson"), role=role)
    assert "3 of 3 records" in found["arson", "volume"].in_words


def test_scores_are_the_same_for_everybody(covered: Given) -> None:
    covered.records(3, NOW, "arson")
    covered.records(90, NOW, "robbery")
    covered.seal()
    asked = (an_issue("arson"), an_issue("robbery"))
    partner, analyst = (evidence(covered, *asked, role=r) for r in (Role.PARTNER, Role.ANALYST))
    assert {cell: each.score for cell, each in partner.items()} == {
        cell: each.score for cell, each in analyst.items()
    }


def test_a_score_that_is_the_number_itself_is_withheld_with_it(covered: Given) -> None:
    covered.records(4, NOW, "rape")
    covered.seal()
    asking = Workspace(covered.workspace.store, Person("somebody", Role.PARTNER))
    harm_only = shipped_schemes()["harm-only"]
    facts = facts_of(asking, ROCHFORD, YEAR, [an_issue("rape")])
    found = prescored(facts, YEAR, [an_issue("rape")], harm_only)["rape", "harm"]
    assert (found.value, found.score, found.in_words) == (None, None, WITHHELD)


@pytest.mark.parametrize("few", [4, 40])
@pytest.mark.parametrize(
    "name", [n for n, each in shipped_schemes().items() if not each.is_stepped]
)
def test_without_steps_nothing_is_ranked_where_anything_is_withheld(
    covered: Given, name: str, few: int
) -> None:
    """What is withheld had no score, and everybody else another rank than the team's."""
    scheme = shipped_schemes()[name]
    issues = [an_issue(each) for each in ("rape", "robbery", "shoplifting")]
    for kind, count in (("rape", few), ("robbery", 90), ("shoplifting", 400)):
        covered.records(count, BEFORE, kind)
        covered.records(count, NOW, kind)
    covered.seal()
    told = {}
    for role in (Role.ANALYST, Role.PARTNER):
        asking = Workspace(covered.workspace.store, Person("somebody", role))
        facts = facts_of(asking, ROCHFORD, YEAR, issues)
        told[role] = prescored(facts, YEAR, issues, scheme)
    team, partner = told[Role.ANALYST], told[Role.PARTNER]
    assert any(each.score is not None for each in team.values())
    assert not any(NO_PLACES in each.caveats for each in team.values())
    if few == 40:
        assert {cell: each.score for cell, each in partner.items()} == {
            cell: each.score for cell, each in team.items()
        }
        return
    assert {each.score for each in partner.values()} == {None}
    assert all(each.caveats[-1] == NO_PLACES for each in partner.values())
    # What is not withheld is shown as it was: it is the place that is not.
    assert any(each.value is not None for each in partner.values())


# Counts now of four kinds, all the records there are; and which of them are withheld.
TOGETHER = [
    ((3, 20, 40, 90), {0, 1}, "alone, it would be the total less the others: the next is with it"),
    ((3, 4, 40, 90), {0, 1}, "two together are 7, of which neither can be told"),
    ((1, 2, 40, 90), {0, 1, 2}, "two together are 3, which are few still"),
    ((0, 20, 40, 90), set(), "none is shown as none"),
    ((3, 0, 40, 90), {0, 2}, "none beside it hides nothing"),
]
KINDS = ("arson", "robbery", "shoplifting", "bicycle-theft")


@pytest.mark.parametrize(("counts", "wanted", "why"), TOGETHER)
def test_the_total_gives_nothing_back(
    covered: Given, counts: tuple[int, ...], wanted: set[int], why: str
) -> None:
    for kind, count in zip(KINDS, counts, strict=True):
        covered.records(count, NOW, kind)
    covered.seal()
    found = evidence(covered, *map(an_issue, KINDS))
    assert hidden(found) == {KINDS[each] for each in wanted}, why


def test_a_flag_hides_nothing_beside_it(covered: Given) -> None:
    covered.records(3, NOW, "arson", flags=("hate-crime",))
    covered.records(40, NOW, "arson")
    covered.records(90, NOW, "robbery")
    covered.seal()
    found = evidence(covered, flagged("hate-crime"), an_issue("arson"), an_issue("robbery"))
    assert hidden(found) == {"hate-crime"}


# Records in the busiest of 25 areas, in each other, and in none that is named.
SPREAD = [
    (9, 4, 0, True, "enough everywhere"),
    (9, 4, 6, True, "enough without a place"),
    (9, 4, 3, False, "few without a place: the share and the number say how many"),
    (4, 4, 0, False, "few in the busiest area"),
    (99, 0, 0, False, "there is one area only"),
]


@pytest.mark.parametrize(("most", "others", "elsewhere", "is_told", "why"), SPREAD)
def test_few_in_a_part_of_the_areas_are_not_counted_out(
    covered: Given, most: int, others: int, elsewhere: int, is_told: bool, why: str
) -> None:
    for area in range(25):
        covered.records(others if area else most, NOW, "arson", lsoa=f"E{area}")
    covered.records(elsewhere, NOW, "arson")
    covered.seal()
    found = evidence(covered, an_issue("arson"))["arson", "concentration"]
    assert (found.value is not None) is is_told, why
    assert (found.in_words == WITHHELD) is (not is_told and bool(others)), why


def test_months_and_small_areas_are_not_for_partners(covered: Given) -> None:
    covered.records(90, NOW, "robbery", lsoa="E01000001")
    covered.seal()
    issues = [an_issue("robbery")]
    for role, months, areas in (
        (Role.PARTNER, 0, ()),
        (Role.ANALYST, 12, (("E01000001", 90),)),
    ):
        asking = Workspace(covered.workspace.store, Person("somebody", role))
        found = facts_of(asking, ROCHFORD, YEAR, issues)["robbery"]
        assert (len(found.now), found.busiest) == (months, areas), role


@pytest.mark.parametrize(
    ("there", "is_hidden", "why"),
    [
        ((3, 60, 70), False, "the few are not in the middle"),
        ((60, 3, 3), True, "the middle is few"),
    ],
)
def test_another_districts_few_are_not_told_by_the_median(
    given_store: Given, there: tuple[int, int, int], is_hidden: bool, why: str
) -> None:
    """A median is a district's own rate, and its population is known to everybody."""
    others = dict(zip(("Castle Point", "Maldon", "Tendring"), there, strict=True))
    given_store.extract(
        covers=[("district", name) for name in ("Rochford", *others)], when=TWO_YEARS
    )
    for district, arsons in {"Rochford": 50, **others}.items():
        given_store.records(arsons, BEFORE, "arson", district=district)
        given_store.records(arsons, NOW, "arson", district=district)
        given_store.records(200, NOW, "robbery", district=district)
    given_store.seal()
    found = evidence(given_store, an_issue("arson"))["arson", "peers"]
    assert (found.in_words == WITHHELD) is is_hidden, why
    assert evidence(given_store, an_issue("arson"), role=Role.ANALYST)["arson", "peers"].value
