"""Victims' references, which are kept as marks where somebody has said what for.

A mark tells whether two records have one victim, and nothing else: no reference can be read from
it. What tells no victims apart would make repeat victims of everybody, and is not kept.
"""

from dataclasses import dataclass, replace
from pathlib import Path

from assessment.intake.file_choices import FileQuestion
from assessment.intake.files.file_tables import in_quotes, shown
from assessment.intake.mapping.columns.header_matching import UNUSED
from assessment.intake.mapping.columns.record_fields import VICTIM_REFERENCE
from assessment.intake.mapping.rows.record_staging import StagedRows
from assessment.numbers import count_of
from assessment.store import Writer
from assessment.store.beside.victim_key import VictimKey, make_key, passing_key, standing_key

MOST_NAMED = 3
# What stands where nobody is named; the state is no victim who could be one again.
NOBODY = (
    *("-", "--", ".", "?", "0", "N", "NO", "NA", "N/A", "N.A.", "NIL", "NONE", "NULL", "NAN"),
    *("UNKNOWN", "NOT KNOWN", "NOT STATED", "NOT RECORDED", "NOT APPLICABLE", "NO VICTIM"),
    *("ANON", "ANONYMOUS", "STATE", "THE STATE", "CROWN", "THE CROWN", "REGINA", "REX"),
    *("SOCIETY", "PUBLIC", "POLICE", "VICTIM", "REDACTED", "WITHHELD", "TBC", "XXX"),
)
# One value in so many rows, and in this share of those that have one, is nobody's reference.
FEWEST_ALIKE, SHARE_ALIKE = 20, 0.2
# Fewer values than this may happen to be small numbers.
FEWEST_NUMBERS = 5


@dataclass(frozen=True)
class _Named:
    """What the staged rows say of victims, as staged_victims.sql counts it."""

    rows: int
    naming: int
    victims: int
    most: int
    largest: int | None


def settle_victims(
    writer: Writer, staged: StagedRows, reason: str, store: Path, *, dry_run: bool
) -> StagedRows:
    """Put marks in the place of the staged references of victims, which are kept for a reason.

    `store` is where the store lies: its key lies beside it, and is made at the first load. Where
    the column tells no victims apart, it is asked whether to leave it aside.
    """
    headings = staged.recognised.headings_of(VICTIM_REFERENCE)
    if not headings:
        return staged
    column = in_quotes(dict.fromkeys(headings), MOST_NAMED)
    writer.run("forget_unnamed_victims", words=list(NOBODY))
    named = _Named(*writer.rows("staged_victims")[0])
    if fault := _tells_nobody_apart(column, named):
        asked = [_whether_unused(heading, fault) for heading in dict.fromkeys(headings)]
        return replace(staged, questions=(*staged.questions, *asked))
    earlier = {name for (name,) in writer.rows("victim_keys")}
    key = _key(store, dry_run=dry_run)
    writer.run("mark_victims", key_name=key.name, inner_key=key.inner, outer_key=key.outer)
    notices = [_kept(column, named, reason)]
    if earlier - {key.name}:
        notices.append(_other_key(key, earlier))
    recognised = staged.recognised
    told = replace(recognised, notices=(*recognised.notices, *notices))
    return replace(staged, recognised=told)


def _key(store: Path, *, dry_run: bool) -> VictimKey:
    """Return the key; a check makes none that stays."""
    return standing_key(store) or passing_key() if dry_run else make_key(store)


def _whether_unused(heading: str, fault: str) -> FileQuestion:
    return FileQuestion(
        "columns",
        f"{fault} So no marks can be kept of it. Say that it is not used, or that another column "
        "holds the references of victims.",
        ((f"{shown(heading)}={UNUSED}", "it is not used, and no marks are kept"),),
        "--column",
    )


def _tells_nobody_apart(column: str, named: _Named) -> str | None:
    """Return why a column cannot hold references of victims; None where it may."""
    if named.most >= max(FEWEST_ALIKE, SHARE_ALIKE * named.naming):
        return (
            f"{column} does not tell victims apart: one value stands in {named.most:,} of the "
            f"{count_of(named.naming, 'row')} that have one."
        )
    counts_up = named.largest is not None and named.largest <= named.rows
    if counts_up and named.victims >= min(FEWEST_NUMBERS, named.rows):
        return (
            f"{column} holds numbers that are counted up in the file, none above "
            f"{named.largest:,}: the same number would be another victim in the next file."
        )
    return None


def _kept(column: str, named: _Named, reason: str) -> str:
    return (
        f"Of the victims' references in {column}, marks are kept from which no reference can be "
        f"read: {named.naming:,} of {count_of(named.rows, 'row')} have one. The reason given: "
        f"{reason}"
    )


def _other_key(key: VictimKey, earlier: set[str]) -> str:
    nobody = (
        "so no victim in this file can be known again from earlier files"
        if key.name not in earlier
        else "so victims of those files cannot be known again in this one"
    )
    return (
        "Marks in the store were made with another key, whose file is not beside the store any "
        f"longer, {nobody}: repeat victims are counted only in years that have marks of one key. "
        "Put the earlier key back from a backup made with it, or load the earlier files again."
    )
