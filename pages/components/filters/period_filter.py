"""Which dates are compared with which."""

from collections.abc import Collection, Mapping
from datetime import date, datetime, timedelta

import streamlit as st

from assessment.changes import Available
from assessment.errors import InvalidRequest
from assessment.outputs.escaping import Markdown
from assessment.periods import (
    KIND_LABELS,
    LAST_MONTHS,
    Period,
    PeriodKind,
    latest_ending,
    month_start,
    parse_day,
    period_ending,
    period_of_days,
)
from pages.components.address.choices import choose, choose_day
from pages.components.address.invalid_address import meant
from pages.components.address.question_address import CHOSEN, YEAR_BEFORE

KINDS = {label: kind for kind, label in KIND_LABELS.items()}
KIND_NAMES = {label: label for label in KINDS}


def choose_period(available: Available, elsewhere: Collection[date], usual: Period) -> Period:
    """Let a kind of period and its last month be chosen, or its first and last day.

    A month that only another set has, `elsewhere`, is kept where it is asked for: the answer then
    says what is missing, and where it is.
    """
    kind = choose("Period", "period", KINDS, default=KIND_LABELS[usual.kind])
    if kind is PeriodKind.CUSTOM:
        return _chosen_days("from", "to", "First day", "Last day", usual)
    own = _endings(kind, available)
    kept = _kept(kind, elsewhere)
    endings = dict(sorted((own | kept).items(), key=lambda named: named[1], reverse=True))
    last = choose("Ending", "ending", endings, default=_to_begin_with(kind, own, available))
    return period_ending(kind, last)


def choose_comparison(period: Period) -> Period:
    """Let the dates to compare with be chosen."""
    options = {YEAR_BEFORE: YEAR_BEFORE, CHOSEN: CHOSEN}
    if choose("Compared with", "comparison", options) == YEAR_BEFORE:
        return period.year_before()
    return _chosen_days(
        "compare-from",
        "compare-to",
        "First day to compare with",
        "Last day to compare with",
        period.year_before(),
    )


def period_choices(period: Period) -> dict[str, str | date]:
    """Return what the filters say when a period is chosen."""
    kind: dict[str, str | date] = {"period": KIND_LABELS[period.kind]}
    if period.kind is PeriodKind.CUSTOM:
        return kind | {"from": period.start, "to": period.last_day}
    return kind | {"ending": f"{period.last_day:%B %Y}"}


def asked_months(usual: Period) -> frozenset[date]:
    """Return every month that an address asks about; none where it names no months."""
    try:
        period = _asked_period(usual)
        if period is None:
            return frozenset()
        before = _asked_days("compare-from", "compare-to") or period.year_before()
    except (ValueError, InvalidRequest):  # the filters say what is wrong with it
        return frozenset()
    return frozenset(period.months() + before.months())


def _asked_period(usual: Period) -> Period | None:
    kind = KINDS[meant(_said("period"), KIND_NAMES) or KIND_LABELS[usual.kind]]
    if kind is PeriodKind.CUSTOM:
        return _asked_days("from", "to")
    if not (ending := _said("ending")):
        return None
    return period_ending(kind, datetime.strptime(ending, "%B %Y").date())


def _asked_days(first: str, last: str) -> Period | None:
    days = _said(first), _said(last)
    return period_of_days(*map(parse_day, days)) if all(days) else None


def _said(key: str) -> str:
    """Return what was chosen on another page, or what the address says."""
    return str(st.session_state.get(key) or st.query_params.get(key) or "")


def _chosen_days(
    first_key: str, last_key: str, first: Markdown, last: Markdown, usual: Period
) -> Period:
    start = choose_day(first, first_key, usual.start)
    end = choose_day(last, last_key, usual.last_day)
    return Period(PeriodKind.CUSTOM, start, end + timedelta(days=1))


def _kept(kind: PeriodKind, elsewhere: Collection[date]) -> dict[str, date]:
    """Return the last month that is asked for, where it can be one and some set has it."""
    try:
        month = datetime.strptime(_said("ending"), "%B %Y").date()
    except ValueError:
        return {}
    possible = month in elsewhere and month.month in LAST_MONTHS.get(kind, range(1, 13))
    return {f"{month:%B %Y}": month} if possible else {}


def _to_begin_with(kind: PeriodKind, own: Mapping[str, date], available: Available) -> str:
    """Return the latest ending that can be compared with the year before; else the latest."""
    for name, month in own.items():
        period = period_ending(kind, month)
        if available.covers(frozenset(period.months() + period.year_before().months())):
            return name
    return next(iter(own))


def _endings(kind: PeriodKind, available: Available) -> dict[str, date]:
    """Return the months that a period of this kind can end in, the latest first."""
    allowed = LAST_MONTHS.get(kind, range(1, 13))
    months = sorted((month for month in available.months if month.month in allowed), reverse=True)
    # Fewer months than the kind needs: say so with a period that cannot be compared, not with none.
    months = months or [month_start(latest_ending(kind, available.last_month).last_day)]
    return {f"{month:%B %Y}": month for month in months}
