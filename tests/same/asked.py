"""Every command that is asked, and on which store: a part begins with a store of its own."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from tests.same.faults import faults


@dataclass(frozen=True)
class Part:
    """Commands that are asked one after another of one store."""

    name: str
    begins_with: Literal["examples", "nothing"]
    lines: tuple[str, ...]
    is_alone: bool = False  # each command in a process of its own, as people ask it


# Each example with the last month of its records.
EXAMPLES = {
    "castle-point-and-rochford": "2022-03",
    "maldon": "2017-08",
    "medway": "2024-03",
    "rochford": "2022-03",
    "safer-colchester": "2019-09",
}
KINDS = ("data-year", "financial-year", "calendar-year", "rolling-12", "fytd", "quarter")
SETS = ("home-office", "police-uk", "flags")
MEASURES = {
    "home-office": "all-crime all-records violence-against-the-person homicide rape robbery "
    "sexual-offences violence-with-injury stalking-and-harassment burglary theft-offences "
    "vehicle-offences shoplifting criminal-damage arson drug-offences possession-of-weapons "
    "public-order miscellaneous-crimes anti-social-behaviour bicycle-theft",
    "police-uk": "drugs other-crime vehicle-crime violence-and-sexual-offences unmapped",
    "flags": "domestic-abuse hate-crime hate-crime-race hate-crime-religion hate-crime-disability "
    "hate-crime-sexual-orientation hate-crime-transgender knife-crime alcohol-related "
    "violence-against-women-and-girls",
}
SCHEMES = (
    "weighted-evidence",
    "composite-index",
    "four-by-four",
    "harm-and-likelihood",
    "harm-only",
    "likelihood-by-impact",
)
ONLINE, PANEL = "medway-online-2023-09", "medway-panel-2023-q2"
ROCHFORD = "changes --partnership rochford --period financial-year --ending 2022-03"
HELPED = (
    "init",
    "dashboard",
    *("load", "map"),
    *("partnership", "partnership add", "partnership list"),
    *("population", "population load", "population list", "population remove"),
    "changes",
    *("schemes", "schemes list", "schemes show", "schemes copy"),
    *("score", "priorities"),
    *("survey", "survey load", "survey list", "survey summary", "survey compare"),
    *("backup", "restore"),
)


def parts() -> list[Part]:
    """Return everything that is asked, in order."""
    return [
        Part("alone", "examples", tuple(_alone()), is_alone=True),
        Part("help", "nothing", ("--help", "--version", *(f"{each} --help" for each in HELPED))),
        Part("changes", "examples", tuple(_changes())),
        Part("answers", "examples", tuple(_answers())),
        Part("faults", "examples", tuple(faults())),
        Part("no store", "nothing", NO_STORE),
        Part("loads", "nothing", tuple(_loads())),
        Part("survey loads", "nothing", tuple(_survey_loads())),
        Part("populations", "nothing", POPULATIONS),
        Part("kept", "examples", KEPT),
    ]


def _alone() -> Iterator[str]:
    """One of each command: each must find all that it needs by itself."""
    yield from ("--version", "init --examples", "partnership list", "schemes list", "survey list")
    yield from ("population list", ROCHFORD, f"{ROCHFORD} --json", "priorities", "backup copies")
    yield from ("score --partnership rochford", "schemes show weighted-evidence")
    yield from (f"survey summary --wave {ONLINE}", f"survey compare --wave {ONLINE} --wave {PANEL}")
    yield from ("load given/more.csv --dry-run", "population load given/people.csv --dry-run")
    yield "survey load given/residents-2023.csv --dry-run --survey a --wave b --partnership medway"
    yield from ("partnership add Luton --district Luton", "load given/more.csv", "nonsense", "")
    yield from ("dashboard --port 70000", "restore {copy}", "init --empty", "schemes copy x y")


def _changes() -> Iterator[str]:
    for partnership, ending in EXAMPLES.items():
        asked = f"changes --partnership {partnership}"
        for kind in KINDS:
            yield f"{asked} --period {kind}"
            yield f"{asked} --period {kind} --json"
            year = ending[:4] if kind not in ("data-year", "calendar-year") else f"{ending[:2]}18"
            last = {"data-year": "09", "calendar-year": "12"}.get(kind, ending[5:])
            if kind in ("financial-year", "quarter"):
                last = "03"
            yield f"{asked} --period {kind} --ending {year}-{last}"
        ended = f"{asked} --period fytd --ending {ending}"
        for measure_set in SETS:
            yield f"{ended} --set {measure_set}"
            yield f"{ended} --set {measure_set} --json"
            yield f"{ended} --set {measure_set} --by district"
        yield f"{ended} --by district --json"
        yield f"{ended} --by ward"
        yield f"{ended} --by ward --json --measure all-crime"
        yield f"{ended} --by lsoa --measure anti-social-behaviour"
        yield f"{ended} --by lsoa --json --measure shoplifting"
        days = f"--from {int(ending[:4]) - 1}-11-05 --to {int(ending[:4])}-02-{28}"
        yield f"{asked} --period custom {days}"
        yield f"{asked} --period custom {days} --json --set flags"
        other = (
            f"--compare-from {int(ending[:4]) - 2}-04-01 --compare-to {int(ending[:4]) - 2}-06-30"
        )
        yield f"{asked} --period quarter {other}"
        yield f"{asked} --period rolling-12 {other} --json"
    for measure_set, named in MEASURES.items():
        for measure in named.split():
            yield f"{ROCHFORD} --measure {measure}"
        yield f"{ROCHFORD} --measure {measure} --set {measure_set} --json"
    for force in ("Essex Police", "essex", "Kent Police", "Bedfordshire Police"):
        yield f"changes --partnership 'force:{force}' --period rolling-12"
        yield f"changes --partnership 'force:{force}' --period fytd --ending 2017-08 --json"
        yield f"changes --partnership 'force:{force}' --period fytd --ending 2017-08 --by district"
    yield f"{ROCHFORD} --by lsoa --set home-office"


def _answers() -> Iterator[str]:
    yield from both(
        "map list", "partnership list", "schemes list", "survey list", "population list"
    )
    for scheme in SCHEMES:
        yield from both(f"schemes show {scheme}")
        yield f"schemes show {scheme} --version 1"
        for partnership in sorted(
            EXAMPLES.keys() - {"maldon"}
        ):  # of which no whole year is covered
            yield from both(f"score --partnership {partnership} --scheme {scheme}")
    for partnership, ending in EXAMPLES.items():
        asked = f"score --partnership {partnership}"
        yield from (asked, f"{asked} --today", f"{asked} --ending {ending}")
        yield from (f"{asked} --ending 2016-03", f"{asked} --ending 2016-03 --json --today")
        yield from both(f"priorities --partnership {partnership}")
        yield from both(f"priorities --partnership {partnership} --ending {ending}")
    yield from both("priorities", "priorities --ending 2022-03")
    for wave in (ONLINE, PANEL):
        yield from both(*(f"survey summary --wave {wave}{more}" for more in SUMMARIES))
    yield from both(f"survey compare --wave {ONLINE} --wave {PANEL}")
    yield from both(f"survey compare --wave {PANEL} --wave {ONLINE}")


def both(*lines: str) -> Iterator[str]:
    for line in lines:
        yield from (line, f"{line} --json")


QUESTIONS = ("safe-by-day", "safe-after-dark", "problem", "priority", "would-help", "1", "4", "9")
SUMMARIES = (
    "",
    " --weighted",
    " --weighted --merge",
    " --by age",
    " --by sex",
    " --by ward",
    " --by sex --weighted",
    " --by safe-after-dark",
    *(f" --question {question}" for question in QUESTIONS),
    *(f" --question {question} --by sex" for question in QUESTIONS[1:4]),
    " --question safe-after-dark --by age --weighted --merge",
    " --question problem --by ward --weighted",
)


NO_STORE = (
    "partnership list",
    "score --partnership rochford",
    "load given/more.csv",
    "backup",
    "restore none.duckdb",
    "init",
    "init",
    "partnership list",
    "partnership list --json",
    "schemes list",
    "survey list",
    "survey list --json",
    "population list",
    "population list --json",
    "priorities",
    "priorities --json",
    "score --partnership rochford",
    "partnership add Luton --district Luton",
    "changes --partnership luton --period fytd",
    "changes --partnership luton --period fytd --ending 2024-05",
    "changes --partnership 'force:Kent Police' --period fytd",
    "score --partnership luton",
    "score --partnership luton --ending 2024-03 --json",
    "survey summary --wave w",
    "init --empty",
)
LUTON = "changes --partnership luton --period rolling-12"
REFUSED = (
    "empty.csv",
    "header-only.csv",
    "no-table.csv",
    "unknown-columns.csv",
    "without-month.csv",
    "two-months.csv",
    "longer-row.csv",
    "every-date-wrong.csv",
    "future.csv",
    "binary.csv",
    "utf-16.csv",
    "semicolons.csv",
    "not-a-zip.zip",
    "nothing-in-it.zip",
    "outside.zip",
    "no-tables.zip",
    "zip-in-zip.zip",
    "link.zip",
    "encrypted.zip",
    "lying.zip",
    "far-apart.xlsx",
    "table.ods",
    "old.xls",
    "no-workbook.xlsx",
    "report.pdf",
    "page.html",
)


def _loads() -> Iterator[str]:
    yield from ("init", "partnership add Luton --district Luton")
    yield "partnership add 'Bedford and Luton' --district Bedford --district E06000032"
    street = "given/2023-12-bedfordshire-street.csv"
    yield from (f"load {street} --dry-run", f"load {street} --dry-run --json", f"load {street}")
    yield from (f"load {street}", f"load {street} --json", f"load {street} --dry-run")
    yield from both(
        LUTON,
        f"{LUTON} --by district",
        "changes --partnership bedford-and-luton --period calendar-year --by district",
    )
    yield from ("load given/again.csv", "load given/later.csv --dry-run", "load given/later.csv")
    yield from both(LUTON)
    for name in ("more.csv", "gap.csv", "repeated.csv", "2022-03.zip", "april.xlsx", "kent.csv"):
        yield f"load given/{name} --dry-run"
        yield f"load given/{name} --json"
    yield from ("load given/incidents.csv --dry-run", "load given/incidents.csv")
    yield from ("load given/odd.csv --dry-run --json", "load given/odd.csv")
    yield from ("load given/personal.csv --source beds-police", "load given/personal.csv --json")
    yield from both(LUTON, f"{LUTON} --set home-office", f"{LUTON} --set flags")
    for name in REFUSED:
        yield f"load given/{name}"
    yield "load given/*.pdf given/empty.csv given/more.csv --json"
    yield "load given/name*.csv"
    yield "load given/more.csv given/gap.csv given/kent.csv --source beds-police --dry-run"
    yield "load given/more.csv given/gap.csv given/kent.csv --source beds-police"
    yield "load given/example-maldon.csv"
    yield "load given/example-maldon.csv"
    yield "partnership add Maldon --district Maldon"
    yield from both("changes --partnership maldon --period fytd --ending 2017-08")
    yield from both("score --partnership luton", "score --partnership bedford-and-luton")
    yield from both("score --partnership maldon --ending 2017-08 --scheme four-by-four")
    yield from both("partnership list")
    yield from ("init --examples", "load given/example-maldon.csv --dry-run", "init --empty")
    yield from ("partnership list", "backup", f"{LUTON} --by lsoa --measure shoplifting")


def _survey_loads() -> Iterator[str]:
    yield from ("init", "partnership add Luton --district Luton")
    whose = "--name 'Residents of Luton' --partnership luton --mode panel --survey residents"
    for year in (2023, 2024):
        asked = f"survey load given/residents-{year}.csv {whose} --wave online-{year}"
        yield from (f"{asked} --dry-run", f"{asked} --dry-run --json", asked, asked)
    changed = f"survey load given/residents-changed.csv {whose} --wave online-2024"
    yield from (f"{changed} --dry-run", "survey list", "survey list --json")
    yield from both("survey compare --wave online-2023 --wave online-2024")
    for more in ("", " --by sex", " --by age", " --weighted", " --question priority --by sex"):
        yield from both(f"survey summary --wave online-2023{more}")
    yield from (changed, "survey summary --wave online-2024")
    for name in (
        "forms.xlsx",
        "monkey.csv",
        "smart.csv",
        "engagement.csv",
        "typed.xlsx",
        "ratings.csv",
        f"{ONLINE}.csv",
        f"{PANEL}.csv",
    ):
        wave = name.partition(".")[0]
        asked = f"survey load given/{name} --survey {wave} --wave {wave}"
        yield from (f"{asked} --dry-run", f"{asked} --json", f"survey summary --wave {wave}")
    yield f"survey compare --wave {ONLINE} --wave {PANEL}"
    yield "survey compare --wave forms --wave monkey"
    for name in (
        "residents-blank.csv",
        "doubtful.csv",
        "more.csv",
        "empty.csv",
        "binary.csv",
        "report.pdf",
        "encrypted.zip",
        "header-only.csv",
        "people.csv",
    ):
        yield f"survey load given/{name} --survey odd --wave odd"
    yield from both("survey list")


POPULATIONS = (
    "init",
    *(
        f"population load given/people{name}.csv{more}"
        for name in ("", "-changed", "-2023", "-years", "-examples", "-lsoa")
        for more in (" --dry-run", " --json", "")
    ),
    *(f"population load given/people-{name}.csv" for name in ("no-year", "negative", "twice")),
    *(
        f"population load given/{name}"
        for name in ("people-nowhere.csv", "empty.csv", "report.pdf")
    ),
    "population list",
    "population list --json",
    "population remove 2021",
    "population remove 2021",
    "population list",
)
KEPT = (
    "schemes copy weighted-evidence ours --label 'Our own way'",
    "schemes copy harm-only other",
    "schemes list",
    "schemes list --json",
    "schemes show ours",
    "schemes show other --json",
    "score --partnership rochford --scheme ours",
    "backup copies",
    "backup copies --keep 1",
    "backup",
    "population load given/people-examples.csv",
    *both(ROCHFORD, "score --partnership rochford", "score --partnership medway"),
    "score --partnership castle-point-and-rochford --scheme composite-index --json",
    f"survey load given/{ONLINE}.csv --survey again --wave again --partnership medway",
    "survey list",
    "init --empty",
    "partnership list",
    "survey list",
    "priorities",
    "schemes list",
    "restore {copy}",
    "partnership list",
    "schemes list",
    "score --partnership rochford --scheme ours",
    "init --examples",
)
