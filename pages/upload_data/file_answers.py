"""What a file leaves open and what its columns hold, asked beside its report."""

from collections.abc import Iterable, Mapping, Sequence

import streamlit as st

from assessment.definitions import POLICE, data_set_in_words, districts, partner_sets
from assessment.intake import ColumnRead, FileChoices, FileQuestion, LoadReport, fields_in_words
from assessment.outputs.escaping import markdown
from pages.components.known_or_new import known_or_new

UNUSED = "unused"
NOT_USED = "not used"


def file_answers(report: LoadReport, chosen: FileChoices, number: int) -> FileChoices | None:
    """Ask what a file leaves open, and what else can be said of it; return it once it is sent.

    `number` tells the files that wait apart.
    """
    with st.form(f"answers-{number}", border=False):
        asked = [
            (question.about, _ask(question, f"answer-{number}-{at}"))
            for at, question in enumerate(report.questions)
        ]
        open_already = {question.about for question in report.questions}
        with st.expander("Say what this file holds", icon=":material/view_column:"):
            said = [
                *_whole_file(chosen, open_already, number),
                *_columns(report.columns, chosen, number),
            ]
        sent = st.form_submit_button(
            "Check again", icon=":material/fact_check:", key=f"check-again-{number}"
        )
    if not sent:
        return None
    answers = chosen
    for about, value in (*said, *asked):
        answers = answers.answered(about, value) if value else answers
    return answers


def _ask(question: FileQuestion, key: str) -> str | None:
    words = dict(question.options)
    if question.about == "place":
        # The likely ones first; any other may be the right one too.
        words |= {name: name for name in _districts() if name not in words}
    st.markdown(f"**{markdown(question.text, 1000)}**")
    if question.about == "source":
        likely = {words[value]: value for value in words}
        said = known_or_new("Your answer", "Another source", list(likely), key)
        return likely.get(said, said) or None
    return st.selectbox(
        "Your answer",
        list(words),
        index=list(words).index(question.usual) if question.usual else None,
        format_func=words.__getitem__,
        key=key,
    )


def _whole_file(
    chosen: FileChoices, asked: Iterable[str], number: int
) -> list[tuple[str, str | None]]:
    """Offer to say of all rows which district they belong to, and whose records they are."""
    sets = {name: data_set_in_words(name) for name in (POLICE, *partner_sets())}
    offered: Mapping[str, tuple[str, Mapping[str, str]]] = {
        "place": ("Every row belongs to", {name: name for name in _districts()}),
        "measure_set": ("These are", sets),
    }
    return [
        (about, _choose(label, words, getattr(chosen, about), f"{about}-{number}"))
        for about, (label, words) in offered.items()
        if about not in asked
    ]


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
        index=options.index(before) if before in options else None,
        format_func=words.__getitem__,
        key=key,
    )


def _districts() -> list[str]:
    return [district.name for district in districts().all()]
