"""What is asked and said of the source of a file that looks like the files of a known one."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from assessment.intake.file_choices import NO_RECIPE, FileQuestion
from assessment.intake.recipes.saved_recipe import SavedRecipe
from assessment.periods import joined

NEW = "If it is of none of them, give it a new source's name."


def which_source(likely: Sequence[SavedRecipe]) -> FileQuestion:
    """Ask which source a file is of whose columns fit, and whose places do not tell which."""
    sources = _sources(likely)
    whose = f"those that files of {joined(sources)} have"
    why = (
        "its first rows do not tell which of them it is of"
        if len(sources) > 1
        else f"the places in its first rows are not those that {sources[0]} has sent"
    )
    return source_asked(f"Its columns are {whose}, but {why}.", likely)


def source_asked(why: str, likely: Sequence[SavedRecipe]) -> FileQuestion:
    """Ask which source a file is of, for a reason; a new one can be named as well."""
    return FileQuestion(
        "source",
        f"Which source is it of? {why} {NEW}",
        tuple((source, f"it is of {source}, as earlier files") for source in _sources(likely)),
        "--source",
    )


def one_of_these(source: str, likely: Sequence[SavedRecipe]) -> FileQuestion:
    """Ask whether a file that was named anew is of a source whose files look the same."""
    known = [
        (recipe.name, f"it is of {recipe.source}, and {source} is not begun (leave --source out)")
        for recipe in likely
    ]
    return FileQuestion(
        "recipe",
        f"Does this file begin the new source {source}? Its columns are those that files of "
        f"{joined(_sources(likely))} have, and two sources of the same records would be counted "
        "side by side.",
        (*known, (NO_RECIPE, f"it begins {source}, a source of its own")),
        "--recipe",
    )


def under_other_headings(source: str, likely: Sequence[SavedRecipe]) -> FileQuestion:
    """Ask whether a file begins a source though it holds what another's files hold."""
    asked = one_of_these(source, likely)
    why = (
        f"Does this file begin the new source {source}? Some of its headings are others, but it "
        f"holds what files of {joined(_sources(likely))} hold, of the same kinds and places; two "
        "sources of the same records would stand side by side."
    )
    return replace(asked, text=why)


def begins_another(source: str, alike: Sequence[SavedRecipe]) -> Iterator[str]:
    """Say that a new source's columns are another's, whose places are others."""
    if alike:
        yield (
            f"Its columns are those that files of {joined(_sources(alike))} have, and its places "
            f"are others: it begins a source of its own, {source}."
        )


def reads_anew(source: str, before: Sequence[SavedRecipe]) -> Iterator[str]:
    """Say that what was decided for a source's files does not hold for one of other columns."""
    if before:
        yield (
            f"Its columns are not those of the earlier files of {source}, so that it was read anew "
            "and nothing that was decided for those holds for it. Look whether it is of that "
            "source."
        )


def places_differ(recipe: SavedRecipe) -> Iterator[str]:
    """Say that a file's place has to be said each time, as earlier files were of several."""
    if recipe.is_of_several_places:
        yield (
            f"Earlier files of {recipe.source} were said to be of {joined(recipe.places)}, each of "
            "one of them: this one is not taken to be of the same place as the last."
        )


def _sources(recipes: Sequence[SavedRecipe]) -> list[str]:
    return list(dict.fromkeys(recipe.source for recipe in recipes))
