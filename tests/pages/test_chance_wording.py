"""No word of chance where independence is not shown, and on pages with verdicts what they mean."""

import re
from pathlib import Path

import pytest

from assessment.outputs.methods_wording import REAL_CHANGE
from tests.markup import ROOT
from tests.pages.conftest import Opens, text_of

# "More than counting alone explains" is what the tests show; more than chance they cannot.
CLAIM = re.compile(
    r"(than|beyond|up by)\s+chance\b|chance\s+(alone|could|would|may)\b"
    r"|\b(statistically\s+)?significant(ly)?\b|statistical\s+significance",
    re.IGNORECASE,
)
# Decisions are never rewritten; the rest of these tells of trying things out by chance.
TOLD_OTHERWISE = {"decisions.md", "calibration.md", "development.md"}
SAID = [
    ROOT / "README.md",
    ROOT / "CHANGELOG.md",
    *(path for path in (ROOT / "docs").glob("*.md") if path.name not in TOLD_OTHERWISE),
    *(ROOT / "assessment" / "outputs").rglob("*.py"),
    *(ROOT / "assessment" / "changes").rglob("*.py"),
    *(ROOT / "assessment" / "risk_matrix").rglob("*.py"),
    *(ROOT / "assessment" / "survey" / "summaries").rglob("*.py"),
    *(ROOT / "pages").rglob("*.py"),
    *(ROOT / "data" / "definitions").rglob("*.toml"),
]


def claims(path: Path) -> list[str]:
    text = " ".join(path.read_text(encoding="utf-8").split())
    return [text[max(0, found.start() - 30) : found.end() + 10] for found in CLAIM.finditer(text)]


@pytest.mark.parametrize(
    ("text", "is_claim"),
    [
        ("differs by more than chance", True),
        ("what rose beyond\nchance", True),
        ("chance alone could explain it", True),
        ("a significant rise", True),
        ("from changes.significance import chance", False),
        ("by more than counting alone explains", False),
    ],
)
def test_a_claim_is_found(tmp_path: Path, text: str, is_claim: bool) -> None:
    path = tmp_path / "said.md"
    path.write_text(text, encoding="utf-8")
    assert bool(claims(path)) is is_claim


def test_nothing_claims_more_than_counting_shows() -> None:
    assert len(SAID) > 200
    found = {str(path.relative_to(ROOT)): told for path in SAID if (told := claims(path))}
    assert found == {}


@pytest.mark.parametrize(
    "page",
    ["overview", "year_on_year", "risk_matrix", "priorities"],
)
def test_a_page_with_verdicts_says_what_they_mean(
    example_store: Path, open_page: Opens, page: str
) -> None:
    at = open_page(example_store, f"pages/{page}/page.py", partnership="Rochford")
    said = text_of(at) + " ".join(str(each.value) for each in at.caption)
    assert REAL_CHANGE[:60] in said
    assert "Verdicts by version" in said
