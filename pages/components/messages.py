"""The one way to say that something is wrong, made up, or missing."""

from collections.abc import Iterator
from contextlib import contextmanager

import streamlit as st

from assessment.changes import Question
from assessment.errors import AssessmentError, UploadRefused
from assessment.outputs.escaping import Markdown, markdown
from assessment.outputs.methods_wording import REAL_CHANGE, WHAT_CHANGED, stamp, what_changed

HOW_TO_READ = (
    f'<p class="quiet">{REAL_CHANGE} Both allow for how many rows are tested at once. '
    "<em>Better</em> and <em>worse</em> follow what each measure is meant to do. The likely range "
    "is where the change of the daily rate lies in 95 of 100 such comparisons, by counting; p is "
    "how often a difference this large would come up if nothing had changed, as these months vary, "
    "after allowing for the other rows of its level. <em>Force</em> is the change of the whole "
    "force. "
    "<em>Few</em> is fewer than 20 in either period; with fewer than 10 before, a percentage would "
    "mean nothing and is not printed. Each picture of months has a scale of its own.</p>"
)
SYNTHETIC = "**Synthetic example records — not real.** Generated to show how the dashboard works."


def what_verdicts_mean(version: int) -> None:
    """Say in a sentence what the words of verdicts mean, and by which methods they are given."""
    st.caption(markdown(f"{REAL_CHANGE} {stamp(version)}", 1000))


def what_methods_changed() -> None:
    """Tell a reader of last month's page why a verdict may be another than it was."""
    with st.expander(WHAT_CHANGED, icon=":material/update:"):
        st.markdown("\n".join(f"- {markdown(change, 1000)}" for change in what_changed()))


def synthetic_banner(shown: bool) -> None:
    """Say, while any generated extract is behind what is shown, that it is not real."""
    if shown:
        st.warning(SYNTHETIC, icon=":material/science:")


def error(fault: AssessmentError) -> None:
    """Show an error's text, and every fault of a file in a list of its own."""
    if not isinstance(fault, UploadRefused):
        st.error(markdown(str(fault), 2000), icon=":material/error:")
        return
    faults = "\n".join(f"- {markdown(line, 2000)}" for line in fault.faults)
    st.error(f"**{markdown(fault.file)} was not loaded.**\n\n{faults}", icon=":material/error:")


@contextmanager
def told() -> Iterator[None]:
    """Show an error's text where it happens: a fragment runs again without the dashboard's care."""
    try:
        yield
    except AssessmentError as fault:
        error(fault)


def what_is_compared(question: Question) -> Markdown:
    """Return the place and both periods with their dates, for the head of a page."""
    return (
        f"**{markdown(question.place.label)}**, {question.period.dates}, "
        f"compared with {question.comparison.dates}"
    )


def caveats(texts: tuple[str, ...]) -> None:
    """Show what must be known to read the figures."""
    if texts:
        lines = "\n".join(f"- {markdown(text, 1000)}" for text in texts)
        st.info(f"**To know when reading these figures**\n\n{lines}", icon=":material/info:")
