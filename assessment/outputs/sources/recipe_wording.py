"""What was decided about the files of a source, and what their columns hold, in words."""

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from assessment.definitions import POLICE, data_set_in_words, measure_sets
from assessment.intake.counts.totals.measure_parts import REST
from assessment.intake.file_choices import DateOrder, FileChoices, LoadMode, ReferenceUse, RowIs
from assessment.intake.files.file_tables import in_quotes
from assessment.intake.mapping.columns.record_fields import field_in_words, is_kept
from assessment.intake.recipes.proposal_report import USES
from assessment.intake.recipes.saved_recipe import SavedRecipe
from assessment.numbers import count_of

ROWS: Mapping[str, str] = {
    RowIs.RECORD: "one offence, incident or case",
    RowIs.VICTIM: "a victim, or another part of one record",
    RowIs.COUNT: "a count: a column says how many there were",
}
DATES: Mapping[str, str] = {
    DateOrder.DAY_FIRST: "the day is first",
    DateOrder.MONTH_FIRST: "the month is first",
    DateOrder.YEAR_FIRST: "the year is first",
}
REFERENCES: Mapping[str, str] = {
    ReferenceUse.KEY: "tell records apart",
    ReferenceUse.IGNORE: "are not used: every row is a record",
}
MODES: Mapping[str, str] = {
    LoadMode.REPLACE: "all there is of its months: what it lacks is withdrawn",
    LoadMode.ADD: "a part of its months: its rows are added",
}
DECIDED: Mapping[str, Callable[[Any], str]] = {
    "measure_set": lambda name: f"These are {_whose(name)}",
    "row_is": lambda row: f"A row is {ROWS[row]}",
    "place": lambda place: f"Every row belongs to {place}",
    "date_order": lambda order: f"In dates such as 03/04/2025 {DATES[order]}",
    "reference": lambda use: f"References {REFERENCES[use]}",
    "reference_with": lambda heading: f"References begin anew with each {in_quotes([heading])}",
    "cancelled": lambda use: USES[use].capitalize(),
    "victim_reason": lambda reason: f"Marks or bands of victims are kept, because: {reason}",
    "tables": lambda names: f"Read of its tables: {in_quotes(names)}",
}
NOT_USED = "not used"
COLUMNS_HEADER = ("Column", "Read as", "Decided by")


def decisions_in_words(choices: FileChoices) -> str:
    """Say everything that was decided of a whole file; of its columns nothing."""
    said = [
        in_words(value) for name, in_words in DECIDED.items() if (value := getattr(choices, name))
    ]
    return ". ".join([*said, *_categories(choices)]) or "Nothing: its files say it themselves"


def columns_in_words(recipe: SavedRecipe) -> Iterator[tuple[str, str, str]]:
    """Yield every column with what it is read as, and whether somebody said so."""
    for heading, field in recipe.choices.columns.items():
        yield heading, _field(field), "an analyst"
    for heading, field in recipe.choices.read_as.items():
        yield heading, _field(field), "its heading and values"
    known = recipe.choices.meanings
    for heading in recipe.headings:
        if heading not in known:
            yield heading, "told anew by each file", "its heading and values"


def kept_in_words(recipe: SavedRecipe) -> str:
    """Say when a recipe was kept, by whom, and with which extract."""
    when = f"on {recipe.saved_at:%d %B %Y} " if recipe.saved_at else ""
    how = f"with extract {recipe.extract}" if recipe.extract else "from a file"
    return f"{when}by {recipe.saved_by}, {how}"


def columns_counted(recipe: SavedRecipe) -> str:
    """Count the columns by which the files of a recipe are known again."""
    return count_of(len(recipe.headings), "column")


def _whose(measure_set: str) -> str:
    """Name whose records are meant: by the police's data set as well as by a set of measures."""
    counted_in = measure_sets().get(measure_set)
    if counted_in is None and measure_set != POLICE:
        return f"records of {in_quotes([measure_set])}, a data set that is not there any more"
    return data_set_in_words(counted_in.data_set if counted_in else POLICE)


def _field(field: str) -> str:
    if field == "count":
        return "how many there were"
    return field_in_words(field) if is_kept(field) else NOT_USED


def _categories(choices: FileChoices) -> Iterator[str]:
    labels = {
        counted.id: counted.label
        for measures in measure_sets().values()
        for counted in (*measures.measures, *measures.totals)
    } | {REST: "what no row beside it counts"}
    for category, meaning in choices.categories.items():
        yield f"{in_quotes([category])} is {labels.get(meaning, meaning).lower()}"
