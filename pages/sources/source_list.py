"""Every source with whose it is and whether it is in time; and what is expected of one."""

import streamlit as st

from assessment.numbers import count_of
from assessment.outputs.escaping import markdown
from assessment.outputs.html_table import html_table
from assessment.outputs.sources.freshness_wording import (
    due_in_words,
    freshness_in_words,
    state_in_words,
)
from assessment.outputs.sources.source_tables import sources_table
from assessment.periods import how_many, joined
from assessment.sources.source_register import Source, sources
from pages.components.downloads import download
from pages.sources.source_form import source_form
from pages.sources.sources_asked import SourcesAsked

HEADER = ("Source", "Data set", "Records", "Refused", "Months", "Loaded", "Freshness")
SIGNS = {"overdue": "▲ ", "came late": "◐ ", "in time": "● ", "nothing yet": "✕ ", "": ""}


def source_list(asked: SourcesAsked) -> None:
    """List every source of the store; let it be said whose one is, and when its data are due."""
    every = sources(asked.workspace, asked.districts)
    overdue = [source for source in every if state_in_words(source) == "overdue"]
    if overdue:
        names = joined([markdown(source.id) for source in overdue])
        st.warning(
            f"{count_of(len(overdue), 'source is', 'sources are')} overdue: {names}.",
            icon=":material/schedule:",
        )
    own = [source for source in every if source.is_of_place]
    others = [source for source in every if not source.is_of_place]
    if own:
        caption = f"Sources of {asked.place.where}"
        st.html(html_table(caption, HEADER, map(_row, own)))
    else:
        st.markdown(f"No source covers {markdown(asked.place.where)} yet.")
    if others:
        with st.expander(f"Sources of other places ({len(others):,})"):
            st.html(html_table("Sources of other places", HEADER, map(_row, others)))
    download(
        f"{asked.file_name}-sources", lambda: sources_table(every, asked.place.label), key="sources"
    )
    source_form(asked, every)


def _row(source: Source) -> tuple[object, ...]:
    setting, state = source.setting, state_in_words(source)
    owner = ", ".join(filter(None, (setting.agency, setting.contact_role)))
    example = "example, synthetic" if source.is_synthetic else ""
    first, last = (source.months[0], source.months[-1]) if source.months else (None, None)
    reach = f"{first:%b %Y} to {last:%b %Y}" if first and last else "none"
    return (
        (source.id, "; ".join(filter(None, (owner or "no agency named", example)))),
        (_capital(joined(source.data_sets)), _kind(source)),
        source.records if source.records or not source.counts else source.counts,
        source.refused,
        (reach, how_many(source.months)),
        (f"{source.latest_loaded_at:%d/%m/%Y}", count_of(source.extracts, "extract")),
        (
            f"{SIGNS[state]}{freshness_in_words(source)}",
            due_in_words(setting.due) if setting.due else "",
        ),
    )


def _kind(source: Source) -> str:
    """Name what a source is counted in, where that says more than whose records they are."""
    kinds = (*source.counted_in, *source.layouts)
    return "; ".join(kind for kind in kinds if kind.lower() not in map(str.lower, source.data_sets))


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
