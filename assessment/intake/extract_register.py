"""What has been loaded, what was refused, and what people have said that categories mean."""

from typing import TYPE_CHECKING

from assessment.definitions import MeasureKind, measure_sets, subject_of
from assessment.errors import InvalidRequest
from assessment.intake.extract_writer import recount
from assessment.people import Permission
from assessment.permissions import needs
from assessment.workspace import Workspace

if TYPE_CHECKING:  # loading a file hands out no frames, and pandas takes time to import
    import pandas as pd


@needs(Permission.SEE_SMALL_NUMBERS)
def extracts(workspace: Workspace) -> "pd.DataFrame":
    """Return every extract that has been loaded, the latest first; `status` says if undone."""
    found = workspace.store.frame("extracts")
    return found.assign(loaded_by=[workspace.name_of(who) for who in found["loaded_by"]])


@needs(Permission.SEE_REFUSED_ROWS)
def rejected_rows(workspace: Workspace, extract: int) -> "pd.DataFrame":
    """Return the refused rows of an extract with the reasons."""
    return workspace.store.frame("rejected_rows", extract=extract)


@needs(Permission.READ_FIGURES)
def districts_recorded(workspace: Workspace) -> tuple[str, ...]:
    """Return the districts that records name, those with the most records first."""
    return tuple(district for (district,) in workspace.store.rows("districts_recorded"))


@needs(Permission.SEE_SMALL_NUMBERS)
def unmapped_categories(workspace: Workspace) -> "pd.DataFrame":
    """Return source, measure_set, category and n for categories that no measure is known for."""
    return workspace.store.frame("unmapped_categories")


@needs(Permission.MAP_CATEGORIES)
def map_category(workspace: Workspace, source: str, category: str, measure: str) -> None:
    """Say which measure a source's category is, for the records there are and those to come.

    The extracts that hold such records answer for the measure's subject from then on. Raises
    InvalidRequest where the measure is not one of the source's set, or is a total.
    """
    with workspace.store.writing() as writer:
        found = writer.rows("measure_set_of_source", source=source)
        if not found:
            raise InvalidRequest(f"Nothing of source {source} is loaded.")
        ((measure_set,),) = found
        meant = measure_sets()[measure_set].measure(measure)
        if meant.kind not in (MeasureKind.OFFENCE, MeasureKind.INCIDENT):
            raise InvalidRequest(f"{meant.label} adds others up; no category can mean it.")
        given = {"source": source, "category": category}
        writer.run("say_category", **given, measure=measure)
        writer.run("recode_category", **given, measure=measure)
        writer.run("extend_coverage", **given, subject=subject_of(measure, measure_set))
        recount(writer, source, [month for (month,) in writer.rows("months_of_category", **given)])
        workspace.audit(writer, "mapped category", f"{source}: {category} is {measure}")
