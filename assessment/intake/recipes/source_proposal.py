"""Which source a file is of, by what is known of the files of each, before its rows are read."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from assessment.definitions import Covers, recipes
from assessment.errors import InvalidRequest
from assessment.intake.file_choices import NO_RECIPE, FileChoices, FileQuestion
from assessment.intake.files.file_tables import FileTable
from assessment.intake.recipes.file_headings import ALIKE, is_telling, likeness
from assessment.intake.recipes.known_places import (
    first_rows,
    places_of_source,
    share_in_categories,
    share_in_places,
)
from assessment.intake.recipes.recipe_store import recipe_named, standing_recipes
from assessment.intake.recipes.saved_recipe import SavedRecipe
from assessment.intake.recipes.source_questions import (
    begins_another,
    one_of_these,
    places_differ,
    reads_anew,
    which_source,
)
from assessment.store import Store

# Of the rows that name a place, most name one that the source has sent before.
SAME_PLACES = 0.5
# Where the headings do not tell, nearly all rows are of what the source counts.
SAME_CATEGORIES = 0.8


@dataclass(frozen=True)
class SourceProposal:
    """The source of a file, the recipe that it is read by, and what is to be decided first.

    `source` is None where it is told by what the file holds; `is_proposed` where it is known by its
    columns and nobody named it; `says_cancelled` where this very file was said what becomes of
    records that were cancelled.
    """

    source: str | None
    choices: FileChoices
    recipe: SavedRecipe | None = None
    is_proposed: bool = False
    notices: tuple[str, ...] = ()
    questions: tuple[FileQuestion, ...] = ()
    says_cancelled: bool = False


class _Fit(NamedTuple):
    """A recipe that a file's columns fit, how well, and the share of its rows in known places."""

    recipe: SavedRecipe
    likeness: float
    share: float | None

    @property
    def is_at_home(self) -> bool:
        return self.share is not None and self.share >= SAME_PLACES

    @property
    def is_foreign(self) -> bool:
        """Whether its rows are of other places; who publishes every force sends any."""
        return self.share is not None and not self.is_at_home and not self.is_of_all

    @property
    def is_of_all(self) -> bool:
        return of_every_force(self.recipe)


def propose_source(
    store: Store, tables: Sequence[FileTable], named: str | None, said: FileChoices
) -> SourceProposal:
    """Propose the source of a file and what was decided for it, or ask.

    `named` is the source that the analyst gives. Raises InvalidRequest where the recipe that was
    said is not there, or is another source's.
    """
    source = said.source or named
    if said.recipe == NO_RECIPE:
        return SourceProposal(source, said)
    if said.recipe is not None:
        return _by_name(store, tables, source, said)
    fits = _fits(store, tables)
    if source is None:
        return _unnamed(tables, fits, said)
    of_source = [recipe for recipe in standing_recipes(store) if recipe.source == source]
    if of_source or store.rows("measure_set_of_source", source=source):
        own = [fit.recipe for fit in fits if fit.recipe.source == source]
        if own:
            return _read_by(tables, own[0], said)
        notices = tuple(reads_anew(source, of_source))
        return SourceProposal(source, said, notices=notices)
    return _named_anew(source, fits, said)


def of_every_force(recipe: SavedRecipe) -> bool:
    """Tell whether one source publishes the files of all forces."""
    layout = recipes().get(recipe.layout)
    return layout is not None and layout.covers == Covers.FORCE


def _by_name(
    store: Store, tables: Sequence[FileTable], source: str | None, said: FileChoices
) -> SourceProposal:
    recipe = recipe_named(store, str(said.recipe))
    if source not in (None, recipe.source):
        raise InvalidRequest(
            f"The recipe {recipe.name} is of the source {recipe.source}, and the file was said to "
            f"be of {source}. Say one of the two."
        )
    return _read_by(tables, recipe, said)


def _fits(store: Store, tables: Sequence[FileTable]) -> Sequence[_Fit]:
    """Return the recipes that a file's columns fit, the best of each source, the likest first."""
    alike = [(likeness(tables, recipe.headings), recipe) for recipe in standing_recipes(store)]
    best: dict[str, tuple[float, SavedRecipe]] = {}
    for share, recipe in sorted(alike, key=lambda pair: -pair[0]):
        if share >= ALIKE:
            best.setdefault(recipe.source, (share, recipe))
    rows = first_rows(tables) if best else []
    fits = []
    for share, recipe in best.values():
        known = places_of_source(store, recipe.source)
        same = share_in_categories(rows, known)
        if is_telling(recipe.headings) or same >= SAME_CATEGORIES:
            fits.append(_Fit(recipe, share, share_in_places(rows, known)))
    return fits


def _unnamed(
    tables: Sequence[FileTable], fits: Sequence[_Fit], said: FileChoices
) -> SourceProposal:
    if not fits:
        return SourceProposal(None, said)
    likest = [fit for fit in fits if fit.likeness == fits[0].likeness]
    at_home = [fit for fit in likest if fit.is_at_home]
    if len(likest) > 1 and len(at_home) == 1:
        likest = at_home
    if len(likest) == 1 and not likest[0].is_foreign:
        return replace(_read_by(tables, likest[0].recipe, said), is_proposed=True)
    ordered = sorted(fits, key=lambda fit: (not fit.is_at_home, -fit.likeness))
    question = which_source([fit.recipe for fit in ordered])
    return SourceProposal(None, said, questions=(question,))


def _named_anew(source: str, fits: Sequence[_Fit], said: FileChoices) -> SourceProposal:
    """Begin a source; where the file looks like another's, only once that has been said."""
    near = [fit for fit in fits if fit.is_at_home or (fit.share is None and not fit.is_of_all)]
    if near:
        question = one_of_these(source, [fit.recipe for fit in near])
        return SourceProposal(source, said, questions=(question,))
    notices = begins_another(source, [fit.recipe for fit in fits])
    return SourceProposal(source, said, notices=tuple(notices))


def _read_by(tables: Sequence[FileTable], recipe: SavedRecipe, said: FileChoices) -> SourceProposal:
    choices = recipe.choices_for(tables, said)
    notices = () if said.place else tuple(places_differ(recipe))
    says = said.cancelled is not None
    return SourceProposal(recipe.source, choices, recipe, notices=notices, says_cancelled=says)
