"""What to do after a load: name the partnership whose figures these are, then look at them."""

from collections.abc import Iterable

import streamlit as st

from assessment.errors import AssessmentError
from assessment.intake.load_report import LoadReport
from assessment.intake.load_status import LoadStatus
from assessment.outputs.escaping import markdown
from assessment.partnerships import partnerships
from assessment.periods import joined
from assessment.workspace import Workspace
from pages.components.partnership_form import NEXT, partnership_form

MOST_NAMED = 6
# Most files hold some records of places far away; the districts of most records tell whose it is.
SMALLEST_SHARE = 0.02


def next_step(workspace: Workspace, done: Iterable[LoadReport | AssessmentError]) -> bool:
    """Say what comes next; return whether that was the form that adds a partnership."""
    in_store = [
        report for report in done if isinstance(report, LoadReport) and _is_in_store(report)
    ]
    loaded = _districts(in_store)
    if not loaded:
        return False
    ready = [
        partnership.name
        for partnership in partnerships(workspace)
        if set(partnership.districts) & set(loaded)
    ]
    st.header("What next", anchor=False)
    if ready:
        _lead_to(ready)
        return False
    st.markdown(
        f"These records are of {joined([markdown(name) for name in loaded[:MOST_NAMED]])}"
        f"{' and other districts' if len(loaded) > MOST_NAMED else ''}, which "
        f"{'is' if len(loaded) == 1 else 'are'} in no "
        "partnership yet. Choose the districts of yours, and its figures can be seen."
    )
    partnership_form(workspace, loaded, at=NEXT)
    return True


def _is_in_store(report: LoadReport) -> bool:
    return report.status in (LoadStatus.LOADED, LoadStatus.UNCHANGED)


def _districts(reports: Iterable[LoadReport]) -> tuple[str, ...]:
    """Return the districts that the records are about, the one with most records first."""
    counts: dict[str, int] = {}
    for report in reports:
        for name, rows in report.districts:
            counts[name] = counts.get(name, 0) + rows
    least = SMALLEST_SHARE * sum(counts.values())
    about = [name for name, rows in counts.items() if rows >= least]
    return tuple(sorted(about, key=lambda name: -counts[name]))


def _lead_to(names: list[str]) -> None:
    for name in names[:MOST_NAMED]:
        st.page_link(
            "pages/year_on_year/page.py",
            label=f"See what changed in {markdown(name)}",
            icon=":material/compare_arrows:",
            query_params={"partnership": name},
        )
