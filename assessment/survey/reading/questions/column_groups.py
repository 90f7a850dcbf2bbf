"""Which columns are one question: a run of boxes, rows or ranks under the same words."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from assessment.survey.reading.export.headers.question_headers import ExportColumn
from assessment.survey.reading.proposal import Use


@dataclass(frozen=True)
class ColumnGroup:
    """Columns that may be one question. `header` is the key of their decision, `wording` asks."""

    header: str
    wording: str
    columns: tuple[ExportColumn, ...]
    twins: int = 1  # how many questions of the export have this very text
    use: Use | None = None
    alone: tuple[str, ...] = ()  # the headers of its columns, if each is a question of its own

    @property
    def names(self) -> tuple[str, ...]:
        """What the physical columns are called."""
        return tuple(column.name for column in self.columns)

    @property
    def positions(self) -> tuple[int, ...]:
        """Where the columns are."""
        return tuple(column.at for column in self.columns)


def grouped(
    columns: Sequence[ExportColumn], uses: Mapping[int, Use | None]
) -> tuple[ColumnGroup, ...]:
    """Put columns together that ask the same and tell boxes or rows apart."""

    def of_run(column: ExportColumn) -> object:
        alone = column.option is None or uses[column.at] is not None
        return column.at if alone else column.question

    runs = [tuple(run) for _, run in groupby(columns, key=of_run)]
    return _named_apart(
        ColumnGroup(
            run[0].question if len(run) > 1 else run[0].name,
            run[0].question if len(run) > 1 else run[0].name,
            run,
            use=uses[run[0].at],
        )
        for run in runs
    )


def one_by_one(group: ColumnGroup) -> tuple[ColumnGroup, ...]:
    """Take the columns of a group for questions of their own, as the rows of a grid are."""
    return tuple(
        ColumnGroup(header, f"{group.wording}: {column.option}", (column,))
        for header, column in zip(group.alone, group.columns, strict=True)
    )


def apart(group: ColumnGroup, alone: Sequence[ExportColumn]) -> tuple[ColumnGroup, ...]:
    """Take some columns out of a group, for questions of their own behind it."""
    of_columns = dict(zip(group.columns, group.alone, strict=True))
    rest = tuple(column for column in group.columns if column not in alone)
    names = tuple(of_columns[column] for column in rest)
    words = replace(group, columns=tuple(alone), alone=tuple(of_columns[c] for c in alone))
    return replace(group, columns=rest, alone=names), *one_by_one(words)


def _named_apart(groups: Iterable[ColumnGroup]) -> tuple[ColumnGroup, ...]:
    """Give every group, and its columns if they stand alone, a header: the second is "… (2)".

    Its wording is numbered too, so that readers can tell the questions apart.
    """
    listed = list(groups)
    times = Counter(group.header for group in listed)
    taken: set[str] = set()
    named = []
    for group in listed:
        header = _free(group.header, taken)
        columns = group.columns if len(group.columns) > 1 else ()
        alone = tuple(_free(f"{header}: {column.option}", taken) for column in columns)
        twins = times[group.header]
        named.append(replace(group, header=header, wording=header, twins=twins, alone=alone))
    return tuple(named)


def _free(header: str, taken: set[str]) -> str:
    number, free = 1, header
    while free in taken:
        number += 1
        free = f"{header} ({number})"
    taken.add(free)
    return free
