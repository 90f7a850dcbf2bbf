"""What is said of the columns of a file: which were used in place of which, and which were not."""

from collections.abc import Iterator, Sequence

from assessment.definitions import recipes
from assessment.intake.files.file_tables import in_quotes, shown
from assessment.intake.mapping.columns.header_matching import Match
from assessment.intake.mapping.columns.likely_columns import LikelyColumn
from assessment.intake.mapping.columns.personal_columns import is_personal
from assessment.intake.mapping.columns.record_fields import field_in_words, names_for

# A file that lacks this little of what a recipe needs was probably meant for it.
NEARLY = 0.2


def recognition_notices(match: Match) -> Iterator[str]:
    """Yield what an analyst should know of how the columns of a header were taken."""
    yield from _nearly_another(match)
    yield from (_likely(match, column) for column in match.likely)
    for places in match.columns.values():
        names = [match.header[at] for at in places]
        if len(names) > 1:
            yield f"{_columns(names)} say the same kind of thing: '{shown(names[0])}' was used."
    read = {match.header[places[0]] for places in match.columns.values()}
    personal = [name for name in match.header if is_personal(name) and name not in read]
    if personal:
        yield (
            f"Personal details are not needed. {_columns(personal)} "
            f"{_verbs(personal)} left out and not kept."
        )
    said = {match.header[at] for column in match.open for at in column.places}
    said |= {match.header[at] for at in match.looked_through}
    if rest := [name for name in match.unknown if name not in personal and name not in said]:
        yield f"{_columns(rest)} {_verbs(rest)} left out: not known."


def _nearly_another(match: Match) -> Iterator[str]:
    for other in (Match(recipe, match.header, match.chosen) for recipe in recipes().values()):
        if other.is_marked and other.needed > match.needed and 0 < other.lacking <= NEARLY:
            lost = names_for([column for choice in other.missing for column in choice])
            yield (
                f"But for a column {lost} this would be {other.recipe.label}; it was read as "
                f"{match.recipe.label[0].lower()}{match.recipe.label[1:]}."
            )


def _likely(match: Match, column: LikelyColumn) -> str:
    why = (
        f"its name is nearly '{column.name}', and its values fit"
        if column.name
        else "its values are such, and no other column's name says so"
    )
    return (
        f"Column '{shown(match.header[column.at])}' was read as the "
        f"{field_in_words(column.field)}: {why}. If it is something else, say so "
        f"(--column HEADING=FIELD, or =unused)."
    )


def _columns(headers: Sequence[str]) -> str:
    return f"{'Column' if len(headers) == 1 else 'Columns'} {in_quotes(headers)}"


def _verbs(headers: Sequence[str]) -> str:
    return "was" if len(headers) == 1 else "were"
