"""One question that stands under two numbers, put to some here and to others there."""

from pathlib import Path

import pytest

from assessment.survey.reading.proposal import Decision, Doubt, DoubtKind, Use
from assessment.survey.summaries.wave_summary import summary
from assessment.survey.waves.export_check import propose
from assessment.workspace import Workspace
from tests.survey.loads import SURVEY, WAVE, Rows, base, counts, loaded, written

HERE, THERE = "12. How safe do you feel?", "27. How safe do you feel?"
SAFE, UNSAFE = "Very safe", "Very unsafe"
JOINED = {THERE: Decision(part_of=HERE)}


def export(*people: tuple[str, str]) -> Rows:
    return [["ID", HERE, THERE], *([str(n), *said] for n, said in enumerate(people))]


APART = export(*[(SAFE, "")] * 12, *[("", SAFE)] * 5, *[("", UNSAFE)] * 8)
SKIPPED = "Question skipped"
BY_ROUTE = export(*[(SAFE, SKIPPED)] * 12, *[(SKIPPED, SAFE)] * 5, *[(SKIPPED, UNSAFE)] * 8)


def offered(workspace: Workspace, path: Path) -> list[Doubt]:
    doubts = propose(workspace, path, survey=SURVEY).doubts
    return [doubt for doubt in doubts if doubt.kind is DoubtKind.TWO_NUMBERS]


@pytest.mark.parametrize("rows", [APART, BY_ROUTE])
def test_two_numbers_of_one_question_are_offered_as_one(
    workspace: Workspace, tmp_path: Path, rows: Rows
) -> None:
    path = written(tmp_path, rows)
    (doubt,) = offered(workspace, path)
    assert (doubt.header, doubt.blocks) == (THERE, False)
    assert "nobody answered both" in doubt.text
    assert {doubt.header: doubt.suggestion} == JOINED
    loaded(workspace, path, decisions=JOINED)
    (asked,) = {row.question for row in summary(workspace, WAVE).rows}
    assert (counts(workspace, asked), base(workspace, asked)) == ({SAFE: 17, UNSAFE: 8}, 25)
    assert summary(workspace, WAVE).rows[0].asked is None  # everybody was


def test_until_then_they_are_two(workspace: Workspace, tmp_path: Path) -> None:
    loaded(workspace, written(tmp_path, APART))
    assert sorted({row.base for row in summary(workspace, WAVE).rows if row.base}) == [12, 13]


def test_what_some_answered_twice_is_two_questions(workspace: Workspace, tmp_path: Path) -> None:
    both = written(tmp_path, [*APART, ["99", SAFE, UNSAFE]])
    assert offered(workspace, both) == []
    loaded(workspace, both, decisions=JOINED)
    assert len({row.question for row in summary(workspace, WAVE).rows}) == 2


def test_what_was_joined_is_joined_in_the_next_wave(workspace: Workspace, tmp_path: Path) -> None:
    loaded(workspace, written(tmp_path, APART), decisions=JOINED)
    proposal = propose(workspace, written(tmp_path, BY_ROUTE, "next.csv"), survey=SURVEY)
    assert [column.use for column in proposal.columns[1:]] == [Use.QUESTION, Use.JOINED]
    assert proposal.doubts == ()
