"""Files drawn by a seed: tables badly written, packed or damaged. A seed gives the same file."""

import zipfile
from random import Random

from tests.intake import hostile

NAMES = ["Reference", "Offence", "Date", "District", "Ward", "DA"]
CELLS = (
    *("", " ", "42/1/25", "Burglary", "09/10/2025", "2025-10-09", "Luton", "E06000032", "Y", "N"),
    *("Total", "1,200", "Grand total", "Total records: 3", "#REF!", "4.21E+11", "=1+1", "-", "<5"),
    *('"', "'", "a\nb", "\r", "\0", "\ufeff", "caf\xe9", "x" * 300, "sep=;", "|", ";", "\t", "☃"),
)
RECORD = ("42/{}/25", "Burglary", "2025-10-{:02}", "Luton", "Castle", "Y")
MARKS = (",", ",", ",", ";", "\t", "|", ":")
ENDS = ("\n", "\r\n", "\r", "\n\n")
ENCODINGS = ("utf-8", "utf-8", "utf-8-sig", "utf-16", "cp1252", "utf-32")
MEMBERS = ("a.csv", "b.txt", "../c.csv", "d/e.tsv", "f.xlsx", "g.zip", "h.csv\0.exe", "/i.csv")


MONTHS = ("Oct-25", "Nov-25", "Dec 2025", "2026-01", "February 2026", "2025/26 Q4", "2025")
OFFENCES = ("Burglary", "Robbery", "Shoplifting", "Violence with injury", "Theft offences")
PLACES = ("Luton", "Rochford", "Maldon", "E06000032", "Unassigned")
NUMBERS = ("12", "0", "1,204", "<5", "*", "-", "", "7.0", "3%", "-2", "n/a")
KINDS = ("Small refuse fire", "Chest pain", "Noise nuisance", "Fly-tipping", "High risk")


def _long_counts(draw: Random) -> list[list[str]]:
    header = [draw.choice(("Month", "Quarter", "Financial year")), "District", "Offence", "Count"]
    rows = [
        [month, place, offence, draw.choice(NUMBERS)]
        for month in draw.sample(MONTHS, 3)
        for place in draw.sample(PLACES, 2)
        for offence in draw.sample(OFFENCES, 3)
    ]
    return [header, *rows]


def _counts_across(draw: Random) -> list[list[str]]:
    months, total = draw.sample(MONTHS, 4), draw.choice(([], ["Total"], ["Change", "% change"]))
    rows = [
        [label, *(draw.choice(NUMBERS) for _ in [*months, *total])]
        for label in (*draw.sample(OFFENCES, 4), draw.choice(("Total", "All crime", "Other")))
    ]
    return [["Offence", *months, *total], *rows]


def _partners_records(draw: Random) -> list[list[str]]:
    reference = draw.choice(("Case Ref", "IRS Number", "CAD Number", "Crime Number"))
    kind = draw.choice(("Case Type", "Incident Type", "Chief Complaint", "Offence"))
    day, people = draw.choice(("Date", "Received", "Time of call")), draw.choice(("Ward", "Caller"))
    return [
        [reference, day, kind, people, "Eastings", "Northings"],
        *(
            [
                f"A{at}",
                f"{at % 28 + 1}/10/2025 1{at % 10}:05",
                draw.choice(KINDS),
                "Mr J Smith",
                str(508000 + at),
                str(222000 + at),
            ]
            for at in range(draw.choice((1, 8, 30)))
        ),
    ]


def shaped(draw: Random) -> list[list[str]]:
    """Draw a table as partners send them, in which some cells are not what they should be."""
    rows = draw.choice((_long_counts, _counts_across, _partners_records))(draw)
    for _ in range(draw.choice((0, 1, 1, 5))):
        row = draw.choice(rows)
        row[draw.randrange(len(row))] = draw.choice((*CELLS, *NUMBERS, *MONTHS))
    return rows


def table(draw: Random) -> list[list[str]]:
    """Draw rows: titles, a header, records or what may be anything, and a foot."""
    if draw.random() < 0.5:
        return shaped(draw)
    titles = [_cells(draw, 3) for _ in range(draw.choice((0, 0, 1, 3)))]
    header = draw.choice((NAMES, NAMES, NAMES, draw.sample(NAMES, len(NAMES)), _cells(draw, 9)))
    rows = [
        [cell.format(at % 27 + 1) for cell in RECORD]
        if draw.random() < 0.9
        else _cells(draw, draw.choice((6, 12)))
        for at in range(draw.choice((0, 1, 5, 25)))
    ]
    return [*titles, header, *rows, *([_cells(draw, 4)] if draw.random() < 0.3 else [])]


def _cells(draw: Random, most: int) -> list[str]:
    return [draw.choice(CELLS) for _ in range(draw.randint(0, most))]


def text(draw: Random) -> bytes:
    """Draw a text file, its cells in quotation marks or not, well or badly."""
    mark, end, quote = draw.choice(MARKS), draw.choice(ENDS), draw.random()

    def written(cell: str) -> str:
        escaped = cell.replace('"', '""') if draw.random() < 0.98 else cell
        return f'"{escaped}"' if draw.random() < quote else cell

    lines = [mark.join(map(written, row)) for row in table(draw)]
    return end.join(lines).encode(draw.choice(ENCODINGS), "replace")


def workbook(draw: Random) -> bytes:
    """Draw a workbook of up to three sheets, in the form of today or the binary one."""
    sheets = {
        name: [["".join(filter(str.isprintable, cell)) for cell in row] for row in table(draw)]
        for name in draw.sample(("Oct", "Nov", "Pivot"), draw.randint(1, 3))
    }
    if draw.random() < 0.5:
        return hostile.workbook(sheets)
    return hostile.binary_workbook([["a"], *next(iter(sheets.values()))])


def archive(draw: Random) -> bytes:
    """Draw an archive of a few texts, under names that may lead anywhere."""
    names = draw.sample(MEMBERS, draw.randint(1, 3))
    method = draw.choice((zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED))
    return hostile.zipped({name: text(draw) for name in names}, method)


def damaged(draw: Random, content: bytes) -> bytes:
    """Leave out, double or overwrite a piece of a file, here and there."""
    for _ in range(draw.randint(1, 3)):
        at, length = draw.randint(0, len(content)), draw.choice((1, 4, 40, 4000))
        piece = content[at : at + length]
        instead = draw.choice((b"", piece * 2, draw.randbytes(len(piece)), b'"', b"\0", b"\xff"))
        content = content[:at] + instead + content[at + length :]
    return content


def made_up_file(seed: int, *, is_workbook: bool) -> tuple[str, bytes]:
    """Return the name and the content of the file of a seed."""
    draw = Random(seed)  # noqa: S311 (nothing secret is drawn)
    content = workbook(draw) if is_workbook else draw.choice((text, text, archive))(draw)
    content = damaged(draw, content) if draw.random() < 0.4 else content
    return draw.choice(("a.csv", "b.xlsx", "c.zip", "d", "e.txt", "../f.csv")), content
