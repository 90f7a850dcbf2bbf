"""What an export was taken for: who answered, what was asked, what is left out."""

from collections.abc import Sequence
from datetime import date

import streamlit as st

from assessment.definitions import survey_definitions, survey_scales
from assessment.numbers import count_of, people
from assessment.outputs.escaping import Markdown, markdown
from assessment.outputs.html_table import html_table
from assessment.periods import in_words
from assessment.survey import ColumnReading, Concept, OptionRole, Proposal, Use
from assessment.survey.reading.survey_warnings import in_words as doubt_in_words
from pages.load_survey.questions_to_resolve import asked

OTHER = "Something else"
NO_ANSWER = {OptionRole.DONT_KNOW: ": does not know", OptionRole.NOT_APPLICABLE: ": does not apply"}
MOST_OPTIONS = 8


def concept_labels() -> dict[Concept, str]:
    """Return what each thing that a question may be about is called."""
    named = {Concept(each.id): each.label for each in survey_definitions().concepts}
    return {concept: named.get(concept, OTHER) for concept in Concept}


def read_as(proposal: Proposal) -> None:
    """Show how an export was read, question by question."""
    st.markdown(_in_words(proposal))
    # What is asked about stands above, with the answers to choose from.
    above = {doubt_in_words(doubt) for doubt in asked(proposal)}
    to_know([each for each in proposal.problems if each not in above])
    questions = [each for each in proposal.columns if each.use is Use.QUESTION]
    header = ("Question", "Answered by", "About", "Answers found", "People")
    st.html(html_table("What was asked", header, [_question(each) for each in questions]))
    rest = [each for each in proposal.columns if each.use is not Use.QUESTION]
    if rest:
        with st.expander(f"Other columns ({len(rest)})", icon=":material/visibility_off:"):
            rows = [(each.header, each.use.value) for each in rest]
            st.html(html_table("Not questions", ("Column", "Taken for"), rows))


def to_know(problems: Sequence[str]) -> None:
    """Say what an analyst should know about a file, all of it in one place."""
    if problems:
        told = "\n".join(f"- {markdown(each, 2000)}" for each in problems)
        st.warning(f"**To know about this file**\n\n{told}", icon=":material/rule:")


def _in_words(found: Proposal) -> Markdown:
    rows = f"{count_of(found.rows_read, 'row', 'rows')} read"
    parts = [f"**{people(found.respondents)}** answered", _days(found), rows, _left(found)]
    said = " · ".join(part for part in parts if part)
    if found.previous_wave is None:
        return said
    return f"{said}  \nRead as **{markdown(found.previous_wave)}** was; only what is new is asked."


def _days(found: Proposal) -> Markdown:
    days = [in_words(date.fromisoformat(day)) for day in (found.first_day, found.last_day) if day]
    return " to ".join(dict.fromkeys(days))


def _left(found: Proposal) -> Markdown:
    left = found.left_out
    why = [
        f"{count_of(left.test, 'test row', 'test rows')} left out" if left.test else "",
        f"{count_of(left.repeated, 'repeat', 'repeats')} left out" if left.repeated else "",
        f"{left.unanswered:,} without any answer left out" if left.unanswered else "",
        f"{left.earlier:,} left out before" if left.earlier else "",
        f"{left.partial:,} partial, kept" if left.partial else "",
    ]
    return " · ".join(part for part in why if part)


def _question(column: ColumnReading) -> tuple[object, ...]:
    scale = survey_scales().get(column.scale or "")
    kind = column.kind.in_words if column.kind else ""
    return (
        column.wording or column.header,
        f"{kind}: {scale.label.lower()}" if scale else kind,
        concept_labels()[column.concept],
        _options(column),
        column.base,
    )


def _options(column: ColumnReading) -> str:
    shown = [_option(each.label, each.n, each.role) for each in column.options[:MOST_OPTIONS]]
    more = len(column.options) - len(shown)
    return "; ".join(shown) + (f"; and {more} more" if more > 0 else "")


def _option(label: str, n: int, role: OptionRole) -> str:
    return f"{label} ({n:,}{NO_ANSWER.get(role, '')})"
