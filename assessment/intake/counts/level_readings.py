"""Categories that count all of a group, or only what no row beside them counts.

"Theft" beside "Vehicle offences" may have these in it or not. A printed total tells; where none
does, it is asked.
"""

import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import IntEnum
from itertools import product

from assessment.definitions.spelling import plain
from assessment.intake.counts.cell_keys import CATEGORY, CellKey, TableCell, TotalCell
from assessment.intake.counts.count_meaning import OF_WHICH, CountMeaning
from assessment.intake.counts.totals.measure_parts import REST, parts_of_measures
from assessment.intake.counts.totals.printed_totals import totals_against_counts
from assessment.intake.file_choices import FileQuestion
from assessment.intake.files.file_tables import in_quotes
from assessment.intake.headings.count_names import says_total, total_of

# More categories of this kind in one table are no doubt about one of them.
MOST = 3
SAYS_ALL = re.compile(r"^(?:all|total|overall)\b", re.IGNORECASE)
# Reads the cells anew with more meanings of categories said.
Reads = Callable[[Mapping[str, str]], CountMeaning]


@dataclass(frozen=True)
class SettledLevels:
    """What a table means, how that was told, and what of it has to be asked."""

    meaning: CountMeaning
    notes: tuple[str, ...] = ()
    questions: tuple[FileQuestion, ...] = ()


@dataclass(frozen=True)
class _Category:
    """A category of a group, what stands beside it of the group, and what it may mean."""

    text: str
    parts: tuple[str, ...]
    readings: tuple[str, ...]
    is_doubtful: bool

    def question(self, meaning: CountMeaning) -> FileQuestion:
        measures = meaning.categories.measure_set
        beside = in_quotes(self.parts, most=3)
        words = {
            REST: f"not in it: '{self.text}' is the rest",
            **{total.id: f"in it, and burglary too: {total.label}" for total in measures.published},
        }
        return FileQuestion(
            "categories",
            f"Is {beside} in '{self.text}' too, or beside it? No printed total tells.",
            tuple(
                (f"{self.text}={meant}", words.get(meant, f"in it: '{self.text}' is all of it"))
                for meant in self.readings
            ),
            "--category",
        )


class _Fit(IntEnum):
    """How well the totals of a table go with a reading of it."""

    WRONG = 0
    POSSIBLE = 1
    EXACT = 2  # every total that it prints is the sum of what stands beside it


def settle_levels(
    reads: Reads, said: Mapping[str, str], cells: Sequence[TableCell], totals: Sequence[TotalCell]
) -> SettledLevels:
    """Read what a table means; where a category may be of two levels, as its totals tell."""
    usual = reads({})
    doubted = list(_categories(usual, cells, said))
    if not doubted or len(doubted) > MOST or _fit(usual, cells, totals) is _Fit.EXACT:
        return SettledLevels(usual)
    others = [
        dict(zip([category.text for category in doubted], meant, strict=True))
        for meant in product(*(category.readings for category in doubted))
    ][1:]
    readings = [(meant, reads(meant)) for meant in others]
    fits = [_fit(read, cells, totals) for _, read in readings]
    if fits.count(_Fit.EXACT) == 1:
        meant, read = readings[fits.index(_Fit.EXACT)]
        return SettledLevels(read, tuple(_told(doubted, meant)))
    is_wrong = _fit(usual, cells, totals) is _Fit.WRONG
    may_be = max(fits) > _Fit.WRONG
    if may_be and (is_wrong or any(category.is_doubtful for category in doubted)):
        return SettledLevels(usual, (), tuple(category.question(usual) for category in doubted))
    return SettledLevels(usual)


def _fit(meaning: CountMeaning, cells: Sequence[TableCell], totals: Sequence[TotalCell]) -> _Fit:
    checked = list(totals_against_counts(totals, cells, meaning.apart, meaning.published))
    if meaning.faults or not all(agrees for _, agrees in checked):
        return _Fit.WRONG
    measures = meaning.categories.measures.values()
    has_total = any(CATEGORY in total.over for total in totals) or any(
        total.id in measures for total in meaning.categories.measure_set.totals
    )
    return _Fit.EXACT if has_total and not meaning.stated else _Fit.POSSIBLE


def _categories(
    meaning: CountMeaning, cells: Sequence[TableCell], said: Mapping[str, str]
) -> Iterator[_Category]:
    """Yield the categories of a group that is more than the rows of it which stand beside it."""
    measures = meaning.categories.measure_set
    leaves = parts_of_measures(measures)
    totals = {total.id for total in measures.totals}
    together = _together(cells)
    for text, measure in meaning.categories.measures.items():
        if text in said or measure in totals or len(leaves[measure]) == 1 or says_total(text):
            continue
        inner = leaves[measure] - {measure}
        parts = [other for other, part in meaning.categories.measures.items() if part in inner]
        if _is_more(text, parts, together, meaning.apart) and not any(map(OF_WHICH.match, parts)):
            wider = [
                total.id
                for total in measures.published
                if plain(text) in total.may_mean
                and total.otherwise == measure
                and {*meaning.categories.measures.values()} & ({*total.counts} - {measure})
            ]
            is_told = plain(text) in {plain(measures.measure(measure).label), plain(measure)}
            yield _Category(
                text,
                tuple(parts),
                (measure, REST, *wider),
                is_doubtful=not is_told
                and not SAYS_ALL.match(text)
                and total_of(text) is None
                and not all(plain(text) in plain(part) for part in parts),
            )


def _is_more(
    text: str,
    parts: Sequence[str],
    together: Mapping[CellKey, Mapping[str, TableCell]],
    apart: Mapping[CellKey, int],
) -> bool:
    """Tell whether a category is anywhere not just what its parts come to."""
    for group in together.values():
        beside = [group[part] for part in parts if part in group]
        whole = group.get(text)
        if whole and beside and whole.counted.value is not None:
            inside = sum(apart[cell.key] for cell in beside)
            if whole.counted.value != inside:
                return True
    return False


def _together(cells: Sequence[TableCell]) -> Mapping[CellKey, Mapping[str, TableCell]]:
    """Gather the cells of one place and time by their categories."""
    together: dict[CellKey, dict[str, TableCell]] = defaultdict(dict)
    for cell in cells:
        together[cell.key._replace(category="")][cell.key.category] = cell
    return together


def _told(doubted: Sequence[_Category], meant: Mapping[str, str]) -> Iterator[str]:
    for category in doubted:
        if meant[category.text] == REST:
            yield (
                f"{in_quotes([category.text])} counts what {in_quotes(category.parts, most=3)} "
                f"{'does' if len(category.parts) == 1 else 'do'} not: only so do the rows come to "
                "the total that it prints."
            )
