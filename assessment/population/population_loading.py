"""Loading how many people, or households, districts have: all that a file says, or nothing."""

from collections.abc import Mapping, Sequence
from contextlib import nullcontext
from dataclasses import replace
from pathlib import Path

from assessment.definitions import RateBase
from assessment.errors import InvalidRequest, UploadRefused
from assessment.intake.files.file_reader import read_file
from assessment.intake.files.upload_folder import own_folder
from assessment.intake.load_status import LoadStatus
from assessment.numbers import first_of
from assessment.people import Permission
from assessment.permissions import needs
from assessment.population.district_matching import MatchedPopulations, match_districts
from assessment.population.everybody import of_everybody
from assessment.population.population_columns import POPULATIONS
from assessment.population.population_report import (
    PopulationReport,
    gains_small_areas,
    is_other_number,
    leaps,
    population_report,
    says_more,
)
from assessment.population.population_table import PopulationRow, population_rows
from assessment.population.resident_numbers import (
    Key,
    StoredPopulation,
    populations,
    stored_populations,
    years_of,
)
from assessment.population.small_areas import small_areas
from assessment.store import Writer
from assessment.workspace import Workspace

# More than so many faults are of one kind, and a message has to be read.
MOST_FAULTS = 20


@needs(Permission.LOAD_EXTRACTS)
def load_population(
    workspace: Workspace, path: Path, *, name: str | None = None, dry_run: bool = False
) -> PopulationReport:
    """Load a table of districts, or of small areas that are added up to districts.

    Another year stands beside those there are; a year that is there already is replaced in the
    districts of the file. Raises UploadRefused with every fault; then nothing is loaded.
    """
    file = name or path.name
    if not path.is_file():
        raise UploadRefused(file, [f"There is no file {path}."])
    with nullcontext() if dry_run else workspace.work(f"The load of {file}"):
        matched = _read(workspace, path, file)
        report = population_report(file, matched, populations(workspace, matched.counted))
        if report.status is LoadStatus.UNCHANGED:
            return report
        if dry_run:
            return replace(report, status=LoadStatus.CHECKED)
        return _write(workspace, file, matched)


@needs(Permission.LOAD_EXTRACTS)
def remove_population(
    workspace: Workspace, year: int, counted: RateBase = RateBase.RESIDENTS
) -> None:
    """Remove what is said of a year; raises InvalidRequest where nothing is."""
    with workspace.store.writing() as writer:
        stored = stored_populations(writer, counted)
        years = [of_year.year for of_year in years_of(stored, counted)]
        if year not in years:
            listed = ", ".join(map(str, years)) or "none"
            what = "population" if counted is RateBase.RESIDENTS else "number of households"
            raise InvalidRequest(f"There is no {what} of {year}. There is: {listed}.")
        for query in ("remove_populations", "remove_small_area_populations"):
            writer.run(query, year=year, counted=counted.value)
        workspace.audit(writer, "removed population", f"{counted.value} of {year}")


def _read(workspace: Workspace, path: Path, file: str) -> MatchedPopulations:
    """Return the file's populations, with sentences on all that was left out of it."""
    faults: list[str] = []
    notices: list[str] = []
    with own_folder(workspace.store, file) as folder:
        arrived = read_file(path, file, folder, POPULATIONS)
        said = population_rows(arrived, faults, notices)
        counted = _counted(said, file)
        rows = of_everybody(said, faults, notices)
        matched = match_districts(rows, small_areas(workspace), faults)
        matched = replace(matched, counted=counted)
    faults += leaps(matched, populations(workspace, counted))
    if not faults and not matched.populations:
        faults = [
            *matched.notices,
            "It says of no district that we know how many people live there.",
        ]
    if faults:
        raise UploadRefused(
            file, first_of(faults, MOST_FAULTS, lambda rest: f"There are {rest:,} more faults.")
        )
    told = (*arrived.left_out, *notices, *matched.notices)
    return replace(matched, notices=told)


def _counted(rows: Sequence[PopulationRow], file: str) -> RateBase:
    """Return what all the rows count; raises UploadRefused where some count people, some homes."""
    kinds = {row.counted for row in rows} or {RateBase.RESIDENTS}
    if len(kinds) > 1:
        fault = "It counts people in one table and households in another: load them apart."
        raise UploadRefused(file, [fault])
    return min(kinds)


def _write(workspace: Workspace, file: str, matched: MatchedPopulations) -> PopulationReport:
    """Store what the file adds or changes; that is judged by what the transaction finds."""
    with workspace.store.writing() as writer:
        stored = stored_populations(writer, matched.counted)
        new = [population for population in matched.populations if says_more(population, stored)]
        if new:
            writer.run(
                "put_populations",
                areas=[population.area for population in new],
                years=[population.year for population in new],
                numbers=[population.number for population in new],
                counted=matched.counted.value,
                doubts=[population.doubt for population in new],
                source=file,
                loaded_by=workspace.person.name,
            )
            years = ", ".join(str(year) for year in sorted({population.year for population in new}))
            workspace.audit(writer, "loaded population", f"{file}: {matched.counted} of {years}")
        _write_small_areas(writer, file, matched, stored)
        return population_report(file, matched, stored)


def _write_small_areas(
    writer: Writer, file: str, matched: MatchedPopulations, stored: Mapping[Key, StoredPopulation]
) -> None:
    """Store small areas of districts; those that add up to another number go."""
    before = [(each, stored.get((each.area, each.year))) for each in matched.populations]
    anew = [
        each for each, was in before if gains_small_areas(each, was) or is_other_number(each, was)
    ]
    counted = matched.counted.value
    writer.run(
        "clear_small_area_populations",
        districts=[each.area for each in anew],
        years=[each.year for each in anew],
        counted=counted,
    )
    small = [(each, code) for each in anew for code in each.small]
    writer.run(
        "put_small_area_populations",
        codes=[code for _, code in small],
        years=[each.year for each, _ in small],
        districts=[each.area for each, _ in small],
        numbers=[each.small[code] for each, code in small],
        counted=counted,
        source=file,
    )
