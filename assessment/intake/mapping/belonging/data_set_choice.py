"""Whose records a file holds: what it says itself, what its source sent before, or the analyst.

Several senders write "noise" and "ASB". A partner's file is told by words that the police do not
have, or by references that are a case's, and that is said; what only the police write tells theirs.
Where nothing tells, it is taken for theirs and `is_open`.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import partial

from assessment.definitions import POLICE, data_set_in_words, partner_sets
from assessment.definitions.spelling import plain
from assessment.intake.mapping.categories.category_mapping import (
    CategoryMapping,
    Counted,
    read_categories,
)
from assessment.intake.mapping.categories.said_meanings import SaidMeanings

# Of a partner's file nearly all is in its words; a few may be its own.
EXPLAINED = 0.95
# One word may be anybody's: so many categories that the police do not have tell a partner.
TELLING = 2
CASE = "case"


@dataclass(frozen=True)
class DataSetChoice:
    """The set that a file is counted in, what is said of that, and whether it is open.

    `is_settled` where it was said, or offence codes tell: words alone may be anybody's.
    """

    categories: CategoryMapping
    notices: tuple[str, ...] = ()
    is_open: bool = False
    is_settled: bool = False


def choose_data_set(
    counted: Counted,
    meanings: SaidMeanings,
    settled: str | None,
    references: Iterable[str],
    *,
    has_codes: bool,
) -> DataSetChoice:
    """Choose the set for some counted categories.

    `settled` is a set, or the data set of the police, where it is known otherwise; `references`
    are the headings of the column of references; `has_codes` tells of a column of offence codes.
    """
    read = partial(read_categories, counted, meanings, has_codes=has_codes)
    if settled and settled != POLICE:
        return DataSetChoice(read(settled))
    police = read(None)
    # Offence codes are the police's; a bare number may be anybody's, and tells nothing.
    has_words = any(letter.isalpha() for text, _ in counted for letter in text)
    if settled or has_codes or not has_words:
        return DataSetChoice(police, is_settled=True)
    partners = [read(name) for name in partner_sets()]
    partner = min(partners, key=_unknown_rows)
    rows = sum(n for _, n in counted)
    is_partners = (
        rows - _unknown_rows(partner) >= EXPLAINED * rows
        and _unknown_rows(partner) <= _unknown_rows(police)
        and not _only_known(police, [partner])
    )
    if is_partners and len(_only_known(partner, [police])) >= TELLING:
        return DataSetChoice(partner, _because(partner, "its categories are theirs"))
    if is_partners and _are_cases(references):
        return DataSetChoice(partner, _because(partner, "its references are of cases"))
    # What the police do not know either fills none of their measures: it is told, and not asked.
    fills_measures = _unknown_rows(police) < rows
    return DataSetChoice(police, is_open=fills_measures and not _only_known(police, partners))


def _only_known(own: CategoryMapping, others: Sequence[CategoryMapping]) -> set[str]:
    """Return the categories that one knows and none of some others does."""
    known = own.measures.keys() - {text for text, _ in own.unmapped}
    unknown = [{text for text, _ in other.unmapped} for other in others]
    return {text for text in known if all(text in texts for texts in unknown)}


def _unknown_rows(categories: CategoryMapping) -> int:
    return sum(n for _, n in categories.unmapped)


def _are_cases(references: Iterable[str]) -> bool:
    return any(CASE in plain(heading).split() for heading in references)


def _because(categories: CategoryMapping, why: str) -> tuple[str, ...]:
    name = data_set_in_words(categories.measure_set.data_set)
    return (
        f"It was read as {name}, because {why}: it stands beside the figures of the police, and "
        "changes none of them. If these are the police's own records, say so (--as police).",
    )
