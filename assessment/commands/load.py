"""`load`: files into the store."""

from argparse import Namespace
from pathlib import Path

from assessment.commands.open_workspace import opened
from assessment.commands.printing import report as say_beside
from assessment.commands.printing import say, say_json
from assessment.errors import UploadRefused
from assessment.intake import LoadReport, LoadStatus, after_those_before, load
from assessment.workspace import Workspace


def load_files(asked: Namespace) -> int:
    """Load files one after another; a refused one does not stop the others."""
    with opened(asked) as workspace:
        done = [_load_one(workspace, Path(file), asked) for file in asked.files]
    reports = after_those_before(done)
    if asked.json:
        say_json([report.as_json() for report in reports])
    else:
        for report in reports:
            _print_report(report)
    return 2 if any(report.status is LoadStatus.REFUSED for report in reports) else 0


def _load_one(workspace: Workspace, path: Path, asked: Namespace) -> LoadReport:
    try:
        return load(workspace, path, source=asked.source, dry_run=asked.dry_run)
    except UploadRefused as refused:
        say_beside(str(refused))
        return LoadReport(
            path.name, asked.source or "", LoadStatus.REFUSED, problems=refused.faults
        )


def _print_report(report: LoadReport) -> None:
    rows = report.rows
    tried = report.status is LoadStatus.CHECKED
    status = "checked, nothing has been loaded" if tried else report.status
    would = "would be " if tried else ""
    say(f"{report.file} ({report.source or 'source not known'}): {status}")
    if report.status is not LoadStatus.REFUSED:
        say(
            f"  {rows.read:,} rows read: {rows.loaded:,} {would}loaded, "
            f"{rows.unchanged:,} unchanged, {rows.revised:,} {would}revised, "
            f"{rows.repeated:,} repeated, {rows.rejected:,} refused; "
            f"{rows.withdrawn:,} earlier records {would}withdrawn"
        )
    if report.months:
        say(f"  months: {report.months[0]} to {report.months[-1]} ({len(report.months)})")
    for problem in report.problems:
        say(f"  - {problem}")
