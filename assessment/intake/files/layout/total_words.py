"""The words that make a row a total, and the numbers that are printed in one."""

import re
from collections.abc import Sequence

MOST_LETTERS = 80
# What a record may be called where a file says how many there are.
RECORDS = (
    r"(?:records?|rows?|crimes?|offences?|incidents?|cases?|calls?|entries|lines|attendances?)"
)
# "Total", "Grand total", "Sub-total", and as Excel writes its subtotals: "Rochford Total".
LABEL = re.compile(
    r"(?:(?:grand|sub|overall|running)?[\s-]*(?:totals?|counts?)\b.*"
    r"|.*[\s(](?:sub-?)?(?:totals?|counts?)\s*\)?\s*:?)",
    re.IGNORECASE,
)
NUMBER = re.compile(r"[-+£]?\s?\d{1,3}(?:[, ]\d{3})+(?:\.\d+)?%?|[-+£]?\s?\d+(?:\.\d+)?%?")
# "Total records: 1,200", "Number of crimes = 1200", "Rows: 12", "Total 1,200".
COUNTED = re.compile(
    rf"(?:(?:grand )?total (?:number |no\.? )?(?:of )?)?(?:(?:number|no\.?|count) of )?"
    rf"(?P<noun>{RECORDS}|(?:grand )?total)(?: (?:count|total|returned|exported|found))?"
    r"\s*[:=]?\s*(?P<number>\d[\d,]*)\.?",
    re.IGNORECASE,
)
# "1,200 rows", "(1200 rows affected)", "1,200 records selected."
ROWS_SAID = re.compile(
    rf"\(?(?P<number>\d[\d,]*) {RECORDS}"
    r"(?: (?:affected|selected|returned|exported|found|in total))?\)?\.?",
    re.IGNORECASE,
)


def is_total_label(text: str) -> bool:
    """Tell whether a cell says that its row sums up others."""
    words = text.strip()
    return 0 < len(words) <= MOST_LETTERS and bool(LABEL.fullmatch(words))


def is_number(text: str) -> bool:
    """Tell whether a cell is a number as people print it: 1,200, 12.5, £300, 4%."""
    return bool(NUMBER.fullmatch(text.strip()))


def is_total_row(cells: Sequence[str]) -> bool:
    """Tell whether a row is a total of records: it has the word, and says too little to be one.

    A row of counts is as full as those it sums up, and not meant here: whoever reads tables of
    counts looks for `is_total_label` in them.
    """
    filled = [cell for cell in cells if cell.strip()]
    texts = [cell for cell in filled if not is_number(cell)]
    one_number = len(texts) == 1 and len(filled) <= 2 and is_total_label(texts[0])
    return one_number or is_sparse_total(cells)


def is_sparse_total(cells: Sequence[str]) -> bool:
    """Tell whether a row begins with the word, and at most half of it is filled."""
    filled = [cell for cell in cells if cell.strip()]
    return 0 < 2 * len(filled) <= len(cells) and is_total_label(filled[0])


def names_records(text: str) -> bool:
    """Tell whether a text has a word for what a row is, such as "crimes"."""
    return bool(re.search(rf"\b{RECORDS}\b", text, re.IGNORECASE))


def records_said(text: str) -> int | None:
    """Return how many records a line says there are, such as "Total records: 1,200"."""
    line = " ".join(text.split())
    said = COUNTED.fullmatch(line) or ROWS_SAID.fullmatch(line)
    return int(said["number"].replace(",", "")) if said else None


def whole_number(text: str) -> int | None:
    """Return the whole number that a cell prints, without signs and marks of money."""
    digits = text.strip().replace(",", "").replace(" ", "")
    return int(digits) if digits.isascii() and digits.isdigit() else None
