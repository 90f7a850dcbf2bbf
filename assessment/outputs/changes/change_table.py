"""The table of changes, as a table that a screen reader can walk and a projector can show.

Every part says its role: on a phone the style sheet lays a row out in two lines, and what is not
laid out as a table is otherwise not read out as one.
"""

from collections.abc import Sequence
from string import ascii_lowercase

from assessment.changes import By, Change, Question, Status, YearOnYear
from assessment.definitions import measure_sets
from assessment.outputs import chance_wording
from assessment.outputs.changes import change_wording
from assessment.outputs.changes.change_chart import short_labels
from assessment.outputs.changes.row_order import Order, in_order, name_of
from assessment.outputs.changes.verdict_marks import verdict
from assessment.outputs.escaping import html
from assessment.outputs.html_table import framed
from assessment.outputs.sparkline import sparkline

# More rows than this are for a spreadsheet, not for reading: the download has them all.
MOST_ROWS = 150
REFUSED = (Status.NOT_COMPARABLE, Status.WITHHELD)
FEW = {Status.SMALL_BASE: "few", Status.TINY_BASE: "few", Status.FROM_ZERO: "from 0"}

# What is said below the table, by how a row points to it.
Marks = dict[str, str]


def change_table(answer: YearOnYear, order: Order) -> str:
    """Return the table as HTML, with the reasons against a comparison numbered below it."""
    question = answer.question
    changes = in_order(answer.changes, order)
    shown = changes[:MOST_ROWS]
    caption = _caption(question, len(changes))
    reasons, notes = _reasons(shown), _notes(shown)
    rows = "".join(_row(change, question, reasons | notes) for change in shown)
    return (
        framed("changes", caption, _head(question), rows)
        + f"{_listed('⊘ Not comparable, because:', reasons)}"
        f"{_listed('Notes on single rows:', notes, 'a')}"
    )


def _reasons(changes: Sequence[Change]) -> Marks:
    """Number each reason against a comparison once: often one reason holds for every row."""
    against = (change.reason for change in changes if change.status in REFUSED)
    return {reason: f"reason {n}" for n, reason in enumerate(dict.fromkeys(against), start=1)}


def _notes(changes: Sequence[Change]) -> Marks:
    """Letter each note on verdicts that the range or the counts beside them seem to contradict."""
    notes = dict.fromkeys(filter(None, map(change_wording.note_on, changes)))
    return {note: f"note {letter}" for note, letter in zip(notes, ascii_lowercase, strict=False)}


def _listed(heading: str, marks: Marks, numbered: str = "1") -> str:
    if not marks:
        return ""
    items = "".join(f"<li>{html(text[:1].upper() + text[1:])}</li>" for text in marks)
    return f'<p class="said">{heading}</p><ol class="reasons" type="{numbered}">{items}</ol>'


def _caption(question: Question, rows: int) -> str:
    named = measure_sets()[question.measure_set]
    what = named.measure(question.measure).label if question.measure else named.label
    more = (
        f" The first {MOST_ROWS} of {rows} rows; the download has all." if rows > MOST_ROWS else ""
    )
    return f"{what}, {question.period.dates} and {question.comparison.dates}.{more}"


def _head(question: Question) -> str:
    before, now = short_labels(question)
    first = "Measure" if question.by is By.MEASURE else "Area"
    columns = (
        (first, "", ""),
        ("Real change?", "", "words"),
        (before, "before", ""),
        (now, "now", ""),
        ("Difference", "", ""),
        ("Change", "", ""),
        ("Likely range", "95% interval", "words"),
        ("Months", "dotted: before", "words months-cell"),
        ("p", "adjusted", ""),
    )
    return "".join(
        f'<th scope="col" class="{kind}">{html(name)}<small>{html(under)}</small></th>'
        for name, under, kind in columns
    )


def _row(change: Change, question: Question, marks: Marks) -> str:
    level = f"level-{change.measure.level}" if question.by is By.MEASURE else ""
    cells = (
        ("verdict-cell words", verdict(change) + _because(change, marks)),
        ("before", _count(change, change.previous, change.previous_months)),
        ("now", _count(change, change.current, change.current_months)),
        ("difference", change_wording.signed(change.difference)),
        ("size", _percent(change)),
        ("range words", html(change_wording.interval(change))),
        ("months-cell", sparkline(change.previous_months, change.current_months)),
        ("chances", _chances(change)),
    )
    head = f'<th scope="row">{html(name_of(change, question))}</th>'
    rest = "".join(f'<td class="{kind}">{text}</td>' for kind, text in cells)
    return f'<tr class="{level}">{head}{rest}</tr>'


def _count(change: Change, count: int | None, months: Sequence[int | None]) -> str:
    """Return a count, or how much of its period is covered: a part is no count of the whole."""
    if count is not None:
        return f"{count:,}"
    if change.status is Status.WITHHELD:
        return '<span class="quiet">withheld</span>'
    known = len(months) - months.count(None)
    covered = f"{known} of {len(months)} months" if known else "not covered"
    return f'<span class="quiet">{covered}</span>'


def _percent(change: Change) -> str:
    """Return the percentage, and where it rests on few, that word: the key below explains it."""
    known = change.percent is not None
    size = change_wording.percent(change.percent or 0, change.previous or 0) if known else ""
    marks = [FEW.get(change.status, ""), _of_force(change)]
    small = " ".join(f"<small>{mark}</small>" for mark in marks if mark)
    return f"{size} {small}".strip()


def _of_force(change: Change) -> str:
    """Return what the whole force did, to be read beside the row's own change."""
    if change.force_percent is None:
        return ""
    return f"force {change_wording.percent(change.force_percent)}"


def _because(change: Change, marks: Marks) -> str:
    """Point to the reason where there is no comparison, or where the range seems to say other."""
    refused = change.status in REFUSED
    mark = marks.get(change.reason if refused else change_wording.note_on(change))
    return f' <small class="note">{mark}</small>' if mark else ""


def _chances(change: Change) -> str:
    """Return the p value that the verdict goes by; the one of the row alone is in its detail."""
    return html(chance_wording.p_value(change.p_adjusted).replace("below ", "<"))
