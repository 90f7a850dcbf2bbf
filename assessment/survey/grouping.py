"""Which columns are one question: a run of boxes, rows or ranks under the same words."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from assessment.survey.headers import Column
from assessment.survey.questionnaire import Use


@dataclass(frozen=True)
class Group:
    """Columns that may be one question. `header` is the key of their decision, `wording` asks."""

    header: str
    wording: str
    columns: tuple[Column, ...]
    twins: int = 1  # how many questions of the export have this very text
    use: Use | None = None

    @property
    def names(self) -> tuple[str, ...]:
        """What the physical columns are called."""
        return tuple(column.name for column in self.columns)

    @property
    def positions(self) -> tuple[int, ...]:
        """Where the columns are."""
        return tuple(column.at for column in self.columns)


def grouped(columns: Sequence[Column], uses: Mapping[int, Use | None]) -> tuple[Group, ...]:
    """Put columns together that ask the same and tell boxes or rows apart."""

    def of_run(column: Column) -> object:
        alone = column.option is None or uses[column.at] is not None
        return column.at if alone else column.question

    runs = [tuple(run) for _, run in groupby(columns, key=of_run)]
    return _named_apart(
        Group(
            run[0].question if len(run) > 1 else run[0].name,
            run[0].question if len(run) > 1 else run[0].name,
            run,
            use=uses[run[0].at],
        )
        for run in runs
    )


def one_by_one(group: Group) -> tuple[Group, ...]:
    """Take the columns of a group for questions of their own, as the rows of a grid are."""
    return tuple(
        Group(f"{group.header}: {column.option}", f"{group.wording}: {column.option}", (column,))
        for column in group.columns
    )


def _named_apart(groups: Iterable[Group]) -> tuple[Group, ...]:
    """Give every group a header of its own: the second of one text is "… (2)"."""
    listed = list(groups)
    times = Counter(group.header for group in listed)
    met: Counter[str] = Counter()
    named = []
    for group in listed:
        met[group.header] += 1
        number = met[group.header]
        header = group.header if number == 1 else f"{group.header} ({number})"
        named.append(Group(header, group.wording, group.columns, times[group.header], group.use))
    return tuple(named)
