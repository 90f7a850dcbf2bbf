"""Intake of a records system's extracts: first, revised, undone; beside a large store; as XLSX."""

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

from tests.benchmarks.incidents import incidents, look_up, revised, workbook, written
from tests.benchmarks.measured import Taken, in_turn, run
from tests.benchmarks.setting import Setting

MIB = 1024**2
WORKBOOK_ROWS, MONTH_ROWS, ONE_IN = 100_000, 8_000, 100
Job = Callable[[], Taken]


def intake(setting: Setting) -> Iterator[str]:
    """Yield a table row for each job: its seconds, its floor's, their ratio, the most memory."""
    folder, runs, usual = setting.folder, setting.runs, setting.usual_size
    first, revision = _extract(folder, usual), _revision(folder, usual)
    sheet = _workbook(folder)
    yield "| job | s | CPU s | beside it | s | CPU s | ratio | of CPU | peak MiB |"
    yield "|---|---|---|---|---|---|---|---|---|"
    for rows in setting.sizes:
        file = _extract(folder, rows)
        yield _line(
            runs,
            f"{rows:,} incidents",
            _into_nothing(folder, file),
            "a bare read",
            _floor("incidents", file, folder),
        )
    yield _line(
        runs,
        f"1% of {usual:,} revised",
        _into_a_copy(folder, first, revision),
        "the first load",
        _into_nothing(folder, first),
    )
    yield _line(
        runs,
        "that revision undone",
        _undone(folder, first, revision),
        "its load",
        _into_a_copy(folder, first, revision),
    )
    yield _line(
        runs,
        f"{WORKBOOK_ROWS:,} as XLSX",
        _into_nothing(folder, sheet),
        "calamine and a bare insert",
        _floor("workbook", sheet, folder),
    )
    yield _line(
        runs,
        f"a month of {MONTH_ROWS:,} into {max(setting.sizes):,}",
        _into_a_copy(folder, _extract(folder, max(setting.sizes)), _month(folder)),
        "into nothing",
        _into_nothing(folder, _month(folder)),
    )


def _line(runs: int, job: str, ours: Job, floor: str, theirs: Job) -> str:
    taken, beside = in_turn(runs, ours, theirs)
    return (
        f"| {job} | {taken.seconds:.2f} | {taken.processor:.2f} "
        f"| {floor} | {beside.seconds:.2f} | {beside.processor:.2f} "
        f"| {taken.seconds / beside.seconds:.2f} | {taken.processor / beside.processor:.2f} "
        f"| {taken.memory / MIB:,.0f} |"
    )


def _into_nothing(folder: Path, file: Path) -> Job:
    return lambda: _load(shutil.copy(_empty(folder), folder / "new.duckdb"), file)


def _into_a_copy(folder: Path, first: Path, second: Path) -> Job:
    return lambda: _load(shutil.copy(_holding(folder, first), folder / "second.duckdb"), second)


def _undone(folder: Path, first: Path, second: Path) -> Job:
    def job() -> Taken:
        store = Path(shutil.copy(_holding(folder, first), folder / "undone.duckdb"))
        _load(store, second)
        return _assessment(store, "undo", "2")

    return job


def _empty(folder: Path) -> Path:
    """Return a store with a look-up of small areas and no records."""
    store = folder / "empty.duckdb"
    if not store.exists():
        _assessment(store, "init", "--empty")
        _assessment(store, "areas", "load", str(look_up(folder / "lsoa-to-ward.csv")))
    return store


def _holding(folder: Path, file: Path) -> Path:
    store = folder / f"holding-{file.stem}.duckdb"
    if not store.exists():
        _load(shutil.copy(_empty(folder), store), file)
    return store


def _load(store: Path | str, file: Path) -> Taken:
    return _assessment(Path(store), "load", "--source", "records", str(file))


def _assessment(store: Path, *arguments: str) -> Taken:
    return run(["-m", "assessment", "--store", str(store), *arguments])


def _floor(name: str, file: Path, folder: Path) -> Job:
    def job() -> Taken:
        store = folder / f"floor-{name}.duckdb"
        store.unlink(missing_ok=True)
        return run(["-m", "tests.benchmarks.floors", name, str(file), str(store)])

    return job


def _extract(folder: Path, rows: int) -> Path:
    return _kept(folder / f"incidents-{rows}.csv", lambda path: written(path, incidents(rows)))


def _revision(folder: Path, rows: int) -> Path:
    return _kept(
        folder / f"revised-{rows}.csv",
        lambda path: written(path, revised(incidents(rows), ONE_IN)),
    )


def _workbook(folder: Path) -> Path:
    path = folder / f"incidents-{WORKBOOK_ROWS}.xlsx"
    return _kept(path, lambda path: workbook(path, incidents(WORKBOOK_ROWS)))


def _month(folder: Path) -> Path:
    """Return a month that no other extract has, of references that none has."""
    month = (
        (f"{row[0].removesuffix('/21')}/24", f"{at % 31 + 1:02d}/01/2024 10:00", *row[2:])
        for at, row in enumerate(incidents(MONTH_ROWS))
    )
    return _kept(folder / "month.csv", lambda path: written(path, month))


def _kept(path: Path, make: Callable[[Path], Path]) -> Path:
    return path if path.exists() else make(path)
