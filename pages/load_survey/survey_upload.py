"""A survey's export on its way in: kept on disk, what it was taken for, and what was corrected."""

from dataclasses import dataclass, field
from pathlib import Path

import streamlit as st

from assessment.errors import AssessmentError
from assessment.outputs.escaping import markdown
from assessment.survey.reading.earlier_decisions import over
from assessment.survey.reading.proposal import Decision, Proposal
from assessment.survey.waves.export_check import is_remembered, propose
from assessment.survey.waves.survey_match import survey_of
from assessment.survey.waves.wave_loading import load_survey
from assessment.survey.waves.wave_naming import WaveNaming
from assessment.survey.waves.wave_report import SurveyReport
from assessment.workspace import Workspace
from pages.components.caches import cache
from pages.components.known_or_new import typed_in
from pages.components.waiting import Waiting, keep_on_disk, put_away, uploaded

WAITING, DONE, UPLOADER = "survey-waiting", "survey-done", "survey-file"
REFUSED = "survey-refused"
SURVEY = "load-survey"


@dataclass
class Arriving:
    """One export: its file, and what a person has decided of its columns so far."""

    files: Waiting
    decisions: dict[str, Decision] = field(default_factory=dict)
    # By survey and partnership, as far as they are known.
    proposals: dict[tuple[str, str], Proposal | AssessmentError] = field(default_factory=dict)
    like: list[str | None] = field(default_factory=list)  # the survey it is of, once looked for

    @property
    def name(self) -> str:
        """The file's name, as its owner knows it."""
        return self.files.names[0]

    @property
    def path(self) -> Path:
        """Where the file lies."""
        ((_, path),) = self.files.files
        return path

    def decide(self, header: str, decision: Decision) -> None:
        """Add to what was decided of a column; what it was taken for is worked out anew."""
        self.decisions[header] = over(self.decisions.get(header, Decision()), decision)
        self.proposals.clear()


def take_file(key: str) -> None:
    """Put an uploaded export on disk before the page runs; the uploader is then empty again."""
    if upload := uploaded(UPLOADER, key):
        put_away(WAITING)
        st.session_state.pop(REFUSED, None)
        # What was typed for the file before is not said of this one.
        st.session_state.pop(SURVEY, None)
        # Emptied, not let go of: a field that stays on the page keeps what is in it.
        st.session_state[typed_in(SURVEY)] = ""
        st.session_state.pop(DONE, None)
        try:
            st.session_state[WAITING] = Arriving(
                keep_on_disk(cache.workspace().store.incoming, [upload])
            )
        except AssessmentError as fault:
            st.session_state[REFUSED] = fault


def proposal(
    workspace: Workspace, arriving: Arriving, survey: str, partnership: str = ""
) -> Proposal | AssessmentError:
    """Return what an export is taken for as a wave of a survey, or why it cannot be read.

    All surveys of which nothing is remembered are one: it need not be read again for a new name.
    """
    try:
        survey = survey if is_remembered(workspace, survey) else ""
    except AssessmentError as fault:  # a name that is not to be had here
        return fault
    key = (survey, partnership)
    if key not in arriving.proposals:
        try:
            with st.spinner("Reading the export …"):
                arriving.proposals[key] = propose(
                    workspace,
                    arriving.path,
                    name=arriving.name,
                    survey=survey,
                    partnership=partnership or None,
                    decisions=arriving.decisions,
                )
        except AssessmentError as fault:
            arriving.proposals[key] = fault
    return arriving.proposals[key]


def recognised(workspace: Workspace, arriving: Arriving) -> str | None:
    """Return the survey of the user's own that an export is a wave of, by its questions."""
    if not arriving.like:
        try:
            arriving.like.append(survey_of(workspace, arriving.path, arriving.name))
        except AssessmentError:  # it cannot be read, which its proposal says
            arriving.like.append(None)
    return arriving.like[0]


def load(
    workspace: Workspace, arriving: Arriving, naming: WaveNaming, *, keep_doubts: bool = False
) -> SurveyReport | AssessmentError:
    """Load an export as a wave, showing how far it is; what is wrong with it is returned.

    With `keep_doubts`, what is not decided is loaded as it was taken for, and marked.
    """
    bar = st.progress(0.0, "Loading")

    def tell(share: float, text: str) -> None:
        bar.progress(min(share, 1.0), markdown(text))

    try:
        return load_survey(
            workspace,
            arriving.path,
            name=arriving.name,
            survey=naming.survey,
            called=naming.name,
            partnership=naming.partnership,
            wave=naming.wave,
            mode=naming.mode,
            first_day=naming.first_day,
            last_day=naming.last_day,
            decisions=arriving.decisions,
            keep_doubts=keep_doubts,
            progress=tell,
        )
    except AssessmentError as fault:
        return fault
    finally:
        bar.empty()
