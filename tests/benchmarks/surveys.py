"""Loading and summing up a survey, against DuckDB's bare read and the same job in pandas."""

from collections.abc import Callable, Iterator
from pathlib import Path

from tests.benchmarks.measured import Taken, in_turn, run
from tests.benchmarks.setting import Setting
from tests.benchmarks.survey_exports import generate

WAVE = ("--wave", "large")
SUMMARIES = {"summary": (), "summary by ward": ("--by", "ward")}
MIB = 1024**2


def surveys(setting: Setting) -> Iterator[str]:
    """Yield a table row for each job: seconds, ratios, and the most memory held."""
    yield "| respondents | job | ours s | bare DuckDB s | ratio | pandas s | ratio | peak MiB |"
    yield "|---|---|---|---|---|---|---|---|"
    rows = min(setting.sizes)  # more people than live in most partnerships
    file = setting.folder / f"survey-{rows}.csv"
    if not file.exists():
        generate(file, rows)
    store = setting.folder / f"survey-{rows}.duckdb"
    bare = _floor("duckdb", file, setting.folder / "bare.duckdb")
    loads = _load(file, store), bare, _floor("pandas-load", file, store)
    yield _line(rows, "load", in_turn(setting.runs, *loads))
    in_pandas = _floor("pandas-summary", file, store)
    for name, options in SUMMARIES.items():
        summed = in_turn(setting.runs, _summary(store, options), bare, in_pandas)
        yield _line(rows, name, summed)


def _line(rows: int, job: str, taken: list[Taken]) -> str:
    ours, bare, pandas = taken
    return (
        f"| {rows:,} | {job} | {ours.seconds:.2f} | {bare.seconds:.2f} "
        f"| {ours.seconds / bare.seconds:.2f} | {pandas.seconds:.2f} "
        f"| {ours.seconds / pandas.seconds:.2f} | {ours.memory / MIB:,.0f} |"
    )


def _load(file: Path, store: Path) -> Callable[[], Taken]:
    def job() -> Taken:
        _remove(store)
        run(["-m", "assessment", "--store", str(store), "init", "--empty"])
        named = ["--survey", "residents", *WAVE]
        return run(["-m", "assessment", "--store", str(store), "survey", "load", str(file), *named])

    return job


def _summary(store: Path, options: tuple[str, ...]) -> Callable[[], Taken]:
    asked = ["-m", "assessment", "--store", str(store), "survey", "summary", *WAVE, *options]
    return lambda: run([*asked, "--json"])


def _floor(name: str, file: Path, store: Path) -> Callable[[], Taken]:
    def job() -> Taken:
        if name == "duckdb":
            _remove(store)
        return run(["-m", "tests.benchmarks.survey_floors", name, str(file), str(store)])

    return job


def _remove(store: Path) -> None:
    for left in (store, store.with_name(f"{store.name}.wal")):
        left.unlink(missing_ok=True)
