"""What was decided about the files of a source, in words."""

from dataclasses import replace

from assessment.intake.file_choices import (
    CancelledRecords,
    DateOrder,
    FileChoices,
    ReferenceUse,
    RowIs,
)
from assessment.intake.recipes.recipe_faults import DECISIONS
from assessment.intake.recipes.saved_recipe import SavedRecipe
from assessment.outputs.sources.recipe_wording import (
    DECIDED,
    columns_in_words,
    decisions_in_words,
)

EVERYTHING = FileChoices(
    columns={"Kind": "category", "N": "count"},
    row_is=RowIs.COUNT,
    measure_set="council-cases",
    place="Rochford",
    date_order=DateOrder.MONTH_FIRST,
    reference=ReferenceUse.IGNORE,
    reference_with="Team",
    cancelled=CancelledRecords.COUNT,
    victim_reason="repeat visits",
    tables=("Data",),
    categories={"Break-in": "burglary"},
    read_as={"Ref": "reference", "Notes": "unused"},
)


def test_everything_that_was_decided_is_said() -> None:
    assert decisions_in_words(EVERYTHING) == (
        "These are council cases. A row is a count: a column says how many there were. Every row "
        "belongs to Rochford. In dates such as 03/04/2025 the month is first. References are not "
        "used: every row is a record. References begin anew with each 'Team'. Cancelled records "
        "are counted. Marks or bands of victims are kept, because: repeat visits. "
        "Read of its tables: 'Data'. 'Break-in' is burglary"
    )


def test_no_decision_that_a_recipe_keeps_goes_unsaid() -> None:
    assert DECIDED.keys() == {*DECISIONS, "tables"}


def test_the_polices_two_sets_are_one() -> None:
    for name in ("police", "home-office", "police-uk"):
        assert decisions_in_words(FileChoices(measure_set=name)) == "These are police records"


def test_a_data_set_that_was_removed_is_not_called_the_polices() -> None:
    assert decisions_in_words(FileChoices(measure_set="gone")) == (
        "These are records of 'gone', a data set that is not there any more"
    )


def test_where_nothing_was_decided_that_is_said() -> None:
    assert decisions_in_words(FileChoices()) == "Nothing: its files say it themselves"


def test_each_column_says_what_it_holds_and_who_says_so() -> None:
    recipe = SavedRecipe("a", "a", "incidents", ("Ref", "Kind", "N", "Notes", "Ward"), EVERYTHING)
    assert list(columns_in_words(recipe)) == [
        ("Kind", "offence or category", "an analyst"),
        ("N", "how many there were", "an analyst"),
        ("Ref", "reference", "its heading and values"),
        ("Notes", "not used", "its heading and values"),
        ("Ward", "told anew by each file", "its heading and values"),
    ]
    nothing = replace(recipe, headings=(), choices=FileChoices())
    assert list(columns_in_words(nothing)) == []
