"""The example partnerships: put in through intake like anyone's files, and taken out again."""

import tempfile
from pathlib import Path

from assessment.intake.keeping import recount
from assessment.intake.loading import Progress, load
from assessment.intake.report import LoadReport
from assessment.partnerships import add_partnership, partnerships
from assessment.people import Permission
from assessment.workspace import Workspace
from data.sample import Example, examples, write_extract

# In this order: what an example brought is found through its extract, which therefore goes last.
REMOVALS = (
    "remove_example_areas",
    "remove_example_incidents",
    "remove_example_coverage",
    "remove_example_rejected_rows",
    "remove_example_categories",
    "remove_example_extracts",
    "remove_example_partnership_districts",
    "remove_example_partnerships",
)


def examples_loaded(workspace: Workspace) -> bool:
    """Tell whether the store holds records of example partnerships."""
    return bool(workspace.store.rows("example_extracts"))


def load_examples(workspace: Workspace, progress: Progress | None = None) -> list[LoadReport]:
    """Generate and load what of the examples is not there yet.

    A partnership of the user's own that has the name of an example stays as it is.
    """
    workspace.require(Permission.EDIT_PARTNERSHIPS)
    tell = progress or (lambda _share, _text: None)
    held = {partnership.name.casefold() for partnership in partnerships(workspace)}
    every = examples()
    reports = []
    for number, example in enumerate(every):
        tell(number / len(every), f"Making the example {example.name}")
        reports.append(_load(workspace, example))
        if example.name.casefold() not in held:
            add_partnership(workspace, example.name, example.districts, synthetic=True)
    tell(1.0, "The examples are loaded")
    return reports


def _load(workspace: Workspace, example: Example) -> LoadReport:
    with tempfile.TemporaryDirectory() as folder:
        path = write_extract(example, Path(folder))
        return load(workspace, path, source=example.source, synthetic=True)


def remove_examples(workspace: Workspace) -> None:
    """Remove the example partnerships and all their records, and nothing of the user's own."""
    workspace.require(Permission.LOAD_EXTRACTS)
    workspace.require(Permission.EDIT_PARTNERSHIPS)
    with workspace.store.writing() as writer:
        extracts = writer.rows("example_extracts")
        for removal in REMOVALS:
            writer.run(removal)
        for source, months in extracts:
            recount(writer, source, months)
        workspace.audit(writer, "removed the examples", f"{len(extracts)} extracts")
