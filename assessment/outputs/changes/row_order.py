"""The orders in which rows can stand, and the rows that belong to another."""

from collections.abc import Iterable, Sequence
from enum import StrEnum

from assessment.changes import By, Change, Question, Verdict


class Order(StrEnum):
    """How the rows stand."""

    LISTED = "as listed"
    RISES = "largest rise first"
    FALLS = "largest fall first"
    COUNTS = "most recorded first"


def usual_order(question: Question) -> Order:
    """Return the order to begin with: among many small areas, what rose comes first."""
    return Order.RISES if question.is_by_small_area else Order.LISTED


def in_order(changes: Sequence[Change], order: Order) -> list[Change]:
    """Return the changes in an order; rows that cannot be compared come last."""
    if order is Order.LISTED:
        return list(changes)
    if order is Order.COUNTS:
        return sorted(changes, key=lambda change: -(change.current or 0))
    sign = -1 if order is Order.RISES else 1
    known = [change for change in changes if change.difference is not None]
    unknown = [change for change in changes if change.difference is None]
    return sorted(known, key=lambda change: sign * (change.difference or 0)) + unknown


def with_verdict(changes: Iterable[Change], verdict: Verdict) -> list[Change]:
    """Return the changes with a verdict, the unusual first, then the largest difference."""
    return sorted((change for change in changes if change.verdict is verdict), key=_leading)


def _leading(change: Change) -> tuple[bool, int]:
    return not change.unusual, -abs(change.difference or 0)


def grouped(changes: Sequence[Change], verdict: Verdict) -> list[tuple[Change, list[Change]]]:
    """Return the changes with a verdict, each group with those of its members that share it.

    The unusual come first.

    Listed side by side, a group and its member would be one rise named twice.
    """
    heads: dict[int, list[Change]] = {}
    group: int | None = None
    for number, change in enumerate(changes):
        if change.measure.level < 2:
            group = number
        if change.verdict is not verdict:
            continue
        if change.measure.level == 2 and group in heads:
            heads[group].append(change)
        else:
            heads[number] = []
    groups = [(changes[number], members) for number, members in heads.items()]
    return sorted(groups, key=lambda pair: _leading(pair[0]))


def row_names(changes: Sequence[Change], question: Question) -> dict[str, int]:
    """Name every row once: two areas of one name are told apart by their codes."""
    names: dict[str, int] = {}
    for number, change in enumerate(changes):
        name = name_of(change, question)
        names[f"{name} ({change.area_code})" if name in names else name] = number
    return names


def name_of(change: Change, question: Question) -> str:
    """Return what a row is called: its measure, or its area."""
    return change.measure.label if question.by is By.MEASURE else change.area
