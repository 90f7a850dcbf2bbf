"""Files to be loaded: good ones, the same again, later ones, and those that are refused."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from data.sample import example_waves, examples, write_extract, write_survey
from tests.extracts import street_row, street_zip, write_csv
from tests.intake import hostile
from tests.survey.exports import LAYOUTS, ratings_and_ranks, rows_of

Row = list[str]
INCIDENT_HEADER = ["Crime ref", "Recorded date", "Offence", "District", "Hate crime"]
LUTON, BEDFORD = ("E01015700", "Luton 001A"), ("E01017400", "Bedford 001A")
KENT = ("E01016000", "Medway 001A")
KINDS = ("Shoplifting", "Burglary", "Drugs", "Anti-social behaviour", "Robbery", "Vehicle crime")
MONTHS = [f"{year}-{month:02}" for year in (2022, 2023) for month in range(1, 13)]
SAFE = "How safe do you feel in Luton in the evening?"
RESIDENTS_HEADER = [SAFE, "Which should be a priority?", "What is your sex?", "What is your age?"]
SAID = [
    *[["Very safe", "Drugs;", "Female", "16 to 34"]] * 12,
    *[["Fairly unsafe", "Drugs;Burglary;", "Male", "35 to 64"]] * 8,
    *[["Very unsafe", "Burglary;", "Male", "16 to 34"]] * 2,
    *[["Very unsafe", "", "Female", "65 and over"]] * 5,
    *[["Don't know", "", "Female", "65 and over"]] * 3,
]


def write_files(folder: Path) -> None:
    """Write every file into a folder."""
    folder.mkdir()
    _extracts(folder)
    _refused(folder)
    _peoples(folder)
    _surveys(folder)
    (folder / "empty-folder").mkdir()


def _street(months: list[str], mark: str = "", times: int = 1) -> Iterator[Row]:
    """Write some records of two districts: more of them in later months, without a place too."""
    for at, month in enumerate(months):
        for number in range((20 + at) * times):
            kind = KINDS[(number + at) % len(KINDS)]
            place = (LUTON, BEDFORD, ("", ""))[number % 9 % 3 if number % 3 else 0]
            crime = "" if kind == "Anti-social behaviour" else f"{mark}{month}-{number}"
            yield street_row(crime, month, kind, place, "Under investigation" if at > 20 else "")


def _extracts(folder: Path) -> None:
    write_csv(folder / "2023-12-bedfordshire-street.csv", _street(MONTHS))
    write_csv(folder / "again.csv", _street(MONTHS))
    write_csv(folder / "later.csv", _street(MONTHS[-3:], times=2))
    write_csv(folder / "more.csv", [street_row("c1", "2024-02"), street_row("c2", "soon")])
    write_csv(folder / "gap.csv", _street(["2024-02", "2024-05"], "g"))
    kent = [street_row(f"d{n}", "2024-02", lsoa=KENT, force="Kent Police") for n in range(30)]
    write_csv(folder / "kent.csv", kent)
    twice = [street_row(f"t{n % 20}", "2024-03", "Robbery") for n in range(30)]
    write_csv(folder / "repeated.csv", twice)
    by_month = {month: list(_street([month], "z")) for month in MONTHS[:3]}
    street_zip(folder / "2022-03.zip", by_month)
    incidents = [
        [f"r{year}-{n}", f"{n + 1:02}/02/{year}", kind, "Luton", "Y" if n % 4 == 0 else "N"]
        for year in (2023, 2024)
        for n, kind in enumerate(["Violence with injury", "Shoplifting", "Arson", "Rape"] * 6)
    ]
    write_csv(folder / "incidents.csv", incidents, INCIDENT_HEADER)
    odd = [
        ["x1", "31/02/2024", "Arson", "Luton", "Y"],
        ["x2", "2024-02-03", "Arsen", "Lutton", "perhaps"],
        ["x3", "03/02/24", "Something else", "", ""],
        ["", "04/02/2024", "Robbery", "Luton", "N"],
        ["x1", "05/02/2024", "Robbery", "Luton", "N"],
    ]
    write_csv(folder / "odd.csv", odd, INCIDENT_HEADER)
    book: dict[str, list[Sequence[object]]] = {
        "Data": [["Luton, April 2024"], [], hostile.INCIDENTS, hostile.INCIDENT, ["Total", 1]],
        "Notes": [["Read me"]],
        "Old": [hostile.INCIDENTS, hostile.INCIDENT],
        "Empty": [],
    }
    (folder / "april.xlsx").write_bytes(hostile.workbook(book, hidden=["Old"]))
    named = [*INCIDENT_HEADER, "Victim name", "Email"]
    rows = [["p1", "05/02/2024", "Robbery", "Luton", "N", "Jane Smith", "jane@example.org"]]
    write_csv(folder / "personal.csv", rows, named)
    maldon = next(each for each in examples() if each.name == "Maldon")
    write_extract(maldon, folder)


def _refused(folder: Path) -> None:
    refused = {
        "empty.csv": b"",
        "header-only.csv": hostile.HEADER.encode(),
        "no-table.csv": b"These are\nsome words, and\nno table at all\n",
        "unknown-columns.csv": b"a,b,c\n1,2,3\n4,5,6\n",
        "without-month.csv": hostile.STREET.replace(b"Month", b"Colour"),
        "two-months.csv": hostile.STREET.replace(b"Context", b"Month"),
        "longer-row.csv": hostile.STREET + b"a,b,c,d,e,f,g,h,i,j,k,l,m,n,o,p\n",
        "every-date-wrong.csv": hostile.STREET.replace(b"2024-01", b"soon"),
        "future.csv": hostile.STREET.replace(b"2024-01", b"2199-01"),
        "binary.csv": bytes(range(256)) * 20,
        "utf-16.csv": hostile.STREET.decode().encode("utf-16"),
        "semicolons.csv": hostile.STREET.replace(b",", b";"),
        "not-a-zip.zip": b"PK\x03\x04 and no more",
        "nothing-in-it.zip": hostile.zipped({}),
        "outside.zip": hostile.zipped({"../../2024-01-essex-street.csv": hostile.STREET}),
        "no-tables.zip": hostile.zipped({"readme.txt": b"Hello"}),
        "zip-in-zip.zip": hostile.zipped({"a.zip": hostile.zipped({"a.csv": hostile.STREET})}),
        "link.zip": hostile.zip_with_link(),
        "encrypted.zip": hostile.encrypted_zip(),
        "lying.zip": hostile.lying_zip(hostile.STREET),
        "far-apart.xlsx": hostile.far_apart(),
        "table.ods": hostile.open_document([hostile.INCIDENTS, ["1", "2", "3", "4", "5"]]),
        "old.xls": hostile.OLE + b"\0" * 600,
        "no-workbook.xlsx": hostile.zipped({"a.csv": hostile.STREET}),
        "report.pdf": b"%PDF-1.7\n%%EOF\n",
        "page.html": b"<html><table><tr><td>1</td></tr></table></html>",
        "name\x1b[31m\u202e.csv": b"",
    }
    for name, content in refused.items():
        (folder / name).write_bytes(content)


def _peoples(folder: Path) -> None:
    tables = {
        "people.csv": "name,year,people\nLuton,2022,226000\nNowhere,2022,5\n",
        "people-changed.csv": "name,year,people\nLuton,2022,227000\nBedford,2022,185000\n",
        "people-2023.csv": "Area,Population\nLuton Borough Council,231000\n",
        "people-examples.csv": "name,year,people\nRochford,2021,86000\nCastle Point,2021,89600\n"
        "Maldon,2017,63000\nMedway,2023,282000\nColchester,2019,190000\n",
        "people-years.csv": "LAD23CD,LAD23NM,Mid-2021,Mid-2022\nE06000032,Luton,225000,226000\n",
        "people-no-year.csv": "name,people\nLuton,226000\n",
        "people-negative.csv": "name,year,people\nLuton,2022,-5\nBedford,soon,many\n",
        "people-twice.csv": "name,year,people\nLuton,2022,226000\nLuton,2022,227000\n",
        "people-nowhere.csv": "name,year,people\nNowhere,2022,226000\n",
        "people-lsoa.csv": "LSOA Code,LSOA Name,All Ages,Year\nE01015683,Luton 001A,1000,2024\n"
        "E01015684,Luton 001B,230000,2024\n",
    }
    for name, content in tables.items():
        (folder / name).write_text(content, encoding="utf-8")


def _surveys(folder: Path) -> None:
    for write in (*LAYOUTS.values(), ratings_and_ranks):
        write(folder)
    for wave in example_waves():
        write_survey(wave, folder)
    write_csv(folder / "residents-2023.csv", SAID, RESIDENTS_HEADER)
    later = [*SAID[:27], *[["Very safe", "", "Female", "65 and over"]] * 3]
    write_csv(folder / "residents-2024.csv", later, RESIDENTS_HEADER)
    changed = [["Very safe", "Drugs;", "Female", "16 to 34"]] * 30
    write_csv(folder / "residents-changed.csv", changed, RESIDENTS_HEADER)
    write_csv(folder / "residents-blank.csv", [["", "", "", ""]] * 3, RESIDENTS_HEADER)
    answers = ["Very safe", "Fairly safe", "Fairly sfae", "or very unsafe", "Very unsafe", "1", ""]
    rows = [["ID", SAFE, "Rating"], *([f"{n}", said, "3"] for n, said in enumerate(answers))]
    (folder / "doubtful.csv").write_bytes(rows_of(rows))
