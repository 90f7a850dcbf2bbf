"""The examples in the store: through intake, once, marked, and out again without a trace."""

import re
from collections.abc import Iterator
from math import sqrt
from pathlib import Path

import pytest

from assessment.changes import Place, Question, Verdict, year_on_year
from assessment.changes.variation.dispersion import Dispersion
from assessment.changes.variation.significance import interval as interval_of
from assessment.changes.variation.significance import p_value
from assessment.errors import NotPermitted
from assessment.examples import REMOVALS, examples_loaded, load_examples, remove_examples
from assessment.intake.extract_loading import load
from assessment.intake.load_report import LoadReport
from assessment.intake.load_status import LoadStatus
from assessment.outputs.changes import change_wording
from assessment.partnerships import add_partnership, partnerships
from assessment.people import Person, Role
from assessment.periods import PeriodKind, parse_month, period_ending
from assessment.store import Store
from assessment.store.named_queries import queries
from assessment.survey.waves.survey_names import surveys
from assessment.workspace import Workspace
from data.sample import examples
from tests.stored import assert_sound, stored

ANALYST = Person("Test analyst", Role.ANALYST)
OWN_ROWS = """\
Crime reference,Recorded date,Offence,District,LSOA code,LSOA name
A1,01/04/2021,Shoplifting,Rochford,E01021964,Rochford 008E
A2,30/04/2021,Shoplifting,Rochford,E01021964,Rochford 008E
"""
TABLES = (
    "extract",
    "incident",
    "monthly_count",
    "coverage",
    "rejected_row",
    "area",
    "category_measure",
    "partnership",
    "partnership_district",
    "survey",
    "survey_wave",
    "survey_question",
    "survey_option",
    "survey_answer",
    "survey_count",
    "survey_comment",
    "survey_reading",
    "population_margin",
)

# What is no partnership's, and what is counted anew from what stays.
NOT_OF_EXAMPLES = {
    *("audit_event", "interruption", "migration", "population", "scheme", "store_state"),
    *("monthly_count", "monthly_district_count", "small_area_population"),
    *("data_set", "data_set_measure", "source_setting"),
    # No example has a column of weights.
    "survey_weight",
    *("recording_event", "own_variation", "change_explanation"),
    *(
        "area_link",
        "boundary",
        "known_ward",
        "lsoa_ward",
        "place_said",
        "placed_position",
        "recipe",
    ),
}

ROCHFORD = (Place("Rochford", ("Rochford",)), PeriodKind.FINANCIAL_YEAR, "2022-03")
MALDON = (Place("Maldon", ("Maldon",)), PeriodKind.FYTD, "2017-08")
ESSEX = (Place("Essex Police", (), "Essex Police"), PeriodKind.FYTD, "2017-08")
# What was worked out for each printed change from its two counts alone: interval in percent, p, and
# how the sentence begins.
PRINTED = [
    (ROCHFORD, "anti-social-behaviour", (9, 27), 0.00001, "increased by 18% (227 more incidents)"),
    (ROCHFORD, "hate-crime", (-2, 95), 0.067, "increased by 38% (21 more offences)"),
    (ROCHFORD, "burglary", (-21, 9), 0.383, "decreased by 7% (21 fewer offences)"),
    (MALDON, "all-crime", (-4, 13), 0.359, "increased by 4% (43 more offences)"),
    (MALDON, "anti-social-behaviour", (-16, 9), 0.49, "decreased by 4.5% (21 fewer incidents)"),
    (ESSEX, "all-crime", (12, 15), 0, "increased by 13.7% (6,866 more offences)"),
]


@pytest.fixture(scope="module")
def loading(
    tmp_path_factory: pytest.TempPathFactory,
) -> Iterator[tuple[Workspace, list[LoadReport]]]:
    """A store into which the examples go after a file and a partnership of the user's own.

    The file is of Luton: where a user's own extracts reach, no example answers.
    """
    folder = tmp_path_factory.mktemp("examples")
    store = Store.open(folder / "assessment.duckdb", create=True)
    workspace = Workspace(store, ANALYST)
    own = OWN_ROWS.replace("Rochford 008E", "Luton 001A").replace("E01021964", "E01015700")
    (folder / "own.csv").write_text(own.replace("Rochford", "Luton"), encoding="utf-8")
    load(workspace, folder / "own.csv", source="own")
    add_partnership(workspace, "Medway", ["Medway", "Gravesham"])
    yield workspace, load_examples(workspace)
    store.close()


@pytest.fixture
def workspace(loading: tuple[Workspace, list[LoadReport]]) -> Workspace:
    return loading[0]


@pytest.fixture
def reports(loading: tuple[Workspace, list[LoadReport]]) -> list[LoadReport]:
    return loading[1]


def content(workspace: Workspace) -> dict[str, tuple[int, int]]:
    """Return the number of rows of every table and a sum that no order of them changes."""
    return {table: _content(workspace, table) for table in TABLES}


def _content(workspace: Workspace, table: str) -> tuple[int, int]:
    sql = f"SELECT count(*), sum(hash(held)::HUGEINT)::VARCHAR FROM {table} AS held"  # noqa: S608
    ((rows, total),) = stored(workspace, sql).to_numpy().tolist()
    return rows, int(total or 0)


def test_every_row_is_loaded_and_understood(reports: list[LoadReport]) -> None:
    assert [report.source for report in reports] == [example.source for example in examples()]
    for report, example in zip(reports, examples(), strict=True):
        assert report.status is LoadStatus.LOADED
        assert report.rows.loaded == report.rows.read
        assert report.rows.loaded == sum(sum(line.totals) for line in example.counts)
        assert report.unmapped == ()
        assert report.months == tuple(str(month) for month in example.months)


def test_the_store_is_sound(workspace: Workspace) -> None:
    assert_sound(workspace)


def test_flags_in_the_store_are_those_authored(workspace: Workspace) -> None:
    counted = stored(
        workspace,
        "SELECT source, district, measure, sum(n)::BIGINT AS n FROM monthly_count GROUP BY ALL",
    ).set_index(["source", "district", "measure"])["n"]
    for example in examples():
        for line in example.flags:
            assert counted[example.source, line.district, line.name] == sum(line.totals), line


def test_partnerships_are_marked_and_the_users_own_is_left(workspace: Workspace) -> None:
    found = {each.name: each for each in partnerships(workspace)}
    assert found.keys() == {example.name for example in examples()}
    assert [each.name for each in found.values() if not each.synthetic] == ["Medway"]
    assert set(found["Medway"].districts) == {"Medway", "Gravesham"}
    assert set(found["Castle Point and Rochford"].districts) == {"Castle Point", "Rochford"}


def test_only_the_file_of_every_district_answers_for_its_force(workspace: Workspace) -> None:
    covering = stored(
        workspace, "SELECT DISTINCT source, area FROM coverage WHERE area_kind = 'force'"
    )
    assert covering.to_numpy().tolist() == [["example-maldon", "Essex Police"]]


def test_no_month_is_taken_to_be_cut_off(workspace: Workspace) -> None:
    cut = stored(workspace, "SELECT DISTINCT source, month FROM coverage WHERE partial")
    assert cut[cut["source"] != "own"].empty


@pytest.mark.parametrize(("asked", "measure", "interval", "p", "sentence"), PRINTED)
def test_the_product_says_what_the_reports_print(
    workspace: Workspace,
    asked: tuple[Place, PeriodKind, str],
    measure: str,
    interval: tuple[int, int],
    p: float,
    sentence: str,
) -> None:
    place, kind, ending = asked
    period = period_ending(kind, parse_month(ending))
    measures = "flags" if measure == "hate-crime" else "home-office"
    question = Question(place, period, period.year_before(), measures, measure=measure)
    (change,) = year_on_year(workspace, question).changes
    assert f"{change.measure.label} " in change_wording.sentence(change, question)
    assert sentence in change_wording.sentence(change, question)
    rates = (change.previous or 0, question.comparison.days, change.current or 0, period.days)
    low, high = interval_of(*rates, Dispersion(1.0)) or (0, 0)
    assert (low, high) == pytest.approx(interval, abs=0.51)
    assert p_value(*rates, Dispersion(1.0)) == pytest.approx(p, abs=0.0051)
    # How much months vary is known from few of them: the range is wider than of the counts alone.
    assert (change.interval_low or 0) < low < high < (change.interval_high or 0)
    assert (change.p_value or 0) >= p - 0.0051
    # What is read as a rise from its counts stays one.
    assert (change.verdict is Verdict.RISE) is (low > 0)


def test_rochfords_anti_social_behaviour_is_an_ordinary_rise(workspace: Workspace) -> None:
    place, kind, ending = ROCHFORD
    period = period_ending(kind, parse_month(ending))
    asb = "anti-social-behaviour"
    question = Question(place, period, period.year_before(), "home-office", measure=asb)
    (change,) = year_on_year(workspace, question).changes
    assert (change.previous, change.current) == (1261, 1488)
    assert (change.verdict, change.unusual) == (Verdict.RISE, False)
    # What is usual of a district, and of a force that moves as much.
    assert change.ordinary_variation == pytest.approx(0.09 * sqrt(2))
    words = change_wording.sentence(change, question)
    assert "This is perhaps no more than the usual ups and downs." in words


def test_the_example_survey_is_medways(workspace: Workspace) -> None:
    (survey,) = surveys(workspace)
    assert (survey.name, survey.partnership) == ("Medway community safety", "medway")


def test_loading_twice_changes_nothing(workspace: Workspace) -> None:
    before = content(workspace)
    again = load_examples(workspace)
    assert {report.status for report in again} == {LoadStatus.UNCHANGED}
    assert content(workspace) == before


def test_a_partner_may_neither_load_nor_remove_them(workspace: Workspace) -> None:
    partner = Workspace(workspace.store, Person("Test partner", Role.PARTNER))
    for change in (load_examples, remove_examples):
        with pytest.raises(NotPermitted):
            change(partner)


def test_removing_them_leaves_what_was_there_before(tmp_path: Path) -> None:
    store = Store.open(tmp_path / "assessment.duckdb", create=True)
    workspace = Workspace(store, ANALYST)
    (tmp_path / "own.csv").write_text(OWN_ROWS, encoding="utf-8")
    load(workspace, tmp_path / "own.csv", source="own")
    add_partnership(workspace, "Rochford", ["Rochford"])
    before = content(workspace)
    assert not examples_loaded(workspace)
    load_examples(workspace)
    assert examples_loaded(workspace)
    remove_examples(workspace)
    assert not examples_loaded(workspace)
    assert content(workspace) == before
    assert_sound(workspace)
    store.close()


def test_every_table_is_known_to_the_removal(workspace: Workspace) -> None:
    """A new table follows from a column that names its owner, or needs a rule of its own."""
    store = workspace.store
    keys = store.rows("keys_to_synthetic_rows")
    by_key = {table for table, _, _ in keys} | {owner for _, _, owner in keys}
    rules = [queries()[removal].sql for removal in REMOVALS]
    by_rule = {re.findall(r"^(?:DELETE FROM|UPDATE) (\w+)", sql, re.MULTILINE)[0] for sql in rules}
    assert by_key.isdisjoint(by_rule)
    every = {table for (table,) in store.rows("tables_kept")}
    assert by_key | by_rule | NOT_OF_EXAMPLES == every
