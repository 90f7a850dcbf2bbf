"""What an export was taken for: who answered, what was asked, what is left out."""

from collections.abc import Sequence
from datetime import date

import streamlit as st

from assessment.definitions import survey_definitions, survey_scales
from assessment.numbers import count_of, people
from assessment.outputs.escaping import Markdown, markdown
from assessment.outputs.html_table import html_table
from assessment.outputs.survey.doubts_together import asked
from assessment.periods import in_words
from assessment.survey.questionnaire import Concept, OptionRole
from assessment.survey.reading.proposal import ColumnReading, Proposal, Use
from assessment.survey.reading.survey_warnings import in_words as doubt_in_words

OTHER = "Something else"
NO_ANSWER = {OptionRole.DONT_KNOW: ": does not know", OptionRole.NOT_APPLICABLE: ": does not apply"}
MOST_OPTIONS = 8


def concept_labels() -> dict[Concept, str]:
    """Return what each thing that a question may be about is called."""
    named = {Concept(known.id): known.label for known in survey_definitions().concepts}
    return {concept: named.get(concept, OTHER) for concept in Concept}


def read_as(proposal: Proposal) -> None:
    """Show how an export was read, question by question."""
    st.markdown(_in_words(proposal))
    # What is asked about stands above, with the answers to choose from.
    above = {doubt_in_words(doubt) for doubt in asked(proposal)}
    to_know([column for column in proposal.problems if column not in above])
    questions = [column for column in proposal.columns if column.use is Use.QUESTION]
    header = ("Question", "Answered by", "About", "Answers found", "People")
    st.html(html_table("What was asked", header, [_question(column) for column in questions]))
    rest = [column for column in proposal.columns if column.use is not Use.QUESTION]
    if rest:
        with st.expander(f"Other columns ({len(rest)})", icon=":material/visibility_off:"):
            rows = [(column.header, column.use.value) for column in rest]
            st.html(html_table("Not questions", ("Column", "Taken for"), rows))


def to_know(problems: Sequence[str]) -> None:
    """Say what an analyst should know about a file, all of it in one place."""
    if problems:
        lines = "\n".join(f"- {markdown(problem, 2000)}" for problem in problems)
        st.warning(f"**To know about this file**\n\n{lines}", icon=":material/rule:")


def _in_words(proposal: Proposal) -> Markdown:
    rows = f"{count_of(proposal.rows_read, 'row', 'rows')} read"
    parts = [f"**{people(proposal.respondents)}** answered", _days(proposal), rows, _left(proposal)]
    line = " · ".join(part for part in parts if part)
    if proposal.previous_wave is None:
        return line
    return (
        f"{line}  \nRead as **{markdown(proposal.previous_wave)}** was; only what is new is asked."
    )


def _days(proposal: Proposal) -> Markdown:
    days = [
        in_words(date.fromisoformat(day)) for day in (proposal.first_day, proposal.last_day) if day
    ]
    return " to ".join(dict.fromkeys(days))


def _left(proposal: Proposal) -> Markdown:
    left_out = proposal.left_out
    why = [
        f"{count_of(left_out.test, 'test row', 'test rows')} left out" if left_out.test else "",
        f"{count_of(left_out.repeated, 'repeat', 'repeats')} left out" if left_out.repeated else "",
        f"{left_out.unanswered:,} without any answer left out" if left_out.unanswered else "",
        f"{left_out.elsewhere:,} who live elsewhere left out" if left_out.elsewhere else "",
        f"{left_out.earlier:,} left out before" if left_out.earlier else "",
        f"{left_out.partial:,} partial, kept" if left_out.partial else "",
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
        column.base if column.asked is None else f"{column.base:,} of {column.asked:,} asked",
    )


def _options(column: ColumnReading) -> str:
    shown = [
        _option(option.label, option.n, option.role) for option in column.options[:MOST_OPTIONS]
    ]
    more = len(column.options) - len(shown)
    return "; ".join(shown) + (f"; and {more} more" if more > 0 else "")


def _option(label: str, n: int, role: OptionRole) -> str:
    return f"{label} ({n:,}{NO_ANSWER.get(role, '')})"
