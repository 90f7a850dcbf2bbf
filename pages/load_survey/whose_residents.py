"""Whose residents a survey asks: a partnership's, or nobody's in particular."""

from collections.abc import Iterable

import streamlit as st

from assessment.partnerships import partnerships
from assessment.survey.waves.survey_match import usual_partnership
from assessment.survey.waves.survey_names import Survey
from assessment.workspace import Workspace

NOBODYS = ""
NONE_IN_WORDS = "no partnership in particular"


def choose_partnership(
    workspace: Workspace, survey: Survey | None, texts: Iterable[str], key: str
) -> str:
    """Let a partnership be chosen; a survey that is known has its own, a new one the likely one."""
    known = sorted(partnerships(workspace), key=lambda partnership: partnership.synthetic)
    names = {
        partnership.id: f"{partnership.name} (example)" * partnership.synthetic or partnership.name
        for partnership in known
    }
    usual = survey.partnership if survey else usual_partnership(texts, known)
    options = [NOBODYS, *names]
    chosen: str = st.selectbox(
        "Residents of",
        options,
        index=options.index(usual) if usual in names else 0,
        format_func=lambda partnership: names.get(partnership, NONE_IN_WORDS),
        key=key,
        help="The risk matrix takes what a partnership's residents are concerned about from here.",
        width=330,
    )
    return chosen


def names_of_partnerships(workspace: Workspace) -> dict[str, str]:
    """Return what partnerships are called, by id."""
    return {partnership.id: partnership.name for partnership in partnerships(workspace)}
