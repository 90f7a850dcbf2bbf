"""A measure that no row stands for is refused in words by every command that asks of one alone."""

from pathlib import Path

import pytest

from assessment.__main__ import main

ASKED = ["--partnership", "rochford", "--period", "rolling-12", "--measure", "unmapped"]


@pytest.mark.parametrize(
    "command",
    [
        ["victims"],
        ["beside", "--with", "council-cases"],
        ["evaluate", "--funded", "Hockley", "--compared", "Hawkwell East"],
    ],
    ids=lambda command: command[0],
)
def test_what_no_row_stands_for_is_refused(
    example_store: Path, capsys: pytest.CaptureFixture[str], command: list[str]
) -> None:
    assert main(["--store", str(example_store), *command, *ASKED]) == 2
    assert "Name another measure." in capsys.readouterr().err
