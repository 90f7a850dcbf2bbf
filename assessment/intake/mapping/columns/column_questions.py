"""What only the analyst can say of columns: which of several holds what decides a figure."""

from collections.abc import Iterator, Sequence

from assessment.definitions import RecipeColumn
from assessment.errors import InvalidRequest
from assessment.intake.file_choices import FileChoices, FileQuestion
from assessment.intake.files.file_tables import in_quotes, shown
from assessment.intake.mapping.columns.column_values import fit
from assessment.intake.mapping.columns.header_matching import UNUSED, Match
from assessment.intake.mapping.columns.other_dates import is_of_another_event
from assessment.intake.mapping.columns.personal_columns import is_personal
from assessment.intake.mapping.columns.record_fields import (
    VICTIM_FIELDS,
    field_in_words,
    needed,
)
from assessment.intake.personal_forms import looks_personal
from assessment.numbers import listed

# Two columns of these may put a record in another month or another place. Of two that say what it
# is, a recipe knows which is the finer.
DECISIVE = ("date_from", "recorded", "district")
# A column that has a value in so few of its rows stands in for none that is filled.
HARDLY_FILLED = 0.1
DATES = ("date_from", "recorded")
OTHER_DATES = (
    "By its heading {} is the date of something else: if it is, ask for a file that says when each "
    "record happened or was recorded."
)
SAMPLES = 2
MOST_FIELDS = 20


def column_questions(match: Match, columns: Sequence[Sequence[str]]) -> Iterator[FileQuestion]:
    """Yield a question for each field that several columns fit, of which none is plainly better.

    `columns` are some values of each column.
    """
    if wanting := may_be_named(match, columns):
        yield _which_is(match, wanting, columns)
    for open_column in match.open:
        yield _question(match, open_column.field, open_column.places, columns)
    for field in DECISIVE:
        places = match.columns.get(field, ())
        if field not in match.chosen.values() and _differ(field, places, columns):
            yield _question(match, field, places, columns)


def may_be_named(match: Match, columns: Sequence[Sequence[str]]) -> tuple[RecipeColumn, ...]:
    """Return what alone a file lacks, where a column that no recipe reads may be it.

    A file that lacks more is not of records, or not of these.
    """
    if len(match.missing) != 1:
        return ()
    return match.missing[0] if _may_be(match, match.missing[0], columns) else ()


def _may_be(
    match: Match, wanting: Sequence[RecipeColumn], columns: Sequence[Sequence[str]]
) -> list[str]:
    """Return the headings that are not known, and those of dates where a date is lacking."""
    # What is taken for a finer category may be all the category that there is.
    finer = match.columns.get("subcategory", ()) if wanting[0].field == "category" else ()
    names = [*(match.header[at] for at in finer), *match.unknown]
    if wanting[0].field in DATES:
        read = {at for places in match.columns.values() for at in places}
        names += [
            name
            for at, name in enumerate(match.header)
            if at not in read and name not in names and fit(wanting[0].field, columns[at])
        ]
    return [name for name in names if not is_personal(name)]


def _which_is(
    match: Match, wanting: Sequence[RecipeColumn], columns: Sequence[Sequence[str]]
) -> FileQuestion:
    """Ask which column is what is lacking: no value is shown of what may be anybody's name."""
    names = list(map(shown, _may_be(match, wanting, columns)))
    field = wanting[0].field
    others = [name for name in names if is_of_another_event(name)] if field in DATES else []
    warned = f" {OTHER_DATES.format(in_quotes(others))}" if others else ""
    return FileQuestion(
        about="columns",
        text=f"No column is named as the {needed(wanting)}. Which column is it?{warned}",
        options=tuple((f"{name}={field}", f"'{name}'") for name in names),
        option="--column",
    )


def unmeant(choices: FileChoices, matches: Sequence[Match]) -> Iterator[str]:
    """Yield what is wrong with what was said of columns: a heading or a field that is not there."""
    named = {heading for match in matches for heading in match.header}
    headings = named | set(map(shown, named))  # a page says a heading as it can be shown
    fields = {column.field for match in matches for column in match.recipe.columns}
    for heading, field in choices.columns.items():
        if heading not in headings:
            known = in_quotes(sorted(filter(None, named)), most=30)
            yield f"It has no column '{shown(heading)}'. Its columns are {known}."
        if field not in fields | {UNUSED, *VICTIM_FIELDS}:
            known = listed(sorted(fields), MOST_FIELDS)
            raise InvalidRequest(
                f"'{shown(field)}' is not what a column of such a file can hold. There are: "
                f"{known}, {', '.join(VICTIM_FIELDS)} and {UNUSED}."
            )


def _differ(field: str, places: Sequence[int], columns: Sequence[Sequence[str]]) -> bool:
    """Tell whether columns are filled with different things, so that it matters which is used."""
    filled = [at for at in places if fit(field, columns[at]) and _is_filled(columns[at])]
    if len(filled) < 2:
        return False
    rows = zip(*(columns[at] for at in filled), strict=True)
    return any(
        len({value.strip().casefold() for value in row if value.strip()}) > 1 for row in rows
    )


def _is_filled(values: Sequence[str]) -> bool:
    return sum(bool(value.strip()) for value in values) > HARDLY_FILLED * len(values)


def _question(
    match: Match, field: str, places: Sequence[int], columns: Sequence[Sequence[str]]
) -> FileQuestion:
    names = {at: shown(match.header[at]) for at in places}
    if len(names) == 1:
        return _only_date(*names.values())
    return FileQuestion(
        about="columns",
        text=(
            f"Which column is the {field_in_words(field)}: {in_quotes(names.values())}? They "
            "differ, and it decides where records count."
        ),
        options=tuple(
            (f"{name}={field}", f"'{name}'{_such_as(columns[at])}") for at, name in names.items()
        ),
        option="--column",
    )


def _only_date(name: str) -> FileQuestion:
    """Ask what the only dates of a file are, where their heading says that they are others."""
    return FileQuestion(
        about="columns",
        text=f"Is '{name}' the date it happened? {OTHER_DATES.format('it')}",
        options=tuple((f"{name}={field}", f"it is the {field_in_words(field)}") for field in DATES),
        option="--column",
    )


def _such_as(values: Sequence[str]) -> str:
    harmless = (value for value in map(str.strip, values) if value and not looks_personal(value))
    some = list(dict.fromkeys(harmless))[:SAMPLES]
    return f", e.g. {', '.join(map(shown, some))}" if some else ""
