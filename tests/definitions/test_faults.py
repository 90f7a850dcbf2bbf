"""What is wrong with a definition file is said, all of it at once, where it is."""

from pathlib import Path

import pytest

from assessment.definitions.district_file import read_districts
from assessment.definitions.measures.measure_files import read_measure_sets
from assessment.definitions.recipes import read_recipes
from assessment.errors import DefinitionFault

AUTHORED = 'author = "A"\nchecker = "C"\nreviewed = 2026-01-31\nsource = "S"\n'


def measure(measure_id: str, **others: str) -> str:
    """Write a measure; `others` are TOML values that take the place of those here."""
    values = {
        "id": f'"{measure_id}"',
        "label": f'"{measure_id}"',
        "kind": '"offence"',
        "noun": '"offence"',
        "direction": '"down"',
        "definition": '"D."',
    } | others
    return "[[measure]]\n" + "".join(f"{key} = {value}\n" for key, value in values.items() if value)


def measure_set(set_id: str, *measures: str, head: str = AUTHORED, data_set: str = "police") -> str:
    head = f'data_set = "{data_set}"\n{head}'
    return f'id = "{set_id}"\nlabel = "L"\nowner = "O"\n{head}' + "".join(measures)


UNMAPPED = measure("unmapped", kind='"unmapped"')


def partner(set_id: str, data_set: str, *measures: str) -> str:
    """Write a partner's set of a group with two members, and what else is said."""
    group = measure("fires", kind='"incident"', members='["chimney", "primary"]')
    members = (measure("chimney", kind='"incident"'), measure("primary", kind='"incident"'))
    return measure_set(set_id, group, *members, *measures, data_set=data_set)


FLARE = measure("flare", kind='"incident"')


def total(counts: str) -> str:
    return measure("total", kind='"total"', counts=counts)


HOME_OFFICE = measure_set("home-office", measure("theft"), measure("arson"))
POLICE_UK = measure_set(
    "police-uk",
    measure("stealing", home_office='["theft"]'),
    measure("burning", home_office='["arson"]'),
)
FLAGS = measure_set("flags", measure("knife", kind='"flag"'))
SOUND = {"home-office": HOME_OFFICE, "police-uk": POLICE_UK, "flags": FLAGS}


def mapped(*subgroups: str) -> dict[str, str]:
    measures = [measure(f"m{n}", home_office=said) for n, said in enumerate(subgroups)]
    return {"police-uk": measure_set("police-uk", *measures)}


def offences(*measures: str) -> dict[str, str]:
    """Home Office measures in the place of the sound ones, without a mapping to them."""
    return {"home-office": measure_set("home-office", *measures), "police-uk": ""}


FAULTS: list[tuple[dict[str, str], str]] = [
    (
        {"flags": measure_set("flags", *(measure(f"f{n}", kind='"flag"') for n in range(16)))},
        "[whole file] measure: expected at most 15 flags beside their strands, found 16",
    ),
    # Fields of the file.
    ({"flags": "id = "}, "flags.toml: [whole file] text: expected TOML in UTF-8"),
    (
        {"flags": FLAGS.replace('owner = "O"', "")},
        "flags.toml: [whole file] owner: expected a text, found None",
    ),
    ({"flags": FLAGS.replace('"O"', '" "')}, "owner: expected a text, found ' '"),
    ({"flags": FLAGS.replace('checker = "C"', "")}, "checker: expected a text, found None"),
    (
        {"flags": f"ownr = 1\n{FLAGS}"},
        "flags.toml: [whole file] ownr: expected no such field, found 1",
    ),
    (
        {"flags": FLAGS.replace("2026-01-31", '"last week"')},
        "reviewed: expected a date (YYYY-MM-DD",
    ),
    ({"flags": FLAGS.replace("2026-01-31", "2026-01-31T10:00:00")}, "reviewed: expected a date"),
    (
        {"flags": measure_set("flags")},
        "flags.toml: [whole file] measure: expected [[measure]] tables",
    ),
    ({"again": FLAGS}, "id: expected each set once, found 'flags'"),
    # Whose records a set counts.
    (
        {"flags": FLAGS.replace('data_set = "police"', "")},
        "flags.toml: [whole file] data_set: expected a text, found None",
    ),
    (
        {"flags": FLAGS.replace('data_set = "police"', 'data_set = "fire"')},
        "data_set: expected 'police' for the sets of the police alone, found 'fire'",
    ),
    (
        {"fire": partner("fire", "police", UNMAPPED)},
        "data_set: expected 'police' for the sets of the police alone, found 'police'",
    ),
    (
        {"fire": partner("fire", "fire", UNMAPPED), "fires": partner("fires", "fire", UNMAPPED)},
        "data_set: expected each data set of a partner once, found 'fire'",
    ),
    (
        {"fire": partner("fire", "fire")},
        "fire.toml: [whole file] measure: expected one of kind unmapped, and of that id, found 0",
    ),
    (
        {"fire": partner("fire", "fire", UNMAPPED, total('["fire"]'))},
        "[total] counts: expected one of offence, incident",
    ),
    (
        {"fire": partner("fire", "fire", UNMAPPED, FLARE, total('["chimney", "flare"]'))},
        "[total] counts: expected all that fires counts, or part of it, found ('chimney', 'flare')",
    ),
    # Fields of a measure.
    (
        offences(measure("theft", kind='"crime"')),
        "[theft] kind: expected one of offence, incident, case, referral, attendance, flag, "
        "unmapped, total, found 'crime'",
    ),
    (offences(measure("theft", kind="[1]")), "[theft] kind: expected one of"),
    (
        offences(measure("theft", direction='"sideways"')),
        "[theft] direction: expected one of down, up, neutral, found 'sideways'",
    ),
    (offences(measure("theft", definition="")), "[theft] definition: expected a text, found None"),
    (offences(measure("theft", label="7")), "[theft] label: expected a text, found 7"),
    (
        offences(measure("theft", alias='["x"]')),
        "[theft] alias: expected no such field, found ['x']",
    ),
    (
        offences(measure("theft", caveats='"one"')),
        "[theft] caveats: expected a list of texts, found 'one'",
    ),
    (
        offences(measure("theft", aliases="[1]")),
        "[theft] aliases: expected a list of texts, found [1]",
    ),
    # What a measure says of others.
    (
        offences(measure("theft"), measure("theft", label='"T"')),
        "id: expected each measure once, found 'theft'",
    ),
    (
        offences(measure("theft", members='["thft"]')),
        "[theft] members: expected the id of something that exists, found 'thft'",
    ),
    (
        offences(measure("a", members='["b"]'), measure("b", members='["c"]'), measure("c")),
        "[a] members: expected a measure without members, found 'b'",
    ),
    (
        offences(measure("a", members='["b"]'), measure("b", kind='"incident"')),
        "[a] members: expected measures of kind offence, found 'b'",
    ),
    (
        offences(measure("a", members='["c"]'), measure("b", members='["c"]'), measure("c")),
        "members: expected each measure in one group, found 'c'",
    ),
    (
        offences(
            measure("a", aliases='["Shop & stall"]'), measure("b", aliases='["shop and stall"]')
        ),
        "[b] aliases: expected what does not already mean a, found 'shop and stall'",
    ),
    (
        offences(measure("a"), measure("b", aliases='["A"]')),
        "[b] aliases: expected what does not already mean a, found 'A'",
    ),
    (
        offences(measure("a", aliases='["x y", "X-Y"]')),
        "[a] aliases: expected each name once, the label among them, found 'x y'",
    ),
    # Totals hold neither flags nor totals, and nothing is recorded under them.
    (
        offences(measure("all", kind='"total"')),
        "[all] counts: expected the kinds counted, in a total only",
    ),
    (
        offences(measure("a", counts='["offence"]')),
        "[a] counts: expected the kinds counted, in a total only",
    ),
    (
        offences(measure("all", kind='"total"', counts='["flag"]')),
        "[all] counts: expected one of offence, incident, case, referral, attendance, unmapped, "
        "found 'flag'",
    ),
    (offences(measure("all", kind='"total"', counts='["total"]')), "found 'total'"),
    (
        offences(measure("all", kind='"total"', counts='["offence"]', aliases='["x"]')),
        "[all] aliases: expected none: nothing is recorded under a total",
    ),
    (
        offences(measure("a", kind='"flag"')),
        "[a] kind: expected flags in the set 'flags' and nowhere else, found 'flag'",
    ),
    ({"flags": measure_set("flags", measure("a"))}, "[a] kind: expected flags in the set 'flags'"),
    (
        offences(measure("knife")),
        "[knife] id: expected what is not the id of a flag, found 'knife'",
    ),
    # The mapping holds every subgroup once.
    (
        mapped('["theft"]'),
        "police-uk.toml: [whole file] home_office: expected a category for arson",
    ),
    (
        mapped('["theft", "arson"]', '["arson"]'),
        "home_office: expected each subgroup in one category, found 'arson'",
    ),
    (
        mapped('["theft", "arson", "arsn"]'),
        "[m0] home_office: expected the id of something that exists, found 'arsn'",
    ),
    (
        mapped('["theft", "arson"]', ""),
        "[m1] home_office: expected the subgroups that it is made of",
    ),
    (
        offences(measure("theft", home_office='["theft"]')),
        "[theft] home_office: expected only in police-uk",
    ),
]


def write(folder: Path, files: dict[str, str]) -> Path:
    for name, text in files.items():
        if text:
            (folder / f"{name}.toml").write_text(text, encoding="utf-8")
    return folder


def test_the_sound_files_of_these_tests_load(tmp_path: Path) -> None:
    sets = read_measure_sets(write(tmp_path, SOUND))
    assert sorted(sets) == ["flags", "home-office", "police-uk"]


@pytest.mark.parametrize(("files", "said"), FAULTS)
def test_fault(tmp_path: Path, files: dict[str, str], said: str) -> None:
    with pytest.raises(DefinitionFault) as fault:
        read_measure_sets(write(tmp_path, SOUND | files))
    assert said in str(fault.value)


def test_every_fault_is_said_at_once(tmp_path: Path) -> None:
    files = {
        "home-office": measure_set("home-office", measure("theft", kind='"crime"', definition="")),
        "flags": FLAGS.replace('owner = "O"', "") + measure("knife", kind='"flag"'),
        "police-uk": "id = ",
    }
    with pytest.raises(DefinitionFault) as fault:
        read_measure_sets(write(tmp_path, files))
    lines = str(fault.value).splitlines()
    assert sorted(line.split(": expected")[0] for line in lines) == [
        "flags.toml: [whole file] id",
        "flags.toml: [whole file] owner",
        "home-office.toml: [theft] definition",
        "home-office.toml: [theft] kind",
        "police-uk.toml: [whole file] text",
    ]


def test_an_empty_folder(tmp_path: Path) -> None:
    with pytest.raises(DefinitionFault, match=r"at least one \.toml file"):
        read_measure_sets(tmp_path)


def test_a_file_in_another_encoding(tmp_path: Path) -> None:
    (tmp_path / "flags.toml").write_bytes('label = "Ynys Môn"'.encode("latin-1"))
    with pytest.raises(DefinitionFault, match="expected TOML in UTF-8"):
        read_measure_sets(tmp_path)


RECIPE = f"""
id = "r"
label = "R"
measure_set = "flags"
covers = "force"
{AUTHORED}
one_of = [["recorded"]]
unused = ["Location"]
[[column]]
field = "recorded"
names = ["Month"]
required = true
"""

RECIPE_FAULTS = [
    ('"flags"', '"flgs"', "measure_set: expected the id of something that exists, found 'flgs'"),
    ('"flags"', '""', "measure_set: expected a text, found ''"),
    ('"force"', '"town"', "covers: expected one of force, district, found 'town'"),
    (
        '[["recorded"]]',
        '[["date_to"]]',
        "one_of: expected the id of something that exists, found 'date_to'",
    ),
    ('[["recorded"]]', '["recorded"]', "one_of: expected a list of lists of texts"),
    ('[["recorded"]]', "[[]]", "one_of: expected a list of lists of texts"),
    ('field = "recorded"', 'field = "when"', "[when] field: expected one of reference, "),
    ('["Month"]', "[]", "[recorded] names: expected a list of texts, found []"),
    ('["Month"]', '["Month", "MONTH"]', "names: expected each header once, found 'month'"),
    ('["Month"]', '["Month", "location"]', "names: expected each header once, found 'location'"),
    ("= true", '= "yes"', "[recorded] required: expected true or false, found 'yes'"),
    ("= true", "= true\nrequird = 1", "[recorded] requird: expected no such field, found 1"),
    ("= true", '\n[[column]]\nfield = "recorded"\nnames = ["M"]', "expected each field once"),
    ('source = "S"', "", "source: expected a text, found None"),
]


FLAG_COLUMNS = ("flags", "hate-crime")


def test_the_sound_recipe_of_these_tests_loads(tmp_path: Path) -> None:
    assert (
        read_recipes(write(tmp_path, {"r": RECIPE}), ["flags"], FLAG_COLUMNS)["r"].measure_set
        == "flags"
    )


@pytest.mark.parametrize(("sound", "faulty", "said"), RECIPE_FAULTS)
def test_fault_of_a_recipe(tmp_path: Path, sound: str, faulty: str, said: str) -> None:
    text = RECIPE.replace(sound, faulty).replace("required \n", "")
    assert text != RECIPE
    with pytest.raises(DefinitionFault) as fault:
        read_recipes(write(tmp_path, {"r": text}), ["flags"], FLAG_COLUMNS)
    assert said in str(fault.value)


def test_two_recipes_of_one_id(tmp_path: Path) -> None:
    with pytest.raises(DefinitionFault, match="id: expected each recipe once, found 'r'"):
        read_recipes(write(tmp_path, {"r": RECIPE, "s": RECIPE}), ["flags"], FLAG_COLUMNS)


DISTRICT_FAULTS = [
    ("code,name,force", "header] columns: expected code,name,force,successor,also"),
    ("E0700006,Castle Point,Essex Police,,", "[E0700006] code: expected an ONS code"),
    ("S12000033,Aberdeen City,Essex Police,,", "[S12000033] code: expected an ONS code"),
    ("E07000070,Chelmsford,,,", "[E07000070] force: expected a text, found ''"),
    ("E07000070,,Essex Police,,", "[E07000070] name: expected a text, found ''"),
    ("E07000070,Chelmsford", "[E07000070] row: expected 5 columns"),
    ("E07000070,Chelmsford,Essex Police,,,more", "[E07000070] row: expected 5 columns"),
    ("E07000069,Canvey,Essex Police,,", "[E07000069] code: expected each code once"),
    ("E07000070,CASTLE POINT,Essex Police,,", "expected what does not already mean E07000069"),
    ("E07000070,Chelmsford,Essex Police,,Castle Point", "does not already mean E07000069"),
    (
        "E07000070,Chelmsford,Essex Police,E07000099,",
        "successor: expected the code of a district of today",
    ),
    (
        "E07000070,Chelmsford,Kent Police,E07000069,",
        "[E07000070] force: expected Essex Police, found 'Kent Police'",
    ),
]


@pytest.mark.parametrize(("row", "said"), DISTRICT_FAULTS)
def test_fault_of_the_districts(tmp_path: Path, row: str, said: str) -> None:
    sound = "code,name,force,successor,also\nE07000069,Castle Point,Essex Police,,\n"
    path = tmp_path / "districts.csv"
    path.write_text(row if row.startswith("code") else sound + row, encoding="utf-8")
    with pytest.raises(DefinitionFault) as fault:
        read_districts(path)
    assert said in str(fault.value)
