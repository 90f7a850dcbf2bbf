"""What a change touches: nothing that uses it is missed, and what does not is left alone."""

import pytest

from tests.touched import ALWAYS, OF_ALL, Graph, project_files, touched_by, uses_of


@pytest.fixture(scope="module")
def users() -> Graph:
    return uses_of(project_files())


@pytest.mark.parametrize(
    ("changed", "tests"),
    [
        # A module, by an import from it and by one that is nested in a function.
        ("assessment/survey/weighting/raking.py", {"tests/survey/test_raking.py"}),
        ("assessment/examples.py", {"tests/sample/test_examples.py", "tests/pages/test_stores.py"}),
        # A query, by the name that a module asks for it with.
        ("queries/changes/monthly_counts.sql", {"tests/changes/test_comparison.py"}),
        # And by what runs them all.
        ("queries/changes/monthly_counts.sql", {"tests/store/test_queries.py"}),
        # A definition, by the name of its folder; a table, by its own.
        ("data/definitions/schemes/harm-only.toml", {"tests/definitions/test_schemes.py"}),
        # A page, by its file and by its address; what only it draws with, through it.
        ("pages/survey/page.py", {"tests/pages/test_survey.py", "tests/browser/test_survey.py"}),
        ("pages/survey/group_breakdown.py", {"tests/pages/test_survey.py"}),
        # A command, which is imported by a name that is put together.
        ("assessment/commands/findings/score.py", {"tests/commands/test_score.py"}),
        # What a test is given without asking, and what it takes from beside it.
        ("tests/pages/conftest.py", {"tests/pages/test_help.py"}),
        ("tests/survey/given.py", {"tests/perception/test_perception.py"}),
        ("docs/user-guide.md", {"tests/pages/test_help.py"}),
    ],
)
def test_what_uses_it_is_run(users: Graph, changed: str, tests: set[str]) -> None:
    assert tests <= {*touched_by([changed], users)}


@pytest.mark.parametrize(
    ("changed", "test"),
    [
        ("pages/survey/page.py", "tests/changes/test_comparison.py"),
        ("assessment/survey/weighting/raking.py", "tests/test_periods.py"),
        ("tests/survey/given.py", "tests/intake/test_loading.py"),
        ("README.md", "tests/survey/test_raking.py"),
    ],
)
def test_what_does_not_use_it_is_left_alone(users: Graph, changed: str, test: str) -> None:
    assert test not in touched_by([changed], users)


def test_every_query_and_every_module_is_named_by_something(users: Graph) -> None:
    """Where one is not, the way it is named is one that is not known here."""
    named = {name: users[name] - {*OF_ALL.values()} for name in project_files()}
    product = ("assessment/", "queries/", "pages/")
    alone = [name for name, by in named.items() if name.startswith(product) and not by]
    # A folder's docstring, the program itself, and what is put in by its number.
    run = ("__init__.py", "__main__.py", "icon.svg")
    assert [name for name in alone if not name.endswith(run) and "/schema/" not in name] == []


def test_the_nearest_come_first_and_no_further_than_is_asked() -> None:
    near, far = "tests/test_periods.py", "tests/test_chance.py"
    users = {"a.py": {"b.py", near}, "b.py": {"c.py", "a.py"}, "c.py": {far}}
    assert touched_by(["a.py"], users) == [near, far, ALWAYS]
    assert touched_by(["a.py"], users, steps=1) == [near, ALWAYS]
    assert touched_by([far, "tests/test_gone.py"], users) == [far, ALWAYS]


@pytest.mark.parametrize(
    "changed",
    ["pyproject.toml", "requirements.txt", "tests/conftest.py", "tests/made_once.py"],
)
def test_on_the_ground_stands_everything(users: Graph, changed: str) -> None:
    assert touched_by([changed], users) == ["tests"]
