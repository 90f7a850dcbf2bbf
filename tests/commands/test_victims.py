"""`victims`, as other programs call it: every field is documented."""

import json
from pathlib import Path

import pytest

from assessment.__main__ import main
from assessment.store import Store
from tests.pages.test_victims import BANDS

ASKED = ["victims", "--partnership", "rochford", "--period", "rolling-12", "--measure", "burglary"]
GUIDE = Path(__file__).parents[2] / "docs" / "user-guide.md"


def test_victims_as_json_and_in_words(own_store: Path, capsys: pytest.CaptureFixture[str]) -> None:
    store = Store.open(own_store)
    with store.writing() as writer:
        writer._cursor.execute(BANDS)
        writer._cursor.execute("UPDATE incident SET victims = ['thekey00a'] WHERE rowid % 3 = 0")
    store.close()
    capsys.readouterr()
    assert main(["--store", str(own_store), *ASKED, "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    (row,) = told["victims"]
    kind = row["kinds"][0]
    assert (kind["kind"], kind["bands"][0]["band"]) == ("age", "age=18-24")
    assert kind["said"] + kind["bands"][-1]["current"] > kind["said"] > 0
    again = told["repeats"]["victims"]
    assert again["now"]["repeat"] == 1
    places = told["repeats"]["places"]
    guide = GUIDE.read_text(encoding="utf-8")
    section = guide[guide.index("`victims --json`") :].split("\n\n")[0]
    objects = (told, row, kind, kind["bands"][0], again, again["now"], *places)
    names = {name for each in objects for name in each}
    assert {name for name in names if f"`{name}`" not in section} == set()
    assert main(["--store", str(own_store), *ASKED]) == 0
    assert "come again within the year" in capsys.readouterr().out
