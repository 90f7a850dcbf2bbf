"""What a file leaves open and what its columns hold, asked beside its report."""

from collections.abc import Iterable, Mapping, Sequence

import streamlit as st

from assessment.definitions import POLICE, data_set_in_words, districts, partner_sets
from assessment.intake.file_choices import FileChoices, FileQuestion
from assessment.intake.load_report import ColumnRead, LoadReport
from assessment.intake.load_status import LoadStatus
from assessment.intake.mapping.columns.record_fields import fields_in_words
from assessment.outputs.escaping import markdown
from assessment.outputs.sources.recipe_wording import DATES, MODES, NOT_USED, REFERENCES, ROWS
from pages.components.known_or_new import known_or_new

UNUSED = "unused"
# What is said of headings or categories, one by one.
PAIRS = ("columns", "categories", "only")
LONGEST_REASON = 300
# Beside a column, what references may begin anew with.
PARTS = ("sheet", "file")
# What a choice is about, and what is said of it, as FileChoices takes it.
Answers = Sequence[tuple[str, str]]


def file_answers(report: LoadReport, chosen: FileChoices, number: int) -> Answers | None:
    """Ask what a file leaves open, and what else can be said of it; return it once it is sent.

    What was answered before stands there again. `number` tells the files that wait apart. Of a file
    that is here already, only the months that it answers for can be said.
    """
    is_new = report.status is not LoadStatus.UNCHANGED
    with st.form(f"answers-{number}", border=False):
        asked = [
            (question.about, _ask(question, chosen, f"answer-{number}-{at}"))
            for at, question in enumerate(report.questions)
        ]
        open_already = {question.about for question in report.questions}
        with st.expander("Say what this file holds", icon=":material/view_column:"):
            said = [
                *(_whole_file(report, chosen, open_already, number) if is_new else ()),
                _months_covered(chosen, number),
                *_columns(report.columns, chosen, number),
            ]
        sent = st.form_submit_button(
            "Check again", icon=":material/fact_check:", key=f"check-again-{number}"
        )
    if not sent:
        return None
    return [(about, value) for about, value in (*said, *asked) if value is not None]


def _ask(question: FileQuestion, chosen: FileChoices, key: str) -> str | None:
    words = dict(question.options)
    if question.about == "place":
        # The likely ones first; any other may be the right one too.
        words |= {name: name for name in _districts() if name not in words}
    st.markdown(f"**{markdown(question.text, 1000)}**")
    if question.about == "victim_reason":
        return _reason(chosen, key)
    if question.about == "source":
        likely = {words[value]: value for value in words}
        said = known_or_new("Your answer", "Another source", list(likely), key)
        return likely.get(said, said) or None
    return st.selectbox(
        "Your answer",
        list(words),
        index=_index(words, _answered(question, chosen) or question.usual),
        format_func=words.__getitem__,
        key=key,
    )


def _reason(chosen: FileChoices, key: str) -> str | None:
    reason = st.text_input(
        "What it is kept for",
        chosen.victim_reason or "",
        max_chars=LONGEST_REASON,
        key=key,
    )
    return reason.strip() or None


def _answered(question: FileQuestion, chosen: FileChoices) -> str | None:
    """Return what was answered before."""
    if question.about in PAIRS:
        said = {f"{name}={meant}" for name, meant in getattr(chosen, question.about).items()}
        return next((value for value, _ in question.options if value in said), None)
    said_before = getattr(chosen, question.about, None)
    return said_before if isinstance(said_before, str) else None


def _index(words: Mapping[str, str], value: str | None) -> int | None:
    return list(words).index(value) if value is not None and value in words else None


def _whole_file(
    report: LoadReport, chosen: FileChoices, asked: Iterable[str], number: int
) -> list[tuple[str, str | None]]:
    """Offer to say of all rows where they belong, whose records they are, and how they are read.

    What was decided for earlier files stands there; left as it stands, it is not said anew.
    """
    apart = {name: name for name in (*(column.header for column in report.columns), *PARTS)}
    sets = {name: data_set_in_words(name) for name in (POLICE, *partner_sets())}
    offered: Mapping[str, tuple[str, Mapping[str, str]]] = {
        "place": ("Every row belongs to", {name: name for name in _districts()}),
        "measure_set": ("These are", sets),
        "row_is": ("A row is", ROWS),
        "mode": ("This file is", MODES),
        "date_order": ("In dates such as 03/04/2025", DATES),
        "reference": ("References", REFERENCES),
        "reference_with": ("References begin anew with each", apart),
    }
    answers = []
    for about, (label, words) in offered.items():
        if about not in asked:
            before = getattr(chosen, about) or getattr(report.decided, about)
            value = _choose(label, words, before, f"{about}-{number}")
            answers.append((about, value if value != before else None))
    return answers


def _months_covered(chosen: FileChoices, number: int) -> tuple[str, str | None]:
    """Let months be said that the file answers for; an empty field takes back what was said."""
    before = chosen.covers or ""
    said = st.text_input(
        "Months that it answers for, if its rows do not tell",
        before,
        200,
        key=f"covers-{number}",
        placeholder="e.g. 2025-10 or 2025-10..2025-12",
        help="A month that you name and that has no row counts as none. Every row must be of one "
        "of the months.",
    ).strip()
    return "covers", said if said != before else None


def _columns(
    columns: Sequence[ColumnRead], chosen: FileChoices, number: int
) -> list[tuple[str, str | None]]:
    """Offer another meaning for each column; what is left as it was read is not answered."""
    words = {UNUSED: NOT_USED, **fields_in_words()}
    answers = []
    for at, column in enumerate(columns):
        before = chosen.columns.get(column.header, column.field)
        left, right = st.columns(2, vertical_alignment="bottom")
        with left:
            field = _choose(column.header, words, before, f"column-{number}-{at}")
        right.markdown(markdown("; ".join(column.samples)) or "not shown")
        changed = field is not None and field != before
        answers.append(("columns", f"{column.header}={field}" if changed else None))
    return answers


def _choose(label: str, words: Mapping[str, str], before: str | None, key: str) -> str | None:
    options = list(words)
    return st.selectbox(
        markdown(label),
        options,
        index=_index(words, before),
        format_func=words.__getitem__,
        key=key,
    )


def _districts() -> list[str]:
    return [district.name for district in districts().all()]
