"""Sources: which months each covers, whether it is in time, which one leads, how it is read."""

import streamlit as st

from assessment.outputs.escaping import markdown
from assessment.people import Permission
from pages.components.actions import tell
from pages.components.address.choices import choose_part
from pages.components.address.invalid_address import end_here
from pages.components.caches import cache
from pages.components.filters.place_filter import choose_partnership, offer_a_partnership
from pages.components.what_first import what_first
from pages.sources.authority_section import authorities
from pages.sources.checks_section import checks
from pages.sources.months_section import months
from pages.sources.own_data_sets import own_data_sets
from pages.sources.recipe_list import recipe_list
from pages.sources.recording_changes import recording_changes
from pages.sources.source_list import source_list
from pages.sources.sources_asked import SourcesAsked

PARTS = ("Months", "Sources", "Authorities", "Data sets", "Recording changes", "Checks")
RECIPES = "Recipes"

st.title("Sources", anchor=False)
workspace = cache.workspace()
if not workspace.may(Permission.SEE_SMALL_NUMBERS):
    st.info(
        "What sources have sent is for the partnership's own team: it tells numbers of records "
        "before small ones are withheld.",
        icon=":material/info:",
    )
    end_here()
with st.sidebar:
    place = choose_partnership(workspace)
if place is None:
    what_first(workspace)
    end_here()
asked = SourcesAsked.of(workspace, place)
st.markdown(f"What has come of **{markdown(place.where)}**.")
offer_a_partnership(workspace)
may_load = workspace.may(Permission.LOAD_EXTRACTS)
part = choose_part("Part", "part", (*PARTS, RECIPES) if may_load else PARTS)
tell()
match part:
    case "Sources":
        source_list(asked)
    case "Authorities":
        authorities(asked)
    case "Data sets":
        own_data_sets(asked)
    case "Recording changes":
        recording_changes(asked)
    case "Checks":
        checks(asked)
    case "Recipes":
        recipe_list(workspace)
    case _:
        months(asked)
