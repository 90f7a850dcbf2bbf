"""A scheme in plain words: what it counts, how it is put together, and what it is not."""

import streamlit as st

from assessment.definitions import Scheme
from assessment.outputs.escaping import Markdown, markdown
from assessment.outputs.html_table import html_table
from assessment.outputs.schemes import scheme_wording as wording
from assessment.outputs.schemes.criteria_table import bands_table, criteria_table
from assessment.outputs.schemes.scheme_differences import differences
from assessment.outputs.schemes.scheme_tables import as_json, scheme_table
from assessment.periods import in_words
from assessment.risk_matrix import list_schemes, versions
from assessment.risk_matrix.scheme_use import used_by
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
    st.html(bands_table(shown))
    examples = [
        (criterion.label, example)
        for criterion in shown.criteria
        if (example := wording.example(criterion))
    ]
    if examples:
        st.html(html_table("From values to scores", ("Criterion", "For example"), examples))
    _files(shown)
    _versions(workspace, shown)


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
