"""One issue at a desk: the evidence for each criterion, every score, and judging it."""

import streamlit as st

from assessment.definitions import Criterion
from assessment.outputs.escaping import html, markdown
from assessment.outputs.html_table import framed
from assessment.outputs.risk_matrix import evidence_tables, risk_wording
from assessment.outputs.risk_matrix.risk_table import file_name
from assessment.people import Permission
from assessment.risk_matrix.assessments import AssessmentStatus
from assessment.risk_matrix.issues import Issue
from assessment.risk_matrix.judgements import judge
from assessment.risk_matrix.matrix import Matrix
from assessment.workspace import Workspace
from pages.components.actions import done, tell
from pages.components.address.choices import choose
from pages.components.downloads import download
from pages.components.evidence_card import evidence_card
from pages.risk_matrix.explanation_form import explain_it

HERE = "judging"
UNCHOSEN = "Choose a score first. Nothing was kept."


def issue_by_issue(workspace: Workspace, found: Matrix) -> None:
    """Show one issue with all its evidence, and let it be judged."""
    issues = {issue.id: issue for issue in found.issues}
    in_order = [issues[one.issue] for one in found.ranked]
    issue = choose("Issue", "issue", {each.label: each for each in in_order})
    (one,) = (each for each in found.ranked if each.issue == issue.id)
    st.markdown(f"**{markdown(risk_wording.place_and_band(one))}**")
    sees_places = workspace.may(Permission.SEE_SMALL_AREAS)
    said = found.explained.get(issue.id)
    st.html(evidence_card(found, issue.id, said, sees_places=sees_places))
    st.html(evidence_table(found, issue))
    download(
        file_name(found, "evidence"),
        lambda: evidence_tables.evidence(found),
        key="evidence",
    )
    if found.assessment is None or found.assessment.status is not AssessmentStatus.DRAFT:
        return
    explain_it(workspace, found.assessment.id, issue, said)
    _judge(workspace, found, issue)


def evidence_table(found: Matrix, issue: Issue) -> str:
    """Return what is known of each criterion, the score that counts, and where it is from."""
    rows = "".join(_row(found, issue, criterion) for criterion in found.scheme.criteria)
    caption = f"{issue.label}, {found.period.dates}"
    heads = "".join(
        f'<th scope="col" class="words">{head}</th>'
        for head in ("Criterion", "Score", "What is known", "Rule and source")
    )
    return framed("stacked", caption, heads, rows)


def _row(found: Matrix, issue: Issue, criterion: Criterion) -> str:
    evidence = found.evidence[issue.id, criterion.id]
    stands = found.effective_scores.get((issue.id, criterion.id))
    value = stands.value if stands else evidence.score
    where = risk_wording.where_from(stands) if stands else "data"
    others = risk_wording.beside(stands) if stands else ""
    reason = stands.judgement.reason if stands and stands.judgement else ""
    notes = "".join(f"<small>{html(each)}</small>" for each in evidence.caveats)
    source = f"<small>{html(evidence.source)}</small>" if evidence.source else ""
    return (
        f'<tr><th scope="row">{html(criterion.label)}'
        f"<small>weight {criterion.weight:g}</small></th>"
        f'<td class="words"><strong>{risk_wording.number(value)}</strong> {html(where)}'
        f"{_small(others)}{_small(reason)}</td>"
        f'<td class="words">{html(evidence.in_words)}<small>{html(evidence.period)}</small>'
        f'{notes}</td><td class="words">{html(evidence.rule)}{source}</td></tr>'
    )


def _small(text: str) -> str:
    return f"<small>{html(text)}</small>" if text else ""


def _judge(workspace: Workspace, found: Matrix, issue: Issue) -> None:
    """Ask for a score and a reason; one for a criterion that data score is an override."""
    st.subheader("Judge it", anchor=False)
    stepped = {each.label: each for each in found.scheme.criteria if each.steps}
    first = next((each.label for each in stepped.values() if _is_missing(found, issue, each)), None)
    names = list(stepped)
    chosen = stepped[
        st.selectbox("Criterion", names, index=names.index(first) if first else 0, key="judge-what")
    ]
    with st.form(f"judge-{issue.id}-{chosen.id}", border=False):
        words = {step.score: f"{step.score:g} · {markdown(step.words)}" for step in chosen.steps}
        value = st.radio("Score", list(words), index=None, format_func=words.__getitem__)
        reason = st.text_input("Why", placeholder="needed where it stands over a score from data")
        if st.form_submit_button("Keep this score", type="primary"):
            if value is None:
                st.error(UNCHOSEN, icon=":material/error:")
            else:
                _keep(workspace, found, issue, chosen, value, reason)
                st.rerun()
    tell(HERE)
    stands = found.effective_scores.get((issue.id, chosen.id))
    if stands and stands.judgement and stands.judgement.value is not None:
        st.button(
            f"Take back what {markdown(stands.judgement.who)} judged",
            on_click=_keep,
            args=(workspace, found, issue, chosen, None, "taken back"),
        )


def _is_missing(found: Matrix, issue: Issue, criterion: Criterion) -> bool:
    stands = found.effective_scores.get((issue.id, criterion.id))
    return criterion.is_judged and (stands is None or stands.value is None)


def _keep(
    workspace: Workspace,
    found: Matrix,
    issue: Issue,
    criterion: Criterion,
    value: int | None,
    reason: str,
) -> None:
    said = found.evidence[issue.id, criterion.id].value
    held = found.assessment
    if held is None:
        return
    kept = "taken back" if value is None else f"scored {value}"
    done(
        lambda: judge(workspace, held.id, issue.id, criterion, value, reason, said),
        f"Kept: {issue.label}, {criterion.label}, {kept}.",
        at=HERE,
    )
