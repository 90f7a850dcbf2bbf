"""Many files at once: a line for each, and what is to be known of them said once for all alike."""

import re
from collections.abc import Sequence

import streamlit as st

from assessment.errors import AssessmentError, UploadRefused
from assessment.intake.load_report import LoadReport
from assessment.intake.load_status import LoadStatus
from assessment.numbers import count_of
from assessment.outputs.escaping import Markdown, markdown
from assessment.outputs.html_table import html_table
from pages.upload_data.upload_report import months_in_words

Outcome = LoadReport | AssessmentError

HEADER = ("File", "Source", "Months", "Rows", "What needs attention")
MOST_NOTES = 8
LONGEST = 400
STATUS = {
    LoadStatus.CHECKED: "ready",
    LoadStatus.LOADED: "loaded",
    LoadStatus.UNCHANGED: "here already",
    LoadStatus.ASKS: "waits for an answer",
    LoadStatus.REFUSED: "refused",
}
# What differs in notes of one kind: names in quotation marks, numbers, months.
MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
DIFFERS = re.compile(rf"'[^']*'|\d[\d,.]*|\b(?:{MONTHS})\b(?: to)?")


def files_table(names: Sequence[str], outcomes: Sequence[Outcome]) -> None:
    """Show a line for each file."""
    rows = [_line(name, outcome) for name, outcome in zip(names, outcomes, strict=True)]
    st.html(html_table(count_of(len(rows), "file"), HEADER, rows))


def notes_of_all(names: Sequence[str], outcomes: Sequence[Outcome]) -> None:
    """Say what is to be known of the files, notes of one kind once."""
    by_file = zip(names, outcomes, strict=True)
    told = alike([(name, text) for name, outcome in by_file for text in _told(outcome)])
    if not told:
        return
    lines = [_note(files, text) for files, text in told]
    first = "\n".join(["**To know about these files**", "", *lines[:MOST_NOTES]])
    st.warning(first, icon=":material/rule:")
    if rest := lines[MOST_NOTES:]:
        with st.expander(count_of(len(rest), "more note")):
            st.markdown("\n".join(rest))


def alike(notes: Sequence[tuple[str, str]]) -> list[tuple[list[str], str]]:
    """Put notes of one kind together: the files that have it, and the first of its texts.

    `notes` are files with a text each. The note of most files comes first.
    """
    kinds: dict[str, tuple[list[str], str]] = {}
    for file, text in notes:
        kind = DIFFERS.sub("…", text.replace(file, "…"))
        files, _ = kinds.setdefault(kind, ([], text))
        if file not in files:
            files.append(file)
    return sorted(kinds.values(), key=lambda told: -len(told[0]))


def _line(name: str, outcome: Outcome) -> tuple[object, ...]:
    if not isinstance(outcome, LoadReport):
        return name, "", "", "", f"refused: {_faults(outcome)[0][:LONGEST]}"
    rows = outcome.rows
    parts = [
        STATUS[outcome.status],
        count_of(len(outcome.questions), "question") if outcome.questions else "",
        f"{rows.rejected:,} rows refused" if rows.rejected else "",
        f"{rows.revised:,} revised" if rows.revised else "",
        f"{rows.withdrawn:,} withdrawn" if rows.withdrawn else "",
        count_of(len(outcome.problems), "note") if outcome.problems else "",
    ]
    source = outcome.source or "not known yet"
    known = (source, "known by its columns") if outcome.is_source_proposed else source
    months = months_in_words(outcome.months) if outcome.months else ""
    return name, known, months, rows.read, "; ".join(filter(None, parts))


def _told(outcome: Outcome) -> Sequence[str]:
    return outcome.problems if isinstance(outcome, LoadReport) else _faults(outcome)


def _faults(fault: AssessmentError) -> Sequence[str]:
    return fault.faults if isinstance(fault, UploadRefused) else [str(fault)]


def _note(files: Sequence[str], text: str) -> Markdown:
    several = f"{len(files):,} files" if len(files) > 1 else markdown(files[0])
    return f"- In {several}: {markdown(text, 2000)}"
