"""What codes mean: a sheet of its own beside the answers, or a list within the question."""

import csv
from collections.abc import Iterable, Mapping
from itertools import islice

from assessment.definitions.spelling import plain
from assessment.intake.files.file_tables import FileTable
from assessment.survey.reading.export.said_codes import said_in
from assessment.survey.reading.labels import CODE_NUMBER

ABOUT = frozenset({"question", "column", "variable", "field", "q", "item", "name", "question no"})
CODE = frozenset({"code", "value", "number", "answer code", "codes", "values"})
LABEL = frozenset({"label", "meaning", "answer", "description", "text", "means", "labels"})
CodeLists = Mapping[str, Mapping[str, str]]


def is_code_list(part: FileTable) -> bool:
    """Tell whether a table lists codes and their meanings instead of answers."""
    names = {plain(name) for name in part.header}
    return len(names - {""}) <= 5 and bool(names & CODE) and bool(names & LABEL)


def read_code_lists(part: FileTable) -> CodeLists:
    """Read labels by code by question; a question stands in its first row, or in each."""
    names = [plain(name) for name in part.header]
    code, label = (next(at for at, n in enumerate(names) if n in known) for known in (CODE, LABEL))
    about = next((at for at, n in enumerate(names) if n in ABOUT and at not in (code, label)), None)
    lists: dict[str, dict[str, str]] = {}
    question = ""
    with part.path.open(encoding="utf-8-sig", newline="") as file:
        for row in csv.reader(islice(file, part.skip, None)):
            cells = [" ".join(cell.split()) for cell in row] + [""] * len(names)
            question = (cells[about] if about is not None else "") or question
            if cells[code] and cells[label]:
                lists.setdefault(question, {})[as_code(cells[code])] = cells[label]
    return lists


def as_code(text: str) -> str:
    """Write a code in one way: 1.0 is 1."""
    return text.split(".")[0] if CODE_NUMBER.fullmatch(text) else text


def codes_for(question: str, lists: CodeLists) -> Mapping[str, str]:
    """Return the labels of a question's codes, by its name, its number, or what it says itself.

    A list that names no question may be of any.
    """
    words = plain(question)
    for name, codes in lists.items():
        known = plain(name)
        if known and (
            words == known or words.split(" ")[0] == known or words.startswith(f"{known} ")
        ):
            return codes
    return said_in(question)


def are_listed(texts: Iterable[str], codes: Mapping[str, str]) -> bool:
    """Tell whether a list has most codes; a don't know among numbers may be all that it has."""
    numbers = [as_code(text) for text in texts if CODE_NUMBER.fullmatch(text)]
    listed = sum(number in codes for number in numbers)
    return listed > 0 and 2 * listed >= len(numbers)
