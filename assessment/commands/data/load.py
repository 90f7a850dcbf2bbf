"""`load`: files into the store."""

from argparse import Namespace
from pathlib import Path

from assessment.commands.data.load_changes import changes_in_words
from assessment.commands.open_workspace import opened
from assessment.commands.printing import report as warn
from assessment.commands.printing import say, say_json
from assessment.errors import InvalidRequest, UploadRefused
from assessment.intake.extract_loading import load
from assessment.intake.file_choices import (
    CancelledRecords,
    DateOrder,
    FileChoices,
    LoadMode,
    NumbersAre,
    ReferenceUse,
    RowIs,
)
from assessment.intake.load_report import LoadReport
from assessment.intake.load_status import LoadStatus
from assessment.intake.report.later_files import after_those_before
from assessment.workspace import Workspace


def load_files(options: Namespace) -> int:
    """Load files one after another; a refused one does not stop the others."""
    if options.differences is not None and not options.dry_run:
        raise InvalidRequest("--differences goes with --check: it is about what is not loaded yet.")
    if options.differences is not None:
        from assessment.commands.data.load_differences import must_be_new, write_differences

        must_be_new(Path(options.differences))
    with opened(options) as workspace:
        loaded = [_load_one(workspace, Path(file), options) for file in options.files]
    reports = after_those_before(loaded)
    not_loaded = (LoadStatus.REFUSED, LoadStatus.ASKS)
    succeeded = not any(report.status in not_loaded for report in reports)
    if options.differences is not None and succeeded:
        write_differences(Path(options.differences), reports)
    elif options.differences is not None:
        warn(f"{options.differences} was not written: not every file could be checked.")
    if options.json:
        say_json([report.as_json() for report in reports])
    else:
        for report in reports:
            _print_report(report, f' --place "{options.place}"' if options.place else "")
    return 0 if succeeded else 2


def _load_one(workspace: Workspace, path: Path, options: Namespace) -> LoadReport:
    try:
        choices = _choices(options)
        if not options.dry_run:
            return load(workspace, path, source=options.source, choices=choices)
        # It takes longer to import than a small file takes to load.
        from assessment.priorities.quoted_figures import check_load

        return check_load(workspace, path, source=options.source, choices=choices)
    except UploadRefused as refused:
        warn(str(refused))
        return LoadReport(
            path.name, options.source or "", LoadStatus.REFUSED, problems=refused.faults
        )


def _choices(options: Namespace) -> FileChoices:
    """Return what was decided on the command line."""
    columns = dict(_heading_and_field(said) for said in options.columns)
    categories = dict(_category_and_meaning(said) for said in options.categories)
    return FileChoices(
        columns,
        options.row_is and RowIs(options.row_is),
        options.measure_set,
        options.place,
        options.dates and DateOrder(options.dates),
        options.reference and ReferenceUse(options.reference),
        options.reference_with,
        options.cancelled and CancelledRecords(options.cancelled),
        tuple(options.tables),
        categories,
        recipe=options.recipe,
        only=dict(_heading_and_value(said) for said in options.only),
        numbers=options.numbers and NumbersAre(options.numbers),
        victim_reason=options.reason,
        covers=options.covers,
        mode=options.mode and LoadMode(options.mode),
    )


def _heading_and_field(said: str) -> tuple[str, str]:
    heading, mark, field = said.rpartition("=")
    if not mark or not heading.strip() or not field.strip():
        raise InvalidRequest(f"'{said}' names no column: expected --column HEADING=FIELD.")
    return heading.strip(), field.strip()


def _heading_and_value(said: str) -> tuple[str, str]:
    heading, mark, value = said.rpartition("=")
    if not mark or not heading.strip() or not value.strip():
        raise InvalidRequest(f"'{said}' names no rows: expected --only HEADING=VALUE.")
    return heading.strip(), value.strip()


def _category_and_meaning(said: str) -> tuple[str, str]:
    category, mark, meaning = said.rpartition("=")
    if not mark or not category.strip() or not meaning.strip():
        raise InvalidRequest(f"'{said}' says of no category what it is: expected CATEGORY=MEANING.")
    return category.strip(), meaning.strip()


def _status_in_words(status: LoadStatus) -> str:
    return "asks, nothing has been loaded" if status is LoadStatus.ASKS else status


def _answer(option: str, value: str) -> str:
    """Write an answer as the command line takes it: in quotation marks where it has spaces."""
    return f'{option} "{value}"' if " " in value else f"{option} {value}"


def _print_report(report: LoadReport, said_already: str) -> None:
    rows = report.rows
    is_dry_run = report.status is LoadStatus.CHECKED
    status = "checked, nothing has been loaded" if is_dry_run else _status_in_words(report.status)
    would = "would be " if is_dry_run or report.status is LoadStatus.ASKS else ""
    known = ", known by its columns" if report.is_source_proposed else ""
    say(f"{report.file} ({report.source or 'source not known'}{known}): {status}")
    cancelled = f"{rows.cancelled:,} cancelled, " if rows.cancelled else ""
    if report.status is not LoadStatus.REFUSED:
        say(
            f"  {rows.read:,} rows read: {rows.loaded:,} {would}loaded, "
            f"{rows.unchanged:,} unchanged, {rows.revised:,} {would}revised, "
            f"{rows.repeated:,} repeated, {cancelled}{rows.rejected:,} refused; "
            f"{rows.withdrawn:,} earlier records {would}withdrawn"
        )
    for question in report.questions:
        say(f"  ? {question.text}")
        for value, words in question.options:
            again = "" if question.option == "--place" else said_already
            say(f"      {_answer(question.option, value)}{again}: {words}")
    if report.months:
        say(f"  months: {report.months[0]} to {report.months[-1]} ({len(report.months)})")
    for change in changes_in_words(report):
        say(f"  {change}")
    for problem in report.problems:
        say(f"  - {problem}")
