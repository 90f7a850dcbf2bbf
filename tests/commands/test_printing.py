"""What people named does nothing to a terminal, whichever command prints it, and on what stream."""

import json
import re
import shutil
from contextlib import suppress
from pathlib import Path
from unicodedata import category

import pytest

from assessment.__main__ import main
from assessment.commands.printing import say_json, visible
from assessment.store import Store
from tests.extracts import street_row, write_csv

# Clears the screen, rings, turns the words around, goes back, ends the line and forges another.
HOSTILE = "N\x1b[2J\x07\u202e\u2066\x9b\r\u2028\x7fforged"
FORGED = "\nb.csv (police): loaded"
UNSEEN = ("Cc", "Cf", "Cs", "Zl", "Zp")
JANUARY = ["--period", "custom", "--from", "2024-01-01", "--to", "2024-01-31"]


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store in which everything that has a name has a hostile one, and work was cut short."""
    path = tmp_path_factory.mktemp("hostile") / "assessment.duckdb"
    file = path.with_name("street.csv")
    write_csv(file, [street_row(f"{n}{m}", m) for m in ("2023-01", "2024-01") for n in range(30)])
    answers = path.with_name("answers.csv")
    said = [["Very safe", f"Elm {HOSTILE}"], ["Fairly safe", "Oak Ward"]] * 9
    write_csv(answers, said, ["How safe do you feel?", "Which ward do you live in?"])
    at = ["--store", str(path)]
    assert main([*at, "init", "--empty"]) == 0
    assert main(["load", str(file), *at]) == 0
    assert main(["partnership", "add", "Luton", "--district", "Luton", *at]) == 0
    assert main(["schemes", "copy", "harm-only", "ours", "--label", HOSTILE, *at]) == 0
    given = ["--survey", "s", "--wave", "w", "--mode", "panel", "--partnership", "luton"]
    assert main(["survey", "load", str(answers), *given, "--name", f"Luton {HOSTILE}", *at]) == 0
    store = Store.open(path)
    store.transactions.note(
        "begin_work", id="1", what=f"The load of {HOSTILE}{FORGED}", who=HOSTILE
    )
    with store.writing() as writer:
        # As a store may hold it from before such names were refused.
        writer.run("put_partnership", id="luton", label=HOSTILE + FORGED, synthetic=False)
    store.close()
    return path


@pytest.mark.parametrize(
    "asked",
    [
        ["init"],
        ["load", HOSTILE + FORGED],
        ["load", "{folder}/file"],
        ["load", "{folder}/file", "--dry-run", "--source", "other"],
        ["load", "{folder}/empty"],
        ["partnership", "add", HOSTILE, "--district", HOSTILE + FORGED],
        ["partnership", "list"],
        ["partnership", "list", "--json"],
        ["population", "load", "{folder}/file"],
        ["population", "list"],
        ["changes", "--partnership", "luton", *JANUARY],
        ["changes", "--partnership", "luton", *JANUARY, "--json"],
        ["changes", "--partnership", f"force:{HOSTILE}", *JANUARY],
        ["schemes", "list"],
        ["schemes", "show", "ours"],
        ["schemes", "show", "ours", "--json"],
        ["schemes", "show", HOSTILE],
        ["score", "--partnership", "luton"],
        ["score", "--partnership", "luton", "--scheme", "ours"],
        ["score", "--partnership", HOSTILE],
        ["priorities", "--partnership", HOSTILE],
        ["survey", "list"],
        ["survey", "summary", "--wave", "w"],
        ["survey", "summary", "--wave", HOSTILE],
        ["backup", "{folder}/copies"],
        ["restore", HOSTILE],
        [HOSTILE],
        ["init", HOSTILE + FORGED],
    ],
)
def test_no_command_prints_what_is_not_seen(
    filled: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], asked: list[str]
) -> None:
    path = Path(shutil.copy(filled, tmp_path))
    folder = tmp_path / "N\x1b[2J\x07\u202e\nb.csv"
    folder.mkdir()
    names = {"{folder}/copies": folder, "{folder}/empty": folder / (HOSTILE + FORGED[:9])}
    names["{folder}/file"] = folder / (HOSTILE + FORGED[:9] + ".csv")
    rows = [street_row(f"x{n}", "2024-02", HOSTILE) for n in range(30)]
    write_csv(names["{folder}/file"], rows)
    names["{folder}/empty"].touch()
    capsys.readouterr()
    with suppress(SystemExit):  # as argparse leaves
        main([*(str(names.get(each, each)) for each in asked), "--store", str(path)])
    out, err = capsys.readouterr()
    said = (out + err).replace("\n", "")
    assert said
    assert not [each for each in said if category(each) in UNSEEN], repr(said)
    assert not re.search("^b.csv", out + err, re.MULTILINE), "a line of its own"


def test_names_are_written_out_and_still_told_apart() -> None:
    assert visible("N\x1b[2J\x07\u202e\n") == r"N\x1b[2J\x07\u202e\n"
    assert visible("Ynys Môn – 5\N{NO-BREAK SPACE}000 ●") == "Ynys Môn – 5\N{NO-BREAK SPACE}000 ●"


def test_json_says_the_same_to_a_program(capsys: pytest.CaptureFixture[str]) -> None:
    say_json({"name": HOSTILE + "Môn"}, ensure_ascii=False)
    said = capsys.readouterr().out
    assert json.loads(said) == {"name": HOSTILE + "Môn"}
    assert "Môn" in said
    assert "\x9b" not in said
