"""`areas`: load boundaries and look-ups of small areas, list them, remove what a file brought."""

from argparse import Namespace
from pathlib import Path

from assessment.commands.open_workspace import opened
from assessment.commands.printing import report as warn
from assessment.commands.printing import say, say_json
from assessment.errors import UploadRefused
from assessment.intake.boundaries.area_loading import load_areas, loaded_areas, remove_areas
from assessment.intake.boundaries.area_report import AreaReport
from assessment.intake.load_status import LoadStatus
from assessment.numbers import count_of, listed
from assessment.workspace import Workspace

MOST_NAMED = 4


def load(options: Namespace) -> int:
    """Load files one after another; a refused one does not stop the others."""
    with opened(options) as workspace:
        reports = [_load_one(workspace, Path(file), options) for file in options.files]
    if options.json:
        say_json([report.as_json() for report in reports])
    else:
        for report in reports:
            _print(report)
    return 2 if any(report.status is LoadStatus.REFUSED for report in reports) else 0


def list_areas(options: Namespace) -> int:
    """List what has been loaded."""
    with opened(options) as workspace:
        loaded = loaded_areas(workspace)
    if options.json:
        say_json(
            [
                {
                    "file": brought.file,
                    "what": brought.what,
                    "areas": brought.areas,
                    "districts": list(brought.districts),
                }
                for brought in loaded
            ]
        )
    elif not loaded:
        say("There are no boundaries and no look-ups yet. Load them with: areas load FILE")
    else:
        for brought in loaded:
            inside = listed(list(brought.districts), MOST_NAMED) or "no district named"
            say(f"{brought.file}: {brought.areas:,} {brought.what} ({inside})")
    return 0


def remove(options: Namespace) -> int:
    """Remove what a file has brought."""
    with opened(options) as workspace:
        remove_areas(workspace, options.file, options.kind)
    say(f"What {options.file} had brought was removed.")
    return 0


def _load_one(workspace: Workspace, path: Path, options: Namespace) -> AreaReport:
    try:
        return load_areas(workspace, path, dry_run=options.dry_run)
    except UploadRefused as refused:
        warn(str(refused))
        return AreaReport(path.name, LoadStatus.REFUSED, "", 0, (), refused.faults)


def _print(report: AreaReport) -> None:
    if report.status is LoadStatus.REFUSED:
        return
    is_checked = report.status is LoadStatus.CHECKED
    say(f"{report.file}: {'checked, nothing has been loaded' if is_checked else report.status}")
    inside = listed(list(report.districts), MOST_NAMED) or "no district named"
    say(f"  {report.areas:,} {report.what} ({inside})")
    if report.with_ward is not None:
        say(f"  {count_of(report.with_ward, 'LSOA has', 'LSOAs have')} a ward now")
    for notice in report.notices:
        say(f"  - {notice}")
