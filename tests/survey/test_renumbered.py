"""What was decided of a question is remembered by its words, whatever its number is now."""

from pathlib import Path

from assessment.survey.reading.proposal import Decision, DoubtKind, Use
from assessment.workspace import Workspace
from tests.stored import stored
from tests.survey.loads import Rows, counts, loaded, proposed, written

SAFE, CLEAN = "How safe is it?", "How clean is it?"
CODES = {"1": "Here", "2": "There"}


def export(folder: Path, name: str, *headers: str) -> Path:
    answers = [[str(n), *("12"[(n + k) % 2] for k in range(len(headers)))] for n in range(9)]
    rows: Rows = [["ID", *headers], *answers]
    return written(folder, rows, name)


def test_a_question_that_moved(workspace: Workspace, tmp_path: Path) -> None:
    first = export(tmp_path, "one.csv", f"Q3. {SAFE}", f"Q4. {CLEAN}")
    meant = {f"Q3. {SAFE}": Decision(codes=CODES), f"Q4. {CLEAN}": Decision(codes=CODES)}
    loaded(workspace, first, decisions=meant)
    second = export(tmp_path, "two.csv", f"4) {CLEAN}", f"Q5: {SAFE}")
    proposal = proposed(workspace, second)
    assert proposal.doubts == ()  # neither the codes nor anything else
    slugs = {
        column.header: column.slug for column in proposal.columns if column.use is Use.QUESTION
    }
    assert slugs == {f"4) {CLEAN}": "clean", f"Q5: {SAFE}": "safe"}
    loaded(workspace, second, wave="two")
    assert counts(workspace, "safe", "two") == {"Here": 4, "There": 5}
    held = stored(workspace, "SELECT header FROM survey_reading")["header"]
    assert {*held} == {*slugs}  # the numbers that they had are forgotten
    loaded(workspace, first, wave="three")
    assert counts(workspace, "safe", "three") == {"Here": 5, "There": 4}


def test_words_that_two_questions_share_tell_nothing(workspace: Workspace, tmp_path: Path) -> None:
    meant = {f"Q{n}. {SAFE}": Decision(codes=CODES) for n in (3, 7)}
    loaded(workspace, export(tmp_path, "one.csv", *meant), decisions=meant)
    as_before = export(tmp_path, "same.csv", *meant)
    assert proposed(workspace, as_before).doubts == ()
    moved = export(tmp_path, "two.csv", f"Q7. {SAFE}", f"Q11. {SAFE}")
    doubts = [doubt for doubt in proposed(workspace, moved).doubts if not doubt.blocks]
    assert {(doubt.kind, doubt.header) for doubt in doubts} == {
        (DoubtKind.REWORDED, f"Q7. {SAFE}"),
        (DoubtKind.REWORDED, f"Q11. {SAFE}"),
    }
    said = {doubt.header: doubt.suggestion for doubt in doubts if doubt.suggestion}
    assert said[f"Q7. {SAFE}"].codes == CODES  # what was known of it comes with it


def test_numbers_alone_may_be_anothers_now(workspace: Workspace, tmp_path: Path) -> None:
    meant = {"Q1": Decision(codes=CODES)}
    told = loaded(workspace, export(tmp_path, "one.csv", "Q1"), decisions=meant).problems
    assert not any("without words" in each for each in told)
    told = loaded(workspace, export(tmp_path, "two.csv", "Q1"), wave="two").problems
    assert any("taken for those that had their numbers before" in each for each in told)
