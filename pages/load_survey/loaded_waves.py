"""What has just been loaded, the waves there are, and the removal of one."""

from collections.abc import Mapping, Sequence

import streamlit as st

from assessment.intake.load_status import LoadStatus
from assessment.numbers import count_of, people
from assessment.outputs.escaping import markdown
from assessment.outputs.html_table import html_table
from assessment.people import Permission
from assessment.survey.waves.wave_register import Wave
from assessment.survey.waves.wave_removal import remove_survey_wave
from assessment.survey.waves.wave_report import SurveyReport
from assessment.workspace import Workspace, by
from pages.components.actions import confirmed
from pages.components.caches import cached_surveys
from pages.load_survey.read_as import to_know
from pages.load_survey.survey_upload import DONE
from pages.load_survey.whose_residents import names_of_partnerships

ASKED, GONE = "wave-to-remove", "wave-removed"
HEADER = ("Wave", "How people were asked", "People", "Answered", "Left out", "Loaded")


def just_loaded() -> None:
    """Say what became of the export that was loaded last, and lead to its answers."""
    report: SurveyReport | None = st.session_state.get(DONE)
    if report is None:
        return
    if report.status is LoadStatus.UNCHANGED:
        st.info(
            f"**{markdown(report.wave)}** was not changed: this very file is loaded already.",
            icon=":material/info:",
        )
    else:
        st.success(
            f"**{markdown(report.wave)}** was loaded: {people(report.respondents)}, "
            f"{count_of(len(report.questions), 'question')}.",
            icon=":material/check_circle:",
        )
    to_know(report.problems)
    st.page_link(
        "pages/survey/page.py",
        label="See what they say",
        icon=":material/forum:",
        query_params={"survey": report.survey, "wave": report.wave},
    )


def waves_list(workspace: Workspace) -> None:
    """List the waves there are; one that is not an example can be removed."""
    if gone := st.session_state.pop(GONE, None):
        st.success(f"{markdown(gone)} was removed.", icon=":material/check_circle:")
    every = cached_surveys.every_wave(workspace)
    st.header("Loaded so far", anchor=False)
    if not every:
        st.markdown("Nothing yet. Choose a file above to begin.")
        return
    names = names_of_partnerships(workspace)
    rows = [_row(wave, names) for wave in every]
    st.html(html_table("Every wave of every survey, the latest first", HEADER, rows))
    _remove(workspace, [wave.id for wave in every if not wave.synthetic])


def _row(wave: Wave, names: Mapping[str, str]) -> tuple[object, ...]:
    days = dict.fromkeys(f"{day:%d/%m/%Y}" for day in (wave.first_day, wave.last_day) if day)
    partnership = names.get(wave.partnership or "")
    about = [
        wave.survey_name,
        f"of {partnership}" if partnership else "",
        "synthetic" if wave.synthetic else "",
    ]
    loaded_at, loaded_by = wave.source.loaded_at, wave.source.loaded_by
    return (
        (wave.id, ", ".join(filter(None, about))),
        wave.mode.in_words,
        wave.respondents,
        " to ".join(days) or "not dated",
        wave.source.rows_left_out,
        (f"{loaded_at:%d/%m/%Y}", f"{loaded_at:%H:%M}, {by(loaded_by)}"),
    )


def _remove(workspace: Workspace, own: Sequence[str]) -> None:
    if not own or not workspace.may(Permission.LOAD_EXTRACTS):
        return
    with st.container(horizontal=True, vertical_alignment="bottom"):
        chosen = st.selectbox("Remove the wave", own, key="remove-wave")
        if st.button("Remove it", icon=":material/delete:"):
            st.session_state[ASKED] = chosen
    if st.session_state.get(ASKED) == chosen and confirmed(
        ASKED, f"**Remove {markdown(chosen)} and all its answers?**", "Yes, remove it"
    ):
        remove_survey_wave(workspace, chosen)
        st.session_state[GONE] = chosen
        st.rerun()
