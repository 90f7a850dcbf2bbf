"""A scheme in plain words: what it counts, how it is put together, and what it is not."""

from collections.abc import Iterator
from itertools import pairwise

import streamlit as st

from assessment.definitions import Criterion, Scheme
from assessment.outputs.escaping import Markdown, markdown
from assessment.outputs.html_table import html_table
from assessment.outputs.schemes import scheme_wording as wording
from assessment.outputs.schemes.scheme_differences import differences
from assessment.outputs.schemes.scheme_tables import as_json, limits, scheme_table
from assessment.periods import in_words
from assessment.risk_matrix import list_schemes, versions
from assessment.risk_matrix.schemes.scheme_use import used_by
from assessment.workspace import Workspace
from pages.components.downloads import download, download_file
from pages.schemes.preview import named


def head(workspace: Workspace, shown: Scheme) -> Markdown:
    """Return in a line whose scheme it is, since when, and what it was copied from."""
    made_from = f", {_copied_from(workspace, shown)}" if shown.based_on else ""
    return (
        f"**{markdown(shown.label)}**, version {shown.version}, by {markdown(shown.author)}, "
        f"{in_words(shown.dated)}{markdown(made_from)}"
    )


def show(workspace: Workspace, shown: Scheme) -> None:
    """Show all of a scheme, and let it be taken away as a file."""
    st.markdown(markdown(shown.standing, 2000))
    st.html(criteria_table(shown))
    st.header("How it is put together", anchor=False)
    st.markdown(
        "\n".join(
            f"- {markdown(sentence, 1000)}"
            for sentence in (
                wording.COMBINED[shown.combine][1],
                wording.MISSING,
                wording.ORDERS[shown.direction],
                wording.tie_breaks(shown),
            )
        )
    )
    st.html(html_table("Bands", ("Band", "Scores"), _bands(shown)))
    examples = [
        (criterion.label, example)
        for criterion in shown.criteria
        if (example := wording.example(criterion))
    ]
    if examples:
        st.html(html_table("From values to scores", ("Criterion", "For example"), examples))
    _files(shown)
    _versions(workspace, shown)


def criteria_table(shown: Scheme) -> str:
    """Return criteria × steps, with the words of each step and which values give it."""
    scores = sorted({step.score for criterion in shown.criteria for step in criterion.steps})
    whole = sum(criterion.weight for criterion in shown.counted)
    rows = [_criterion(shown, criterion, scores, whole) for criterion in shown.criteria]
    heads = [str(score) for score in scores] or ["Scale"]
    return html_table(f"What {shown.label} counts", ("Criterion", "Weight", *heads), rows)


def _criterion(
    shown: Scheme, criterion: Criterion, scores: list[int], whole: float
) -> tuple[object, ...]:
    under = f"{wording.GROUPS[criterion.group]}; {wording.scored_by(criterion)}"
    weight: tuple[str, str] = (wording.figure(criterion.weight), "beside the score")
    if criterion in shown.counted:
        weight = (weight[0], f"{100 * criterion.weight / whole:.0f}% of all weight")
    by_score = {
        step.score: (_written(step.words, step.codes), limit)
        for step, limit in zip(criterion.steps, limits(criterion), strict=True)
    }
    cells = [by_score.get(score, "") for score in scores]
    return ((criterion.label, under), weight, *(cells or ["counted as it is"]))


def _written(words: str, codes: tuple[str, ...]) -> str:
    return f"{words} ({', '.join(codes)})" if codes else words


def _bands(shown: Scheme) -> Iterator[tuple[str, str]]:
    starts = [wording.figure(band.at_least) for band in shown.bands]
    ends = [f"from {starts[0]}", *(f"{low} to under {high}" for high, low in pairwise(starts))]
    return zip((band.label for band in shown.bands), ends, strict=True)


def _files(shown: Scheme) -> None:
    name = f"scheme-{shown.id}-{shown.version}"
    download(name, lambda: scheme_table(shown), key="scheme")
    download_file(
        "Download for other programs (JSON)",
        lambda: as_json(shown),
        f"{name}.json",
        "application/json",
        key="scheme-json",
    )


def _versions(workspace: Workspace, shown: Scheme) -> None:
    """List every version with what it changed and who uses it, and what has been copied from it."""
    known = versions(workspace, shown.id)
    used = named(workspace, used_by(workspace, shown.id))
    users = {
        version.version: [name for name, by in used.items() if by.scheme_version == version.version]
        for version in known
    }
    st.header("Versions", anchor=False)
    rows = [
        (
            f"Version {version.version}",
            version.author,
            in_words(version.dated),
            _changed(workspace, version, before),
            "; ".join(users[version.version]) or "nobody yet",
        )
        for version, before in zip(known, (*known[1:], None), strict=True)
    ]
    heads = ("Version", "By", "On", "What", "Used by")
    st.html(html_table(f"Versions of {shown.label}", heads, rows))
    copies = [version.label for version in list_schemes(workspace) if _of(version) == shown.id]
    if copies:
        st.markdown(f"Copied as {markdown(', '.join(copies))}.")


def _changed(workspace: Workspace, version: Scheme, before: Scheme | None) -> str:
    if before is None:
        return _copied_from(workspace, version) if version.based_on else "the first"
    return "; ".join(differences(before, version))


def _copied_from(workspace: Workspace, copied: Scheme) -> str:
    labels = {other.id: other.label for other in list_schemes(workspace)}
    of, _, version = (copied.based_on or "").rpartition(" ")
    return f"copied from {labels.get(of, of)}, version {version}"


def _of(copied: Scheme) -> str:
    return copied.based_on.rpartition(" ")[0] if copied.based_on else ""
