"""Each tool's export gives the counts that the residents themselves give, one by one."""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

import pytest

from assessment.definitions.spelling import plain
from assessment.survey.questionnaire import QuestionKind, SurveyQuestion
from assessment.survey.reading.proposal import Proposal, Use
from assessment.survey.summaries.wave_summary import summary
from assessment.survey.waves.export_check import propose
from assessment.survey.waves.wave_loading import load_survey
from assessment.survey.waves.wave_register import questionnaire
from assessment.workspace import Workspace
from tests.survey.hand_typed import in_codes, in_words
from tests.survey.loads import SURVEY, WAVE, written
from tests.survey.tool_exports import TOOLS, Resident, Write, residents

PEOPLE = residents(150)
# Of each question: what its words hold, and what a resident says to it.
ASKED: dict[str, Callable[[Resident], Iterable[str]]] = {
    "day": lambda who: [who.day],
    "dark": lambda who: [who.dark],
    "problem": lambda who: who.problems,
    "victim": lambda who: [who.victim],
    "satisfied": lambda who: [who.satisfied],
    "ward": lambda who: [who.ward],
}
# What a tool's boxes do not say that they ask.
WITHOUT_WORDS = {"Typeform": {"problem": "any of"}}


def spoken(people: Sequence[Resident], about: str) -> tuple[Counter[str], int]:
    """Count what residents say of a question, and how many of them say anything."""
    said = [[plain(text) for text in ASKED[about](who) if text] for who in people]
    return Counter(text for texts in said for text in texts), sum(map(bool, said))


def question(workspace: Workspace, tool: str, about: str) -> SurveyQuestion:
    word = WITHOUT_WORDS.get(tool, {}).get(about, about)
    (asked,) = [
        q
        for q in questionnaire(workspace, WAVE)
        if word in plain(q.wording).replace("satisfied with police", "satisfied")
        and q.kind is not QuestionKind.TEXT
    ]
    return asked


def counted(workspace: Workspace, asked: SurveyQuestion) -> tuple[Counter[str], int]:
    rows = [r for r in summary(workspace, WAVE, question=asked.slug).rows if not r.is_net]
    counts = Counter({plain(row.option): row.count or 0 for row in rows if row.count})
    return counts, rows[0].base or 0


def load(workspace: Workspace, folder: Path, tool: str, people: Sequence[Resident]) -> Proposal:
    path = written(folder, TOOLS[tool](people))
    proposal = propose(workspace, path, survey=SURVEY)
    load_survey(workspace, path, survey=SURVEY, wave=WAVE)
    return proposal


@pytest.mark.parametrize("tool", TOOLS)
def test_counts_are_those_of_the_residents(workspace: Workspace, tmp_path: Path, tool: str) -> None:
    proposal = load(workspace, tmp_path, tool, PEOPLE)
    first, last = min(who.at for who in PEOPLE), max(who.left for who in PEOPLE)
    assert first.date().isoformat() <= (proposal.first_day or "") <= (proposal.last_day or "")
    assert proposal.last_day == last.date().isoformat()
    assert [c.header for c in proposal.columns if c.use is Use.QUESTION and not c.base] == []
    for about in ASKED:
        assert counted(workspace, question(workspace, tool, about)) == spoken(PEOPLE, about), about


@pytest.mark.parametrize("typed", [in_words, in_codes])
def test_three_thousand_forms_typed_by_hand(
    workspace: Workspace, tmp_path: Path, typed: Write
) -> None:
    people = residents(3000, seed=2)
    path = written(tmp_path, typed(people))
    load_survey(workspace, path, survey=SURVEY, wave=WAVE)
    for about in ASKED:
        counts = counted(workspace, question(workspace, "typed by hand", about))
        assert counts == spoken(people, about), about
    victims = sum(who.victim == "Yes" for who in people)
    assert question(workspace, "typed by hand", "satisfied").asked == victims


@pytest.mark.parametrize("tool", TOOLS)
def test_the_tools_own_columns_are_no_questions(
    workspace: Workspace, tmp_path: Path, tool: str
) -> None:
    proposal = load(workspace, tmp_path, tool, PEOPLE)
    questions = [column for column in proposal.columns if column.use is Use.QUESTION]
    assert len(questions) == len(ASKED), [column.header for column in questions]
    assert not [doubt.text for doubt in proposal.doubts if doubt.blocks]


@pytest.mark.parametrize("tool", TOOLS)
def test_who_was_asked_about_the_police_is_read(
    workspace: Workspace, tmp_path: Path, tool: str
) -> None:
    load(workspace, tmp_path, tool, PEOPLE)
    victims = sum(who.victim == "Yes" for who in PEOPLE)
    assert question(workspace, tool, "satisfied").asked == victims
