"""One small survey as six tools export it: eight residents, a test, and what each tool adds.

What they said is known below, whatever the layout:

    day       very safe 2, fairly safe 3, fairly unsafe 1, very unsafe 1, don't know 1
    evening   fairly safe 2, neither 1, fairly unsafe 2, very unsafe 2, blank 1
    problems  drugs 5, fly tipping or litter 4, burglary 2; one resident ticks nothing
"""

import csv
import io
from collections.abc import Sequence
from pathlib import Path

from openpyxl import Workbook

DAY = "How safe do you feel in Medway during the day?"
EVENING = "How safe do you feel in Medway in the evening?"
PROBLEMS = "Which of these are a problem where you live?"
DRUGS = "People using or dealing drugs"
RUBBISH = "People fly tipping, or dropping litter"  # holds the separator of one of the tools
BURGLARY = "Burglary"
COMMENT = "Is there anything else you would like to say?"
WARD = "Which ward do you live in?"

DAYS: tuple[str, ...] = ("Very safe", "Fairly safe", "Very safe", "Fairly safe", "Fairly safe")
DAYS += ("Fairly unsafe", "Very unsafe", "Don't know")
EVENINGS: tuple[str, ...] = (
    "Fairly safe",
    "Fairly safe",
    "Neither safe nor unsafe",
    "Fairly unsafe",
)
EVENINGS += ("Fairly unsafe", "Very unsafe", "Very unsafe", "")
TICKED: tuple[tuple[str, ...], ...] = (
    (DRUGS, RUBBISH),
    (DRUGS,),
    (RUBBISH, BURGLARY),
    (DRUGS, RUBBISH),
    (DRUGS, BURGLARY),
    (RUBBISH,),
    (DRUGS,),
    (),
)
COMMENTS = (
    "More officers on foot",
    "",
    "=1+1",
    "",
    "Ask Jane Smith at no. 4",
    "",
    "",
    "Mend the street lights",
)
WARDS = (
    "River",
    "River",
    "Gillingham North",
    "River",
    "Gillingham South",
    "River",
    "",
    "Strood",
)
OPTIONS = (DRUGS, RUBBISH, BURGLARY)
RESIDENTS = range(8)


def rows_of(text: Sequence[Sequence[str]]) -> bytes:
    """Write rows as CSV, as Excel does."""
    file = io.StringIO(newline="")
    csv.writer(file).writerows(text)
    return file.getvalue().encode("utf-8-sig")


def workbook(path: Path, **sheets: Sequence[Sequence[object]]) -> Path:
    """Write a workbook with a sheet for each name."""
    book = Workbook()
    book.remove(book.active)
    for name, rows in sheets.items():
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append([cell if cell != "" else None for cell in row])
    for sheet in book:
        for cell in (cell for row in sheet.iter_rows() for cell in row):
            if isinstance(cell.value, str) and cell.value.startswith("="):
                cell.data_type = "s"  # what a resident typed is text, whatever it begins with
    book.save(path)
    return path


def microsoft_forms(folder: Path) -> Path:
    """One header row; ticked boxes in one cell, each ended by a semicolon; who answered."""
    header = ["ID", "Start time", "Completion time", "Email", "Name", DAY, EVENING, PROBLEMS]
    rows: list[list[object]] = [[*header, COMMENT, WARD]]
    for n in RESIDENTS:
        ticked = "".join(f"{option};" for option in TICKED[n])
        times = [f"2023-09-{n + 1:02d} 10:00:0{n}", f"2023-09-{n + 1:02d} 10:05:0{n}"]
        person = [f"resident{n}@example.org", f"Resident {n}"]
        rows.append([n + 1, *times, *person, DAYS[n], EVENINGS[n], ticked, COMMENTS[n], WARDS[n]])
    test = [9, "2023-08-30 09:00:00", "2023-08-30 09:01:00", "me@example.org", "Test"]
    rows.append([*test, "Very safe", "Very safe", f"{DRUGS};", "test", "River"])
    return workbook(folder / "forms.xlsx", Sheet1=rows)


def survey_monkey(folder: Path) -> Path:
    """Two header lines and a column for each box; month first; the collector and IP addresses."""
    tool = ["Respondent ID", "Collector ID", "Start Date", "End Date", "IP Address"]
    tool += ["Email Address", "First Name", "Last Name", "Custom Data 1"]
    blanks = [""] * len(tool)
    rows: list[list[str]] = [
        [*tool, DAY, EVENING, PROBLEMS, "", "", COMMENT, WARD],
        [*blanks, "Response", "Response", *OPTIONS, "Open-Ended Response", "Response"],
    ]
    for n in RESIDENTS:
        at = f"09/{n + 13}/2023 10:0{n}:11 AM"
        who = [f"11800{n}", "4501", at, at, f"81.2.69.14{n}", "", "", "", ""]
        ticks = [option if option in TICKED[n] else "" for option in OPTIONS]
        rows.append([*who, DAYS[n], EVENINGS[n], *ticks, COMMENTS[n], WARDS[n]])
    rows.append(list(rows[2]))  # the first response again
    path = folder / "monkey.csv"
    path.write_bytes(rows_of(rows))
    return path


def smart_survey(folder: Path) -> Path:
    """One header row that names question and box; partial responses; semicolons part cells."""
    tool = ["UserNo", "Started", "Ended", "Status", "IP Address", "Tracking Link"]
    rows = [[*tool, DAY, EVENING, *(f"{PROBLEMS} - {each}" for each in OPTIONS), COMMENT, WARD]]
    for n in RESIDENTS:
        at = f"{n + 13:02d}/09/2023 10:0{n}:11"
        status = "Partial" if n == 7 else "Completed"
        who = [f"11800{n}", at, at, status, f"81.2.69.14{n}", "web"]
        ticks = ["Yes" if option in TICKED[n] else "" for option in OPTIONS]
        rows.append([*who, DAYS[n], EVENINGS[n], *ticks, COMMENTS[n], WARDS[n]])
    rows.append(["118009", "", "", "Started", "", "web", *[""] * 7])  # opened and not answered
    file = io.StringIO(newline="")
    csv.writer(file, delimiter=";").writerows(rows)
    path = folder / "smart.csv"
    path.write_bytes(file.getvalue().encode("cp1252"))
    return path


def engagement_hq(folder: Path) -> Path:
    """One header row; ticked boxes parted by commas, which an option holds as well."""
    tool = ["Contribution ID", "Login name", "Responding anonymously?", "Submitted At"]
    rows = [[*tool, "Post code", DAY, EVENING, PROBLEMS, COMMENT, WARD]]
    for n in RESIDENTS:
        at = f"Sep {n + 13:02d}, 2023, 10:0{n} AM"
        who = [f"{n + 1}", f"resident{n}", "No", at, f"ME7 {n + 1}AB"]
        rows.append([*who, DAYS[n], EVENINGS[n], ", ".join(TICKED[n]), COMMENTS[n], WARDS[n]])
    path = folder / "engagement.csv"
    path.write_bytes(rows_of(rows))
    return path


def typed_by_hand(folder: Path) -> Path:
    """A title above the header, codes, and what they mean on a sheet of their own."""
    codes = {"Very safe": 1, "Fairly safe": 2, "Neither safe nor unsafe": 3, "Fairly unsafe": 4}
    codes |= {"Very unsafe": 5, "Don't know": 9}
    answers: list[list[object]] = [["Community safety survey, September 2023"], []]
    answers.append(["Date", "Q1", "Q2", *(f"Q3 [{each}]" for each in OPTIONS), "Comments", "Ward"])
    for n in RESIDENTS:
        ticks = [1 if option in TICKED[n] else 0 for option in OPTIONS]
        said: list[object] = [codes.get(DAYS[n], ""), codes.get(EVENINGS[n], "")]
        answers.append([f"{n + 1:02d}/09/2023", *said, *ticks, COMMENTS[n], WARDS[n]])
    meanings: list[list[object]] = [["Question", "Code", "Meaning"]]
    for question in ("Q1", "Q2"):
        meanings += [[question, code, label] for label, code in codes.items()]
    return workbook(folder / "typed.xlsx", Answers=answers, Codes=meanings)


RATING = "How safe do you feel by day? (1 = very safe, 5 = very unsafe, 9 = don't know)"
POLICE = "On a scale of 0 to 10, how would you rate the police?"
RANKING = "Rank these in the order that matters most"
YEARS = "How many years have you lived here?"
RATES = (7, 3, 10, 0, 5, 5, 8, 6)
LIVED = (1, 20, 35, 4, 12, 7, 2, 50)
RANKS = ((1, 2, 3), (1, 3, 2), (2, 1, 3), (1, 2, 3), (3, 2, 1), (1, 2, 3), (2, 1, 3), (1, 3, 2))


def ratings_and_ranks(folder: Path) -> Path:
    """Ratings as numbers with the list in the question; a ranking with a column for each thing."""
    codes = {"Very safe": "1", "Fairly safe": "2", "Fairly unsafe": "4", "Very unsafe": "5"}
    rows = [["Response ID", "Timestamp", RATING, POLICE]]
    rows[0] += [*(f"{RANKING}: {option}" for option in OPTIONS), YEARS]
    for n in RESIDENTS:
        at = f"{n + 1:02d}/09/2023 10:0{n}"
        rated = [codes.get(DAYS[n], "9"), str(RATES[n])]
        rows.append([f"R{n}", at, *rated, *map(str, RANKS[n]), str(LIVED[n])])
    path = folder / "ratings.csv"
    path.write_bytes(rows_of(rows))
    return path


LAYOUTS = {
    "Microsoft Forms": microsoft_forms,
    "SurveyMonkey": survey_monkey,
    "SmartSurvey": smart_survey,
    "Engagement HQ": engagement_hq,
    "typed by hand": typed_by_hand,
}
