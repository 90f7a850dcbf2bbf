"""The house rules that tools can check: layers, types, style. One command tells all of them."""

import ast
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
RULES = {
    "rooms are used from the top downwards": ["importlinter.cli", "lint"],
    "types hold": ["mypy"],
    "style is kept": ["ruff", "check"],
    "layout is kept": ["ruff", "format", "--check"],
}


# What pages and commands use of a workspace's store, past every decision: nothing that was loaded,
# scored or said.
OF_THE_STORE = {
    "path": "where it is: commands name it, and what is kept is kept by it",
    "incoming": "the folder beside it, into which what is uploaded is written",
    "counted_version": "a number that what is kept is kept by",
    "brought_up_to_date": "what its migrations did, told to whoever may keep copies",
}


def _past_the_decision(source: str) -> list[str]:
    """Return what a file does with the store of a workspace but for what is allowed."""
    tree = ast.parse(source)
    every = [each for each in ast.walk(tree) if isinstance(each, ast.Attribute)]
    stores = [each for each in every if each.attr == "store"]
    # Of `from assessment import store` too: pages name what they use of that room.
    allowed = {id(each.value) for each in every if each.attr in OF_THE_STORE}
    found = [f"{each.lineno}: {ast.unparse(each)}" for each in stores if id(each) not in allowed]
    by_name = [
        f"{each.lineno}: {ast.unparse(each)}"
        for each in ast.walk(tree)
        if isinstance(each, ast.Call)
        and ast.unparse(each.func) in ("getattr", "attrgetter", "vars")
        and "'store'" in ast.unparse(each)
    ]
    return found + by_name


@pytest.mark.parametrize(
    ("source", "is_found"),
    [
        ("would_replace(workspace.store, survey, wave)", True),
        ("store = workspace.store", True),
        ("cache.workspace().store.rows('waves')", True),
        ("getattr(workspace, 'store')", True),
        ("folder(workspace.store.incoming)", False),
        ("store_path(options.store_file)", False),
    ],
)
def test_a_use_of_the_store_is_found(source: str, is_found: bool) -> None:
    assert bool(_past_the_decision(source)) is is_found


def test_pages_and_commands_read_nothing_past_the_decision() -> None:
    """What a function that takes a workspace is asked is decided there; a store decides nothing."""
    files = [*(ROOT / "pages").rglob("*.py"), *(ROOT / "assessment" / "commands").rglob("*.py")]
    assert len(files) > 50
    past = {
        str(file.relative_to(ROOT)): told
        for file in files
        if (told := _past_the_decision(file.read_text(encoding="utf-8")))
    }
    assert past == {}


@pytest.mark.parametrize("rule", RULES)
def test_rule(rule: str) -> None:
    tool, *arguments = RULES[rule]
    # The layer linter's module runs nothing by itself; its command is a function.
    command = (
        ["-c", "from importlinter.cli import lint_imports_command as lint; lint()"]
        if tool == "importlinter.cli"
        else ["-m", tool, *arguments]
    )
    told = subprocess.run([sys.executable, *command], cwd=ROOT, capture_output=True, text=True)
    assert told.returncode == 0, f"{rule}:\n{told.stdout}\n{told.stderr}"


def test_the_product_loads_no_browser_library() -> None:
    loaded = (
        "import sys, assessment.__main__; print(sorted({'streamlit', 'plotly'} & set(sys.modules)))"
    )
    told = subprocess.run(
        [sys.executable, "-c", loaded], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert told.stdout.strip() == "[]"


def test_the_first_page_does_not_wait_for_what_it_has_no_use_for() -> None:
    """Whoever opens a dashboard that has just started waits for every import of its first page."""
    tops = [
        ast.parse((ROOT / name).read_text()).body
        for name in ("dashboard.py", "pages/overview/page.py")
    ]
    imports: list[ast.stmt] = [
        each for top in tops for each in top if isinstance(each, (ast.Import, ast.ImportFrom))
    ]
    wanted = "\n".join(map(ast.unparse, imports))
    unwanted = {"assessment.intake", "assessment.examples", "assessment.survey", "data.sample"}
    loaded = f"{wanted}\nimport sys; print(sorted({unwanted} & set(sys.modules)))"
    told = subprocess.run(
        [sys.executable, "-c", loaded], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert told.stdout.strip() == "[]"


@pytest.mark.parametrize(
    ("command", "unwanted"),
    [
        ("findings.survey", {"assessment.intake", "assessment.changes"}),
        ("findings.survey_load", {"assessment.intake.extract_loading", "assessment.changes"}),
        ("findings.changes", {"assessment.intake", "assessment.survey"}),
        ("data.areas", {"assessment.intake.extract_loading", "assessment.changes"}),
    ],
)
def test_a_command_does_not_wait_for_what_it_has_no_use_for(
    command: str, unwanted: set[str]
) -> None:
    """To import all that reads extracts takes longer than to sum up a survey of thousands."""
    loaded = (
        f"import sys, assessment.commands.{command}; print(sorted({unwanted} & set(sys.modules)))"
    )
    told = subprocess.run(
        [sys.executable, "-c", loaded], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert told.stdout.strip() == "[]"
