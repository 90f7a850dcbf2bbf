"""What codes mean: a sheet of its own beside the answers, or a list within the question."""

import csv
import re
from collections.abc import Iterable, Mapping, Sequence
from itertools import islice

from assessment.definitions import survey_scales
from assessment.definitions.spelling import plain
from assessment.intake.files.file_tables import FileTable
from assessment.survey.questionnaire import OptionRole
from assessment.survey.reading.labels import CODE_NUMBER, role_of

ABOUT = frozenset({"question", "column", "variable", "field", "q", "item", "name", "question no"})
CODE = frozenset({"code", "value", "number", "answer code", "codes", "values"})
LABEL = frozenset({"label", "meaning", "answer", "description", "text", "means", "labels"})
# What may say that a question was not asked, or be an answer: only who says it tells.
MISSING_CODES = frozenset({"-1", "-2", "-3", "-7", "-8", "-9", "-97", "-98", "-99", "-999"})
SAID = re.compile(
    r"(?<![\w.])(-?\d{1,3})\s*(?:=|\bis\b|\bmeans\b|\bbeing\b)\s*"
    r"([^,;=()\[\]]+?)(?=\s*(?:[,;()\[\]]|$|\b(?:and|to|or|where|through)\s+-?\d))"
)
JOINING = re.compile(r"^(?:and|to|where)\s+|\s+(?:and|to|or|through)\s*$", re.IGNORECASE)
# The end points alone say what lies between them only on so short a scale.
LONGEST_BETWEEN = 11

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


def said_in(question: str) -> Mapping[str, str]:
    """Return the list that a question gives: "(1 = very unsafe, 5 = very safe, 9 = don't know)"."""
    stated = {
        code: JOINING.sub("", label.strip()).strip(" .") for code, label in SAID.findall(question)
    }
    labels = {code: label[:1].upper() + label[1:] for code, label in stated.items() if label}
    return _filled_between(labels) if len(labels) > 1 else {}


def _filled_between(labels: dict[str, str]) -> Mapping[str, str]:
    """Name the points between two ends: as their scale does, else by their numbers."""
    ends = sorted(
        int(code) for code, label in labels.items() if role_of(label) is OptionRole.ANSWER
    )[:2]
    between = [str(n) for n in range(ends[0] + 1, ends[1])] if len(ends) > 1 else []
    if not between or len(between) > LONGEST_BETWEEN:
        return labels
    points = _points_between(labels[str(ends[0])], labels[str(ends[1])])
    named = points if len(points) == len(between) else between
    return {**labels, **dict(zip(between, named, strict=True))}


def _points_between(first: str, last: str) -> Sequence[str]:
    for scale in survey_scales().values():
        ends = [scale.by_name.get(plain(label)) for label in (first, last)]
        labels = [point.label for point in scale.points]
        if ends == [0, len(labels) - 1]:
            return labels[1:-1]
        if ends == [len(labels) - 1, 0]:
            return labels[-2:0:-1]
    return ()
