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
        ast.parse((ROOT / name).read_text()).body for name in ("dashboard.py", "pages/overview.py")
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
