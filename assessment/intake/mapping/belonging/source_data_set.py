"""Which source a file is of, and what its rows are counted in: a source has one data set."""

from collections.abc import Collection
from dataclasses import dataclass, replace

from assessment.definitions import (
    POLICE,
    data_set_in_words,
    measure_sets,
    partner_sets,
    police_sets,
)
from assessment.errors import InvalidRequest, UploadRefused
from assessment.intake.mapping.belonging.data_set_choice import DataSetChoice, choose_data_set
from assessment.intake.mapping.belonging.source_names import (
    EXAMPLES,
    names_another,
    names_of_files,
    names_the_police,
    proposed_name,
)
from assessment.intake.mapping.categories.category_mapping import Counted, read_categories
from assessment.intake.mapping.categories.said_meanings import SaidMeanings
from assessment.intake.mapping.columns.recipe_recognition import RecognisedFile
from assessment.store import Writer


@dataclass(frozen=True)
class SourceDataSet:
    """The source of a file, and the set that it is counted in.

    `is_new` where nothing has come of the source yet, and its layout is nobody's own; `called` is
    what somebody called it, or else the file.
    """

    source: str
    choice: DataSetChoice
    is_new: bool = False
    called: str = ""
    is_named: bool = False

    @property
    def is_unsaid(self) -> bool:
        """Whether a source that is begun may be anybody's, by its name and its rows."""
        return self.is_new and not self.choice.is_settled

    @property
    def is_anybodys(self) -> bool:
        """Whether nothing at all tells whose a file is that nobody named a source for."""
        is_told = self.is_named or names_the_police(self.called)
        return self.is_unsaid and self.choice.is_open and not is_told


def source_data_set(
    writer: Writer,
    recognised: RecognisedFile,
    named: str | None,
    named_set: str | None,
    counted: Counted,
    forces: Collection[str],
) -> SourceDataSet:
    """Choose source and set: `named` and `named_set` are what the analyst said.

    Without a name a source is called after its force (`forces` are those of its rows), who
    publishes it, or a partner's after its data set, so that it never stands among the records of
    the police. Raises UploadRefused where the source holds
    records of another set.
    """
    usual = named or recognised.recipe.id
    wanted = named_set or recognised.recipe.measure_set
    settled = wanted or (_set_of(writer, usual) if named else None)
    has_codes = bool(recognised.headings_of("offence_code"))
    references = recognised.headings_of("reference")
    choice = choose_data_set(
        counted, _meanings(writer, usual), settled, references, has_codes=has_codes
    )
    source = named or _named_after(recognised, choice, forces)
    held = _set_of(writer, source)
    if held or (named and (names_the_police(named) or named.startswith(EXAMPLES))):
        choice = replace(choice, is_settled=True)
    if held and held != choice.categories.measure_set.id:
        _must_agree(recognised, choice, source, held, wanted)
        own = read_categories(counted, SaidMeanings(()), held, has_codes=has_codes)
        choice = replace(choice, categories=own)
    if source != usual or held:
        measure_set = choice.categories.measure_set.id
        meanings = _meanings(writer, source)
        categories = read_categories(counted, meanings, measure_set, has_codes=has_codes)
        choice = replace(choice, categories=categories)
    is_new = not held and (named is not None or recognised.recipe.measure_set is None)
    called = named or names_of_files([table.file_table for table in recognised.tables])
    return _told(SourceDataSet(source, choice, is_new, called, named is not None))


def _told(source_set: SourceDataSet) -> SourceDataSet:
    """Say of a source of which nothing tells whose it is that it was taken for the police."""
    choice = source_set.choice
    is_police = choice.categories.measure_set.data_set == POLICE
    if not is_police or not source_set.is_unsaid or names_another(source_set.called):
        return source_set
    told = (
        f"Nothing says whose records {source_set.source} sends: they are called as the police call "
        "theirs, and were taken for the police's. If they are another's, say so (--as)."
    )
    return replace(source_set, choice=replace(choice, notices=(*choice.notices, told)))


def must_be_a_set(named_set: str | None) -> None:
    """Raise InvalidRequest where rows cannot be counted in what an analyst named."""
    known = (POLICE, *police_sets(), *partner_sets())
    if named_set is not None and named_set not in known:
        raise InvalidRequest(f"There is no data set '{named_set}'. There are: {', '.join(known)}.")


def _named_after(recognised: RecognisedFile, choice: DataSetChoice, forces: Collection[str]) -> str:
    data_set = choice.categories.measure_set.data_set
    if data_set == POLICE and recognised.recipe.measure_set is not None:
        return recognised.recipe.id
    return proposed_name(data_set, forces)


def _must_agree(
    recognised: RecognisedFile, choice: DataSetChoice, source: str, held: str, wanted: str | None
) -> None:
    """Raise unless a file of the police can be counted as its source was before."""
    own, before = choice.categories.measure_set, measure_sets()[held]
    if own.data_set == before.data_set and wanted in (None, POLICE):
        return
    names = (
        (own.label, before.label)
        if own.data_set == before.data_set
        else (data_set_in_words(own.data_set), data_set_in_words(before.data_set))
    )
    raise UploadRefused(
        recognised.tables[0].file_table.file,
        [
            f"It holds {names[0]}, and the source {source} holds {names[1]}. Give the file a "
            "source of its own, so that neither replaces the other."
        ],
    )


def _meanings(writer: Writer, source: str) -> SaidMeanings:
    return SaidMeanings(writer.rows("categories_said", source=source))


def _set_of(writer: Writer, source: str) -> str | None:
    """Return the set that a source has been counted in so far: it must not change half way."""
    return next((name for (name,) in writer.rows("measure_set_of_source", source=source)), None)
