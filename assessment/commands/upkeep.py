"""Commands that fill the store: init, load, partnership."""

import json
import sys
from argparse import Namespace
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict
from pathlib import Path

from assessment.errors import UploadRefused
from assessment.examples import examples_loaded, load_examples, remove_examples
from assessment.intake import LoadReport, LoadStatus, load
from assessment.partnerships import add_partnership, partnerships
from assessment.people import local_person
from assessment.store import Store, store_path
from assessment.workspace import Workspace


@contextmanager
def opened(asked: Namespace, *, create: bool = False) -> Iterator[Workspace]:
    """Open the store that the command names, and close it whatever happens."""
    store = Store.open(store_path(getattr(asked, "store", None)), create=create)
    try:
        yield Workspace(store, local_person())
    finally:
        store.close()


def init(asked: Namespace) -> int:
    """Make the store; add the examples, or take them out."""
    with opened(asked, create=True) as workspace:
        print(f"The store is {workspace.store.path}.")
        if asked.examples:
            reports = load_examples(workspace, progress=lambda _share, text: print(text))
            rows = sum(report.rows.loaded for report in reports)
            added = f"{rows:,} records were added" if rows else "nothing had to be added"
            print(f"It holds the example partnerships, all synthetic; {added}.")
        elif asked.empty and examples_loaded(workspace):
            remove_examples(workspace)
            print("The example partnerships were removed; what you loaded yourself was kept.")
    return 0


def load_files(asked: Namespace) -> int:
    """Load files one after another; a refused one does not stop the others."""
    with opened(asked) as workspace:
        reports = [_load_one(workspace, Path(file), asked) for file in asked.files]
    if asked.json:
        print(json.dumps([report.as_json() for report in reports], indent=2))
    else:
        for report in reports:
            _print_report(report)
    return 2 if any(report.status is LoadStatus.REFUSED for report in reports) else 0


def _load_one(workspace: Workspace, path: Path, asked: Namespace) -> LoadReport:
    try:
        return load(workspace, path, source=asked.source, dry_run=asked.dry_run)
    except UploadRefused as refused:
        print(refused, file=sys.stderr)
        return LoadReport(
            path.name, asked.source or "", LoadStatus.REFUSED, problems=refused.faults
        )


def _print_report(report: LoadReport) -> None:
    rows = report.rows
    print(f"{report.file} ({report.source or 'source not known'}): {report.status}")
    if report.status is not LoadStatus.REFUSED:
        print(
            f"  {rows.read:,} rows read: {rows.loaded:,} loaded, {rows.unchanged:,} unchanged, "
            f"{rows.revised:,} revised, {rows.repeated:,} repeated, {rows.rejected:,} refused; "
            f"{rows.withdrawn:,} earlier records withdrawn"
        )
    if report.months:
        print(f"  months: {report.months[0]} to {report.months[-1]} ({len(report.months)})")
    for problem in report.problems:
        print(f"  - {problem}")


def add(asked: Namespace) -> int:
    """Add a partnership."""
    with opened(asked) as workspace:
        added = add_partnership(workspace, asked.name, asked.districts)
        print(f"{added.id}: {added.name} ({', '.join(added.districts)})")
    return 0


def list_partnerships(asked: Namespace) -> int:
    """List the partnerships there are."""
    with opened(asked) as workspace:
        listed = partnerships(workspace)
    if asked.json:
        print(json.dumps([asdict(each) for each in listed], indent=2, ensure_ascii=False))
    else:
        for each in listed:
            print(f"{each.id}: {each.name} ({', '.join(each.districts)})")
    return 0
