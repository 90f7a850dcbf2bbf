"""Victims' age, sex, ethnicity and relation, which are kept as bands where it is said what for.

What belongs in no band is not kept and counts as not said. Where that is most of a column, the
column holds something else, and it is asked whether to leave it aside.
"""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, replace

from assessment.definitions.victim_bands import KINDS, band_of, is_unsaid
from assessment.intake.file_choices import FileQuestion
from assessment.intake.files.file_tables import in_quotes, shown
from assessment.intake.mapping.categories.category_mapping import SEPARATOR
from assessment.intake.mapping.columns.header_matching import UNUSED
from assessment.intake.mapping.columns.record_fields import VICTIM_BANDS
from assessment.intake.mapping.rows.record_staging import StagedRows
from assessment.numbers import count_of
from assessment.store import Writer

# Of what a column says, at least this share has to belong in a band.
LEAST_BANDED = 0.5
MOST_NAMED = 3


@dataclass(frozen=True)
class _Banded:
    """Staged rows by kind of band: how many say something, and how many of it is in no band."""

    said: Mapping[str, int]
    unknown: Mapping[str, int]


def settle_bands(writer: Writer, staged: StagedRows, reason: str) -> StagedRows:
    """Put bands in the place of what staged rows say of victims, which are kept for a reason."""
    recognised = staged.recognised
    headings = {
        field.removeprefix("victim_"): tuple(dict.fromkeys(named))
        for field in VICTIM_BANDS
        if (named := recognised.headings_of(field))
    }
    if not headings:
        return staged
    banded = _put_bands(writer)
    questions = [
        _whether_unused(heading, banded.unknown[kind], banded.said[kind])
        for kind, named in headings.items()
        if banded.unknown.get(kind, 0) > (1 - LEAST_BANDED) * banded.said.get(kind, 0)
        for heading in named
    ]
    notices = [
        _kept([heading for named in headings.values() for heading in named], reason),
        *(
            _not_placed(named, banded.unknown[kind], banded.said[kind])
            for kind, named in headings.items()
            if banded.unknown.get(kind)
        ),
    ]
    told = replace(recognised, notices=(*recognised.notices, *notices))
    return replace(staged, recognised=told, questions=(*staged.questions, *questions))


def _put_bands(writer: Writer) -> _Banded:
    said: Counter[str] = Counter()
    unknown: Counter[str] = Counter()
    meanings: dict[str, str | None] = {}
    for text, rows in writer.rows("staged_victim_bands"):
        bands = []
        for kind, _, cell in (part.partition("=") for part in text.split(SEPARATOR)):
            if kind not in KINDS or is_unsaid(kind, cell):
                continue
            said[kind] += rows
            if band := band_of(kind, cell):
                bands.append(band)
            else:
                unknown[kind] += rows
        meanings[text] = " ".join(bands) or None
    writer.run("put_victim_bands", said=list(meanings), bands=list(meanings.values()))
    return _Banded(said, unknown)


def _whether_unused(heading: str, unknown: int, said: int) -> FileQuestion:
    return FileQuestion(
        "columns",
        f"{unknown:,} of {count_of(said, 'row')} that say something in {in_quotes([heading])} "
        "belong in no band that we know, so no band can be kept of it. Say that it is not used, or "
        "what else it holds.",
        ((f"{shown(heading)}={UNUSED}", "it is not used, and nothing of it is kept"),),
        "--column",
    )


def _kept(headings: list[str], reason: str) -> str:
    return (
        f"Of {in_quotes(headings, len(headings))} bands are kept, and nothing as it is written. "
        f"The reason given: {reason}"
    )


def _not_placed(headings: tuple[str, ...], unknown: int, said: int) -> str:
    return (
        f"{unknown:,} of {count_of(said, 'row')} that say something in "
        f"{in_quotes(headings, MOST_NAMED)} belong in no band that we know, and count as not said."
    )
