"""Loading against DuckDB's bare read and against the same job in pandas."""

from collections.abc import Callable, Iterator
from pathlib import Path

from tests.benchmarks.measured import Taken, in_turn, run

MIB = 1024**2


def loading(files: dict[int, Path], folder: Path, runs: int) -> Iterator[str]:
    """Yield a table row for each size: seconds and ratios, and the most memory held."""
    yield "| rows | load s | bare DuckDB s | ratio | pandas s | ratio | peak MiB |"
    yield "|---|---|---|---|---|---|---|"
    for rows, file in files.items():
        ours, bare, pandas = in_turn(
            runs,
            _ours(file, folder),
            _floor("duckdb", file, folder),
            _floor("pandas", file, folder),
        )
        yield (
            f"| {rows:,} | {ours.seconds:.2f} | {bare.seconds:.2f} "
            f"| {ours.seconds / bare.seconds:.2f} | {pandas.seconds:.2f} "
            f"| {ours.seconds / pandas.seconds:.2f} | {ours.memory / MIB:,.0f} |"
        )


def _ours(file: Path, folder: Path) -> Callable[[], Taken]:
    def job() -> Taken:
        store = _fresh(folder / f"{file.stem}.duckdb")
        run(["-m", "assessment", "--store", str(store), "init", "--empty"])
        return run(["-m", "assessment", "--store", str(store), "load", str(file)])

    return job


def _floor(name: str, file: Path, folder: Path) -> Callable[[], Taken]:
    def job() -> Taken:
        store = _fresh(folder / f"{name}.duckdb")
        return run(["-m", "tests.benchmarks.floors", name, str(file), str(store)])

    return job


def _fresh(store: Path) -> Path:
    for left in store.parent.glob(f"{store.name}*"):
        left.unlink() if left.is_file() else None
    return store
