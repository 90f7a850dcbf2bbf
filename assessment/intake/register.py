"""What has been loaded, what was refused, and what people have said that categories mean."""

from typing import TYPE_CHECKING

from assessment.definitions import measure_sets
from assessment.intake.keeping import recount
from assessment.people import Permission
from assessment.workspace import Workspace

if TYPE_CHECKING:  # loading a file hands out no frames, and pandas takes time to import
    import pandas as pd


def extracts(workspace: Workspace) -> "pd.DataFrame":
    """Return every extract that has been loaded, the latest first."""
    return workspace.store.frame("extracts")


def rejected_rows(workspace: Workspace, extract: int) -> "pd.DataFrame":
    """Return the refused rows of an extract with the reasons."""
    workspace.require(Permission.SEE_REFUSED_ROWS)
    return workspace.store.frame("rejected_rows", extract=extract)


def unmapped_categories(workspace: Workspace) -> "pd.DataFrame":
    """Return source, measure_set, category and n for categories that no measure is known for."""
    return workspace.store.frame("unmapped_categories")


def map_category(workspace: Workspace, source: str, category: str, measure: str) -> None:
    """Say which measure a source's category is, for the records there are and those to come.

    Raises AskedWrongly where the measure is not one of the source's set.
    """
    workspace.require(Permission.MAP_CATEGORIES)
    with workspace.store.writing() as writer:
        for (measures,) in writer.rows("measure_set_of_source", source=source):
            measure_sets()[measures].measure(measure)
        given = {"source": source, "category": category}
        writer.run("say_category", **given, measure=measure)
        writer.run("recode_category", **given, measure=measure)
        recount(writer, source, [month for (month,) in writer.rows("months_of_category", **given)])
        workspace.audit(writer, "mapped category", f"{source}: {category} is {measure}")
