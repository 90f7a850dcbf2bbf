"""Naming the source from which a partnership's figures are taken, where several give the same."""

from collections.abc import Mapping, Sequence
from functools import partial

import streamlit as st

from assessment.definitions import measure_sets
from assessment.outputs.escaping import as_label
from assessment.people import Permission
from assessment.sources.lead_sources import lead_sources, name_lead_source
from pages.components.actions import done
from pages.sources.sources_asked import SourcesAsked

NONE = "none: whichever has more of the months asked for"


def choose_lead(asked: SourcesAsked, partnership: str, sets: Mapping[str, Sequence[str]]) -> None:
    """Let a lead source be named for each set of measures that several sources are counted in."""
    if not sets or not asked.workspace.of(partnership).may(Permission.EDIT_PARTNERSHIPS):
        return
    leads = {lead.measure_set: lead.source for lead in lead_sources(asked.workspace, partnership)}
    for measure_set, sources in sets.items():
        with st.form(f"lead-{measure_set}", border=False):
            _one_set(asked, partnership, measure_set, [NONE, *sources], leads.get(measure_set))


def _one_set(
    asked: SourcesAsked, partnership: str, measure_set: str, options: list[str], now: str | None
) -> None:
    label = measure_sets()[measure_set].label
    chosen = st.selectbox(
        as_label(f"Lead source for {label}"),
        options,
        index=options.index(now) if now in options else 0,
        key=f"lead-of-{measure_set}",
        width=420,
    )
    if st.form_submit_button("Keep this lead source", icon=":material/flag:"):
        source = None if chosen == NONE else chosen
        said = f"figures are taken from {source}" if source else "no source leads"
        done(
            partial(name_lead_source, asked.workspace, partnership, measure_set, source),
            f"{label}: {said}.",
        )
        st.rerun()
