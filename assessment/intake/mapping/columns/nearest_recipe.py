"""The recipe that a header is nearest to, with the columns that are likely what it lacks."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from assessment.definitions import recipes
from assessment.intake.mapping.columns.cancelled_words import may_say_cancelled
from assessment.intake.mapping.columns.header_matching import Match
from assessment.intake.mapping.columns.likely_columns import (
    LikelyColumn,
    OpenColumn,
    by_values,
    doubtful_dates,
    month_of_report,
    nearly_named,
)
from assessment.intake.mapping.columns.other_dates import is_of_another_event
from assessment.intake.mapping.columns.personal_columns import is_personal

# What a record cannot do without, and what values alone can tell it by: a date, what it is, where.
TOLD_BY_VALUES = (("date_from", "recorded"), ("category",), ("district", "lsoa", "lsoa_name"))
PLACES = ("force", "district", "lsoa_name")


def nearest(
    header: tuple[str, ...],
    chosen: Mapping[str, str],
    columns: Sequence[Sequence[str]],
    layout: str | None = None,
) -> Match:
    """Return the recipe that asks most and fits, with what is likely; else the likest.

    `columns` are some values of each column, by which it is told what a heading does not tell;
    `layout` is the recipe that the files of the source have followed: where it fits, it is that.
    """
    matches = [Match(recipe, header, chosen) for recipe in recipes().values()]
    marked = [match for match in matches if match.is_marked]
    tried = []
    for match in sorted(marked, key=lambda match: (match.recipe.id != layout, -match.needed)):
        likely = _with_likely(match, columns)
        if likely.is_whole:
            return likely
        tried.append(likely)
    return min(tried, key=lambda match: (match.lacking, match.needed))


def _with_likely(match: Match, columns: Sequence[Sequence[str]]) -> Match:
    absent = [column for column in match.recipe.columns if column.field not in match.columns]
    # "No crime date" is nearly "Crime date", and says another thing.
    headings = {
        at: name
        for at, name in match.unknown_places.items()
        if not is_personal(name) and not may_say_cancelled(name)
    }
    named = tuple(
        column
        for column in nearly_named(headings, absent, columns)
        # "Date completed" is nearly "Date committed".
        if column.field not in TOLD_BY_VALUES[0] or not is_of_another_event(headings[column.at])
    )
    if match.recipe.measure_set is not None:
        # A recipe of one kind of file knows its columns by their names, or it is another kind. One
        # that has a mark of its own may call its date otherwise; read as any file, it would lose
        # what the mark says: that no fire was deliberate.
        told = TOLD_BY_VALUES[:1] if match.recipe.known_by else ()
        return _and_told_by_values(replace(match, likely=named), headings, columns, told)
    open_dates = tuple(doubtful_dates(named, headings, columns))
    doubted = {at for column in open_dates for at in column.places}
    named = tuple(column for column in named if column.at not in doubted)
    if "date_from" in match.columns and "recorded" not in match.columns:
        named = (*named, *month_of_report(headings, columns))
    so_far = replace(match, likely=named, open=open_dates)
    return _and_told_by_values(so_far, headings, columns, TOLD_BY_VALUES)


def _and_told_by_values(
    match: Match,
    headings: Mapping[int, str],
    columns: Sequence[Sequence[str]],
    things: Sequence[tuple[str, ...]],
) -> Match:
    """Add what values tell, or leave open, of some things that no heading says."""
    told = list(_told_by_values(match, headings, columns, things))
    likely = (column for column in told if isinstance(column, LikelyColumn))
    left_open = (column for column in told if isinstance(column, OpenColumn))
    return replace(match, likely=(*match.likely, *likely), open=(*match.open, *left_open))


def _told_by_values(
    match: Match,
    headings: Mapping[int, str],
    columns: Sequence[Sequence[str]],
    things: Sequence[tuple[str, ...]],
) -> Iterator[LikelyColumn | OpenColumn]:
    """Yield what values tell of each thing that a record cannot do without and no heading says."""
    asked = {at for column in match.open for at in column.places}
    left = {
        at: headings[at] for at in sorted(headings.keys() & match.unknown_places.keys() - asked)
    }
    there = {*match.columns, *(column.field for column in match.open)}
    for fields in things:
        if any(field in there for field in (*fields, *_instead(fields))):
            continue
        fitting = [by_values(field, left, columns) for field in fields]
        if first := next((column for column in fitting if column), None):
            yield _asked_of_another_event(first, left)
            places = (first.at,) if isinstance(first, LikelyColumn) else first.places
            left = {at: name for at, name in left.items() if at not in places}


def _asked_of_another_event(
    column: LikelyColumn | OpenColumn, headings: Mapping[int, str]
) -> LikelyColumn | OpenColumn:
    """Return a date as a question where its heading says that it is that of another event."""
    if column.field not in TOLD_BY_VALUES[0] or isinstance(column, OpenColumn):
        return column
    is_other = is_of_another_event(headings[column.at])
    return OpenColumn(column.field, (column.at,)) if is_other else column


def _instead(fields: Sequence[str]) -> Sequence[str]:
    return PLACES if "district" in fields else ()
