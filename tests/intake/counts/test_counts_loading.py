"""What the store holds after a table of counts was loaded, revised and undone."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from assessment.errors import InvalidRequest, UploadRefused
from assessment.intake.categories.category_meanings import map_category
from assessment.intake.extract_loading import load
from assessment.intake.extract_undo import undo_load
from assessment.intake.file_choices import FileChoices, RowIs
from assessment.intake.load_status import LoadStatus
from assessment.workspace import Workspace
from tests.intake.counts.tables import (
    KEPT,
    Counts,
    across_categories,
    across_months,
    kept,
    loaded,
    long_rows,
)
from tests.properties import examples
from tests.stored import COUNTS, COVERAGE, stored

LONG = ["Month", "District", "Offence", "Number of offences"]
SUMMARY = ["Crime type", "Oct 23 - Sep 24", "Oct 24 - Sep 25", "+/-", "%"]
ROCHFORD = FileChoices(place="Rochford")


def whole(workspace: Workspace) -> dict[str, list[dict[Any, Any]]]:
    """Return everything of a store that a figure could rest on."""
    tables: tuple[str, ...] = ("SELECT * FROM observation ORDER BY ALL", f"{COUNTS} ORDER BY ALL")
    tables += ("SELECT * FROM monthly_district_count ORDER BY ALL", f"{COVERAGE} ORDER BY ALL")
    return {sql: stored(workspace, sql).to_dict("records") for sql in tables}


def test_numbers_with_a_mark_are_named(workspace: Workspace, tmp_path: Path) -> None:
    rows = [["2025-10", "Rochford", "Shoplifting", "7*"], ["2025-10", "Rochford", "Arson", "4"]]
    report = loaded(workspace, tmp_path / "counts.csv", LONG, rows)
    assert dict(report.measures) == {"Shoplifting": 7, "Arson": 4}
    (told,) = (problem for problem in report.problems if "a mark behind it" in problem)
    assert "'7*' ('counts.csv', row 2, column 'Number of offences')" in told


def test_each_row_is_a_count(workspace: Workspace, tmp_path: Path) -> None:
    rows = [["2025-10", "Rochford", "Shoplifting", 12], ["2025-11", "Rochford", "Shoplifting", 7]]
    report = loaded(workspace, tmp_path / "counts.csv", LONG, rows)
    assert report.status is LoadStatus.LOADED
    assert report.row_is is RowIs.COUNT
    assert dict(report.measures) == {"Shoplifting": 19}
    assert dict(report.districts) == {"Rochford": 19}
    assert any(problem.startswith("Each row is a count") for problem in report.problems)
    assert kept(workspace) == [
        ("shoplifting", "Rochford", "2025-10-01", 12, 12, "counted"),
        ("shoplifting", "Rochford", "2025-11-01", 7, 7, "counted"),
    ]


DOUBTFUL = [
    # header, rows, why it is asked
    (LONG, [["2025-10", "Rochford", "Arson", 1]], "every number is 1: a record has one too"),
    (
        LONG,
        [["14/10/2025", "Rochford", "Arson", 3], ["15/10/2025", "Rochford", "Arson", 2]],
        "the dates are single days",
    ),
    (
        ["Month", "District", "Offence", "Qty"],
        [[f"2025-{month:02}", "Rochford", "Arson", month + 2] for month in range(1, 8)],
        "nothing says that Qty counts",
    ),
]


@pytest.mark.parametrize(("header", "rows", "why"), DOUBTFUL)
def test_what_a_row_is_is_asked_where_it_is_in_doubt(
    workspace: Workspace, tmp_path: Path, header: list[str], rows: list[list[object]], why: str
) -> None:
    path = tmp_path / "doubtful.csv"
    report = loaded(workspace, path, header, rows)
    assert report.status is LoadStatus.ASKS, why
    assert [question.about for question in report.questions] == ["row_is"]
    assert kept(workspace) == []
    as_counts = load(workspace, path, choices=FileChoices(row_is=RowIs.COUNT), dry_run=True)
    assert as_counts.row_is is RowIs.COUNT
    assert sum(n for _, n in as_counts.measures) == sum(int(str(row[-1])) for row in rows)
    as_records = load(workspace, path, choices=FileChoices(row_is=RowIs.RECORD), dry_run=True)
    assert as_records.row_is is RowIs.RECORD
    assert sum(n for _, n in as_records.measures) == len(rows)


def test_a_file_with_references_is_one_of_records(workspace: Workspace, tmp_path: Path) -> None:
    header = ["Crime reference", "Month", "District", "Offence", "Incidents"]
    rows = [[f"A{n}", "2025-10", "Rochford", "Arson", 9] for n in range(3)]
    report = loaded(workspace, tmp_path / "records.csv", header, rows)
    assert report.row_is is RowIs.RECORD
    assert sum(n for _, n in report.measures) == 3


def test_quarters_are_those_of_the_financial_year(workspace: Workspace, tmp_path: Path) -> None:
    header = ["Financial Year", "Financial Quarter", "Force Name", "CSP Name", "Offence Subgroup"]
    rows: list[list[object]] = [
        ["2024/25", quarter, "Essex", "Rochford", "Arson", 10 + quarter] for quarter in (1, 4)
    ]
    loaded(workspace, tmp_path / "csp.csv", [*header, "Offence Count"], rows)
    periods = stored(
        workspace,
        "SELECT period_start::VARCHAR AS s, period_end::VARCHAR AS e, value FROM observation",
    )
    assert sorted(periods.itertuples(index=False, name=None)) == [
        ("2024-04-01", "2024-07-01", 11),
        ("2025-01-01", "2025-04-01", 14),
    ]
    blocks = stored(workspace, f"{COVERAGE} WHERE month = '2025-02-01'")
    assert blocks[["block_start", "block_end"]].astype(str).values.tolist() == [
        ["2025-01-01", "2025-04-01"]
    ]


def test_offence_codes_of_one_subgroup_are_added_up(workspace: Workspace, tmp_path: Path) -> None:
    header = ["Financial Year", "Financial Quarter", "CSP Name", "Offence Subgroup", "Offence Code"]
    rows = [["2024/25", 1, "Rochford", "Shoplifting", code, 4] for code in ("46", "46A")]
    rows.append(["2024/25", 1, "Unassigned", "Shoplifting", "46", 3])
    rows.append(["2024/25", 2, "Rochford", "Shoplifting", "46", 0])
    report = loaded(workspace, tmp_path / "csp.csv", [*header, "Number of Offences"], rows)
    assert dict(report.districts) == {"Rochford": 8}
    assert report.nowhere == 3  # it names no force either


def test_two_counts_of_one_thing_are_refused(workspace: Workspace, tmp_path: Path) -> None:
    rows = [["2025-10", "Rochford", "Arson", 4], ["2025-10", "Rochford", "Arson", 5]]
    with pytest.raises(UploadRefused, match=r"row 2.* and .*row 3.* count the same thing"):
        loaded(workspace, tmp_path / "twice.csv", LONG, rows)


def test_withheld_and_missing_counts_are_kept_as_such(workspace: Workspace, tmp_path: Path) -> None:
    rows: list[list[object]] = [
        ["2025-10", "Rochford", "Arson", "<5"],
        ["2025-11", "Rochford", "Arson", ""],
        ["2025-12", "Rochford", "Arson", 6],
    ]
    report = loaded(workspace, tmp_path / "few.csv", LONG, rows)
    counts = stored(
        workspace, "SELECT value, low, high, status FROM observation ORDER BY period_start"
    )
    assert counts.status.tolist() == ["withheld", "missing", "counted"]
    assert counts.value.isna().tolist() == [True, True, False]
    assert (counts.low[0], counts.high[0]) == (0, 4)
    assert dict(report.measures) == {"Arson": 6}
    assert stored(workspace, COUNTS).n.tolist() == [6]
    assert stored(workspace, f"{COVERAGE} ORDER BY month").partial.tolist() == [True, True, False]


@pytest.mark.parametrize("cell", ["many", "3.5", "-2", "nil"])
def test_a_cell_that_is_no_count_is_refused(
    workspace: Workspace, tmp_path: Path, cell: str
) -> None:
    months = [f"{year}-{month:02}" for year in range(2005, 2022) for month in range(1, 13)]
    rows: list[list[object]] = [[month, "Rochford", "Arson", 9] for month in months[:201]]
    rows.append(["2022-01", "Rochford", "Arson", cell])  # beyond the rows that are looked at first
    with pytest.raises(UploadRefused, match=f"row 203.*expected a whole number.*found '{cell}'"):
        loaded(workspace, tmp_path / "odd.csv", LONG, rows)
    assert kept(workspace) == []


def test_totals_are_checked_and_never_counted(workspace: Workspace, tmp_path: Path) -> None:
    header = ["District", "Offence", "Oct-25", "Nov-25", "Total"]
    rows: list[list[object]] = [
        ["Rochford", "Arson", 3, 4, 7],
        ["Rochford", "Shoplifting", 5, "<5", 8],  # within what is possible
        ["Rochford Total", "", 8, 6, ""],
        ["Total", "", 8, 6, 14],
    ]
    report = loaded(workspace, tmp_path / "totals.csv", header, rows)
    assert sum(n for _, n in report.districts) == 12
    assert len(report.totals_checked) == 2 + 2 + 3
    assert all(total.printed == total.counted for total in report.totals_checked)


@pytest.mark.parametrize(("row", "column"), [(0, 4), (2, 2), (2, 4)])
def test_a_total_that_differs_stops_the_load(
    workspace: Workspace, tmp_path: Path, row: int, column: int
) -> None:
    header = ["District", "Offence", "Oct-25", "Nov-25", "Total"]
    rows = [["Rochford", "Arson", 3, 4, 7], ["Maldon", "Arson", 5, 6, 11], ["Total", "", 8, 10, 18]]
    rows[row][column] = 99
    with pytest.raises(UploadRefused, match=rf"row {row + 2}.*a total of 99, but .* come to \d+"):
        loaded(workspace, tmp_path / "totals.csv", header, rows)
    assert kept(workspace) == []


def test_year_to_date_beside_its_months_is_a_total(workspace: Workspace, tmp_path: Path) -> None:
    header = ["District", "Offence", "Apr 25", "May 25", "Apr 25 - May 25"]
    report = loaded(workspace, tmp_path / "ytd.csv", header, [["Rochford", "Arson", 3, 4, 7]])
    assert sum(n for _, n in report.districts) == 7
    assert [total.printed for total in report.totals_checked] == [7]
    with pytest.raises(UploadRefused, match="a total of 8, but"):
        loaded(workspace, tmp_path / "wrong.csv", header, [["Rochford", "Arson", 3, 4, 8]])


def test_months_that_overlap_are_refused(workspace: Workspace, tmp_path: Path) -> None:
    header = ["District", "Offence", "Apr 25 - Jun 25", "Jun 25 - Aug 25"]
    with pytest.raises(UploadRefused, match="which overlap"):
        loaded(workspace, tmp_path / "overlap.csv", header, [["Rochford", "Arson", 3, 4]])


def test_summary_of_two_periods(workspace: Workspace, tmp_path: Path) -> None:
    rows = [
        ["All crime", 300, 330, 30, "10.0%"],
        ["Arson", 10, 5, -5, "-50%"],
        ["Hate crime", 8, 9, "+1", "0.125"],
    ]
    report = loaded(workspace, tmp_path / "summary.csv", SUMMARY, rows, choices=ROCHFORD)
    assert report.status is LoadStatus.LOADED
    counts = stored(workspace, f"{KEPT}")
    assert dict(counts.groupby("measure").value.sum()) == {
        "all-crime": 630,
        "arson": 15,
        "hate-crime": 17,
    }
    # What is counted of all crime beside arson, so that the two add up to it.
    assert dict(counts.groupby("measure").apart.sum())["all-crime"] == 615
    known = stored(workspace, f"{COVERAGE} WHERE subject = 'offence'").known
    told = {tuple(sorted({*measures} - {"unmapped"})) for measures in known}
    assert told == {("all-crime", "arson")}


def test_whose_summary_it_is_is_asked(workspace: Workspace, tmp_path: Path) -> None:
    rows = [["Arson", 10, 5, -5, "-50%"]]
    report = loaded(workspace, tmp_path / "summary.csv", SUMMARY, rows)
    assert report.status is LoadStatus.ASKS
    assert [(asked.about, asked.option) for asked in report.questions] == [("place", "--place")]


@pytest.mark.parametrize(
    ("row", "said"),
    [
        (["Arson", 10, 5, 5, "-50%"], "a difference of 5, but its counts, 10 and 5, differ by -5"),
        (["Arson", 10, 5, -5, "-40%"], "a change of -40%, but its counts, 10 and 5, give -50.0%"),
        (["Arson", 300, 310, 10, "0"], "a change of 0, but its counts, 300 and 310, give +3.3%"),
    ],
)
def test_a_printed_change_that_is_wrong_stops_the_load(
    workspace: Workspace, tmp_path: Path, row: list[object], said: str
) -> None:
    with pytest.raises(UploadRefused) as caught:
        loaded(workspace, tmp_path / "summary.csv", SUMMARY, [row], choices=ROCHFORD)
    assert said in str(caught.value)


def test_a_whole_below_its_parts_is_refused(workspace: Workspace, tmp_path: Path) -> None:
    rows = [["2025-10", "Rochford", "All crime", 5], ["2025-10", "Rochford", "Arson", 9]]
    with pytest.raises(UploadRefused, match="'All crime' is 5, but what it is made of comes to 9"):
        loaded(workspace, tmp_path / "less.csv", LONG, rows)


def test_what_no_set_knows_is_asked_and_never_counted_as_crime(
    workspace: Workspace, tmp_path: Path
) -> None:
    header = ["Quarter", "District", "Referral source", "New referrals", "MARAC cases"]
    rows = [
        ["Q1 2025/26", "Rochford", "Police", 36, "<5"],
        ["Q1 2025/26", "Rochford", "Self", 8, 6],
    ]
    report = loaded(workspace, tmp_path / "return.csv", header, rows)
    assert report.status is LoadStatus.ASKS
    assert [question.about for question in report.questions] == ["measure_set"]
    assert kept(workspace) == []


def test_a_later_table_replaces_the_months_that_it_is_of(
    workspace: Workspace, tmp_path: Path
) -> None:
    first = [["2025-10", "Rochford", "Arson", 4], ["2025-10", "Rochford", "Robbery", 6]]
    first.append(["2025-11", "Rochford", "Arson", 3])
    loaded(workspace, tmp_path / "first.csv", LONG, first, source="essex-counts")
    before = whole(workspace)
    second = [["2025-10", "Rochford", "Arson", 5], ["2025-10", "Rochford", "Shoplifting", 2]]
    report = loaded(workspace, tmp_path / "second.csv", LONG, second, source="essex-counts")
    rows = report.rows
    assert (rows.loaded, rows.revised, rows.withdrawn, rows.unchanged) == (1, 1, 1, 0)
    assert [(measure, month, value) for measure, _, month, value, *_ in kept(workspace)] == [
        ("arson", "2025-10-01", 5),
        ("arson", "2025-11-01", 3),
        ("shoplifting", "2025-10-01", 2),
    ]
    undo_load(workspace, report.extract or 0)
    assert whole(workspace) == before


def test_the_same_file_again_changes_nothing(workspace: Workspace, tmp_path: Path) -> None:
    rows = [["2025-10", "Rochford", "Arson", 4], ["2025-11", "Rochford", "Arson", 5]]
    loaded(workspace, tmp_path / "counts.csv", LONG, rows)
    again = loaded(workspace, tmp_path / "counts.csv", LONG, rows)
    assert again.status is LoadStatus.UNCHANGED
    other = loaded(workspace, tmp_path / "other.csv", LONG, [*reversed(rows)])
    assert (other.rows.unchanged, other.rows.changes_nothing) == (2, True)


def test_months_and_the_quarter_that_holds_them_cannot_be_of_one_source(
    workspace: Workspace, tmp_path: Path
) -> None:
    rows = [["Q3 2025/26", "Rochford", "Arson", 9]]
    loaded(workspace, tmp_path / "quarter.csv", ["Quarter", *LONG[1:]], rows, source="essex")
    months = [["2025-11", "Rochford", "Arson", 4], ["2025-12", "Rochford", "Arson", 2]]
    with pytest.raises(UploadRefused, match="months would be counted twice"):
        loaded(workspace, tmp_path / "months.csv", LONG, months, source="essex")


def test_records_and_counts_are_never_of_one_source(workspace: Workspace, tmp_path: Path) -> None:
    header = ["Reference", "Date", "District", "Offence"]
    records = [["A1", "14/10/2025", "Rochford", "Arson"]]
    counts = [["2025-10", "Rochford", "Arson", 4]]
    loaded(workspace, tmp_path / "records.csv", header, records, source="essex")
    with pytest.raises(
        UploadRefused, match="It holds counts, but the source essex has sent records"
    ):
        loaded(workspace, tmp_path / "counts.csv", LONG, counts, source="essex")
    loaded(workspace, tmp_path / "counts.csv", LONG, counts, source="essex-counts")
    with pytest.raises(UploadRefused, match="It holds records, but"):
        loaded(workspace, tmp_path / "more.csv", header, records, source="essex-counts")


def test_a_category_is_mapped_later(workspace: Workspace, tmp_path: Path) -> None:
    rows = [["2025-10", "Rochford", "Arson", 4], ["2025-10", "Rochford", "Odd thing", 6]]
    report = loaded(workspace, tmp_path / "counts.csv", LONG, rows, source="essex")
    assert report.unmapped == (("Odd thing", 6),)
    map_category(workspace, "essex", "Odd thing", "robbery")
    assert [measure for measure, *_ in kept(workspace)] == ["arson", "robbery"]
    assert sorted(stored(workspace, COUNTS).n) == [4, 6]


def test_a_category_inside_a_printed_whole_is_not_mapped_later(
    workspace: Workspace, tmp_path: Path
) -> None:
    rows = [["2025-10", "Rochford", "All crime", 40], ["2025-10", "Rochford", "Odd thing", 6]]
    loaded(workspace, tmp_path / "counts.csv", LONG, rows, source="essex")
    with pytest.raises(InvalidRequest, match="it would be counted twice"):
        map_category(workspace, "essex", "Odd thing", "robbery")


OFFENCES = ("Arson", "Shoplifting", "Robbery")
MONTHS = ("2025-10", "2025-11", "2025-12")
counted = st.fixed_dictionaries(
    {
        (month, district, offence): st.integers(0, 40)
        for month in MONTHS
        for district in ("Rochford", "Maldon")
        for offence in OFFENCES
    }
).filter(lambda counts: max(counts.values()) > 1)


@given(counts=counted)
@settings(
    max_examples=examples(3),
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
def test_a_table_gives_the_same_store_in_any_layout(
    store_of: Callable[[], Workspace], tmp_path: Path, counts: Counts
) -> None:
    layouts = [(LONG, long_rows(counts)), across_months(counts), across_categories(counts)]
    stores = []
    for header, rows in layouts:
        workspace = store_of()
        loaded(workspace, tmp_path / "counts.csv", header, rows)
        stores.append((whole(workspace), kept(workspace)))
    assert stores[0] == stores[1] == stores[2]
    assert sum(int(str(value)) for *_, value, _, _ in stores[0][1]) == sum(counts.values())


@given(counts=counted, order=st.permutations(MONTHS), undone=st.sampled_from(MONTHS))
@settings(
    max_examples=examples(2),
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
def test_order_of_months_is_all_one_and_undoing_is_exact(
    store_of: Callable[[], Workspace],
    tmp_path: Path,
    counts: Counts,
    order: list[str],
    undone: str,
) -> None:
    by_month = {
        month: long_rows({key: n for key, n in counts.items() if key[0] == month})
        for month in MONTHS
    }
    extracts: dict[str, int] = {}
    workspace, straight, without = store_of(), store_of(), store_of()
    choices = FileChoices(row_is=RowIs.COUNT)
    for target, months in (
        (workspace, order),
        (straight, MONTHS),
        (without, [month for month in order if month != undone]),
    ):
        for month in months:
            path = tmp_path / f"{month}.csv"
            report = loaded(target, path, LONG, by_month[month], choices=choices)
            if target is workspace:
                extracts[month] = report.extract or 0
    assert kept(workspace) == kept(straight)
    undo_load(workspace, extracts[undone])
    assert kept(workspace) == kept(without)
    monthly = f"{COUNTS} ORDER BY ALL"
    assert stored(workspace, monthly).equals(stored(without, monthly))
