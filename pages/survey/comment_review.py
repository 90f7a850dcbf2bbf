"""What people said in their own words: by theme, once someone has looked it over."""

from collections import Counter
from collections.abc import Sequence

import streamlit as st

from assessment.outputs.escaping import html, markdown
from assessment.people import Permission
from assessment.survey.waves.wave_comments import Comment, CommentStatus, review_comment
from assessment.workspace import Workspace
from pages.components.caches import cached_surveys
from pages.components.known_or_new import known_or_new

NO_THEME = "No theme"
SHOWN, WAITING, WITHHELD = CommentStatus.SHOWN, CommentStatus.WAITING, CommentStatus.WITHHELD


def in_their_words(workspace: Workspace, wave: str) -> None:
    """Show the comments that may be shown, by theme; let whoever may look the others over."""
    shown = cached_surveys.comments_of(workspace, wave, SHOWN)
    may_review = workspace.may(Permission.SEE_REFUSED_ROWS)
    waiting = cached_surveys.comments_of(workspace, wave, WAITING) if may_review else ()
    withheld = cached_surveys.comments_of(workspace, wave, WITHHELD) if may_review else ()
    if not (shown or waiting or withheld):
        return
    st.header("In their own words", anchor="comments")
    if shown:
        st.html(_themes(shown))
    else:
        st.markdown(
            "No comment is shown yet: each is looked over first, because it may name people."
        )
    if waiting:
        _review(workspace, wave, waiting)
    if shown or withheld:
        _think_again(workspace, wave, (*shown, *withheld))


def _themes(shown: Sequence[Comment]) -> str:
    """List the comments under their themes, the commonest first; what has none comes last."""
    counts = Counter(comment.theme or NO_THEME for comment in shown)
    order = [theme for theme, _ in counts.most_common() if theme != NO_THEME]
    sections = []
    for theme in (*order, *([NO_THEME] if NO_THEME in counts else [])):
        texts = [comment.text for comment in shown if (comment.theme or NO_THEME) == theme]
        items = "".join(f"<li>{html(text)}</li>" for text in texts)
        sections.append(f"<section><h3>{html(theme)} ({len(texts)})</h3><ul>{items}</ul></section>")
    return f'<div class="lists said-freely">{"".join(sections)}</div>'


def _review(workspace: Workspace, wave: str, waiting: Sequence[Comment]) -> None:
    """Show one waiting comment after another, to be shown or withheld."""
    first = waiting[0]
    some = "1 comment waits" if len(waiting) == 1 else f"{len(waiting):,} comments wait"
    with st.expander(f"Look comments over: {some}", icon=":material/rate_review:"):
        st.markdown(
            "Show a comment only if nobody could be recognised from it. A theme gathers comments "
            "about one thing."
        )
        _one_comment(workspace, wave, first, key=f"{first.question}-{first.number}")


def _think_again(workspace: Workspace, wave: str, seen: Sequence[Comment]) -> None:
    if not workspace.may(Permission.SEE_REFUSED_ROWS):
        return
    with st.expander(f"Think again about a comment ({len(seen):,})", icon=":material/undo:"):
        named = {f"{comment.text[:80]} ({comment.status})": comment for comment in seen}
        chosen = named[st.selectbox("Comment", list(named), key="comment-again")]
        _one_comment(workspace, wave, chosen, key=f"again-{chosen.question}-{chosen.number}")


def _one_comment(workspace: Workspace, wave: str, comment: Comment, key: str) -> None:
    st.markdown(f"> {markdown(comment.text, 5000)}")
    shown = cached_surveys.comments_of(workspace, wave, SHOWN)
    themes = sorted({other.theme for other in shown if other.theme})
    with st.container(horizontal=True, vertical_alignment="bottom"):
        theme = known_or_new(
            "Theme", "Or a new theme", themes, f"theme-{key}", current=comment.theme
        )
        for status, label, icon in (
            (SHOWN, "Show it", ":material/visibility:"),
            (WITHHELD, "Withhold it", ":material/visibility_off:"),
        ):
            if st.button(label, icon=icon, key=f"{status}-{key}"):
                review_comment(
                    workspace, wave, comment.question, comment.number, status, theme=theme
                )
                st.rerun()
