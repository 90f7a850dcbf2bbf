"""References that several rows share: rows of one record, or numbers that tell none apart.

Rows of one record (a victim, a strand of hate crime each) agree on what happened and when. Where
most do not, the references begin anew on each sheet or file, or were damaged: to keep one row of
each would lose the others, so that it is asked.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from assessment.intake.file_choices import FileChoices, FileQuestion, ReferenceUse, RowIs
from assessment.intake.files.file_tables import in_quotes
from assessment.intake.mapping.columns.recipe_recognition import RecognisedFile
from assessment.intake.mapping.rows.changed_columns import headings_of
from assessment.intake.mapping.rows.references.alike_references import join_alike
from assessment.intake.mapping.rows.references.row_numbers import (
    are_row_numbers,
    said_of_row_numbers,
)
from assessment.intake.mapping.rows.references.victim_rows import are_of_victims, victim_question
from assessment.numbers import count_of
from assessment.store import Writer

# So many rows at stake, and this share of all, are no handful of mistakes.
FEWEST, SHARE = 5, 0.01
# Of references that several rows share, so many disagree where they are no references.
DISAGREEING = 0.5
IGNORE = (ReferenceUse.IGNORE.value, "each row is a record of its own")


@dataclass(frozen=True)
class Repeats:
    """Rows beyond the one kept of each reference, and how the rows of one differ.

    `identical` say the same, `flagged` differ in flags alone, `differing` are references whose
    rows differ otherwise. `row_is` says whether so many are no slips: then a row is a victim's, or
    a strand's. `by_event` says that the event brought them together, and no reference. `notices`
    and `questions` are about references altogether.
    """

    rows: int = 0
    identical: int = 0
    flagged: int = 0
    differing: tuple[str, ...] = ()
    row_is: RowIs = RowIs.RECORD
    notices: tuple[str, ...] = ()
    questions: tuple[FileQuestion, ...] = ()
    by_event: bool = False


@dataclass(frozen=True)
class _Repeated:
    """A reference that several rows share, as staged_repeats.sql finds it."""

    reference: str
    rows: int
    versions: int
    unflagged_versions: int
    events: int
    kept: int
    flag_text: str | None


def settle_repeats(writer: Writer, recognised: RecognisedFile, choices: FileChoices) -> Repeats:
    """Leave one row for each record, with the flags of all its rows; ask where it is no record."""
    if damaged := tuple(_damaged(writer, is_decided=_is_decided(choices))):
        return Repeats(questions=damaged)
    if are_of_victims(writer, choices):
        return _one_row_each_event(writer)
    if asked := tuple(victim_question(writer, recognised, choices)):
        return Repeats(questions=asked)
    alike = join_alike(writer, recognised)
    repeated = [_Repeated(*row) for row in writer.rows("staged_repeats")]
    if not repeated:
        return Repeats(notices=alike)
    if _tell_nothing_apart(writer, repeated) and not _is_decided(choices):
        if are_row_numbers(recognised):
            writer.run("forget_references")
            return Repeats(notices=(said_of_row_numbers(recognised),))
        return Repeats(questions=(_begun_anew(recognised, repeated),))
    return replace(_one_row_each(writer, repeated), notices=alike)


def _one_row_each(writer: Writer, repeated: Sequence[_Repeated]) -> Repeats:
    flagged = [reference for reference in repeated if reference.flag_text]
    if flagged:
        writer.run(
            "join_flags_of_repeats",
            kept=[reference.kept for reference in flagged],
            flag_text=[reference.flag_text for reference in flagged],
        )
    writer.run("join_victims_of_repeats")
    beyond = sum(reference.rows - 1 for reference in repeated)
    is_victim = beyond >= max(FEWEST, SHARE * writer.value("count_staged"))
    writer.run(
        "remove_repeats",
        reference=[reference.reference for reference in repeated],
        kept=[reference.kept for reference in repeated],
    )
    return Repeats(
        rows=beyond,
        identical=sum(reference.rows - reference.versions for reference in repeated),
        flagged=sum(reference.versions - reference.unflagged_versions for reference in repeated),
        differing=tuple(
            reference.reference for reference in repeated if reference.unflagged_versions > 1
        ),
        row_is=RowIs.VICTIM if is_victim else RowIs.RECORD,
    )


def _one_row_each_event(writer: Writer) -> Repeats:
    """Leave one row of those that say the same of an event: the others are of its victims."""
    writer.run("refer_to_events")
    writer.run("create_shared_references", as_written=True)
    repeats = _one_row_each(writer, [_Repeated(*row) for row in writer.rows("staged_repeats")])
    writer.run("forget_references")
    told = (
        f"{count_of(repeats.rows, 'row')} say the same of date, time, offence and place as "
        "another. As a row is a victim, they are of the same records, each of which counts once."
    )
    return Repeats(repeats.rows, row_is=RowIs.VICTIM, notices=(told,), by_event=True)


def _damaged(writer: Writer, *, is_decided: bool) -> Iterator[FileQuestion]:
    """Ask about references that Excel has changed: for good where several rows share one.

    A single "01-Jan" may be a reference, and is one where that has been said.
    """
    damaged = [
        (reference, n) for reference, n in writer.rows("damaged_references") if n > is_decided
    ]
    if damaged:
        examples = in_quotes([reference for reference, _ in damaged[:2]])
        yield FileQuestion(
            "reference",
            f"{count_of(sum(n for _, n in damaged), 'row')} of {writer.value('count_staged'):,} "
            f"have a reference that Excel has changed, such as {examples}: it tells records apart "
            "no longer. Make the extract again and do not open it in Excel before it is uploaded; "
            "or go without references, and later files replace records by their months alone.",
            (IGNORE,),
            "--reference",
        )


def _tell_nothing_apart(writer: Writer, repeated: Sequence[_Repeated]) -> bool:
    disagreeing = [reference for reference in repeated if reference.events > 1]
    at_stake = sum(reference.rows - 1 for reference in disagreeing)
    return (
        len(disagreeing) > DISAGREEING * len(repeated)
        and at_stake >= FEWEST
        and at_stake >= SHARE * writer.value("count_staged")
    )


def _is_decided(choices: FileChoices) -> bool:
    return (
        choices.reference is ReferenceUse.KEY
        or choices.reference_with is not None
        or choices.row_is is RowIs.VICTIM
    )


def _begun_anew(recognised: RecognisedFile, repeated: Sequence[_Repeated]) -> FileQuestion:
    rows = sum(reference.rows - 1 for reference in repeated)
    disagreeing = [reference.reference for reference in repeated if reference.events > 1]
    names = in_quotes(headings_of(recognised, "reference"))
    several = len(recognised.tables) > 1
    with_table = " or with the sheet or file that they stand in (--reference-with sheet)"
    return FileQuestion(
        "reference",
        f"{count_of(len(repeated), 'reference')} in {names} stand in several rows, and "
        f"{len(disagreeing):,} of them with another date or category, e.g. "
        f"{in_quotes(disagreeing[:1])}. Are these references? Taken for such, "
        f"{count_of(rows, 'row')} would be left out. They can be told apart with another column "
        f"(--reference-with COLUMN){with_table if several else ''}.",
        (IGNORE, (ReferenceUse.KEY.value, "rows that share a reference are one record")),
        "--reference",
    )
