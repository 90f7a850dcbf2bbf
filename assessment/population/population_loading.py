"""Loading how many people live in districts: all that a file says, or nothing."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import nullcontext
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from assessment.definitions import districts
from assessment.errors import InvalidRequest, UploadRefused
from assessment.intake import LoadStatus
from assessment.intake.files.file_reader import read_file
from assessment.intake.files.upload_folder import own_folder
from assessment.people import Permission
from assessment.permissions import needs
from assessment.population.district_matching import Population, matched
from assessment.population.population_columns import POPULATIONS
from assessment.population.population_table import read
from assessment.population.residents import Held, Key, populations, years_held
from assessment.population.small_areas import small_areas
from assessment.workspace import Workspace

# More than so many faults are of one kind, and a message is to be read.
MOST_FAULTS = 20


@dataclass(frozen=True)
class PopulationReport:
    """What a file says of districts and years, and how much of it is new, changed or there."""

    file: str
    status: LoadStatus
    populations: tuple[Population, ...]
    added: int
    changed: tuple[str, ...]
    unchanged: int
    notices: tuple[str, ...]

    @property
    def years(self) -> tuple[int, ...]:
        """The years that the file is about."""
        return tuple(sorted({one.year for one in self.populations}))

    @property
    def districts(self) -> int:
        """How many districts it is about."""
        return len({one.area for one in self.populations})

    def as_json(self) -> dict[str, Any]:
        """Return what `population load --json` promises to other programs."""
        return {
            "file": self.file,
            "status": self.status.value,
            "districts": self.districts,
            "years": list(self.years),
            "added": self.added,
            "changed": len(self.changed),
            "unchanged": self.unchanged,
            "problems": [*self.changed, *self.notices],
        }


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
        found, notices = _read(workspace, path, file)
        held = populations(workspace)
        report = _report(file, found, held, notices)
        if dry_run and report.status is LoadStatus.LOADED:
            return replace(report, status=LoadStatus.CHECKED)
        if report.status is LoadStatus.LOADED:
            _keep(workspace, file, [one for one in found if _says_more(one, held)])
        return report


@needs(Permission.LOAD_EXTRACTS)
def remove_population(workspace: Workspace, year: int) -> None:
    """Remove what is said of a year; raises InvalidRequest where nothing is."""
    years = [held.year for held in years_held(workspace)]
    if year not in years:
        there = ", ".join(map(str, years)) or "none"
        raise InvalidRequest(f"There is no population of {year}. There is: {there}.")
    with workspace.store.writing() as writer:
        writer.run("remove_populations", year=year)
        workspace.audit(writer, "removed population", str(year))


def _read(
    workspace: Workspace, path: Path, file: str
) -> tuple[tuple[Population, ...], tuple[str, ...]]:
    faults: list[str] = []
    notices: list[str] = []
    with own_folder(workspace.store, file) as folder:
        arrival = read_file(path, file, folder, POPULATIONS)
        found = matched(read(arrival, faults, notices), small_areas(workspace), faults)
    if not faults and not found.populations:
        faults = [*found.notices, "It says of no district that we know how many people live there."]
    if faults:
        raise UploadRefused(file, _the_first(faults))
    return found.populations, (*arrival.left_out, *notices, *found.notices)


def _the_first(faults: list[str]) -> Iterator[str]:
    yield from faults[:MOST_FAULTS]
    if len(faults) > MOST_FAULTS:
        yield f"There are {len(faults) - MOST_FAULTS:,} more faults."


def _report(
    file: str,
    found: tuple[Population, ...],
    held: Mapping[Key, Held],
    notices: Iterable[str],
) -> PopulationReport:
    before = [(one, held.get((one.area, one.year))) for one in found]
    changed = tuple(said for one, was in before if was and (said := _change(one, was)))
    added = sum(1 for _, was in before if was is None)
    doubts = (
        f"{districts().name_of(one.area)}, {one.people:,} people: {one.doubt}"
        for one in found
        if one.doubt
    )
    return PopulationReport(
        file,
        LoadStatus.LOADED if added or changed else LoadStatus.UNCHANGED,
        found,
        added,
        changed,
        len(found) - added - len(changed),
        (*notices, *doubts),
    )


def _says_more(one: Population, held: Mapping[Key, Held]) -> bool:
    was = held.get((one.area, one.year))
    return was is None or bool(_change(one, was))


def _change(one: Population, was: Held) -> str:
    """Say what a file changes of what is held; a doubt about a number that stands is no change."""
    where = f"{districts().name_of(one.area)}, {one.year}"
    if was.people != one.people:
        return f"{where}: {was.people:,} people become {one.people:,}."
    if was.doubt and not one.doubt:
        return f"{where}: {one.people:,} people, of which there is no doubt any more."
    return ""


def _keep(workspace: Workspace, file: str, found: Sequence[Population]) -> None:
    with workspace.store.writing() as writer:
        writer.run(
            "put_populations",
            areas=[one.area for one in found],
            years=[one.year for one in found],
            people=[one.people for one in found],
            doubts=[one.doubt for one in found],
            source=file,
            loaded_by=workspace.person.name,
        )
        years = ", ".join(str(year) for year in sorted({one.year for one in found}))
        workspace.audit(writer, "loaded population", f"{file}: {years}")
