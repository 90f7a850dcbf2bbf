"""One issue at a desk: the evidence for each criterion, every score, why it changed, judging it."""

import streamlit as st

from assessment.definitions import Criterion
from assessment.outputs.escaping import as_label, markdown
from assessment.outputs.risk_matrix import evidence_tables
from assessment.outputs.risk_matrix.criterion_table import criterion_table
from assessment.outputs.risk_matrix.evidence_card import evidence_card
from assessment.outputs.risk_matrix.risk_table import file_name
from assessment.outputs.risk_matrix.wording import risk_wording
from assessment.people import Permission
from assessment.risk_matrix.assessments import Assessment, AssessmentStatus
from assessment.risk_matrix.explanations import LONGEST, Explanation, explain
from assessment.risk_matrix.issues import Issue
from assessment.risk_matrix.judgements import judge
from assessment.risk_matrix.matrix import Matrix
from assessment.workspace import Workspace
from pages.components.actions import done, tell
from pages.components.address.choices import choose
from pages.components.downloads import download

JUDGING, EXPLAINING = "judging", "explaining"
UNCHOSEN = "Choose a score first. Nothing was kept."


def issue_by_issue(workspace: Workspace, matrix: Matrix) -> None:
    """Show one issue with all its evidence, and let it be judged."""
    issues = {issue.id: issue for issue in matrix.issues}
    in_order = [issues[ranked.issue] for ranked in matrix.ranked]
    issue = choose("Issue", "issue", {issue.label: issue for issue in in_order})
    (ranked,) = (ranked for ranked in matrix.ranked if ranked.issue == issue.id)
    st.markdown(f"**{markdown(risk_wording.place_and_band(ranked))}**")
    sees_places = workspace.may(Permission.SEE_SMALL_AREAS)
    explanation = matrix.explained.get(issue.id)
    st.html(evidence_card(matrix, issue.id, explanation, sees_places=sees_places))
    st.html(criterion_table(matrix, issue))
    download(
        file_name(matrix, "evidence"),
        lambda: evidence_tables.evidence(matrix),
        key="evidence",
    )
    assessment = matrix.assessment
    if assessment is not None and assessment.status is AssessmentStatus.DRAFT:
        _explain(workspace, assessment, issue, explanation)
        _judge(workspace, matrix, assessment, issue)


def _explain(
    workspace: Workspace, assessment: Assessment, issue: Issue, before: Explanation | None
) -> None:
    """Ask what people know that no record says, or for another text in the place of this one."""
    st.subheader("Why it changed", anchor=False)
    with st.form(f"explain-{issue.id}", border=False):
        text = st.text_area(
            f"What explains the figures of {as_label(issue.label)}",
            before.text if before else "",
            max_chars=LONGEST,
            placeholder="e.g. A gang of three was arrested in May; reports stopped then.",
            help="It is shown with the evidence, to scorers too, and kept with what is agreed. No "
            "names of people.",
        )
        if st.form_submit_button("Keep this explanation"):
            done(
                lambda: explain(workspace, assessment.id, issue.id, text, before),
                f"The explanation of {issue.label} is kept.",
                at=EXPLAINING,
            )
            st.rerun()
    tell(EXPLAINING)


def _judge(workspace: Workspace, matrix: Matrix, assessment: Assessment, issue: Issue) -> None:
    """Ask for a score and a reason; one for a criterion that data score is an override."""
    st.subheader("Judge it", anchor=False)
    criterion = _choose_criterion(matrix, issue)

    def keep(value: int | None, reason: str) -> None:
        seen = matrix.evidence[issue.id, criterion.id].value
        kept = "taken back" if value is None else f"scored {value}"
        done(
            lambda: judge(workspace, assessment.id, issue.id, criterion, value, reason, seen),
            f"Kept: {issue.label}, {criterion.label}, {kept}.",
            at=JUDGING,
        )

    with st.form(f"judge-{issue.id}-{criterion.id}", border=False):
        words = {step.score: f"{step.score:g} · {markdown(step.words)}" for step in criterion.steps}
        value = st.radio("Score", list(words), index=None, format_func=words.__getitem__)
        reason = st.text_input("Why", placeholder="needed where it stands over a score from data")
        if st.form_submit_button("Keep this score", type="primary"):
            if value is None:
                st.error(UNCHOSEN, icon=":material/error:")
            else:
                keep(value, reason)
                st.rerun()
    tell(JUDGING)
    effective = matrix.effective_scores.get((issue.id, criterion.id))
    if effective and effective.judgement and effective.judgement.value is not None:
        st.button(
            f"Take back what {markdown(effective.judgement.who)} judged",
            on_click=keep,
            args=(None, "taken back"),
        )


def _choose_criterion(matrix: Matrix, issue: Issue) -> Criterion:
    """Let a criterion be chosen; the first that nobody has judged is chosen already."""
    stepped = {
        criterion.label: criterion for criterion in matrix.scheme.criteria if criterion.steps
    }
    names = list(stepped)
    missing = (name for name in names if _is_missing(matrix, issue, stepped[name]))
    index = names.index(next(missing, names[0])) if names else 0
    return stepped[st.selectbox("Criterion", names, index=index, key="judge-what")]


def _is_missing(matrix: Matrix, issue: Issue, criterion: Criterion) -> bool:
    effective = matrix.effective_scores.get((issue.id, criterion.id))
    return criterion.is_judged and (effective is None or effective.value is None)
