"""What a query was asked with can be read, and asked again as it stands."""

from datetime import date

import pytest

from assessment.changes import QueryUsed, year_on_year
from assessment.outputs.working_text import statement, values
from assessment.periods import Period, PeriodKind, period_of_days
from tests.changes.asked import asking
from tests.changes.given import Given, months

SHORT = QueryUsed(
    "short",
    "Counts.",
    "queries/short.sql",
    "SELECT $first, $names, $kind\n",
    {"first": date(2021, 4, 1), "names": ["King's Lynn", "Rochford", "Rochford"], "kind": "ward"},
)
DAYS = period_of_days(date(2021, 5, 3), date(2021, 6, 9))
YEAR = Period(PeriodKind.ROLLING_12, date(2021, 4, 1), date(2022, 4, 1))


def test_in_words() -> None:
    assert dict(values(SHORT)) == {
        "first": "1 April 2021",
        "names": "King's Lynn and Rochford",  # each once
        "kind": "ward",
    }
    long = QueryUsed("", "", "", "", {"measures": [f"measure-{n}" for n in range(20)]})
    assert dict(values(long))["measures"].endswith(", measure-11 and 8 more")


def test_as_a_statement() -> None:
    assert statement(SHORT) == (
        "PREPARE short AS\nSELECT $first, $names, $kind;\n\nEXECUTE short(\n"
        "    first := DATE '2021-04-01',\n"
        "    names := ['King''s Lynn', 'Rochford', 'Rochford'],\n"
        "    kind := 'ward'\n);"
    )


@pytest.mark.parametrize("period", [YEAR, DAYS])
def test_the_statement_gives_the_figure_again(given_store: Given, period: Period) -> None:
    """DuckDB itself, given the text and nothing else, is the second implementation."""
    given_store.extract(when=months(date(2020, 4, 1), date(2022, 3, 1)))
    given_store.records(7, date(2021, 5, 5), ward="O'Brien's")
    given_store.records(3, date(2020, 5, 5))
    given_store.records(2, date(2021, 5, 5), "robbery")
    given_store.seal()
    question = asking(None, period=period, comparison=period.year_before())
    answer = year_on_year(given_store.workspace, question)
    burglary = next(change for change in answer.changes if change.measure.id == "burglary")
    found = 0
    for query in answer.working_of(burglary).queries:
        if period is YEAR or query.name == "dated_counts":
            with given_store.workspace.store._connection.cursor() as cursor:
                rows = cursor.execute(statement(query)).fetchall()
            assert {row[0] for row in rows} == {"burglary"}
            found += sum(sum(row[-1]) for row in rows)
    assert found == 10
