"""Run benchmarks and print one section of Markdown for each.

python -m tests.benchmarks
    [loading intake answering beside-before surveys ranking prescoring scoring sessions beside-load
     first-page durability]
    [--rows N …] [--runs N] [--seconds N] [--folder PATH] [--write docs/benchmarks.md]
    [--before CHECKOUT --extract ZIP]
"""

import argparse
import os
import platform
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from importlib.metadata import version
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.benchmarks.answering import answering
from tests.benchmarks.beside_before import beside_before
from tests.benchmarks.beside_load import beside_load
from tests.benchmarks.durability import durability
from tests.benchmarks.first_page import first_page
from tests.benchmarks.intake import intake
from tests.benchmarks.loading import loading
from tests.benchmarks.prescoring import prescoring
from tests.benchmarks.ranking import ranking
from tests.benchmarks.scoring import scoring
from tests.benchmarks.sessions import sessions
from tests.benchmarks.setting import Setting
from tests.benchmarks.surveys import surveys

SIZES = (200_000, 1_000_000, 5_000_000)
PACKAGES = ("duckdb", "streamlit", "pandas")


@dataclass(frozen=True)
class Benchmark:
    """What is measured, against which floor, and how far above it is allowed."""

    title: str
    against: str
    lines: Callable[[Setting], Iterator[str]]


BENCHMARKS = {
    "loading": Benchmark(
        "Loading an extract",
        "`python -m assessment load` of a generated street file, as a process of its own, against "
        "DuckDB's own typed `CREATE TABLE AS SELECT … FROM read_csv` of the same file (allowed: 3 "
        "times) and against the same job in pandas (allowed: less than 1). Peak memory of the "
        "largest: at most 2,048 MiB. Medians, in turn.",
        lambda setting: loading(setting.extracts(), setting.folder, setting.runs),
    ),
    "intake": Benchmark(
        "A records system's extracts",
        "`python -m assessment load` of generated incidents with references, times, subgroups, "
        "LSOAs and a flag, into a store with a look-up of wards, and what comes after it, each as "
        "a process of its own beside another in turn. Allowed: 2.3 times a bare read, 1.5 times "
        "the first load, as long as the load, 2 times calamine. Medians.",
        intake,
    ),
    "answering": Benchmark(
        "The year-on-year answer",
        "Every measure of a partnership of two districts, the last 12 months against the 12 "
        "before, in one process on one processor, warm, nothing cached, in turn. Allowed: the "
        "largest at most 1.5 times the smallest.",
        answering,
    ),
    "beside-before": Benchmark(
        "The year-on-year answer beside the code as it was",
        "The same questions of Bedfordshire's three years and the examples, each the first to ask "
        "since a load and asked again, processor time in milliseconds, by a checkout of earlier "
        "code and by this one in turn: the least of 20. Allowed: 1.2 times as much.",
        beside_before,
    ),
    "surveys": Benchmark(
        "A large survey",
        "`python -m assessment survey load` of a generated export of 60 questions, and "
        "`survey summary` of all of them, each as a process of its own, against DuckDB's own typed "
        "`CREATE TABLE AS SELECT … FROM read_csv` of the same file and against the same job in "
        "pandas, which is told what every column is and checks nothing; its summary is by ward. "
        "Medians, in turn; the smallest size asked for.",
        surveys,
    ),
    "ranking": Benchmark(
        "The robustness of a ranking",
        "Forty issues ranked under a thousand draws of weights, as often as the page asks for it. "
        "Allowed: 100 ms.",
        ranking,
    ),
    "prescoring": Benchmark(
        "Issues scored from evidence",
        "Forty issues and the nine criteria of the default scheme, all of them at once, beside one "
        "year-on-year answer, in one process on one processor, warm, nothing cached, in turn. "
        "Allowed: 500 ms at the largest.",
        prescoring,
    ),
    "scoring": Benchmark(
        "Thirty people scoring at once",
        "Thirty simulated scorers on the page Score over the server's own websocket protocol, each "
        "giving one score every two seconds. Time from sending a score to `script_finished`, by "
        "when it is in the store and the page shows it. Allowed: a p95 of 300 ms, and none lost.",
        scoring,
    ),
    "sessions": Benchmark(
        "Fifty sessions on Year on year",
        "Fifty simulated sessions over the server's own websocket protocol, 4 to 12 seconds (8 on "
        "average) between actions; each action changes any one filter to any other of its options, "
        "every answer is looked at. Time from sending the rerun to `script_finished`. Floor: the "
        'same sessions on an empty page (`st.write("")`) in stock Streamlit, in turn. Allowed: a '
        "p95 no higher.",
        sessions,
    ),
    "beside-load": Benchmark(
        "Ten sessions beside a load",
        "Ten such sessions, alone and then while one file after another is uploaded through the "
        "Upload data page of the same server, checked, and loaded. Allowed: a p95 at most 1.5 "
        "times that alone.",
        beside_load,
    ),
    "first-page": Benchmark(
        "First page in a browser",
        "From navigation, in Chromium with a fresh profile, until the first headline figure can "
        "be read, against the text of `streamlit hello`, in turn. Allowed: one second more.",
        first_page,
    ),
    "durability": Benchmark(
        "What was acknowledged is kept",
        "Six scorers, a file of 100,000 rows loaded again and again, and a backup asked for by the "
        "command line every four seconds, until the dashboard is stopped at a moment of chance. "
        "Allowed to be lost: nothing. Each store is checked afterwards, and so is each backup, "
        "which is restored.",
        durability,
    ),
}


def main(arguments: list[str] | None = None) -> None:
    """Run what was asked for, printing each section as it is finished."""
    asked = _parser().parse_args(arguments)
    chosen = [BENCHMARKS[name] for name in asked.names or BENCHMARKS]
    with TemporaryDirectory(prefix="benchmarks-") as temporary:
        folder = (asked.folder or Path(temporary)).resolve()
        folder.mkdir(parents=True, exist_ok=True)
        setting = Setting(
            folder, tuple(asked.rows), asked.runs, asked.seconds, asked.before, asked.extract
        )
        text = "".join(map(_told, _sections(chosen, setting)))
    if asked.write:
        asked.write.write_text(text, encoding="utf-8")


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks", description=__doc__)
    parser.add_argument("names", nargs="*", metavar="NAME", help=f"any of {', '.join(BENCHMARKS)}")
    parser.add_argument("--rows", type=int, nargs="+", default=SIZES, help="sizes of extracts")
    parser.add_argument("--runs", type=int, default=5, help="how often each is run")
    parser.add_argument("--seconds", type=int, default=60, help="how long sessions last")
    parser.add_argument("--folder", type=Path, help="keep extracts and stores here to use again")
    parser.add_argument("--before", type=Path, help="a checkout of earlier code to ask as well")
    parser.add_argument("--extract", type=Path, help="Bedfordshire's archive, which both load")
    parser.add_argument("--write", type=Path, help="also write the sections to this file")
    return parser


def _sections(chosen: list[Benchmark], setting: Setting) -> Iterator[str]:
    yield f"# Benchmarks\n\n{_machine()}\n"
    for benchmark in chosen:
        lines = "\n".join(benchmark.lines(setting))
        yield f"\n## {benchmark.title}\n\n{benchmark.against}\n\n{lines}\n"


def _told(section: str) -> str:
    sys.stdout.write(section)
    sys.stdout.flush()
    return section


def _machine() -> str:
    """Say when, on what and with what was measured."""
    memory = os.sysconf("SC_PHYS_PAGES") * os.sysconf("SC_PAGE_SIZE") / 1024**3
    packages = ", ".join(f"{name} {version(name)}" for name in PACKAGES)
    return (
        f"Measured on {date.today():%d %B %Y} with `python -m tests.benchmarks` on "
        f"{os.cpu_count()} cores and {memory:.0f} GiB, {platform.system()}, "
        f"Python {platform.python_version()}, {packages}; "
        f"load average before it began: {os.getloadavg()[0]:.1f}. The clients shared the machine "
        "with the servers. Seconds drift with the machine; what counts are ratios between "
        "neighbours in one run."
    )


if __name__ == "__main__":
    main()
